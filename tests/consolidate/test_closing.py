"""A closed round: what is sealed, what betrays a change, and what comes too late."""

import json
import stat
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest

from catalogue import DecisionError, SheetKey
from consolidate import (
    Event,
    EventKind,
    FileState,
    Ledger,
    Rulings,
    UnitState,
    closed,
    merge,
    reopened,
    require_open,
    rulings_of,
    seal_problems,
    sealed_files,
    sealed_folder,
    sign,
    write_sealed,
)
from consolidate.closing import INPUTS, MANIFEST
from tests.consolidate.making import DEADLINE, PLACES, checked, submission
from validation import State

UNIT, OTHER = "11311", "11329"
SIGNED = sign(who="Trần Thị B", when=datetime(2026, 12, 21, 3, tzinfo=UTC), why="Chốt.")
TASKS = "dong/tasks.jsonl"
DOCUMENTS = {"tong-hop.xlsx": b"master", "bao-cao.docx": b"report"}


def rows(*files):
    return {
        SheetKey.TASKS: [
            {"file": file, "unit_code": unit, "sheet": PLACES[SheetKey.TASKS].name, "row": 7, "row_key": "1"}
            for file, unit in files
        ]
    }


FIRST, SECOND = submission("a", UNIT, rows_read=1), submission("b", OTHER, rows_read=1)
BEFORE = checked([FIRST, SECOND], rows(("a", UNIT), ("b", OTHER)))


@pytest.fixture
def duties(owed):
    return owed[UNIT], owed[OTHER]


@pytest.fixture
def put_together(duties):
    """Merge a verdict by rulings."""

    def put_together(verdict, rulings=None):
        return merge(verdict, duties, deadline=DEADLINE, rulings=rulings or Rulings())

    return put_together


@pytest.fixture
def sealed(tmp_path, put_together):
    """A round of two files, closed: its folder, its ledger and what that says."""
    ledger = Ledger.open(tmp_path / "so.sqlite")
    head = ledger.append(Event(kind=EventKind.WAIVER, when=SIGNED.when, who="B", unit_code=OTHER))
    merged = put_together(BEFORE)
    files = sealed_files(merged, DOCUMENTS, head=head, signature=SIGNED, number=1)
    write_sealed(sealed_folder(tmp_path, 1), files)
    ledger.append(closed(merged, files, SIGNED))
    return tmp_path, ledger


def rulings(sealed):
    return rulings_of(sealed[1].events())


def problems(sealed, *, present=None):
    folder, ledger = sealed
    there = {each.file: each.sha256 for each in (FIRST, SECOND)} if present is None else present
    found = seal_problems(folder, rulings(sealed).closings[0], entries=ledger.entries(), present=there)
    return [(each.kind.value, each.file) for each in found]


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def change(path, content):
    path.chmod(stat.S_IWUSR | stat.S_IRUSR)
    path.write_bytes(content)


# ---------------------------------------------------------------------------------- the sealed copy


def test_a_sealed_copy_holds_documents_rows_inputs_and_the_hash_of_each(sealed):
    folder = sealed_folder(sealed[0], 1)
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    tasks, inputs = (lines(folder / name) for name in (TASKS, INPUTS))

    assert (folder / "tong-hop.xlsx").read_bytes() == b"master"
    assert [row["file"] for row in tasks] == ["a", "b"]
    assert [row["merged"] for row in inputs] == [1, 1]
    assert set(manifest["files"]) >= {"bao-cao.docx", TASKS, INPUTS}
    assert manifest["ledger"]["hash"] == sealed[1].entries()[0].hash


def test_sealed_rows_keep_every_value_as_it_was_merged(put_together):
    row = rows(("a", UNIT))[SheetKey.TASKS][0]
    row |= {"result_text": "=1+1", "completed_on": pd.Timestamp(2026, 11, 5), "completion_pct": 0.1 + 0.2}
    merged = put_together(checked([FIRST], {SheetKey.TASKS: [row]}))
    files = sealed_files(merged, {}, head=None, signature=SIGNED, number=1)
    sealed_row = json.loads(files[TASKS])

    assert sealed_row["result_text"] == "=1+1"
    assert sealed_row["completed_on"] == "2026-11-05"
    assert sealed_row["completion_pct"] == 0.1 + 0.2
    assert sealed_row["proposal_text"] is None


def test_a_sealed_copy_is_protected_and_nothing_is_left_beside_it(sealed):
    folder = sealed_folder(sealed[0], 1)

    assert not any(path.stat().st_mode & stat.S_IWUSR for path in folder.rglob("*") if path.is_file())
    assert list(folder.parent.iterdir()) == [folder]


def test_what_is_as_it_was_has_no_problem(sealed):
    assert problems(sealed) == []


