"""The user's log: what went wrong with a file or a command, for support to find; nothing of it is shown."""

import logging
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from platformdirs import user_log_path

LONGEST_LOG = 2**20
"""In bytes; a longer one is put aside, in the place of the one put aside before."""


def keep_log() -> None:
    """Send what the program and its libraries note of their work to the user's log, not to the screen."""
    root = logging.getLogger()
    if not any(isinstance(handler, _UserLog) for handler in root.handlers):
        root.addHandler(_UserLog())


def log_error(error: Exception, command: Sequence[str]) -> Path:
    """Write an error's traceback into the user's log and return the file."""
    keep_log()
    logging.getLogger("tonghop").error("command failed: %s", list(command), exc_info=error)
    return _log_file()


def _put_aside(path: Path) -> None:
    with suppress(OSError):  # there is none yet, or another program holds it: it grows until the next time
        if path.stat().st_size > LONGEST_LOG:
            path.replace(path.with_suffix(".cu.log"))


def _log_file() -> Path:
    return user_log_path("tonghop", appauthor=False) / "tonghop.log"


class _UserLog(logging.Handler):
    """Writes to a file that is made when there is something to write."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.setFormatter(logging.Formatter("%(asctime)s %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        path = _log_file()
        with suppress(OSError):  # a log that cannot be written stops no work
            path.parent.mkdir(parents=True, exist_ok=True)
            _put_aside(path)
            with path.open("a", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(self.format(record) + "\n")
