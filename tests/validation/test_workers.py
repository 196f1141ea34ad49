"""A file that kills, hangs or starves its reader takes no other file with it."""

import dataclasses
import multiprocessing

import pytest

from catalogue import Code
from tests.killers import Glutton, Killer, Sleeper
from validation import State, check_round, received_files


def poisoned(item, kind):
    fields = {field.name: getattr(item, field.name) for field in dataclasses.fields(item)}
    return kind(**fields)


def check_with(desk, kind, *, good=5):
    """Check good forms and, between them, one file of a kind."""
    for number in range(good + 1):
        desk.receive(desk.form(), f"{number}.xlsx")
    items = received_files(desk.round.received_dir)
    items = (*items[:2], poisoned(items[2], kind), *items[3:])
    return check_round(desk.round, desk.plan, list(desk.owed.values()), desk.design, files=items)


@pytest.mark.parametrize("kind", [Killer, Glutton])
def test_a_file_that_kills_its_reader_is_named_and_the_others_are_read(desk, kind):
    submissions = check_with(desk, kind).submissions

    assert [each.state for each in submissions].count(State.ACCEPTED) == 5
    assert [each.code for each in submissions[2].findings] == [Code.E010]


def test_a_file_that_never_ends_is_given_up(desk, monkeypatch):
    monkeypatch.setattr("validation.workers.BATCH_SECONDS", 1.0)
    monkeypatch.setattr("validation.workers.FILE_SECONDS", 0.5)
    submissions = check_with(desk, Sleeper, good=2).submissions

    assert [each.state for each in submissions] == [State.ACCEPTED, State.ACCEPTED, State.UNREADABLE]


def test_no_row_is_lost_or_doubled_when_a_batch_is_read_again(desk):
    checked = check_with(desk, Killer)

    assert sum(each.rows_read for each in checked.submissions) == 5 * 11
    assert sum(len(frame) for frame in checked.rows.values()) == 5 * 11


def test_what_the_workers_say_of_a_lost_batch_goes_to_the_log(desk, caplog):
    check_with(desk, Killer)

    assert any("2.xlsx" in record.message for record in caplog.records)


def read_and_end(desk):
    desk.check()


def test_a_process_that_read_files_ends_by_itself(desk):
    desk.receive(desk.form())
    process = multiprocessing.get_context("spawn").Process(target=read_and_end, args=(desk,))
    process.start()
    process.join(60)
    is_over = process.exitcode == 0
    process.kill()

    assert is_over
