"""“Kiểm tra cài đặt”: each line good, or with what to do."""

from pathlib import Path

import pytest

from addin import Memory, Seat
from addin.health import EXCEL_LIMIT, health_lines, summary
from catalogue.wording.addin import HEALTH
from cli.addin_install import FileRecords, Profile, install, own_interpreter


@pytest.fixture
def profile(tmp_path):
    return Profile(startup=tmp_path / "XLSTART", records=FileRecords(tmp_path / "registry.json"))


@pytest.fixture
def verdicts(profile, user):
    """The verdicts by key, for a round."""

    def verdicts(folder=None):
        seat = Seat(folder=folder, memory=Memory(user / "excel.json"))
        return {check.key: check.is_good for check in health_lines(seat, profile)}

    return verdicts


def test_a_machine_set_up_right_has_nothing_to_do(profile, folder, user):
    install(profile, own_interpreter())
    told = summary(health_lines(Seat(folder=folder), profile))

    assert told.endswith("Cài đặt đạt yêu cầu.")
    assert "Cần xử lý" not in told


def test_what_is_wrong_is_counted_and_says_what_to_do(profile, folder):
    told = summary(health_lines(Seat(folder=folder), profile))

    assert told.endswith("Có 2 mục cần xử lý.")
    assert "Hãy chạy “tonghop addin install”" in told


def test_without_a_round_its_folder_is_not_judged(verdicts):
    assert verdicts()["round"] is None


def test_a_folder_that_cannot_be_written_to_is_seen(verdicts, folder, monkeypatch):
    def refuse(_path, _content):
        raise PermissionError

    monkeypatch.setattr(Path, "write_bytes", refuse)

    assert verdicts(folder)["round"] is False


def test_trying_a_folder_leaves_nothing_in_it(verdicts, folder):
    before = sorted(folder.iterdir())
    verdicts(folder)

    assert sorted(folder.iterdir()) == before


def test_a_round_in_onedrive_is_seen(verdicts, folder, monkeypatch):
    monkeypatch.setenv("OneDrive", str(folder.parent))

    assert verdicts(folder)["cloud"] is False


def test_a_path_too_long_for_excel_is_seen(verdicts, folder, tmp_path):
    deep = tmp_path / ("d" * (EXCEL_LIMIT - len(str(tmp_path)) - 50))
    folder.rename(deep)

    assert verdicts(deep)["long"] is False


@pytest.mark.parametrize("key", [key for key in HEALTH if key.endswith(("bad", "missing", "old", "gone"))])
def test_every_bad_line_says_what_to_do(key):
    assert "Hãy" in HEALTH[key]


def test_the_button_shows_it(excel, press):
    assert "Python 3" in press("health")[1]
