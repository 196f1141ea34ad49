"""What is shown while long work goes on: a bar on a terminal, nothing in a file or where no screen is."""

import os
import subprocess
import sys

import pytest

from cli.output import complain, listening, progress, say

WORK = """
from cli.output import progress
with progress("Đang đọc", 2) as step:
    step()
    step()
"""


def shown(stream):
    subprocess.run([sys.executable, "-X", "utf8", "-c", WORK], stderr=stream, check=True)


@pytest.mark.skipif(os.name == "nt", reason="this system has no terminals to make")
def test_a_terminal_shows_how_far_the_work_has_come():
    import pty

    ours, theirs = pty.openpty()
    shown(theirs)
    os.close(theirs)
    text = os.read(ours, 2**16).decode()

    assert "Đang đọc" in text
    assert "2/2" in text


def test_a_file_gets_no_bar(tmp_path):
    with (tmp_path / "lỗi.txt").open("wb") as stream:
        shown(stream)

    assert (tmp_path / "lỗi.txt").read_bytes() == b""


def test_a_listener_is_told_every_step():
    told = []
    with listening(lambda *news: told.append(news)), progress("Đang đọc", 2) as step:
        step()
        step()

    assert told == [("Đang đọc", 1, 2), ("Đang đọc", 2, 2)]


def test_a_program_without_a_screen_may_speak(monkeypatch):
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    with progress("Đang đọc", 1) as step:
        step()
    say("Xong.")
    complain("Có lỗi.")


def test_sentences_are_printed_as_they_are(capsys):
    say("Tệp [bold]a[/bold] :no: \x41")
    complain("x" * 300)

    assert capsys.readouterr() == ("Tệp [bold]a[/bold] :no: A\n", "x" * 300 + "\n")
