"""What installing the ribbon changes for one user: a file where Excel starts, a recorded interpreter."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from platformdirs import user_config_path

from catalogue import InstallError, LockedFileError
from catalogue.wording import addin as words

ADDIN_FILE = "TongHop.xlam"
INTERPRETER = "Interpreter"
REGISTRY_KEY = r"Software\TongHop"
MARK_OF_THE_WEB = ":Zone.Identifier"
"""The stream by which Windows remembers that a file came from the internet."""
UNSAFE = frozenset('%"')


class Records(Protocol):
    """Where the interpreter is recorded for VBA."""

    def read(self, name: str) -> str:
        """Return an entry, blank when there is none."""

    def write(self, name: str, value: str) -> None:
        """Keep an entry."""

    def remove(self) -> None:
        """Forget everything."""


@dataclass(frozen=True)
class FileRecords:
    """Records in a file: what other systems have instead of the registry."""

    file: Path

    def read(self, name: str) -> str:
        """Return an entry, blank when there is none."""
        return self._entries().get(name, "")

    def write(self, name: str, value: str) -> None:
        """Keep an entry."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps(self._entries() | {name: value}), encoding="utf-8")

    def remove(self) -> None:
        """Forget everything."""
        self.file.unlink(missing_ok=True)

    def _entries(self) -> dict[str, str]:
        try:
            return dict(json.loads(self.file.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return {}


class RegistryRecords:
    """Records in the user's own part of the registry of Windows; never the machine's."""

    def read(self, name: str) -> str:
        """Return an entry, blank when there is none."""
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, REGISTRY_KEY) as key:
                    return str(winreg.QueryValueEx(key, name)[0])
            except OSError:
                pass
        return ""

    def write(self, name: str, value: str) -> None:
        """Keep an entry."""
        if sys.platform == "win32":
            import winreg

            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, REGISTRY_KEY) as key:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)

    def remove(self) -> None:
        """Forget everything."""
        if sys.platform == "win32":
            import winreg

            try:
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, REGISTRY_KEY)
            except OSError:
                return


@dataclass(frozen=True, kw_only=True)
class Profile:
    """One user's Excel.

    Attributes:
        startup: The folder whose workbooks Excel opens at every start.
        records: Where the interpreter is recorded.
    """

    startup: Path
    records: Records

    @classmethod
    def of_user(cls) -> "Profile":
        """Return the profile of whoever runs the program.

        Raises:
            InstallError: Windows does not say where this user's files are.
        """
        if os.name != "nt":
            home = user_config_path("tonghop", appauthor=False)
            return cls(startup=home / "XLSTART", records=FileRecords(home / "registry.json"))
        roaming = os.environ.get("APPDATA", "")
        if not roaming:
            raise InstallError(words.NO_PROFILE)
        return cls(startup=Path(roaming, "Microsoft", "Excel", "XLSTART"), records=RegistryRecords())

    @property
    def addin(self) -> Path:
        """The add-in in this user's Excel."""
        return self.startup / ADDIN_FILE

    @property
    def mark(self) -> Path:
        """The add-in's mark of the web."""
        return self.addin.with_name(self.addin.name + MARK_OF_THE_WEB)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of what was looked at.

    Attributes:
        is_good: Whether it is as it must be; None when that cannot be told here.
    """

    key: str
    is_good: bool | None
    text: str


def addin_bytes() -> bytes:
    """Return the add-in this program brings along.

    Raises:
        InstallError: It is missing from this installation.
    """
    try:
        return (files("addin") / ADDIN_FILE).read_bytes()
    except OSError:
        raise InstallError(words.NO_ADDIN_FILE) from None


def own_interpreter() -> Path:
    """Return the Python the ribbon should start: this one, where Windows has it the one without a console."""
    own = Path(sys.executable)
    quiet = own.with_name("pythonw.exe")
    return quiet if quiet.is_file() else own


def install(profile: Profile, interpreter: Path) -> None:
    """Put the add-in in place, without the mark of the web, and record the interpreter.

    Raises:
        InstallError: The interpreter cannot be recorded or does not find this program on its own.
        LockedFileError: Excel has the add-in open.
    """
    content = addin_bytes()
    refuse_unfit(interpreter)
    profile.startup.mkdir(parents=True, exist_ok=True)
    try:
        # Written in place: Excel would open whatever else stood in this folder, a draft too.
        profile.addin.write_bytes(content)
    except PermissionError:
        raise LockedFileError(words.EXCEL_HOLDS_FILE.format(file=profile.addin)) from None
    profile.mark.unlink(missing_ok=True)
    profile.records.write(INTERPRETER, str(interpreter))


def refuse_unfit(interpreter: Path) -> None:
    """Refuse an interpreter the ribbon could not start.

    Raises:
        InstallError: Its path cannot be quoted, or isolated it does not find this program.
    """
    if UNSAFE & set(str(interpreter)):
        raise InstallError(words.UNSAFE_PATH.format(interpreter=interpreter))
    command = [str(interpreter), "-I", "-c", "import addin.launch"]
    try:
        done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - the interpreter that runs us
    except OSError:
        done = None
    if done is None or done.returncode:
        raise InstallError(words.NOT_ISOLATED.format(interpreter=interpreter))


def uninstall(profile: Profile) -> bool:
    """Take the add-in out and forget the interpreter; whether there was anything to take out.

    Raises:
        LockedFileError: Excel has the add-in open.
    """
    was_there = profile.addin.is_file() or bool(profile.records.read(INTERPRETER))
    try:
        profile.addin.unlink(missing_ok=True)
    except PermissionError:
        raise LockedFileError(words.EXCEL_HOLDS_FILE.format(file=profile.addin)) from None
    profile.records.remove()
    return was_there


def installation(profile: Profile) -> Iterator[Check]:
    """Yield what is right and wrong with the installation."""
    yield _file_check(profile)
    yield _check("mark", not profile.mark.exists())
    yield _interpreter_check(profile.records.read(INTERPRETER))


def _file_check(profile: Profile) -> Check:
    if not profile.addin.is_file():
        return _check("file", is_good=False, kind="missing", file=profile.addin)
    is_ours = profile.addin.read_bytes() == addin_bytes()
    return _check("file", is_ours, kind="good" if is_ours else "old", file=profile.addin)


def _interpreter_check(recorded: str) -> Check:
    own = own_interpreter()
    if not recorded:
        return _check("interpreter", is_good=False, kind="missing")
    if not Path(recorded).is_file():
        return _check("interpreter", is_good=False, kind="gone", interpreter=recorded)
    is_own = Path(recorded) == own
    return _check("interpreter", is_own, kind="good" if is_own else "other", interpreter=recorded, own=own)


def _check(key: str, is_good: bool, *, kind: str = "", **facts: object) -> Check:
    kind = kind or ("good" if is_good else "bad")
    return Check(key=key, is_good=is_good, text=words.HEALTH[f"{key}_{kind}"].format(**facts))
