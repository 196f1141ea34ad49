"""The command line: in goes a folder, out come files, sentences and an exit code.

0: fine; 1: there are findings; 2: the work cannot go on.
"""

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer import Typer

    app: Typer

__all__ = ["app", "main"]

# The commands that read files; their workers load while the command itself does.
_READING = frozenset({"check", "consolidate", "demo", "remind", "report", "status"})
# So many new objects before the garbage collector looks for what is no longer needed: some 100 MB at most,
# and a province's round is loaded, read and written without a look.
_NEW_OBJECTS = 500_000


def main() -> None:
    """Run the command line. Workers import the program's own script too: it loads nothing by itself."""
    gc.set_threshold(_NEW_OBJECTS)
    from validation import start_loading

    if not _READING.isdisjoint(sys.argv):
        start_loading()
    from cli.application import main as run

    try:
        run()
    finally:
        gc.freeze()  # the end: Python need not go through half a million objects once more, 0.15 seconds


def __getattr__(name: str) -> object:
    """Load the application when it is first asked for."""
    if name != "app":
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from cli.application import application

    return application()
