"""What the application does with what its commands raise."""

import logging
import os
import subprocess
import sys

import pytest

from catalogue.wording import cli as words
from cli import application
from cli.error_log import keep_log
from tests.cli.rounds import form, new_round


def held(arguments):
    raise PermissionError(13, "Permission denied", "tra-lai/Tra-lai.xlsx")


def broken(arguments):
    raise ZeroDivisionError


@pytest.fixture
def failing(monkeypatch, tmp_path, capsys):
    """Run an application whose command fails; return its exit code and what it says."""
    monkeypatch.setattr("cli.error_log.user_log_path", lambda *_, **__: tmp_path)

    def run(failure):
        monkeypatch.setattr(application, "_meant", lambda arguments: lambda: failure(arguments))
        with pytest.raises(SystemExit) as stopped:
            application.main()
        return stopped.value.code, capsys.readouterr().err

    return run


def test_a_file_somebody_holds_is_named(failing):
    code, told = failing(held)

    assert code == application.CANNOT_GO_ON
    assert words.FILE_HELD.format(file="tra-lai/Tra-lai.xlsx") in told.replace("\n", " ")


def test_what_nobody_foresaw_is_told_without_a_traceback(failing):
    code, told = failing(broken)

    assert code == application.CANNOT_GO_ON
    assert "ZeroDivisionError" in told
    assert "Traceback" not in told


DEADLY = """
import cli.desk
from tests.killers import Killer
from tests.validation.test_workers import poisoned
found = cli.desk.received_files
cli.desk.received_files = lambda folder: [poisoned(item, Killer) for item in found(folder)]
cli.main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere logs lie where no test may write")
def test_a_file_that_kills_its_reader_is_noted_in_the_log_and_not_on_the_screen(tmp_path, plan, design, owed):
    desk = new_round(tmp_path / "đợt", plan, design, owed)
    desk.receive(form(desk), "một.xlsx")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", DEADLY, "check", str(desk.round.folder)],
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "nhà")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    (log,) = (tmp_path / "nhà").rglob("tonghop.log")

    assert (done.returncode, done.stderr) == (1, "")
    assert "E010" in done.stdout
    assert "một.xlsx" in log.read_text(encoding="utf-8")


@pytest.fixture
def logging_to(monkeypatch):
    """Keep the log under a folder, asked for twice; return what writes it."""

    def keep(folder):
        monkeypatch.setattr("cli.error_log.user_log_path", lambda *_, **__: folder)
        keep_log()
        keep_log()
        (ours,) = [each for each in logging.root.handlers if type(each).__module__ == "cli.error_log"]
        return ours

    return keep


def test_what_is_noted_is_written_once_and_what_matters_little_is_not(logging_to, tmp_path):
    logging_to(tmp_path / "mới")
    logging.getLogger("validation").warning("tệp hỏng")
    logging.getLogger("validation").info("không đáng kể")

    assert noted(tmp_path / "mới") == ["tệp hỏng"]


def test_a_log_does_not_grow_for_ever(logging_to, monkeypatch, tmp_path):
    monkeypatch.setattr("cli.error_log.LONGEST_LOG", 40)
    logging_to(tmp_path)
    for place in range(5):
        logging.getLogger("validation").warning("tệp hỏng thứ %d", place)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["tonghop.cu.log", "tonghop.log"]
    assert noted(tmp_path)[-1] == "tệp hỏng thứ 4"
    assert all(path.stat().st_size < 120 for path in tmp_path.iterdir())


def test_letters_no_file_can_hold_are_written_masked(logging_to, tmp_path):
    ours = logging_to(tmp_path)
    # To our own handler alone: those of the test runner cannot hold them either.
    ours.handle(logging.makeLogRecord({"msg": "tệp \ud800", "levelno": logging.ERROR}))

    assert noted(tmp_path) == ["tệp \\ud800"]


def noted(folder):
    """Return the lines of the log, without their moments."""
    lines = (folder / "tonghop.log").read_text(encoding="utf-8").splitlines()
    return [" ".join(line.split()[2:]) for line in lines]


def test_a_log_that_cannot_be_written_stops_no_work(logging_to, tmp_path, capsys):
    (tmp_path / "tệp").write_bytes(b"")
    logging_to(tmp_path / "tệp")
    logging.getLogger("validation").warning("hỏng")

    assert capsys.readouterr().err == ""