@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        (lambda folder: change(folder / "tong-hop.xlsx", b"Master"), ("changed", "tong-hop.xlsx")),
        (lambda folder: (folder / "bao-cao.docx").unlink(), ("missing", "bao-cao.docx")),
        (lambda folder: change(folder / TASKS, b""), ("changed", TASKS)),
        (lambda folder: change(folder / MANIFEST, b"{}"), ("changed", MANIFEST)),
        (lambda folder: (folder / MANIFEST).unlink(), ("missing", MANIFEST)),
        (lambda folder: (folder / "dong" / "la.txt").write_bytes(b""), ("extra", "dong/la.txt")),
    ],
)
def test_a_change_to_the_sealed_copy_shows(sealed, harm, expected):
    harm(sealed_folder(sealed[0], 1))

    assert problems(sealed) == [expected]


def test_a_ledger_that_is_not_the_one_of_the_closing_shows(sealed, tmp_path):
    other = Ledger.open(tmp_path / "khac.sqlite")
    other.append(sealed[1].events()[1])

    assert problems((sealed[0], other)) == [("ledger", MANIFEST)]


def test_an_input_that_is_gone_shows_and_one_that_was_renamed_does_not(sealed):
    assert problems(sealed, present={"a": FIRST.sha256}) == [("input_gone", "b")]
    assert problems(sealed, present={"a": FIRST.sha256, "b2": SECOND.sha256}) == []


def test_what_a_closing_that_was_killed_left_is_moved_aside(sealed, put_together):
    folder = sealed_folder(sealed[0], 2)
    (folder.parent / "~lan-2").mkdir()
    (folder.parent / "~lan-2" / "x").touch(0o444)
    for content in (b"killed", b"again"):
        write_sealed(folder, {MANIFEST: content})

    assert sorted(path.name for path in folder.parent.iterdir()) == ["lan-1", "lan-2", "lan-2-khong-dung"]
    assert (folder / MANIFEST).read_bytes() == b"again"


# ------------------------------------------------------------------------------ supplements


def test_a_file_that_comes_after_closing_is_a_supplement_and_changes_nothing(sealed, put_together):
    late = submission("c", UNIT, at=9, rows_read=4)
    verdict = checked([FIRST, SECOND, late], rows(("a", UNIT), ("b", OTHER), ("c", UNIT)))
    before, after = put_together(BEFORE), put_together(verdict, rulings(sealed))

    assert after.states["c"] is FileState.SUPPLEMENT
    assert after.rows[SheetKey.TASKS].equals(before.rows[SheetKey.TASKS])
    assert after.counts["c"].supplement == 4
    assert [each.file for each in after.standings[0].supplements] == ["c"]
    assert after.at_issue == before.at_issue


def test_a_unit_that_only_sent_too_late_is_still_missing(sealed, put_together):
    only = put_together(checked([submission("c", UNIT)]), rulings(sealed))

    assert only.standings[0].state is UnitState.MISSING
    assert only.states["c"] is FileState.SUPPLEMENT


def test_a_sealed_file_under_another_name_is_the_same_file(sealed, put_together):
    renamed = replace(FIRST, file="z")
    after = put_together(checked([renamed, SECOND], rows(("z", UNIT), ("b", OTHER))), rulings(sealed))

    assert after.standings[0].current.file == "z"


def test_a_copy_of_a_sealed_file_is_a_supplement(sealed, put_together):
    copy = replace(FIRST, file="z", received_at=99)
    after = put_together(checked([FIRST, SECOND, copy], rows(("a", UNIT))), rulings(sealed))

    assert (after.standings[0].current.file, after.states["z"]) == ("a", FileState.SUPPLEMENT)


def test_an_unreadable_file_that_comes_after_closing_stays_unreadable(sealed, put_together):
    after = put_together(checked([FIRST, submission("z", state=State.UNREADABLE)]), rulings(sealed))

    assert after.states["z"] is FileState.UNREADABLE


# ------------------------------------------------------------------------------ reopening


def test_a_closed_round_takes_no_decision_until_it_is_open_again(sealed):
    with pytest.raises(DecisionError, match="Trần Thị B chốt ngày 21/12/2026"):
        require_open(rulings(sealed))
    sealed[1].append(reopened(rulings(sealed), SIGNED))

    require_open(rulings(sealed))


def test_after_reopening_a_supplement_is_a_file_like_any_other(sealed, put_together):
    sealed[1].append(reopened(rulings(sealed), SIGNED))
    late = submission("c", UNIT, at=9)

    assert put_together(checked([FIRST, late]), rulings(sealed)).states["c"] is FileState.MERGED


def test_a_round_that_is_open_cannot_be_reopened():
    with pytest.raises(DecisionError, match="chưa chốt"):
        reopened(Rulings(), SIGNED)


def test_a_second_closing_is_counted_and_the_first_can_still_be_verified(sealed, put_together):
    ledger = sealed[1]
    ledger.append(reopened(rulings(sealed), SIGNED))
    ledger.append(closed(put_together(BEFORE), {MANIFEST: b"second"}, SIGNED))

    assert [each.number for each in rulings(sealed).closings] == [1, 2]
    assert rulings(sealed).closing.number == 2
    assert problems(sealed) == []
