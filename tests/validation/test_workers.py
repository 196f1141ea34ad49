"""A file that kills, hangs or starves its reader takes no other file with it; nor does a killed reader."""

import dataclasses
import multiprocessing
import sys
import time
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from catalogue import Code, WorkersError
from tests.killers import Glutton, Hoarder, Killer, Sleeper
from validation import State, check_round, read_all, received_files
from validation.expected import Expected
from validation.pool import workers_of


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


def test_where_the_system_can_bound_a_worker_s_memory_it_does(desk):
    submissions = check_with(desk, Hoarder, good=2).submissions
    is_bounded = sys.platform == "linux"

    assert [each.code for each in submissions[2].findings] == [Code.E010 if is_bounded else Code.E009]


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


@pytest.fixture
def no_workers_yet(monkeypatch):
    monkeypatch.setattr("validation.pool._KEPT", {})


def begin(desk, count=40):
    """Begin reading forms in two workers."""
    for number in range(count):
        desk.receive(desk.form(), f"{number}.xlsx")
    expected = Expected(plan=desk.plan, period=desk.round.period, design=desk.design, duties=desk.owed)
    return read_all(received_files(desk.round.received_dir), expected, processes=2)


def living_workers():
    return {each for each in multiprocessing.active_children() if each.name == "pebble_pool_worker"}


def kill_workers():
    for worker in living_workers():
        worker.kill()


@pytest.mark.usefixtures("no_workers_yet")
@pytest.mark.parametrize("seconds", [0, 0.05, 0.2, 0.5])
def test_workers_that_are_killed_are_replaced_and_no_file_is_lost_or_refused(desk, seconds):
    outcomes = begin(desk)
    time.sleep(seconds)
    kill_workers()
    read = list(outcomes)

    assert sorted(each.item.file for each in read) == sorted(f"{number}.xlsx" for number in range(40))
    assert all(each.taken.unit_code for each in read)


@pytest.mark.usefixtures("no_workers_yet")
def test_workers_that_are_killed_while_nothing_is_read_are_replaced(desk):
    list(begin(desk, count=1))
    kill_workers()

    assert [each.taken.unit_code != "" for each in begin(desk, count=2)] == [True, True]


@pytest.mark.usefixtures("no_workers_yet")
def test_what_is_left_of_lost_workers_ends():
    before = living_workers()
    lost = workers_of(2)
    killed, left = living_workers() - before
    killed.kill()
    while lost.active:
        time.sleep(0.01)

    assert workers_of(2).active
    assert not left.is_alive()


@pytest.mark.usefixtures("no_workers_yet")
def test_where_workers_never_live_long_enough_it_is_said_what_to_do(desk, monkeypatch):
    monkeypatch.setattr("validation.pool._set_limits", sys.exit)

    with pytest.raises(WorkersError, match="diệt vi-rút"):
        list(begin(desk))


@pytest.mark.usefixtures("no_workers_yet")
def test_where_no_process_can_be_started_it_is_said_what_to_do(desk, monkeypatch):
    def refuse(_):
        raise OSError

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)

    with pytest.raises(WorkersError, match="diệt vi-rút"):
        begin(desk)


class OneBatchWorkers:
    """Workers that read one batch and are lost with the next."""

    def __init__(self):
        self.active, self.has_read = True, False

    def schedule(self, function, args, timeout):
        assert timeout > 0
        future = Future()
        if self.has_read:
            self.active = False
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(function(*args))
            self.has_read = True
        return future


def test_workers_may_be_lost_any_number_of_times_as_long_as_they_read_something(desk, monkeypatch):
    living = [OneBatchWorkers()]

    def workers_of(_):
        if not living[-1].active:
            living.append(OneBatchWorkers())
        return living[-1]

    monkeypatch.setattr("validation.workers.workers_of", workers_of)
    read = list(begin(desk))

    assert len(read) == len({each.item.file for each in read}) == 40
    assert len(living) == 8
