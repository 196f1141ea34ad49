"""One writer at a time in a round's folder."""

import json
import os
import subprocess
import sys
import time

import pytest

from catalogue import LockedFileError
from consolidate import Holder, holder_of, writing
from consolidate.lock import HOLDER_FILE

HOLD = """
import sys, time, pathlib
from consolidate import writing
with writing(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def other(tmp_path):
    """Start another process that holds the folder for some seconds."""
    started = []

    def hold(seconds):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(tmp_path), str(seconds)], stdout=subprocess.PIPE
        )
        started.append(process)
        assert process.stdout.readline() == b"held\n"
        return process

    yield hold
    for process in started:
        process.kill()
        process.communicate()


def test_who_holds_a_round_is_written_beside_and_taken_away_again(tmp_path):
    with writing(tmp_path):
        assert holder_of(tmp_path).pid == os.getpid()
    assert holder_of(tmp_path) is None


def test_one_process_may_hold_a_round_twice(tmp_path):
    with writing(tmp_path):
        with writing(tmp_path, wait_seconds=0):
            pass
        assert holder_of(tmp_path).pid == os.getpid()


def test_a_second_process_waits_for_the_first(tmp_path, other):
    other(0.5)
    told = []
    with writing(tmp_path, wait_seconds=20, on_wait=told.append):
        assert holder_of(tmp_path).pid == os.getpid()
    assert "Chờ tối đa 20 giây" in told[0]


def test_a_second_process_that_waited_in_vain_is_told_who_and_since_when(tmp_path, other):
    holder = other(60)

    says = f"tiến trình {holder.pid}\\), từ .*--wait"
    with pytest.raises(LockedFileError, match=says), writing(tmp_path, wait_seconds=0.2):
        pass


def test_the_lock_of_a_process_that_was_killed_does_not_hold(tmp_path, other):
    process = other(60)
    process.kill()
    process.wait()
    assert holder_of(tmp_path).pid == process.pid

    with writing(tmp_path, wait_seconds=0):
        assert holder_of(tmp_path).pid == os.getpid()


def test_an_error_while_holding_lets_go(tmp_path):
    with pytest.raises(RuntimeError), writing(tmp_path):
        raise RuntimeError
    with writing(tmp_path, wait_seconds=0):
        pass


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"user": 1}', "\x00"])
def test_a_damaged_note_of_the_holder_is_nobody(tmp_path, content):
    (tmp_path / HOLDER_FILE).write_text(content, encoding="utf-8")

    assert holder_of(tmp_path) is None


def test_the_holder_is_shown_in_words(tmp_path):
    holder = {"user": "lan", "host": "MAY-01", "pid": 7, "since": "2026-12-21T08:05:09+07:00"}
    (tmp_path / HOLDER_FILE).write_text(json.dumps(holder), encoding="utf-8")

    assert holder_of(tmp_path) == Holder(**holder)
    assert holder_of(tmp_path).shown == "lan (máy MAY-01, tiến trình 7), từ 08:05:09 21/12/2026"


def test_a_folder_that_is_not_there_is_said_plainly(tmp_path):
    (tmp_path / "tệp").write_bytes(b"")

    with pytest.raises(LockedFileError, match="quyền ghi"), writing(tmp_path / "tệp"):
        pass


def test_waiting_takes_no_longer_than_asked(tmp_path, other):
    other(60)
    start = time.monotonic()

    with pytest.raises(LockedFileError), writing(tmp_path, wait_seconds=0.3):
        pass
    assert time.monotonic() - start < 5
