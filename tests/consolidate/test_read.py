"""A master read back."""

import zipfile
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest

from catalogue import SheetKey, UnreadableFileError, load_master
from consolidate import merge, read_master
from consolidate.sheets import TABLES
from tests.consolidate.making import DEADLINE, checked


@pytest.fixture(scope="module")
def tables(master_path):
    return read_master(master_path)


def test_a_master_says_what_it_is(tables):
    assert {name: value for name, value in tables.about.items() if name != "made_from"} == {
        "document": "master",
        "plan_id": "hp-2026-chuyen-doi-xanh",
        "plan_version": "1",
        "period": "2026",
        "data_to": "2026-12-14",
        "deadline": "2026-12-20",
        "form_version": "1",
        "is_invented": "x",
    }


def test_a_master_says_what_it_was_made_from(tables, build, merged, tmp_path):
    one, *rest = merged.submissions
    other = tmp_path / "other.xlsx"
    other.write_bytes(build(replace(merged, submissions=(replace(one, sha256="0" * 64), *rest))))

    assert len(tables.about["made_from"]) == 32
    assert read_master(other).about["made_from"] != tables.about["made_from"]


def test_every_table_comes_back_with_its_columns(tables):
    assert list(tables.tables) == list(load_master()) == list(TABLES)
    for key, sheet in load_master().items():
        assert list(tables.tables[key]) == [column.key for column in sheet.columns]


def test_rows_come_back_as_they_were_merged(tables, merged, design):
    frame = merged.rows[SheetKey.BUDGETS]
    back = tables.tables["budgets"]

    assert (back.planned_vnd * 1_000_000).round().astype("Int64").tolist() == frame.planned_vnd.tolist()
    assert back.unit_code.tolist() == frame.unit_code.tolist()
    assert back.funding_source.tolist() == [
        design.labels("funding_source")[key] for key in frame.funding_source
    ]


def test_dates_numbers_and_blanks_keep_their_types(tables, merged):
    back, frame = tables.tables["task_rows"], merged.rows[SheetKey.TASKS]

    assert sorted(back.completed_on.dropna()) == sorted(frame.completed_on.dropna())
    assert back.completed_on.isna().sum() == frame.completed_on.isna().sum()
    assert back.completion_pct.isna().sum() == frame.completion_pct.isna().sum()
    assert (back.difficulty_text == "").sum() == frame.difficulty_text.isna().sum()


def test_every_reporting_unit_is_listed(tables, every_duty):
    assert tables.tables["submissions"].unit_code.tolist() == [duty.unit.code for duty in every_duty]


def test_an_empty_round_comes_back_with_typed_empty_tables(build, every_duty, tmp_path):
    path = tmp_path / "tong-hop.xlsx"
    path.write_bytes(build(merge(checked([]), every_duty, deadline=DEADLINE)))
    tables = read_master(path).tables

    assert [len(tables[key]) for key in ("task_rows", "budgets", "findings", "sources")] == [0, 0, 0, 0]
    assert str(tables["budgets"].planned_vnd.dtype) == "Float64"
    assert tables["tasks"].reported_count.sum() == 0


def rewritten(path, tmp_path, *, part, old, new):
    """Copy a workbook with one change to the text of a part."""
    target = tmp_path / "changed.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new, 1)
            copy.writestr(name, content)
    return target


def refusal(path):
    with pytest.raises(UnreadableFileError) as refused:
        read_master(path)
    return str(refused.value)


def test_what_cannot_be_opened_is_refused(tmp_path):
    text = tmp_path / "a.xlsx"
    text.write_text("no workbook")

    assert str(text) in refusal(text)
    assert "b.xlsx" in refusal(tmp_path / "b.xlsx")


def test_a_workbook_that_is_no_master_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)

    assert "không phải bảng tổng hợp" in refusal(path)


def test_a_master_saved_without_calculating_is_refused(master_path, tmp_path):
    path = tmp_path / "a.xlsx"
    openpyxl.load_workbook(master_path).save(path)

    assert "chưa được tính" in refusal(path)


def test_a_master_without_one_of_its_sheets_is_refused(master_path, tmp_path):
    path = rewritten(
        master_path, tmp_path, part="xl/workbook.xml", old=b'name="L\xe1\xbb\x97i"', new=b'name="Loi"'
    )

    assert "thiếu trang “Lỗi”" in refusal(path)


def test_a_master_without_one_of_its_columns_is_refused(master_path, tmp_path):
    path = rewritten(
        master_path, tmp_path, part="xl/sharedStrings.xml", old=b"<t>disbursed_pct</t>", new=b"<t>other</t>"
    )

    assert "thiếu cột “Tỷ lệ giải ngân (%)”" in refusal(path)


def test_a_master_without_a_column_of_links_within_it_is_read(master_path, tmp_path):
    path = rewritten(
        master_path, tmp_path, part="xl/sharedStrings.xml", old=b"<t>summary</t>", new=b"<t>other</t>"
    )
    tables = read_master(path).tables

    assert "summary" not in tables["task_rows"]
    assert len(tables["task_rows"]) == len(read_master(master_path).tables["task_rows"])


def cell_of(path, part, address):
    """Return the XML of one cell."""
    with zipfile.ZipFile(path) as package:
        sheet = package.read(part).decode()
    start = sheet.index(f'<c r="{address}"')
    return sheet[start : sheet.index("</c>", start) + len("</c>")].encode()


BUDGETS = f"xl/worksheets/sheet{2 + list(load_master()).index('budgets')}.xml"


def test_a_formula_that_gives_an_error_is_named(master_path, tmp_path):
    cell = cell_of(master_path, BUDGETS, "J6")
    path = rewritten(
        master_path, tmp_path, part=BUDGETS, old=cell, new=cell.replace(b"><f>", b' t="e"><f>', 1)
    )

    assert "trang “Kinh phí”, ô J6" in refusal(path)


def test_a_word_in_a_column_of_numbers_is_named(master_path, tmp_path):
    cell = cell_of(master_path, BUDGETS, "H6")
    text = b'<c r="H6" t="inlineStr"><is><t>muoi</t></is></c>'
    path = rewritten(master_path, tmp_path, part=BUDGETS, old=cell, new=text)

    assert "ô H6: “muoi” không đúng kiểu của cột “Kế hoạch vốn (triệu đồng)”" in refusal(path)


def test_a_sorted_table_keeps_its_keys(tables):
    codes = tables.tables["tasks"].task_code

    assert codes.is_unique
    assert pd.api.types.is_string_dtype(codes)
