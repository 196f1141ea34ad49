"""Excel on the test engine, a small round that is over, and a user who has used nothing yet."""

import shutil
from pathlib import Path

import pytest
import xlwings as xw

from addin import run
from addin.coded import coded
from tests.commands import run as run_command
from tests.engine.openpyxl_engine import Engine


@pytest.fixture
def engine():
    """A computer without Excel running."""
    impl = Engine()
    before = list(xw.engines.engines), dict(xw.engines.engines_by_name), xw.engines.active
    xw.engines.add(xw.main.Engine(impl=impl))
    xw.engines[-1].activate()
    yield impl
    xw.engines.engines, xw.engines.engines_by_name, xw.engines.active = before


@pytest.fixture
def excel(engine):
    """The running Excel, as xlwings gives it."""
    return xw.App(impl=engine.apps.start())


@pytest.fixture(autouse=True)
def user(tmp_path, monkeypatch):
    """The user's own folder, made up: what is remembered, logged and recorded goes there."""
    home = tmp_path / "người dùng"
    for place in (
        "addin.memory.user_data_path",
        "addin.page.user_data_path",
        "cli.error_log.user_log_path",
        "cli.addin_install.user_config_path",
    ):
        monkeypatch.setattr(place, lambda *_, **__: home)
    home.mkdir()
    monkeypatch.chdir(tmp_path)
    return home


@pytest.fixture(autouse=True)
def shown(monkeypatch):
    """The documents opened for the officer."""
    opened = []
    for module in ("commands", "preview", "remind"):
        monkeypatch.setattr(f"addin.{module}.open_document", opened.append)
    return opened


@pytest.fixture(scope="session")
def played(tmp_path_factory):
    """A round from issue to report; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("played") / "đợt & 100% 2018"
    done = run_command("demo", folder, "--plan", "bd-2018-tang-truong-xanh", "--period", "2018")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def folder(played, tmp_path):
    """A copy of the round."""
    return Path(shutil.copytree(played, tmp_path / played.name))


@pytest.fixture
def master(folder):
    return folder / "tong-hop" / "tong-hop.xlsx"


@pytest.fixture
def press(excel, monkeypatch):
    """Press a button with a workbook in front, as VBA does; the exit code and what was told."""

    def press(tag, book=None, *, is_in_front=False):
        if book is not None:
            if not is_in_front:
                book.activate()
            monkeypatch.setattr(xw.Book, "_mock_caller", book, raising=False)
        name = coded(book.name) if book else ""
        code = run([tag, "--from_xl=1", f"--hwnd={excel.hwnd}", f"--wb={name}"])
        return code, excel.impl.alerts[-1]

    return press


@pytest.fixture
def windows(excel, monkeypatch):
    """Let an open workbook hold its file, as it does on Windows."""
    replace = Path.replace

    def guarded(self, target):
        if any(str(target) == book.fullname for book in excel.books):
            raise PermissionError(target)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", guarded)
