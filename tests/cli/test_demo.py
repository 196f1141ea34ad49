"""The whole round on the Hải Phòng plan, held against a count made by other code from the files."""

import hashlib
import shutil
from collections import Counter, defaultdict
from math import fsum

import openpyxl
import pytest

from tests.commands import ask, run
from tests.libreoffice import recalculate
from tests.sheets import visible_rows


@pytest.fixture(scope="session")
def standings(demo):
    return {unit["unit_code"]: unit for unit in ask("status", demo)["units"]}


@pytest.fixture(scope="session")
def accepted(demo, standings):
    """Paths of the submissions that count, by unit code."""
    return {
        code: demo / "nhan-ve" / unit["file"]
        for code, unit in standings.items()
        if unit["state"] == "accepted"
    }


@pytest.fixture(scope="session")
def master(demo):
    return demo / "tong-hop" / "tong-hop.xlsx"


def fingerprints(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_one_form_is_issued_to_each_of_the_121_reporting_units(demo):
    assert len(list((demo / "phat-hanh").glob("*.xlsx"))) == 121


def test_file_names_of_forms_are_plain_ascii(demo):
    assert all(path.name.isascii() for path in (demo / "phat-hanh").iterdir())


def test_some_units_are_missing_some_late_some_sent_back(demo):
    submissions = ask("consolidate", demo)["submissions"]

    assert min(submissions[state] for state in ("accepted", "returned", "missing", "late")) >= 5
    assert submissions["accepted"] + submissions["returned"] + submissions["missing"] == 121


def test_every_kind_of_mistake_of_the_first_rules_is_made_and_found(demo):
    codes = {finding["code"] for finding in ask("check", demo)["findings"]}

    assert codes >= {
        *("C201", "C202", "C203", "C204", "C205", "C206", "C207", "E009"),
        *("C211", "C213", "C214", "C215", "C218", "C219", "E016"),
        *("R301", "R302", "R303", "R304", "R305", "R306", "R307", "R308", "R309"),
    }


def test_no_row_is_lost(demo):
    rows = ask("consolidate", demo)["rows"]

    assert rows["read"] == rows["merged"] + rows["refused"] + rows["superseded"]
    assert min(rows[kind] for kind in ("merged", "refused", "superseded")) > 0


def test_a_unit_sent_back_finds_a_marked_copy(demo, standings):
    returned = [code for code, unit in standings.items() if unit["state"] == "returned"]

    copies = {path.stem for path in (demo / "tra-lai").glob("*.xlsx")}
    assert len(copies) == len(returned)
    assert {path.stem for path in (demo / "tra-lai").glob("*.docx")} == {*copies, "in-tat-ca"}


def test_each_task_is_reported_by_those_that_owe_it_less_missing_and_sent_back(master, owed, standings):
    reported = {row["Mã nhiệm vụ"]: row for row in with_codes(master, "Nhiệm vụ")}
    for code, row in reported.items():
        owing = [unit for unit, duty in owed.items() if code in {each.task.code for each in duty.tasks}]
        absent = [unit for unit in owing if standings[unit]["state"] != "accepted"]
        assert row["Số đơn vị phải báo cáo"] == len(owing), code
        assert row["Số đơn vị đã báo cáo"] == len(owing) - len(absent), code


def with_codes(path, title):
    """Return a master sheet's rows with the hidden code column, which stands first."""
    sheet = openpyxl.load_workbook(path, data_only=True)[title]
    rows = list(sheet.iter_rows(values_only=True))
    at = next(number for number, row in enumerate(rows) if "STT" in row or "Số" in row)
    tables = [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :]]
    return [table for table in tables if table[rows[at][0]]]


def test_states_of_tasks_are_counted_as_the_submissions_say(master, accepted, owed):
    counted = Counter()
    for code, path in accepted.items():
        codes = [each.task.code for each in owed[code].tasks]
        states = [row["Trạng thái"] for row in visible_rows(path, "Nhiệm vụ")]
        counted.update(zip(codes, states, strict=True))
    shown = {
        (row["Mã nhiệm vụ"], state): row[state]
        for row in with_codes(master, "Nhiệm vụ")
        for state in ("Hoàn thành", "Đang triển khai", "Chưa triển khai", "Tạm dừng", "Không phát sinh")
    }

    assert {place: count for place, count in shown.items() if count} == dict(counted)


