"""A submission accepted in spite of its errors: recorded, shown, taken back; its errors never count."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import docx
import pytest

from catalogue import Catalogue, Code, SheetKey, load_round
from cli.new import create_round
from cli.send_back import is_marked, to_correct
from consolidate import merge, read_master
from tests.commands import ask, run
from tests.consolidate.making import DEADLINE, checked, finding, submission
from tests.forms import FormDesk, right_answers
from validation import State

UNIT = "so-xay-dung"
SIGNED = ("--why", "Đã đối chiếu qua điện thoại.", "--by", "Trần Thị B")
OVERSPENT = {"funding_source": "Ngân sách địa phương", "planned_vnd": 10.0, "disbursed_vnd": 90.0}


@pytest.fixture(scope="module")
def issued(plan, design, owed):
    """Open a round of the real plan in a folder."""

    def issued(folder):
        return FormDesk(plan, design, owed, load_round(folder))

    return issued


def wrong_answers(desk):
    """Return answers with 150 % in the first task, and more disbursed than planned."""
    answers = right_answers(desk.owed[UNIT])
    first = desk.owed[UNIT].tasks[0].task
    answers[SheetKey.TASKS][first.code]["completion_pct"] = 150.0
    task = f"{first.code}. {desk.plan.full_name(first)}"
    answers[SheetKey.BUDGETS] = {"1": OVERSPENT | {"task": task}}
    return answers


@pytest.fixture(scope="module")
def faulty(tmp_path_factory, plan, issued):
    """A round's folder after one unit sent a form with two errors; tests only look at it."""
    folder = tmp_path_factory.mktemp("accept") / "đợt"
    create_round(Catalogue(), folder, plan_id=plan.id, period_code="2026", deadline=date(2026, 12, 18))
    desk = issued(folder)
    desk.receive(desk.form(UNIT, wrong_answers(desk)), "sai.xlsx")
    return folder


@pytest.fixture(scope="module")
def entry(excepted):
    """What the ledger says after the officer accepted that form."""
    return ask("log", excepted)["entries"][0]


@pytest.fixture(scope="module")
def excepted(faulty, tmp_path_factory):
    """The same round after the officer accepted that form; tests only look at it and build from it."""
    folder = shutil.copytree(faulty, tmp_path_factory.mktemp("excepted") / "đợt")
    done = run("accept", folder, "Sở Xây dựng", *SIGNED)
    assert "chấp nhận đặc cách bản nộp “sai.xlsx” của Sở Xây dựng" in done.stdout, done.stderr
    return folder


@pytest.fixture(scope="module")
def built(excepted):
    """What consolidating and reporting answered."""
    answer = ask("consolidate", excepted)
    assert run("report", excepted).returncode == 0
    return answer


@pytest.fixture
def desk(excepted, issued, tmp_path):
    """A copy of the excepted round, to be changed."""
    return issued(shutil.copytree(excepted, tmp_path / "đợt"))


def decisions(folder):
    """Return what officers decided, in order."""
    seen = {"received", "judged", "gone"}
    return [entry["what"] for entry in ask("log", folder)["entries"] if entry["what"] not in seen]


def standing(folder, code=UNIT):
    return next(unit for unit in ask("status", folder)["units"] if unit["unit_code"] == code)


def test_an_entry_names_file_content_and_errors(entry):
    assert (entry["seq"], entry["what"], entry["file"]) == (1, "exception", "sai.xlsx")
    assert [error["code"] for error in entry["details"]["errors"]] == ["C206", "R307"]
    assert all(error["cell"] and error["message"] for error in entry["details"]["errors"])


def test_the_board_shows_the_exception_and_who_made_it(excepted):
    unit = standing(excepted)

    assert (unit["state"], unit["errors"]) == ("accepted", 2)
    assert (unit["exception"]["by"], unit["exception"]["why"]) == ("Trần Thị B", SIGNED[1])
    assert "Chấp nhận đặc cách (1): Sở Xây dựng" in run("status", excepted).stdout


def test_nothing_is_left_to_correct(excepted):
    done = run("check", excepted, "--html", excepted / "kiểm tra.html")

    assert done.returncode == 0, done.stderr
    assert "1 tệp có lỗi nhưng được chấp nhận đặc cách: sai.xlsx." in done.stdout
    assert "Chấp nhận đặc cách" in (excepted / "kiểm tra.html").read_text(encoding="utf-8")
    assert list((excepted / "tra-lai").glob("*.xlsx")) == []


def test_checking_says_which_files_are_accepted_by_exception(excepted):
    assert {each["file"]: each["accepted_by_exception"] for each in ask("check", excepted)["files"]} == {
        "sai.xlsx": True
    }


def test_cells_in_error_are_not_in_the_master_and_everything_else_is(excepted, built, owed):
    tables = read_master(load_round(excepted).master_path).tables
    first = tables["task_rows"].set_index("task_code").loc[owed[UNIT].tasks[0].task.code]

    assert first.isna()["completion_pct"]
    assert first["result_text"] == "Đã ban hành kế hoạch."
    assert tables["budgets"][["planned_vnd", "disbursed_vnd"]].isna().all(axis=None)
    assert built["rows"]["read"] == built["rows"]["merged"] > 0
    assert built["submissions"]["excepted"] == 1


