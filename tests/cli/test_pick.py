"""Which file of a unit counts, which unit need not report, and what each file changed."""

import shutil
from datetime import date

import pytest

from catalogue import load_round
from tests.cli.rounds import NAME, SIGNED, UNIT, form, new_round
from tests.commands import ask, run
from tests.forms import FormDesk


@pytest.fixture(scope="module")
def forked(tmp_path_factory, plan, design, owed):
    """A round where one unit sent twice, by different persons, and was checked; tests only look at it."""
    folder = tmp_path_factory.mktemp("pick") / "đợt"
    desk = new_round(folder, plan, design, owed)
    desk.receive(form(desk, pct=40.0), "phòng một/báo cáo.xlsx")
    desk.receive(form(desk, pct=60.0, person="Trần Văn C"), "phòng hai/báo cáo.xlsx", day=desk_day(16))
    assert run("check", folder).returncode == 0
    return folder


def desk_day(day):
    return date(2026, 12, day)


@pytest.fixture
def folder(forked, tmp_path):
    """A copy of the round, to be decided about."""
    return shutil.copytree(forked, tmp_path / "đợt")


def standing(folder, code=UNIT):
    return next(unit for unit in ask("status", folder)["units"] if unit["unit_code"] == code)


def findings(folder):
    return [each["code"] for each in ask("check", folder)["findings"] if each["code"].startswith("X50")]


def test_a_fork_is_a_finding_for_staff_and_the_later_file_counts_meanwhile(forked):
    assert findings(forked) == ["X504"]
    assert standing(forked)["file"] == "phòng hai/báo cáo.xlsx"


def test_checking_counts_the_files_another_has_taken_the_place_of(folder):
    assert "1 tệp đã có tệp gửi sau" in run("check", folder).stdout


def test_picking_settles_it_and_is_recorded(folder):
    done = run("pick", folder, NAME, "phòng một/báo cáo.xlsx", *SIGNED)
    unit = standing(folder)

    assert "dùng bản nộp “phòng một/báo cáo.xlsx”" in done.stdout, done.stderr
    assert (unit["file"], unit["pick"]["by"]) == ("phòng một/báo cáo.xlsx", "Trần Thị B")
    assert findings(folder) == []
    assert "pick" in [entry["what"] for entry in ask("log", folder)["entries"]]


def test_a_pick_is_taken_back(folder):
    run("pick", folder, UNIT, "phòng một/báo cáo.xlsx", *SIGNED)
    done = run("pick", folder, UNIT, "--undo", *SIGNED)

    assert "thôi chọn" in done.stdout, done.stderr
    assert standing(folder)["file"] == "phòng hai/báo cáo.xlsx"


def test_a_file_may_be_named_by_the_beginning_of_its_hash(folder):
    (first,) = [each for each in ask("revisions", folder, UNIT)["files"] if "một" in each["file"]]
    run("pick", folder, UNIT, first["sha256"][:8], *SIGNED)

    assert standing(folder)["file"] == first["file"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((UNIT, "báo cáo.xlsx", *SIGNED), "có thể là nhiều bản nộp"),
        ((UNIT, "khac.xlsx", *SIGNED), "Các bản đã nhận: phòng hai/báo cáo.xlsx; phòng một/báo cáo.xlsx"),
        ((UNIT, "phòng một/báo cáo.xlsx", "--by", "B"), "--why"),
        (("11311", "x.xlsx", *SIGNED), "Các bản đã nhận: chưa có"),
        ((UNIT, "--undo", *SIGNED), "Chưa chọn bản nộp nào"),
    ],
)
def test_what_cannot_be_picked_is_refused(forked, arguments, says):
    done = run("pick", forked, *arguments)

    assert done.returncode == 2
    assert says in done.stderr


def test_a_file_with_errors_is_not_picked_over_one_without(folder, plan, design, owed):
    desk = FormDesk(plan, design, owed, load_round(folder))
    desk.receive(form(desk, wrong=True), "sai.xlsx", day=desk_day(17))
    done = run("pick", folder, UNIT, "sai.xlsx", *SIGNED)

    assert done.returncode == 2
    assert "còn 1 lỗi" in done.stderr


def test_a_waived_unit_is_neither_missing_nor_owing(folder):
    before = run("consolidate", folder).stdout
    done = run("waive", folder, "11311", *SIGNED)
    after = run("consolidate", folder).stdout

    assert "được miễn nộp" in done.stdout, done.stderr
    assert standing(folder, "11311")["state"] == "waived"
    assert "trên 121 đơn vị" in before
    assert "trên 120 đơn vị" in after
    assert "Được miễn nộp: 1 đơn vị" in after


def test_a_waiver_is_taken_back_once(folder):
    run("waive", folder, "11311", *SIGNED)
    again = run("waive", folder, "11311", *SIGNED)
    undone = run("waive", folder, "11311", "--undo", *SIGNED)
    nothing = run("waive", folder, "11311", "--undo", *SIGNED)

    assert "đã được Trần Thị B cho miễn nộp" in again.stderr
    assert "lại phải nộp" in undone.stdout
    assert nothing.returncode == 2
    assert standing(folder, "11311")["state"] == "missing"


def test_revisions_show_the_chain_and_every_cell_that_changed(forked):
    answer = ask("revisions", forked, NAME)
    ((step),) = answer["changes"]
    cells = {(each["field"], each["old"], each["new"]) for each in step["cells"]}

    assert [each["state"] for each in answer["files"]] == ["superseded", "warned"]
    assert all(each["first_seen"] for each in answer["files"])
    assert cells == {("Tỷ lệ hoàn thành (%)", "40", "60"), ("Người lập biểu", "Lê Văn A", "Trần Văn C")}


def test_revisions_read_well_on_a_terminal(forked):
    done = run("revisions", forked, UNIT)

    assert "Các bản nộp của Sở Xây dựng" in done.stdout, done.stderr
    assert "2 ô thay đổi" in done.stdout


def test_a_file_that_is_gone_is_still_known(folder):
    (folder / "nhan-ve" / "phòng một" / "báo cáo.xlsx").unlink()
    answer = ask("revisions", folder, UNIT)

    assert [each["file"] for each in answer["gone"]] == ["phòng một/báo cáo.xlsx"]
    assert "không còn trong thư mục" in run("revisions", folder, UNIT).stdout


def test_checking_again_writes_nothing_into_the_ledger(folder):
    before = ask("log", folder)["count"]
    for command in ("check", "consolidate", "check"):
        run(command, folder)

    assert (before, ask("log", folder)["count"]) == (2, 2)
