"""Every state a file or a unit can be in comes about, and log and board show it."""

from datetime import date

import pytest

from catalogue import SheetKey
from tests.cli.rounds import SIGNED, form, new_round
from tests.commands import ask, run
from tests.forms import right_answers

ACCEPTED, WARNED, RETURNED, EXCEPTED, WAIVED = (
    "so-cong-thuong",
    "so-xay-dung",
    "11311",
    "11329",
    "11359",
)


def thin(desk, unit):
    """Return a form that breaks no rule but says next to nothing of a task."""
    answers = right_answers(desk.owed[unit])
    next(iter(answers[SheetKey.TASKS].values()))["result_text"] = "ok"
    return desk.form(unit, answers)


@pytest.fixture(scope="module")
def folder(tmp_path_factory, plan, design, owed):
    """A round in which every unit took another way, closed; then one more file came."""
    folder = tmp_path_factory.mktemp("states") / "đợt"
    desk = new_round(folder, plan, design, owed)
    desk.receive(form(desk, ACCEPTED, pct=40.0), "cũ.xlsx")
    desk.receive(thin(desk, WARNED), "cảnh báo.xlsx")
    desk.receive(form(desk, RETURNED, wrong=True), "sai.xlsx")
    desk.receive(form(desk, EXCEPTED, wrong=True), "đặc cách.xlsx")
    desk.receive(b"%PDF-1.4", "công văn.pdf")
    run("check", folder)
    desk.receive(form(desk, ACCEPTED, pct=60.0), "mới.xlsx", day=date(2026, 12, 16))
    for command in (("accept", folder, EXCEPTED), ("waive", folder, WAIVED)):
        assert run(*command, *SIGNED).returncode == 0
    run("consolidate", folder)
    assert run("close", folder, *SIGNED).returncode == 0
    desk.receive(form(desk, WAIVED), "muộn.xlsx")
    run("check", folder)
    return folder


def test_the_log_says_of_every_file_what_became_of_it(folder):
    last = {}
    for entry in ask("log", folder)["entries"]:
        if entry["what"] in ("received", "judged"):
            last[entry["file"]] = entry["details"]["phase"]

    assert last == {
        "công văn.pdf": "received",
        "cũ.xlsx": "superseded",
        "mới.xlsx": "accepted",
        "cảnh báo.xlsx": "warned",
        "sai.xlsx": "returned",
        "đặc cách.xlsx": "excepted",
        "muộn.xlsx": "supplement",
    }


def test_the_log_shows_what_was_decided(folder):
    decided = ask("log", folder, "--decisions")["entries"]

    assert [entry["what"] for entry in decided] == ["exception", "waiver", "closed"]
    assert {(entry["who"], entry["details"]["why"]) for entry in decided} == {(SIGNED[3], SIGNED[1])}


def test_the_board_shows_every_state(folder):
    shown = run("status", folder).stdout
    units = {unit["unit_code"]: unit for unit in ask("status", folder)["units"]}
    states = {code: units[code]["state"] for code in (ACCEPTED, WARNED, RETURNED, EXCEPTED, WAIVED)}

    assert list(states.values()) == ["accepted", "accepted", "returned", "accepted", "waived"]
    assert (units[WARNED]["warnings"] > 0, units[EXCEPTED]["exception"]["by"]) == (True, SIGNED[3])
    assert units[WAIVED]["supplements"] == ["muộn.xlsx"]
    for words in ("Chấp nhận đặc cách", "cảnh báo", "miễn nộp", "bổ sung", "công văn.pdf", "chốt"):
        assert words.lower() in shown.lower(), words
