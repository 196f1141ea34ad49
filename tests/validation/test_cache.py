"""A file that did not change is not read again, and nobody can tell from the verdict."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from openpyxl.styles import Font

from catalogue import Code, SheetKey
from tests.forms import altered
from validation import check_round, keeping, received_files
from validation.cache import _sealed, cache_path, read_changed
from validation.packing import packed, unpacked
from validation.reading import LegacyText, PercentNumber
from validation.taken import Taken


@pytest.fixture
def cache(tmp_path):
    return cache_path(tmp_path)


def check(desk, cache=None):
    duties = list(desk.owed.values())
    reader = keeping(cache.parents[1]) if cache else None
    return check_round(desk.round, desk.plan, duties, desk.design, reader=reader)


def told(checked):
    """Return everything a verdict says, frames as text with their types."""
    frames = {key: (frame.to_csv(), str(frame.dtypes)) for key, frame in checked.rows.items()}
    return checked.submissions, frames


def without_workers(monkeypatch):
    """Let any reading fail."""
    monkeypatch.delattr("validation.workers._start")


def odd_answers(book):
    """Write what MessagePack has no type for."""
    sheet = book.worksheets[2]
    sheet["H6"].value, sheet["H6"].number_format = 0.5, "0%"
    sheet["I6"].value = date(2026, 5, 1)
    sheet["J6"].value = "abc"
    sheet["J6"].font = Font(name=".VnTime")


@pytest.fixture
def answered(desk):
    desk.receive(desk.form(), "a.xlsx")
    desk.receive(altered(desk.form(), odd_answers), "b.xlsx")
    desk.receive(b"%PDF-1.4", "c.pdf")
    return desk


def test_what_was_kept_gives_the_same_verdict_without_reading(answered, cache, monkeypatch):
    plain = told(check(answered))
    first = told(check(answered, cache))
    without_workers(monkeypatch)

    assert told(check(answered, cache)) == first == plain


def test_values_keep_their_types(answered, cache, monkeypatch):
    before = check(answered, cache).submissions[1].answers
    without_workers(monkeypatch)
    after = check(answered, cache).submissions[1].answers
    types = {type(value) for rows in after.values() for cells in rows.values() for value in cells.values()}

    assert after == before
    assert types >= {LegacyText, date}


def test_a_percentage_stays_one():
    typed = {SheetKey.TASKS: {"I.1": {"value": PercentNumber(0.5)}}}
    kept = unpacked(packed(Taken(file="a", typed=typed)), "a").typed

    assert type(kept[SheetKey.TASKS]["I.1"]["value"]) is PercentNumber


def test_nothing_is_written_when_nothing_changed(answered, cache):
    check(answered, cache)
    before = cache.stat().st_mtime_ns, cache.read_bytes()
    check(answered, cache)

    assert (cache.stat().st_mtime_ns, cache.read_bytes()) == before


def test_only_what_changed_is_read_again(answered, cache, expected):
    check(answered, cache)
    answered.receive(answered.form("11311"), "b.xlsx")
    read = []

    def watched(items, expected):
        read.extend(item.file for item in items)
        return iter(())

    items = received_files(answered.round.received_dir)
    list(read_changed(items, expected, path=cache, read=watched))

    assert read == ["b.xlsx"]


def test_what_changed_is_kept_anew(answered, cache, monkeypatch):
    check(answered, cache)
    answered.receive(answered.form("11311"), "b.xlsx")
    changed = told(check(answered, cache))
    without_workers(monkeypatch)

    assert told(check(answered, cache)) == changed
    assert [each.unit_code for each in changed[0]][1] == "11311"


def test_a_line_that_cannot_be_unpacked_although_its_seal_is_right_is_read_and_kept_anew(
    answered, cache, monkeypatch
):
    plain = told(check(answered, cache))
    with sqlite3.connect(cache) as store:
        for file, sha256, made_for in store.execute("SELECT file, sha256, made_for FROM taken").fetchall():
            seal = _sealed(file, sha256, made_for, b"x")
            store.execute("UPDATE taken SET content = ?, seal = ? WHERE file = ?", (b"x", seal, file))

    assert told(check(answered, cache)) == plain
    without_workers(monkeypatch)
    assert told(check(answered, cache)) == plain


def codes_of(outcomes):
    return {each.item.file: [finding.code for finding in each.taken.findings] for each in outcomes}


def test_a_file_that_cannot_be_opened_any_more_is_not_answered_from_what_was_kept(answered, cache, expected):
    check(answered, cache)
    items = received_files(answered.round.received_dir)
    items[0].path.unlink()

    assert codes_of(read_changed(items, expected, path=cache))["a.xlsx"] == [Code.E023]


def test_a_file_with_a_problem_is_not_answered_from_what_was_kept(answered, cache, expected):
    check(answered, cache)
    link, *others = received_files(answered.round.received_dir)
    items = (replace(link, problem=Code.E014), *others)

    assert codes_of(read_changed(items, expected, path=cache))["a.xlsx"] == [Code.E014]


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0", b"x" * 5000])
def test_a_damaged_cache_is_as_none(answered, cache, damage):
    plain = told(check(answered, cache))
    cache.write_bytes(damage)

    assert told(check(answered, cache)) == plain


@pytest.mark.parametrize("column", ["content", "sha256", "made_for", "seal"])
def test_a_line_that_was_written_over_does_not_count(answered, cache, column):
    plain = told(check(answered, cache))
    with sqlite3.connect(cache) as store:
        store.execute(f"UPDATE taken SET {column} = replace({column}, 'a', 'b')")  # noqa: S608 - a column of ours

    assert told(check(answered, cache)) == plain


def test_a_changed_plan_makes_everything_read_again(answered, cache):
    check(answered, cache)
    answered.plan = replace(answered.plan, title="x")
    plain = told(check(answered))

    assert told(check(answered, cache)) == plain
    assert any(each.code is Code.T117 for each in check(answered, cache).findings)


def test_another_program_s_store_is_made_anew(answered, cache, monkeypatch):
    cache.parent.mkdir()
    with sqlite3.connect(cache) as store:
        store.execute("CREATE TABLE taken (x TEXT)")
    plain = told(check(answered, cache))
    without_workers(monkeypatch)

    assert told(check(answered, cache)) == plain


def test_a_cache_that_another_run_holds_is_left_alone(answered, cache):
    plain = told(check(answered, cache))
    answered.receive(answered.form("11311"), "d.xlsx")
    with sqlite3.connect(cache, isolation_level=None) as store:
        store.execute("BEGIN EXCLUSIVE")
        held = check(answered, cache)

    assert len(held.submissions) == len(plain[0]) + 1


def test_another_version_of_the_program_reads_everything_again(answered, cache, monkeypatch):
    check(answered, cache)
    monkeypatch.setattr("validation.cache._program", lambda: "another")
    without_workers(monkeypatch)

    with pytest.raises(NameError):
        check(answered, cache)


def test_a_check_that_may_not_write_leaves_no_trace(answered, cache):
    reader = keeping(cache.parents[1], writes=False)
    check_round(answered.round, answered.plan, list(answered.owed.values()), answered.design, reader=reader)

    assert not cache.parent.exists()