def test_numerators_and_denominators_are_summed_before_dividing(master, accepted, owed):
    sums = defaultdict(lambda: [0.0, 0.0])
    for code, path in accepted.items():
        for indicator, row in zip(owed[code].indicators, visible_rows(path, "Chỉ tiêu"), strict=False):
            if isinstance(row["Tử số"], (int, float)):
                sums[indicator.code][0] += row["Tử số"]
                sums[indicator.code][1] += row["Mẫu số"]
    for row in with_codes(master, "Chỉ tiêu"):
        if row["Mã chỉ tiêu"] in sums:
            top, bottom = sums[row["Mã chỉ tiêu"]]
            assert (row["Tử số"], row["Mẫu số"]) == (top, bottom)
            assert row["Giá trị kỳ này"] == pytest.approx(top / bottom * 100, rel=1e-12)


def test_counted_values_are_summed_over_the_units(master, accepted, owed):
    sums = Counter()
    for code, path in accepted.items():
        for indicator, row in zip(owed[code].indicators, visible_rows(path, "Chỉ tiêu"), strict=False):
            if indicator.measure == "count" and isinstance(row["Giá trị kỳ này"], (int, float)):
                sums[indicator.code] += row["Giá trị kỳ này"]
    shown = {row["Mã chỉ tiêu"]: row["Giá trị kỳ này"] for row in with_codes(master, "Chỉ tiêu")}

    assert sums
    assert {code: shown[code] for code in sums} == dict(sums)


def test_money_in_the_master_is_the_money_in_the_submissions(master, accepted):
    rows = [row for path in accepted.values() for row in visible_rows(path, "Kinh phí") if row["Nhiệm vụ"]]
    shown = with_codes(master, "Kinh phí")
    detail = [row for row in shown if row["Mã đơn vị"]]
    for header in ("Kế hoạch vốn (triệu đồng)", "Đã giải ngân (triệu đồng)"):
        assert fsum(row[header] for row in detail) == pytest.approx(
            fsum(row[header] for row in rows), abs=1e-6
        )
    assert len(detail) == len(rows)


def test_every_text_an_invented_unit_wrote_says_so(accepted):
    for path in list(accepted.values())[:10]:
        for row in visible_rows(path, "Nhiệm vụ"):
            text = row["Kết quả thực hiện trong kỳ"]
            assert not text or text.startswith("[Giả định]")


def test_two_runs_give_the_same_files_byte_for_byte(demo, tmp_path):
    again = tmp_path / "đợt thử & nghiệm"
    assert run("demo", again).returncode == 0

    first, second = (fingerprints(folder) for folder in (demo, again))
    for files in (first, second):
        del files["so-theo-doi.sqlite"]  # the ledger keeps when each file was seen

    assert second == first


def test_received_files_are_never_modified(demo, tmp_path):
    copy = shutil.copytree(demo, tmp_path / "copy")
    before = fingerprints(copy / "nhan-ve")
    for command in ("check", "consolidate", "report", "status"):
        run(command, copy)

    assert fingerprints(copy / "nhan-ve") == before


def test_the_demo_runs_again_in_its_own_folder_but_never_in_another(demo, tmp_path):
    (tmp_path / "thu.txt").write_text("của người khác", encoding="utf-8")

    refused = run("demo", tmp_path)

    assert refused.returncode == 2
    assert (tmp_path / "thu.txt").exists()


@pytest.mark.libreoffice
def test_libreoffice_recalculating_the_master_changes_no_value(master, tmp_path):
    again = recalculate(master, tmp_path)
    left, right = (openpyxl.load_workbook(path, data_only=True) for path in (master, again))
    compared = 0
    for sheet in left.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                other = right[sheet.title][cell.coordinate].value
                if isinstance(cell.value, (int, float)):
                    assert other == pytest.approx(cell.value, rel=1e-12, abs=1e-12), (
                        sheet.title,
                        cell.coordinate,
                    )
                else:
                    assert (other or "") == (cell.value or ""), (sheet.title, cell.coordinate)
                compared += cell.value is not None

    assert compared > 3000
