"""What staff type over cells of ours is told and kept; what people and programs do otherwise is not."""

import random
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from catalogue import load_master
from consolidate import build_master, keep_previous, read_master, read_staff_work
from consolidate.table import FIRST_ROW
from tests.consolidate.test_adjustments_sheets import _add_sheets
from tests.libreoffice import convert, recalculate


@pytest.fixture
def typed(master_path, tmp_path):
    """Save a master after a change made with openpyxl, and read what staff did in it."""

    def typed(change):
        workbook = openpyxl.load_workbook(master_path)
        change(workbook)
        path = tmp_path / "tong-hop.xlsx"
        workbook.save(path)
        return read_staff_work(path, written=master_path)

    return typed


def at(workbook, table, column, row=FIRST_ROW):
    """Return a cell of a table by the key of its column."""
    sheet = workbook[load_master()[table].title]
    return sheet.cell(row, [cell.value for cell in sheet[1]].index(column) + 1)


def found(staff):
    return [(one.table, one.column, one.typed) for one in staff.overtyped]


# ------------------------------------------------------------------------------------------- typed over


OVER = [
    ("task_rows", "result_text", "Đã xong", "Đã xong"),
    ("task_rows", "status", "Tạm dừng", "Tạm dừng"),
    ("task_rows", "reported_status", "Tạm dừng", "Tạm dừng"),
    ("task_rows", "unit_name", None, ""),
    ("indicator_rows", "value", 61.5, "61,5"),
    ("budgets", "reported_planned_vnd", 12, "12"),
    ("tasks", "done_count", 99, "99"),
    ("submissions", "contact_name", "=1+1", "=1+1"),
    ("sources", "received_on", date(2026, 1, 2), "46.024"),
]


@pytest.mark.parametrize(("table", "column", "value", "told"), OVER)
def test_what_is_typed_over_a_cell_of_ours_is_found(typed, table, column, value, told):
    def change(workbook):
        at(workbook, table, column).value = value

    assert found(typed(change)) == [(table, column, told)]


def test_what_is_typed_beside_a_table_or_on_the_overview_is_found(typed):
    def change(workbook):
        sheet = workbook["Nhiệm vụ"]
        sheet.cell(FIRST_ROW, sheet.max_column + 2).value = "Hỏi lại"
        sheet.cell(sheet.max_row + 3, 3).value = 12
        workbook["Tổng quan"]["B30"].value = "Ghi thêm"

    assert found(typed(change)) == [("tasks", "", "Hỏi lại"), ("tasks", "", "12"), ("", "", "Ghi thêm")]


def test_a_row_is_known_wherever_it_was_sorted_to(typed):
    def change(workbook):
        at(workbook, "task_rows", "result_text").value = "Đã xong"
        shuffle(workbook)

    staff = typed(change)

    assert found(staff) == [("task_rows", "result_text", "Đã xong")]
    assert staff.overtyped[0].written.startswith("Đã ban hành")


# ---------------------------------------------------------------------------------------- nothing typed


def shuffle(workbook):
    """Sort a table anyhow, as its filter does: all columns from the hidden keys on."""
    sheet = workbook["Nhiệm vụ - chi tiết"]
    rows = [row for row in sheet.iter_rows(min_row=FIRST_ROW) if row[0].value]
    values = [[cell.value for cell in row] for row in rows]
    random.Random(7).shuffle(values)
    for row, new in zip(rows, values, strict=True):
        for cell, value in zip(row, new, strict=True):
            cell.value = value


def rearrange(workbook):
    sheet = workbook["Nhiệm vụ - chi tiết"]
    sheet.auto_filter.add_filter_column(3, ["x"])
    sheet.row_dimensions[8].hidden = True
    sheet.column_dimensions["F"].hidden = True
    sheet.freeze_panes = None
    workbook.move_sheet("Lỗi", -3)