def test_master_and_report_name_the_exception_with_its_reason(excepted, built):
    units = read_master(load_round(excepted).master_path).tables["submissions"].set_index("unit_code")
    paragraphs = [each.text for each in docx.Document(load_round(excepted).report_path).paragraphs]

    assert "Trần Thị B chấp nhận đặc cách" in units.loc[UNIT, "note"]
    assert "3 ô có lỗi không tổng hợp" in units.loc[UNIT, "note"]
    assert any("Sở Xây dựng (lý do: Đã đối chiếu qua điện thoại)" in text for text in paragraphs)


def test_undoing_sends_the_submission_back_again(desk):
    folder = desk.round.folder
    done = run("accept", folder, UNIT, "--undo", *SIGNED)

    assert "thôi chấp nhận" in done.stdout
    assert len(ask("check", folder)["returned"]) == 1
    assert decisions(folder) == ["exception", "exception_undone"]


def test_a_decision_does_not_hold_for_another_file(desk):
    answers = wrong_answers(desk)
    answers[SheetKey.INFO]["contact_name"]["value"] = "Người khác"
    desk.receive(desk.form(UNIT, answers), "sai.xlsx")
    unit = standing(desk.round.folder)

    assert (unit["state"], unit["exception"]) == ("returned", None)


def test_a_later_file_with_errors_waits_beside_the_excepted_one(desk):
    answers = wrong_answers(desk) | {SheetKey.BUDGETS: {}}
    desk.receive(desk.form(UNIT, answers), "sau.xlsx", date(2026, 12, 17))
    unit = standing(desk.round.folder)

    assert (unit["state"], unit["file"], unit["waiting"]) == ("accepted", "sai.xlsx", "sau.xlsx")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((UNIT, "--by", "B"), "--why"),
        ((UNIT, "--why", "x", "--by", "  "), "--by"),
        (("Sở Xây", *SIGNED), "Có phải là: Sở Xây dựng (so-xay-dung)"),
        (("11311", *SIGNED), "chưa có bản nộp nào"),
        ((UNIT, "--undo", *SIGNED), "Không có quyết định"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_not_recorded(faulty, arguments, says):
    done = run("accept", faulty, *arguments)

    assert done.returncode == 2
    assert says in done.stderr
    assert not load_round(faulty).ledger_path.exists()


def test_the_log_is_printed_in_words_people_use(excepted):
    done = run("log", excepted)

    assert done.returncode == 0
    assert "Chấp nhận" in done.stdout
    assert "còn nguyên vẹn: " in done.stdout


def test_a_round_without_decisions_has_a_sound_and_empty_log(faulty):
    assert "chưa ghi gì" in run("log", faulty).stdout
    assert ask("log", faulty, "--verify") == {"entries": [], "count": 0, "problems": []}


def test_a_tampered_ledger_is_found_out_and_nothing_acts_on_it(desk):
    with closing(sqlite3.connect(desk.round.ledger_path, isolation_level=None)) as ledger:
        ledger.execute("DROP TRIGGER events_are_not_changed")
        ledger.execute("UPDATE events SET who = 'Người khác'")
    verified, board = run("log", desk.round.folder, "--verify"), run("status", desk.round.folder)

    assert (verified.returncode, board.returncode) == (1, 2)
    assert "Dòng 1 đã bị sửa" in verified.stdout
    assert "tonghop log --verify" in board.stderr


@pytest.mark.parametrize(
    ("state", "codes", "expected"),
    [
        (State.RETURNED, [Code.C201, Code.R311], "a"),
        (State.ACCEPTED, [Code.R311, Code.C212], None),
        (State.ACCEPTED, [], None),
    ],
)
def test_a_unit_gets_a_marked_copy_only_when_there_is_an_error_to_correct(owed, state, codes, expected):
    one = submission("a", UNIT, state=state, findings=tuple(finding("a", UNIT, code) for code in codes))
    merged = merge(checked([one]), (owed[UNIT],), deadline=DEADLINE)
    found = to_correct(merged.standings[0])

    assert (found and found.file) == expected


@pytest.mark.parametrize(
    ("code", "explanation", "expected"),
    [
        (Code.C201, "", True),
        (Code.R311, "", True),
        (Code.R311, "Vì mưa bão.", False),
        (Code.C212, "", True),
        (Code.C216, "", True),
        (Code.C218, "Vì chưa rõ ngày.", True),
        (Code.C215, "", False),
        (Code.E017, "", False),
        (Code.T109, "", False),
        (Code.X503, "", False),
        (Code.X504, "", False),
    ],
)
def test_a_marked_copy_shows_what_to_correct_or_explain_and_what_was_read_differently(
    code, explanation, expected
):
    assert is_marked(replace(finding("a", UNIT, code), explanation=explanation)) is expected
