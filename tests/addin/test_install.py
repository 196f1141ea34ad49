"""What installing leaves in a user's profile, on a made-up one."""

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from catalogue import InstallError, LockedFileError
from cli import addin_install
from cli.addin_install import (
    ADDIN_FILE,
    FileRecords,
    Profile,
    install,
    installation,
    own_interpreter,
    uninstall,
)

PYTHON = Path(sys.executable)


@pytest.fixture
def profile(tmp_path):
    """A profile whose owner has a name with Vietnamese letters and another add-in."""
    startup = tmp_path / "Nguyễn Văn A" / "AppData" / "Roaming" / "Microsoft" / "Excel" / "XLSTART"
    startup.mkdir(parents=True)
    (startup / "khác.xlam").write_bytes(b"other")
    return Profile(startup=startup, records=FileRecords(tmp_path / "registry.json"))


def verdicts(profile):
    return {check.key: check.is_good for check in installation(profile)}


def test_installing_puts_the_add_in_where_excel_starts_and_records_the_interpreter(profile):
    install(profile, PYTHON)

    assert profile.addin.read_bytes() == (files("addin") / ADDIN_FILE).read_bytes()
    assert profile.records.read("Interpreter") == str(PYTHON)
    assert sorted(path.name for path in profile.startup.iterdir()) == ["TongHop.xlam", "khác.xlam"]


def test_after_installing_everything_is_right(profile):
    install(profile, own_interpreter())

    assert verdicts(profile) == {"file": True, "mark": True, "interpreter": True}


def test_before_installing_everything_missing_is_named(profile):
    assert verdicts(profile) == {"file": False, "mark": True, "interpreter": False}


def test_the_mark_of_the_web_is_cleared(profile):
    profile.mark.write_text("[ZoneTransfer]\nZoneId=3\n", encoding="ascii")
    install(profile, PYTHON)

    assert not profile.mark.exists()


def test_an_older_add_in_is_seen_and_replaced(profile):
    install(profile, own_interpreter())
    profile.addin.write_bytes(b"old")
    before = verdicts(profile)
    install(profile, own_interpreter())

    assert (before["file"], verdicts(profile)["file"]) == (False, True)


def test_uninstalling_leaves_the_profile_as_it_was(profile, tmp_path):
    install(profile, PYTHON)

    assert uninstall(profile)
    assert [path.name for path in profile.startup.iterdir()] == ["khác.xlam"]
    assert not (tmp_path / "registry.json").exists()
    assert not uninstall(profile)


@pytest.mark.parametrize("path", ["/a%TEMP%/python", '/a"b/python'])
def test_an_interpreter_that_cannot_be_quoted_is_refused(path, profile):
    with pytest.raises(InstallError, match="ký tự %"):
        install(profile, Path(path))
    assert not profile.addin.exists()


def test_an_interpreter_that_does_not_find_us_on_its_own_is_refused(profile, monkeypatch):
    done = subprocess.CompletedProcess([], returncode=1)
    monkeypatch.setattr(addin_install.subprocess, "run", lambda *_, **__: done)

    with pytest.raises(InstallError, match="chế độ cách ly"):
        install(profile, PYTHON)
    assert not profile.addin.exists()


def test_an_interpreter_that_is_not_there_is_refused(profile, tmp_path):
    with pytest.raises(InstallError, match="chế độ cách ly"):
        install(profile, tmp_path / "pythonw.exe")


def test_an_excel_that_runs_is_asked_to_be_closed(profile, monkeypatch):
    def held(_path, _content):
        raise PermissionError

    monkeypatch.setattr(Path, "write_bytes", held)

    with pytest.raises(LockedFileError, match="đóng mọi cửa sổ Excel"):
        install(profile, PYTHON)


def test_an_interpreter_that_was_removed_is_seen(profile, tmp_path):
    install(profile, PYTHON)
    profile.records.write("Interpreter", str(tmp_path / "pythonw.exe"))

    assert verdicts(profile)["interpreter"] is False


def test_the_commands_install_report_and_uninstall(user, capsys):
    from typer.testing import CliRunner

    from cli import app

    def invoke(*arguments):
        return CliRunner().invoke(app, ["addin", *arguments])

    assert invoke("install").exit_code == 0
    status = invoke("status", "--json")
    assert [check["is_good"] for check in json.loads(status.output)["checks"]] == [True, True, True]
    assert invoke("uninstall").exit_code == 0
    assert invoke("status").exit_code == 1
