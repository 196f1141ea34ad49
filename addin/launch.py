"""From VBA's command line to a command and back: find the workbook, run, tell; nothing ever escapes."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlwings as xw

from addin.busy import is_busy, status_bar
from addin.coded import decoded
from addin.commands import COMMANDS
from addin.dialogs import tell
from addin.seat import Seat
from catalogue import Catalogue, RoundError, TongHopError
from catalogue.wording import addin as words
from catalogue.wording import cli as cli_words
from cli.error_log import keep_log, log_error
from cli.output import hearing

DONE = 0
TOLD = 3
"""The officer has been told why nothing came of it; VBA keeps quiet at these two and speaks at any other."""
MOST_ATTEMPTS = 20_000
"""A few seconds: a refused call comes back at once."""
CATALOGUE_VARIABLE = "TONGHOP_CATALOGUE"


@dataclass(frozen=True, kw_only=True)
class Call:
    """What was asked for.

    Attributes:
        book: The name of the workbook in front; blank when there is none.
        window: The handle of Excel's window; 0 when Excel did not start us.
        folder: A round given by whoever started us from outside.
    """

    tag: str
    book: str = ""
    window: int = 0
    folder: Path | None = None

    @classmethod
    def parse(cls, arguments: Sequence[str]) -> "Call":
        """Read a command line; what is unknown in it is passed over.

        Raises:
            RoundError: There is no such command.
        """
        options = dict(each.split("=", 1) for each in arguments if each.startswith("--") and "=" in each)
        plain = [each for each in arguments if not each.startswith("--")]
        tag = plain[0] if plain else ""
        if tag not in COMMANDS:
            raise RoundError(words.UNKNOWN_COMMAND.format(tag=tag))
        window = options.get("--hwnd", "")
        return cls(
            tag=tag,
            book=decoded(options.get("--wb", "")),
            window=int(window) if window.isdecimal() and options.get("--from_xl") == "1" else 0,
            folder=Path(plain[1]).absolute() if len(plain) > 1 else None,
        )


def run(arguments: Sequence[str]) -> int:
    """Run one command, tell its answer, and return the exit code; never raises."""
    app: xw.App | None = None
    heard: list[str] = []
    keep_log()
    try:
        call = Call.parse(arguments)
        _stand_apart()
        _limit_patience()
        app, book = excel_of(call)
        with status_bar(app), hearing(heard.append):
            answer, code = COMMANDS[call.tag](_seat(call, app, book)), DONE
    except Exception as error:  # noqa: BLE001 - the last net: an officer never sees a traceback
        answer, code = _sentence(error, arguments), TOLD
    _tell(app, "\n".join((answer, *heard)))
    return code


def excel_of(call: Call) -> tuple[xw.App | None, xw.Book | None]:
    """Return the Excel that called and its workbook in front; else whichever Excel runs, if any.

    Raises:
        RoundError: The workbook is no longer there.
    """
    if not list(xw.engines):
        return None, None
    if call.window and call.book:
        book = _caller(call)
        return book.app, book
    app = next((each for each in xw.apps if each.hwnd == call.window), xw.apps.active)
    return app, None


def _caller(call: Call) -> xw.Book:
    """Return the workbook that called, the way xlwings finds it: by its arguments in `sys.argv`."""
    if "=" not in call.book:
        sys.argv = [sys.argv[0], f"--wb={call.book}", "--from_xl=1", f"--hwnd={call.window}"]
        return xw.Book.caller()
    # xlwings cuts a name at its second "="; such a workbook is looked for by hand.
    for app in sorted(xw.apps, key=lambda each: each.hwnd != call.window):
        for book in app.books:
            if book.name == call.book:
                return book
    raise RoundError(words.NO_SUCH_BOOK.format(name=call.book))


def _seat(call: Call, app: xw.App | None, book: xw.Book | None) -> Seat:
    own = os.environ.get(CATALOGUE_VARIABLE)
    return Seat(app=app, book=book, folder=call.folder, catalogue=Catalogue(Path(own) if own else None))


def _limit_patience() -> None:
    """Make xlwings give up on an Excel that stays busy; by itself it asks again for ever."""
    if sys.platform == "win32":
        from xlwings import _xlwindows

        _xlwindows.N_COM_ATTEMPTS = MOST_ATTEMPTS


def _stand_apart() -> None:
    """Leave the folder Excel happens to be in, and look for no program there.

    A received workbook's folder is often Excel's current one; Windows looks into it for programs.
    """
    os.environ["NODEFAULTCURRENTDIRECTORYINEXEPATH"] = "1"
    os.chdir(Path(sys.executable).parent)
    # pythonw has no streams; whatever still writes to them must not fail.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end


def _sentence(error: Exception, arguments: Sequence[str]) -> str:
    if isinstance(error, TongHopError) and not is_busy(error):
        return str(error)
    log = log_error(error, arguments)
    if is_busy(error):
        return words.BUSY
    if isinstance(error, PermissionError) and error.filename:
        return cli_words.FILE_HELD.format(file=error.filename)
    return words.UNEXPECTED.format(kind=type(error).__name__, log=log)


def _tell(app: xw.App | None, sentence: str) -> None:
    """Tell in Excel; where Excel takes no call just now, tell beside it."""
    try:
        tell(app, sentence)
    except Exception as error:  # noqa: BLE001 - the officer must be told all the same
        log_error(error, ["tell"])
        tell(None, sentence)
