"""The ledger: only ever added to, and every change shows."""

import hashlib
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import LedgerError, LockedFileError
from consolidate.ledger import Event, EventKind, Ledger, Problem, ProblemKind, in_force, latest_of

NOON = datetime(2026, 12, 21, 12, tzinfo=UTC)
WHY = {"why": "Đã đối chiếu qua điện thoại"}


def event(kind=EventKind.EXCEPTION, *, unit="11311", sha256="a" * 64, who="Trần B", details=WHY):
    return Event(
        kind=kind, when=NOON, who=who, unit_code=unit, file="tệp.xlsx", sha256=sha256, details=details
    )


@pytest.fixture
def ledger(tmp_path):
    """A ledger of three entries."""
    ledger = Ledger.open(tmp_path / "so-theo-doi.sqlite")
    for who in ("Một", "Hai", "Ba"):
        ledger.append(event(who=who))
    return ledger


def tamper(ledger, *statements):
    """Change the file behind the triggers' back, as somebody with any SQLite tool can."""
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as connection:
        for trigger in ("events_are_not_changed", "events_are_not_removed"):
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)


def test_what_goes_in_comes_out_in_order(ledger):
    assert [each.who for each in ledger.events()] == ["Một", "Hai", "Ba"]
    assert ledger.events()[0] == event(who="Một")
    assert ledger.verify() == ()


def test_a_round_without_decisions_has_an_empty_ledger_and_no_file(tmp_path):
    ledger = Ledger.open(tmp_path / "so-theo-doi.sqlite")

    assert (ledger.events(), ledger.verify()) == ((), ())
    assert not ledger.path.exists()


def test_each_entry_holds_the_hash_of_the_one_before(ledger):
    first, second, third = ledger.entries()

    assert (first.previous, second.previous, third.previous) == ("", first.hash, second.hash)
    assert (first.seq, third.seq) == (1, 3)


def test_an_entry_is_hashed_as_json_that_any_program_can_make_again(ledger):
    written = (
        '[1,"2026-12-21T12:00:00+00:00","Một","exception","11311","tệp.xlsx","' + "a" * 64 + '",'
        '"{\\"why\\":\\"Đã đối chiếu qua điện thoại\\"}",""]'
    )

    assert ledger.entries()[0].hash == hashlib.sha256(written.encode()).hexdigest()


def test_moments_are_kept_in_utc(tmp_path):
    vietnam = timezone(timedelta(hours=7))
    ledger = Ledger.open(tmp_path / "so.sqlite")
    entry = ledger.append(
        Event(kind=EventKind.EXCEPTION, when=datetime(2026, 12, 21, 8, tzinfo=vietnam), who="A")
    )

    assert entry.happened_at == "2026-12-21T01:00:00+00:00"


@pytest.mark.parametrize("statement", ["UPDATE events SET who = 'Khác'", "DELETE FROM events WHERE seq = 3"])
def test_the_file_itself_refuses_changes(ledger, statement):
    with (
        closing(sqlite3.connect(ledger.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("UPDATE events SET who = 'Khác' WHERE seq = 2", Problem(seq=2, kind=ProblemKind.CHANGED)),
        ("UPDATE events SET details = '{}' WHERE seq = 1", Problem(seq=1, kind=ProblemKind.CHANGED)),
        ("UPDATE events SET seq = 9 WHERE seq = 3", Problem(seq=9, kind=ProblemKind.CHANGED)),
        ("DELETE FROM events WHERE seq = 2", Problem(seq=3, kind=ProblemKind.BROKEN)),
        ("DELETE FROM events WHERE seq = 1", Problem(seq=2, kind=ProblemKind.BROKEN)),
        ("DELETE FROM events WHERE seq = 3", Problem(seq=3, kind=ProblemKind.CUT)),
        ("DELETE FROM events", Problem(seq=1, kind=ProblemKind.CUT)),
    ],
)
def test_a_change_behind_its_back_shows_and_nothing_is_believed_any_more(ledger, statement, first):
    tamper(ledger, statement)

    assert ledger.verify()[0] == first
    with pytest.raises(LedgerError, match=f"dòng {first.seq}"):
        ledger.events()


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be read as one" * 9, None])
def test_a_damaged_file_is_said_to_be_damaged(ledger, content):
    whole = ledger.path.read_bytes()
    ledger.path.write_bytes(content or whole[:5000])

    for act in (ledger.entries, ledger.verify, lambda: ledger.append(event())):
        with pytest.raises(LedgerError, match="bản sao lưu"):
            act()


def test_an_empty_file_left_by_a_writer_that_died_is_taken_as_new(tmp_path):
    ledger = Ledger.open(tmp_path / "so.sqlite")
    ledger.path.touch()

    assert ledger.events() == ()
    assert ledger.append(event()).seq == 1


def test_an_entry_that_fails_leaves_nothing_behind(ledger):
    with pytest.raises(TypeError):
        ledger.append(event(details={"why": {1, 2}}))

    assert len(ledger.entries()) == 3
    assert ledger.append(event()).seq == 4


def test_a_ledger_of_a_later_version_is_left_alone(ledger):
    tamper(ledger, "UPDATE ledger SET version = 2")

    with pytest.raises(LedgerError, match="phiên bản mới hơn"):
        ledger.append(event())


def test_a_ledger_another_program_holds_says_so(ledger):
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(LockedFileError, match="chương trình khác"):
            Ledger(ledger.path, wait_seconds=0.05).append(event())


def test_writers_at_the_same_time_wait_for_each_other(tmp_path):
    ledger = Ledger.open(tmp_path / "so.sqlite")
    writers = [threading.Thread(target=lambda: [ledger.append(event()) for _ in range(5)]) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert len(ledger.entries()) == 20
    assert ledger.verify() == ()


def test_nothing_is_left_beside_the_ledger(ledger):
    assert [path.name for path in ledger.path.parent.iterdir()] == ["so-theo-doi.sqlite"]


STEPS = st.lists(
    st.tuples(
        st.sampled_from([EventKind.EXCEPTION, EventKind.EXCEPTION_UNDONE]),
        st.sampled_from(["11311", "11329"]),
        st.sampled_from("ab"),
    ),
    max_size=12,
)


@given(steps=STEPS)
def test_a_decision_stands_when_the_last_word_about_its_content_is_yes(steps):
    events = [event(kind, unit=unit, sha256=content) for kind, unit, content in steps]
    last_word = {(unit, content): kind for kind, unit, content in steps}

    assert set(in_force(events)) == {key for key, kind in last_word.items() if kind is EventKind.EXCEPTION}


@given(steps=STEPS)
def test_undoing_takes_the_latest_standing_decision_of_the_unit(steps):
    standing = in_force(event(kind, unit=unit, sha256=content) for kind, unit, content in steps)
    own = [content for unit, content in standing if unit == "11311"]
    latest = latest_of("11311", standing)

    assert (latest.sha256 if latest else None) == (own[-1] if own else None)


def test_deciding_again_moves_a_decision_to_the_end():
    standing = in_force([event(sha256="a"), event(sha256="b"), event(sha256="a", who="Ba")])

    assert [(each.sha256, each.who) for each in standing.values()] == [("b", "Trần B"), ("a", "Ba")]
