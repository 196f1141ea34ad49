"""Who may be meant, and what may be accepted in spite of its errors."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from catalogue import Code, DecisionError
from consolidate import EventKind, except_submission, in_force, merge, sign, undo_exception, unit_meant
from tests.consolidate.making import DEADLINE, checked, finding, submission
from validation import State

NOON = datetime(2026, 12, 21, 12, tzinfo=UTC)
SIGNED = sign(who="Trần  Thị B", when=NOON, why="Đã đối chiếu\nqua điện thoại")
FAULTY = {"state": State.RETURNED, "findings": (finding("a", "11311"),)}


@pytest.fixture
def standing(every_duty):
    """Give the standing of a unit after some files came."""

    def standing(*files, decisions=()):
        duty = next(each for each in every_duty if each.unit.code == "11311")
        return merge(checked(files), (duty,), deadline=DEADLINE, decisions=decisions).standings[0]

    return standing


@pytest.mark.parametrize(
    ("who", "why", "says"),
    [("", "x", "--by"), ("x", "", "--why"), (" \u00a0", "x", "--by"), ("x", "\n", "--why")],
)
def test_a_decision_needs_a_name_and_a_reason(who, why, says):
    with pytest.raises(DecisionError, match=says):
        sign(who=who, when=NOON, why=why)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("11311", "11311"),
        ("so-xay-dung", "so-xay-dung"),
        ("Sở Xây dựng", "so-xay-dung"),
        ("SỞ XÂY DỰNG", "so-xay-dung"),
        ("Sở Nông nghiệp và Môi trườn", "so-nong-nghiep-va-moi-truong"),
    ],
)
def test_a_unit_is_known_by_its_code_or_a_name_that_can_be_no_other(said, code, registry, owed):
    assert unit_meant(said, registry, [duty.unit for duty in owed.values()]).code == code


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("Sở Xây", r"Sở Xây dựng \(so-xay-dung\)"),
        ("UBND các xã, phường, đặc khu", "Không rõ"),
        ("qqq www", "tonghop status --json"),
        ("", "tonghop status --json"),
    ],
)
def test_a_name_that_may_be_several_units_or_none_is_asked_about(said, says, registry, owed):
    with pytest.raises(DecisionError, match=says):
        unit_meant(said, registry, [duty.unit for duty in owed.values()])


def test_a_unit_that_reports_nothing_is_not_offered(registry, owed):
    others = [duty.unit for duty in owed.values() if duty.unit.code != "so-xay-dung"]

    with pytest.raises(DecisionError) as refusal:
        unit_meant("Sở Xây dựng", registry, others)

    assert "(so-xay-dung)" not in str(refusal.value)


def test_an_exception_records_the_file_its_content_and_every_error(standing):
    event = except_submission(standing(submission("a", "11311", **FAULTY)), SIGNED)

    assert (event.kind, event.unit_code, event.file) == (EventKind.EXCEPTION, "11311", "a")
    assert event.sha256 == submission("a").sha256
    assert (event.who, event.details["why"]) == ("Trần Thị B", "Đã đối chiếu qua điện thoại")
    assert event.details["errors"] == [
        {"code": "C201", "sheet": "Nhiệm vụ", "cell": "H7", "message": "Chưa điền. Hãy điền ô này."}
    ]


def test_the_event_read_back_is_the_decision(standing):
    event = except_submission(standing(submission("a", "11311", **FAULTY)), SIGNED)
    (decision,) = in_force([event]).values()

    assert (decision.who, decision.when, decision.why) == (SIGNED.who, NOON, SIGNED.why)
    assert [(error.code, error.cell) for error in decision.errors] == [("C201", "H7")]
    assert standing(submission("a", "11311", **FAULTY), decisions=[decision]).exception == decision


def test_the_submission_that_waits_is_the_one_accepted(standing):
    found = standing(submission("old", "11311", at=1), submission("new", "11311", at=2, **FAULTY))

    assert except_submission(found, SIGNED).file == "new"


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ([], "chưa có bản nộp nào"),
        ([submission("a", "11311", state=State.UNREADABLE)], "chưa có bản nộp nào"),
        ([submission("a", "11311")], "không có lỗi phải sửa"),
        (
            [
                submission(
                    "a", "11311", state=State.RETURNED, findings=(finding("a", "11311", Code.E021, cell=""),)
                )
            ],
            "E021",
        ),
    ],
)
def test_what_cannot_be_accepted_says_why(standing, files, says):
    with pytest.raises(DecisionError, match=says):
        except_submission(standing(*files), SIGNED)


def test_accepting_twice_says_who_did_it_and_when(standing):
    faulty = submission("a", "11311", **FAULTY)
    decisions = in_force([except_submission(standing(faulty), SIGNED)]).values()

    with pytest.raises(DecisionError, match="Trần Thị B chấp nhận đặc cách ngày 21/12/2026"):
        except_submission(standing(faulty, decisions=decisions), SIGNED)


def test_undoing_takes_the_decision_back(standing, owed):
    event = except_submission(standing(submission("a", "11311", **FAULTY)), SIGNED)
    undone = undo_exception(owed["11311"].unit, in_force([event]), SIGNED)

    assert (undone.kind, undone.file, undone.sha256) == (EventKind.EXCEPTION_UNDONE, "a", event.sha256)
    assert in_force([event, undone]) == {}


def test_there_must_be_something_to_undo(owed):
    with pytest.raises(DecisionError, match="Không có quyết định"):
        undo_exception(owed["11311"].unit, {}, replace(SIGNED, why="x"))
