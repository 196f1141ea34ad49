"""The button's own procedure, run by an interpreter of VBA on a made-up Windows."""

# ruff: noqa: ARG002 - a member's parameters are those Windows gives it

from dataclasses import dataclass, field

import pytest
from pyopenvba.interpreter import (
    NOTHING,
    HostBridge,
    Interpreter,
    VBAObject,
    VBARuntimeError,
    member,
    method,
    setter,
)

from addin.coded import coded
from addin.ribbon import CALLBACK
from addin.vba_source import vba_modules
from catalogue.wording import addin as words

PYTHON = r"C:\Users\Nguyễn Văn A\TongHop\pythonw.exe"
UNRESOLVED = HostBridge().global_object("")
KEY = r"HKCU\Software\TongHop\Interpreter"


class Shell(VBAObject):
    """WScript.Shell: a registry, a log of what ran, and the messages shown."""

    def __init__(self, registry, code):
        self.registry, self.code = registry, code
        self.ran, self.popups, self.folder = [], [], ""

    @method(name="RegRead")
    def reg_read(self, name):
        if name not in self.registry:
            raise VBARuntimeError(-2147024894, "Unable to open registry key")
        return self.registry[name]

    @method(name="Run")
    def run(self, command, style, wait):
        self.ran.append((command, self.folder, bool(wait)))
        return self.code

    @method(name="Popup")
    def popup(self, text, seconds, title, kind):
        self.popups.append(text)
        return 1

    @member(name="CurrentDirectory")
    def current_directory(self):
        return self.folder

    @setter("CurrentDirectory")
    def set_current_directory(self, value):
        self.folder = value


class Named(VBAObject):
    """A workbook or a ribbon control: its name, its tag."""

    def __init__(self, name):
        self.name = name

    @member(name="Name")
    def get_name(self):
        return self.name

    @member(name="Tag")
    def get_tag(self):
        return self.name


class Application(VBAObject):
    """Excel."""

    @member(name="Hwnd")
    def hwnd(self):
        return 4711


@dataclass
class Windows(HostBridge):
    """What the project finds around it."""

    shell: Shell
    book: object
    asked: list = field(default_factory=list)

    def global_object(self, name):
        self.asked.append(name)
        return {"activeworkbook": self.book, "application": Application()}.get(name.lower(), UNRESOLVED)

    def create(self, name):
        return self.shell if name == "WScript.Shell" else UNRESOLVED


@pytest.fixture
def click():
    """Press a button: what the shell saw, and the messages of VBA itself."""

    def click(tag, *, book="tong-hop.xlsx", registry=None, code=0):
        shell = Shell({KEY: PYTHON} if registry is None else registry, code)
        vba = Interpreter(host=Windows(shell, Named(book) if book else NOTHING))
        for name, text in vba_modules().items():
            vba.add_module(text, name=name)
        vba.run(CALLBACK, [Named(tag)])
        return shell, vba.dialogs

    return click


def test_a_button_starts_the_recorded_interpreter_isolated_from_its_own_folder(click):
    shell, dialogs = click("check", book="Bảng & 100%.xlsx")
    command = f'"{PYTHON}" -I -m addin check --from_xl=1 --hwnd=4711 --wb={coded("Bảng & 100%.xlsx")}'

    assert shell.ran == [(command, PYTHON.removesuffix("pythonw.exe"), True)]
    assert shell.popups == dialogs == []


def test_without_a_workbook_in_front_the_button_works_too(click):
    shell, _ = click("guide", book=None)

    assert shell.ran[0][0].endswith("--wb=")


@pytest.mark.parametrize(
    "registry", [{}, {KEY: ""}, {KEY: r"C:\Windows\calc.exe"}, {KEY: r"C:\%X%\python.exe"}]
)
def test_without_a_fit_interpreter_the_officer_is_told_and_nothing_runs(registry, click):
    shell, _ = click("check", registry=registry)

    assert shell.ran == []
    assert shell.popups == [words.NOT_INSTALLED]


def test_a_tag_that_is_not_the_ribbons_runs_nothing(click):
    assert click("check & calc")[0].ran == []


@pytest.mark.parametrize(("code", "told"), [(0, []), (3, []), (1, [f"{words.NOT_STARTED} (1)"])])
def test_vba_speaks_only_where_python_could_not(code, told, click):
    assert click("check", code=code)[0].popups == told
