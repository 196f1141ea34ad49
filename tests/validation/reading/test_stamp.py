"""When a workbook says it was last changed, whatever program wrote it; nonsense is unknown."""

import io
import struct
import zipfile
from datetime import UTC, datetime

import pytest

from tests.forms import CORE, altered, stamped
from validation.reading import read_workbook
from validation.reading.kind import Kind, sniff
from validation.reading.stamp import stamp_of

NOON = datetime(2026, 12, 10, 12, tzinfo=UTC)
IN_NANOSECONDS = int(NOON.timestamp()) * 10**9


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2026-12-10T12:00:00Z", IN_NANOSECONDS),
        ("2026-12-10T19:00:00+07:00", IN_NANOSECONDS),
        ("2026-12-10T19:00:00", IN_NANOSECONDS),
        ("\n 2026-12-10T12:00:00.5Z ", IN_NANOSECONDS + 500_000_000),
        ("2026-12-10", None),
        ("hôm qua", None),
        ("2026-13-10T12:00:00Z", None),
        ("", None),
        (None, None),
    ],
)
def test_a_workbook_says_when_it_was_changed_or_that_is_unknown(form, said, moment):
    assert read_workbook(stamped(form, said)).modified_at == moment


def test_a_stamp_that_cannot_be_unpacked_refuses_no_file(form):
    whole = stamped(form, "2026-12-10T12:00:00Z")
    start = whole.index(CORE.encode()) + len(CORE)
    damaged = whole[:start] + b"\xff" * 8 + whole[start + 8 :]

    assert read_workbook(damaged).modified_at is None


def test_what_excel_and_others_write_is_understood(form):
    content = altered(form, lambda book: book.active)

    assert abs(read_workbook(content).modified_at / 10**9 - datetime.now(UTC).timestamp()) < 3600


ODS = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}


@pytest.mark.parametrize("said", ["2026-12-10T19:00:00.000000000", "2026-12-10T12:00:00Z"])
def test_an_ods_says_local_time_unless_it_says_otherwise(said):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, text in (ODS | {"meta.xml": f"<m><dc:date>{said}</dc:date></m>"}).items():
            target.writestr(name, text)
    kind, package = sniff(made.getvalue())

    assert stamp_of(kind, made.getvalue(), package) == IN_NANOSECONDS


def summary(moment, number=13, kind=64):
    """Return the summary of an .xls with one property."""
    ticks = (int(moment.timestamp()) + 11_644_473_600) * 10_000_000
    section = struct.pack("<II", 28, 1) + struct.pack("<II", number, 16) + struct.pack("<IQ", kind, ticks)
    return b"\xfe\xff" + bytes(26) + bytes(16) + struct.pack("<I", 48) + section


@pytest.mark.parametrize(
    ("stream", "moment"),
    [
        (summary(NOON), IN_NANOSECONDS),
        (summary(NOON, number=12), None),
        (summary(NOON, kind=3), None),
        (summary(NOON)[:50], None),
        (b"", None),
    ],
    ids=["said", "another property", "no moment", "cut off", "empty"],
)
def test_an_xls_says_it_in_its_summary(monkeypatch, stream, moment):
    monkeypatch.setattr("validation.reading.stamp.Ole", lambda _: FakeOle(stream))

    assert stamp_of(Kind.XLS, b"", None) == moment


class FakeOle:
    def __init__(self, summary):
        self.streams = {"\x05SummaryInformation": summary}

    def stream(self, name):
        return self.streams[name]
