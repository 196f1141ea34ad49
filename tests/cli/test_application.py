"""What the application does with what its commands raise."""

import pytest

from catalogue.wording import cli as words
from cli import application


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
