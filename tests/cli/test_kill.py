"""Killed at any moment, or run twice at once, a round is as it was before or as it is after."""

import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib import import_module

import pytest

from catalogue import Catalogue
from cli.consolidate import save_master
from cli.desk import Desk
from cli.send_back import send_back
from consolidate import Ledger
from tests.cli.rounds import fingerprint, form, new_round
from tests.commands import ask, run

KILLS, TIMED_KILLS, COMMAND_KILLS, GOING_ON = 90, 12, 4, 6
SAVE, LOCK, STORE = (
    import_module(f"consolidate.{name}").__file__ for name in ("saving", "lock", "ledger.store")
)
LEDGER, MASTER = "so-theo-doi.sqlite", "tong-hop/tong-hop.xlsx"


needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="this system starts no process in the midst of things"
)


@dataclass(frozen=True)
class After:
    kept: tuple
    seconds: float
    calls: int


@pytest.fixture(scope="module")
def before(tmp_path_factory, plan, design, owed):
    """A round checked and consolidated, after which new files came: two to merge, one to send back."""
    folder = tmp_path_factory.mktemp("kill") / "đợt"
    desk = new_round(folder, plan, design, owed)
    desk.receive(form(desk, pct=40.0), "một.xlsx")
    desk.receive(form(desk, "11311", wrong=True), "hai.xlsx")
    for command in ("check", "consolidate"):
        assert run(command, folder).returncode in (0, 1)
    desk.receive(form(desk, pct=60.0), "một.xlsx")
    desk.receive(form(desk, "11311"), "hai sửa.xlsx")
    desk.receive(form(desk, "11329", wrong=True), "ba.xlsx")
    return folder


@pytest.fixture(scope="module")
def checked(before):
    """The verdict on what lies there now; reading is killed in tests of the workers."""
    return Desk.open(before, Catalogue()).check()


def write(folder, checked):
    """Do all that `check` and `consolidate` write."""
    desk = Desk.open(folder, Catalogue())
    with desk.writing(20):
        merged = desk.merge(checked)
        save_master(desk, merged)
        send_back(desk, merged)


def kept(folder):
    """Return what lies in a folder but for the cache; of the ledger only what it says happened, not when."""
    found = {
        name: digest
        for name, digest in fingerprint(folder).items()
        if not name.startswith((LEDGER, ".bo-dem/")) and not name.split("/")[-1].startswith("~")
    }
    ledger = Ledger.open(folder / LEDGER)
    assert ledger.verify() == ()
    events = tuple((event.kind, event.file, event.sha256, event.details) for event in ledger.events())
    return found, events


@pytest.fixture(scope="module")
def after(before, checked, tmp_path_factory):
    """What the folder holds when nobody was killed, how long that takes, and in how many calls."""
    folder = shutil.copytree(before, tmp_path_factory.mktemp("after") / "đợt")
    calls = []
    sys.setprofile(counting(calls.append))
    start = time.monotonic()
    write(folder, checked)
    sys.setprofile(None)
    return After(kept=kept(folder), seconds=time.monotonic() - start, calls=len(calls))


def killed(act, *, after=None, at=None):
    """Do something in a process of its own and kill it; tell whether it was still at it.

    It is killed after some seconds, or at the n-th call that code which writes makes.
    """
    child = os.fork()
    if not child:
        try:
            if at is not None:
                sys.setprofile(counting(lambda count: count == at and os.kill(os.getpid(), signal.SIGKILL)))
            act()
        finally:
            os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def counting(tell):
    """Return a profiler that tells the number of each call made by code that writes, calls in C included."""
    count = itertools.count()

    def watch(frame, event, _):
        file, name = frame.f_code.co_filename, frame.f_code.co_name
        if event in ("call", "c_call") and (file in (SAVE, LOCK) or (file == STORE and name == "append_all")):
            tell(next(count))

    return watch


def check_whole(folder, old, new):
    """See that every file is the old or the new one, none is missing and none is strange."""
    found, events = kept(folder)
    for name in found.keys() | (old[0].keys() & new[0].keys()):
        assert found.get(name) in (old[0].get(name), new[0].get(name)), name
    assert events in (old[1], new[1])
    return events == old[1], found[MASTER] == old[0][MASTER]


@needs_fork
def test_a_writer_killed_at_any_moment_leaves_the_old_or_the_new(before, checked, after, tmp_path):
    moments = random.Random(20261121)
    for kill in range(TIMED_KILLS):
        folder = shutil.copytree(before, tmp_path / str(kill))
        killed(lambda folder=folder: write(folder, checked), after=moments.uniform(0, after.seconds))
        check_whole(folder, kept(before), after.kept)


@needs_fork
def test_a_writer_killed_at_any_step_of_writing_leaves_the_old_or_the_new(before, checked, after, tmp_path):
    steps = random.Random(7).sample(range(after.calls), min(after.calls, KILLS))
    seen = set()
    for step in sorted(steps):
        folder = shutil.copytree(before, tmp_path / str(step))
        assert killed(lambda folder=folder: write(folder, checked), at=step)
        seen.add(check_whole(folder, kept(before), after.kept))
        shutil.rmtree(folder)

    assert seen == {(True, True), (False, True), (False, False)}


@needs_fork
def test_a_round_whose_writer_was_killed_goes_on_as_if_nothing_had_been(before, checked, after, tmp_path):
    for step in range(0, after.calls, after.calls // GOING_ON):
        folder = shutil.copytree(before, tmp_path / str(step))
        killed(lambda folder=folder: write(folder, checked), at=step)
        write(folder, checked)

        assert kept(folder) == after.kept
        assert not list(folder.rglob("~*.tmp"))


def test_a_command_killed_at_any_moment_leaves_the_old_or_the_new(before, after, tmp_path):
    old, new = kept(before), after.kept
    moments = random.Random(7)
    folder = shutil.copytree(before, tmp_path / "đợt")
    command = [sys.executable, "-X", "utf8", "-c", "import cli; cli.main()", "consolidate", str(folder)]
    for _ in range(COMMAND_KILLS):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.5, 4))
        process.kill()
        process.wait()
        check_whole(folder, old, new)
    assert run("consolidate", folder).returncode == 1

    assert kept(folder)[0][MASTER] == new[0][MASTER]


def test_two_at_once_write_one_after_the_other(before, after, tmp_path):
    folder = shutil.copytree(before, tmp_path / "đợt")
    command = [sys.executable, "-X", "utf8", "-c", "import cli; cli.main()", "check", str(folder)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    for process in both:
        process.communicate(timeout=300)

    assert [process.returncode for process in both] == [1, 1]
    assert kept(folder)[1] == after.kept[1]


def test_a_closing_that_was_killed_can_be_done_again(before, tmp_path):
    folder = shutil.copytree(before, tmp_path / "đợt")
    run("consolidate", folder)
    sealed = folder / "chot" / "lan-1"
    sealed.mkdir(parents=True)
    (sealed / "bang-ke.json").write_bytes(b"{")
    done = run("close", folder, "--by", "B")

    assert done.returncode == 0, done.stderr
    assert ask("close", folder, "--verify")["problems"] == []
