"""The command line: in go arguments, out come Vietnamese sentences, tables or JSON, and an exit code.

0: fine; 1: there are findings; 2: the work cannot go on.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.application import app

__all__ = ["app", "main"]

# The commands that read files; their workers load while the command itself does.
_READING = frozenset({"check", "consolidate", "demo", "report", "status"})


def main() -> None:
    """Run the command line. Workers import the program's own script too: it loads nothing by itself."""
    from validation import start_loading

    if not _READING.isdisjoint(sys.argv):
        start_loading()
    from cli.application import main as run

    run()


def __getattr__(name: str) -> object:
    """Load the application when it is first asked for."""
    if name != "app":
        raise AttributeError(name)
    from cli.application import app

    return app
