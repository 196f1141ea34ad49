"""“Kiểm tra cài đặt”: each line good, or with what to do."""

from pathlib import Path

import pytest

from addin import Memory, Seat
from addin.health import EXCEL_LIMIT, health_lines, summary
from addin.policy import CHOICES, POLICIES, SYNCHRONISED, policy_checks
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


class Settings:
    """A registry made up from keys, names and values; everything else in it is blank."""

    def __init__(self, numbers=(), blobs=(), mounts=()):
        self.numbers, self.found, self.mounts = dict(numbers), list(blobs), list(mounts)

    def number(self, key, name):
        return self.numbers.get((key, name))

    def blobs(self, key):
        return self.found if key.endswith("DisabledItems") else []

    def below(self, key, name):
        return self.mounts if (key, name) == (SYNCHRONISED, "MountPoint") else []


def policies(settings):
    return {check.key: check.is_good for check in policy_checks(settings)}


def test_a_registry_with_nothing_against_it_is_good():
    assert policies(Settings()) == {"policy": True}


def test_off_windows_policies_are_not_judged():
    assert policies(None) == {"policy": None}


@pytest.mark.parametrize(("key", "name", "values"), POLICIES)
def test_every_policy_that_stops_the_add_in_is_seen(key, name, values):
    place = (key.format(area="Policies\\", office="16.0"), name)

    assert {policies(Settings({place: value}.items()))["policy"] for value in values} == {False}
    assert policies(Settings({place: 2}.items())) == {"policy": True}


@pytest.mark.parametrize("name", CHOICES)
def test_every_box_of_the_trust_center_that_stops_it_is_named(name):
    key, label = CHOICES[name]
    place = (key.format(area="", office="16.0"), name)
    (check,) = policy_checks(Settings({place: 1}.items()))

    assert check.is_good is False
    assert label in check.text


def test_an_add_in_that_excel_has_switched_off_is_seen():
    entry = b"\x01\x00" + r"C:\Users\Nguyễn\AppData\Roaming\XLSTART\TONGHOP.XLAM".encode("utf-16-le")

    assert policies(Settings(blobs=[entry])) == {"disabled": False}
    assert policies(Settings(blobs=[b"other.xlam"])) == {"policy": True}


def test_the_version_of_the_running_excel_is_looked_up(excel, profile, user, monkeypatch):
    place = (r"Software\Policies\Microsoft\Office\15.0\Common", "VBAOff")
    monkeypatch.setattr(type(excel.impl), "version", "15.0")
    seat = Seat(app=excel, memory=Memory(user / "excel.json"))
    checks = health_lines(seat, profile, Settings({place: 1}.items()))

    assert [check.is_good for check in checks if check.key == "policy"] == [False]


def test_a_round_in_a_library_of_sharepoint_is_seen(folder, profile, user):
    seat = Seat(folder=folder, memory=Memory(user / "excel.json"))
    checks = health_lines(seat, profile, Settings(mounts=[str(folder.parent)]))

    assert [check.is_good for check in checks if check.key == "cloud"] == [False]


@pytest.mark.parametrize("key", [key for key in HEALTH if key.endswith(("bad", "missing", "old", "gone"))])
def test_every_bad_line_says_what_to_do(key):
    assert "Hãy" in HEALTH[key]


def test_the_button_shows_it(excel, press):
    assert "Python 3" in press("health")[1]
