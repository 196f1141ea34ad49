"""A workbook's own stamp orders the files of a unit, unless it cannot be true."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest

from catalogue import Code, SheetKey
from tests.forms import altered, right_answers, stamped

SAVED = datetime(2026, 12, 15, 2, tzinfo=UTC)
"""When the files of these tests are saved: the desk's day, nine o'clock in Vietnam."""


def nanoseconds(moment):
    return int(moment.timestamp()) * 10**9


@pytest.mark.parametrize(
    ("said", "believed"),
    [
        ("2026-12-10T12:00:00Z", datetime(2026, 12, 10, 12, tzinfo=UTC)),
        ("2026-12-15T02:00:00Z", SAVED),
        ("2026-12-15T02:00:01Z", None),
        ("2099-01-01T00:00:00Z", None),
        ("1980-01-01T00:00:00Z", None),
        ("2025-12-15T00:00:00Z", None),
        ("2025-12-15T00:00:01Z", datetime(2025, 12, 15, 0, 0, 1, tzinfo=UTC)),
        (None, None),
    ],
)
def test_a_stamp_is_believed_between_issue_and_the_files_own_date(desk, said, believed):
    submission, _ = desk.check_one(stamped(desk.form(), said))

    assert submission.modified_at == (believed and nanoseconds(believed))
    assert submission.stamped_at == nanoseconds(believed or SAVED)
    assert submission.received_at == nanoseconds(SAVED)


def test_a_form_nobody_saved_again_has_no_stamp_of_its_own(desk):
    submission, _ = desk.check_one(desk.form())

    assert submission.modified_at is None


def test_a_file_whose_own_date_cannot_be_goes_by_its_stamp(desk):
    desk.receive(stamped(desk.form(), "2026-12-10T12:00:00Z"), day=date(2001, 1, 1))
    (submission,) = desk.check().submissions

    assert submission.stamped_at == nanoseconds(datetime(2026, 12, 10, 12, tzinfo=UTC))


def test_the_version_of_the_form_is_what_the_form_says(desk):
    submission, _ = desk.check_one(desk.form())
    bare, _ = desk.check_one(altered(desk.form(), lambda book: book.remove(book["_tonghop"])))

    assert (submission.form_version, bare.form_version) == (desk.design.version, "")


def test_an_archive_that_notes_no_dates_dates_its_files(desk):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        opened.writestr(zipfile.ZipInfo("a.xlsx"), desk.form())
    desk.receive(stream.getvalue(), "gói.zip")
    (submission,) = desk.check().submissions

    assert submission.received_on == date(2026, 12, 15)


def saying(desk, unit, status, pct):
    """Return a form of a unit with what it says of the task it shares with another."""
    answers = right_answers(desk.owed[unit])
    answers[SheetKey.TASKS]["I.1"] |= {"status": status, "completion_pct": pct}
    return desk.form(unit, answers)


@pytest.mark.parametrize(("going_on", "not_begun", "disagree"), [(1, 2, True), (2, 1, False)])
def test_the_file_stamped_last_speaks_for_its_unit(desk, going_on, not_begun, disagree):
    done = saying(desk, "so-cong-thuong", "Hoàn thành", 100.0)
    desk.receive(done, "xong.xlsx")
    for name, day, status, pct in (
        ("đang.xlsx", going_on, "Đang triển khai", 40.0),
        ("chưa.xlsx", not_begun, "Chưa triển khai", 0.0),
    ):
        content = stamped(saying(desk, "so-xay-dung", status, pct), f"2026-12-0{day}T00:00:00Z")
        desk.receive(content, name, day=date(2026, 12, 14 - day))
    found = {each.file: {one.code for one in each.findings} for each in desk.check().submissions}

    assert (Code.X409 in found["xong.xlsx"]) == disagree