def reformat(workbook):
    at(workbook, "task_rows", "completed_on").number_format = "0"
    at(workbook, "task_rows", "reported_completion_pct").number_format = "dd/mm/yyyy"
    at(workbook, "task_rows", "unit_name").number_format = "@"


def work(workbook):
    _add_sheets(workbook)
    at(workbook, "task_rows", "adjusted_status").value = "Tạm dừng"
    at(workbook, "task_rows", "adjusted_why").value = "Đã hỏi"
    at(workbook, "task_rows", "staff_note").value = "Xem lại"


def rename(workbook):
    workbook["Nhiệm vụ - chi tiết"].title = "Chi tiết"


@pytest.mark.parametrize("change", [shuffle, rearrange, reformat, work, rename])
def test_what_people_do_with_a_workbook_is_no_typing_over(typed, change):
    assert found(typed(change)) == []


@pytest.mark.parametrize("save", [recalculate, lambda path, folder: convert(path, folder, kind="xlsx")])
def test_saving_in_another_program_is_no_typing_over(master_path, tmp_path, save):
    saved = save(master_path, tmp_path)

    assert saved.read_bytes() != master_path.read_bytes()
    assert found(read_staff_work(saved, written=master_path)) == []


def test_an_adjustment_recalculated_in_another_program_is_no_typing_over(master_path, tmp_path):
    workbook = openpyxl.load_workbook(master_path)
    work(workbook)
    workbook.save(tmp_path / "a.xlsx")
    saved = recalculate(tmp_path / "a.xlsx", tmp_path / "b")

    assert found(read_staff_work(saved, written=master_path)) == []


def test_a_master_from_other_files_is_not_held_against_this_one(build, merged, master_path, tmp_path):
    one, *rest = merged.submissions
    other = tmp_path / "other.xlsx"
    other.write_bytes(build(replace(merged, submissions=(replace(one, sha256="0" * 64), *rest))))

    assert found(read_staff_work(other, written=master_path)) == []


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04hong"])
def test_without_what_was_written_nothing_is_said(master_path, tmp_path, content):
    workbook = openpyxl.load_workbook(master_path)
    at(workbook, "task_rows", "result_text").value = "Đã xong"
    workbook.save(tmp_path / "a.xlsx")
    written = tmp_path / "goc.xlsx"
    if content is not None:
        written.write_bytes(content)

    assert found(read_staff_work(tmp_path / "a.xlsx", written=written)) == []


# -------------------------------------------------------------------------------------- told and kept


def test_it_is_a_finding_at_the_cell_that_says_where_it_belongs(
    typed, merged, plan, registry, settings, design, tmp_path
):
    def change(workbook):
        at(workbook, "task_rows", "completion_pct").value = 61.5

    staff = typed(change)
    told = keep_previous(tmp_path / "tong-hop.xlsx", staff)
    path = tmp_path / "new.xlsx"
    path.write_bytes(
        build_master(merged, plan=plan, registry=registry, round_=settings, design=design, staff=staff)
    )
    (finding,) = read_master(path).tables["findings"].query("code == 'X507'").itertuples()

    header = next(
        one.header for one in load_master()["task_rows"].columns if one.key == "adjusted_completion_pct"
    )
    assert (finding.sheet, finding.cell, finding.value) == (
        "Nhiệm vụ - chi tiết",
        staff.overtyped[0].cell,
        "61,5",
    )
    assert f"ghi vào cột “{header}”" in finding.message
    assert "“61,5”" in told[0]
    assert "bản trước" in told[-1]


def test_of_very_many_cells_the_first_are_told_and_the_rest_counted(typed, tmp_path):
    def change(workbook):
        for row in range(FIRST_ROW, FIRST_ROW + 9):
            at(workbook, "task_rows", "result_text", row).value = f"Xong {row}"

    told = keep_previous(tmp_path / "tong-hop.xlsx", typed(change))

    assert len(told) == 7
    assert "Còn 4 ô khác" in told[5]
