"""A round's folder dropped on the program: what the ribbon does, chosen by number."""

import subprocess
import sys

import pytest

from addin import COMMANDS
from cli.dropped import CHOICES, dropped_folder
from tests.cli.rounds import form, new_round


@pytest.fixture(scope="module")
def ready(tmp_path_factory, plan, design, owed):
    """A round of one submission."""
    folder = tmp_path_factory.mktemp("thả") / "đợt & 100%"
    desk = new_round(folder, plan, design, owed)
    desk.receive(form(desk), "báo cáo.xlsx")
    return folder


def drop(folder, *answers):
    """Drop a folder on the program and type answers; the whole process."""
    command = [sys.executable, "-X", "utf8", "-c", "import cli; cli.main()", str(folder)]
    typed = "".join(f"{answer}\n" for answer in answers)
    return subprocess.run(command, input=typed, capture_output=True, text=True, encoding="utf-8", check=False)


def test_what_is_chosen_is_done_until_nothing_is(ready):
    done = drop(ready / "nhan-ve", 6, 7, "")

    assert done.returncode == 0, done.stderr
    assert (ready / "bao-cao" / "bao-cao.docx").is_file()
    assert "6. Tổng hợp" in done.stdout


def test_a_number_that_is_not_listed_is_asked_again(ready):
    assert "Hãy gõ một số từ 1 đến 7" in drop(ready, 9, "").stdout


def test_what_cannot_be_done_is_told_and_the_list_comes_again(tmp_path, plan, design, owed):
    folder = tmp_path / "đợt"
    new_round(folder, plan, design, owed)
    done = drop(folder, 7, "")

    assert done.returncode == 0
    assert "Chưa có bảng tổng hợp" in done.stderr
    assert done.stdout.count("Chọn việc cần làm") == 2


def test_a_folder_that_is_in_no_round_is_refused(tmp_path):
    done = drop(tmp_path)

    assert (done.returncode, "không phải đợt báo cáo" in done.stderr) == (2, True)


def test_a_command_is_never_taken_for_a_folder(tmp_path, monkeypatch):
    (tmp_path / "check").mkdir()
    monkeypatch.chdir(tmp_path)

    assert dropped_folder(["check"]) is None
    assert dropped_folder([str(tmp_path), "--json"]) is None


def test_every_choice_is_a_button_of_the_ribbon():
    assert set(CHOICES) <= set(COMMANDS)
