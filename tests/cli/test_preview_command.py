"""`consolidate --preview` says what would change and writes nothing."""

import shutil

import openpyxl
import pytest

from catalogue import load_round
from consolidate import writing
from tests.cli.rounds import UNIT, fingerprint, form, new_round
from tests.commands import ask, run
from tests.forms import FormDesk
from tests.libreoffice import recalculate


@pytest.fixture(scope="module")
def ready(tmp_path_factory, plan, design, owed):
    """A round of one submission, consolidated; tests only look at it."""
    folder = tmp_path_factory.mktemp("preview") / "đợt"
    desk = new_round(folder, plan, design, owed)
    desk.receive(form(desk, pct=40.0), "báo cáo.xlsx")
    assert run("consolidate", folder).returncode == 0
    return folder


@pytest.fixture
def changed(ready, tmp_path, plan, design, owed):
    """The same after the unit sent again and another unit sent."""
    desk = FormDesk(plan, design, owed, load_round(shutil.copytree(ready, tmp_path / "đợt")))
    desk.receive(form(desk, pct=60.0), "báo cáo.xlsx")
    desk.receive(form(desk, "so-cong-thuong"), "sở khác.xlsx")
    return desk.round.folder


def test_nothing_in_the_folder_changes(changed):
    before = fingerprint(changed)
    done = run("consolidate", changed, "--preview")

    assert done.returncode == 0, done.stderr
    assert fingerprint(changed) == before


def test_a_preview_of_nothing_new_says_so(ready):
    assert ask("consolidate", ready, "--preview")["is_empty"] is True
    assert "không thay đổi gì" in run("consolidate", ready, "--preview").stdout


def test_what_would_be_added_and_changed_is_told_cell_by_cell(changed):
    answer = ask("consolidate", changed, "--preview")
    tables = {each["key"]: each for each in answer["tables"]}
    cells = {(each["field"], each["old"], each["new"]) for each in tables["task_rows"]["changed"]}

    assert ("Tỷ lệ hoàn thành (%)", "40", "60") in cells
    assert all(name.startswith("Sở Công Thương") for name in tables["task_rows"]["added"])
    assert {each["label"] for each in answer["figures"] if each["before"] != each["after"]} >= {
        "Số tệp đã nhận",
        "Đơn vị: Hợp lệ",
        "Số dòng tổng hợp",
    }


def test_people_read_it_in_sentences(changed):
    done = run("consolidate", changed, "--preview")

    assert "“40” → “60”" in done.stdout
    assert "chưa ghi gì" in done.stdout


def test_consolidating_does_what_the_preview_said(changed):
    run("consolidate", changed)

    assert ask("consolidate", changed, "--preview")["is_empty"] is True


def test_what_staff_adjusted_is_in_force_before_and_after(ready, tmp_path, plan, design, owed):
    folder = shutil.copytree(ready, tmp_path / "đợt")
    adjust(load_round(folder).master_path, tmp_path, adjusted_completion_pct=55, adjusted_why="Đã hỏi.")
    still = ask("consolidate", folder, "--preview")
    desk = FormDesk(plan, design, owed, load_round(folder))
    desk.receive(form(desk, pct=60.0), "báo cáo.xlsx")
    (table,) = (
        each for each in ask("consolidate", folder, "--preview")["tables"] if each["key"] == "task_rows"
    )
    cells = {(each["field"], each["old"], each["new"]) for each in table["changed"]}

    assert [each["key"] for each in still["tables"]] == []
    assert ("Đơn vị báo cáo: tỷ lệ (%)", "40", "60") in cells
    assert not any(field == "Tỷ lệ hoàn thành (%)" for field, _, _ in cells)


def adjust(path, folder, **cells):
    """Type into the first task row of a master, and save it as a program does that calculates."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Nhiệm vụ - chi tiết"]
    keys = [cell.value for cell in sheet[1]]
    for key, value in cells.items():
        sheet.cell(6, keys.index(key) + 1).value = value
    workbook.save(path)
    shutil.copy(recalculate(path, folder), path)


def test_before_the_first_master_everything_is_new(tmp_path, plan, design, owed):
    desk = new_round(tmp_path / "đợt", plan, design, owed)
    desk.receive(form(desk), "báo cáo.xlsx")
    before = fingerprint(desk.round.folder)
    answer = ask("consolidate", desk.round.folder, "--preview")

    assert answer["is_first"] is True
    assert answer["figures"][0]["before"] is None
    assert fingerprint(desk.round.folder) == before


def test_a_preview_needs_nobody_elses_leave(ready, tmp_path):
    folder = shutil.copytree(ready, tmp_path / "đợt")
    with writing(folder):
        assert ask("consolidate", folder, "--preview")["is_empty"] is True
        held = run("waive", folder, UNIT, "--why", "x", "--by", "B", "--wait", "0")

    assert held.returncode == 2
    assert "đang được xử lý bởi" in held.stderr
