"""The command line: in goes a folder, out come files, sentences and an exit code.

0: fine; 1: there are findings; 2: the work cannot go on.
"""

import atexit
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from typer import Typer

    app: Typer

__all__ = ["app", "main"]

# The commands that read files; their workers load while the command itself does.
_READING = frozenset({"check", "consolidate", "demo", "remind", "report", "status"})


def main() -> NoReturn:
    """Run the command line, and end the program.

    Workers import the program's own script too: it loads nothing by itself.
    """
    from validation import start_loading

    if not _READING.isdisjoint(sys.argv):
        start_loading()
    from cli.application import main as run

    code: object = 0
    try:
        run()
    except SystemExit as ended:
        code = ended.code
    _end(code if isinstance(code, int) else 0)


def _end(code: int) -> NoReturn:
    """End the program without taking half a million objects apart one by one, which takes 0.15 seconds."""
    atexit._run_exitfuncs()  # noqa: SLF001 - what ends workers and log files; there is no public name
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody reads on, or it is closed
            stream.flush()
    os._exit(code)


def __getattr__(name: str) -> object:
    """Load the application when it is first asked for."""
    if name != "app":
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from cli.application import application

    return application()
