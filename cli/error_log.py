"""Where the traceback of an unexpected error goes, so that support can find it."""

import logging
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_log_path


def log_error(error: Exception, command: Sequence[str]) -> Path:
    """Write an error's traceback into the user's log and return the file."""
    path = user_log_path("tonghop", appauthor=False, ensure_exists=True) / "tonghop.log"
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger = logging.getLogger("tonghop")
    logger.propagate = False
    logger.addHandler(handler)
    logger.error("command failed: %s", list(command), exc_info=error)
    logger.removeHandler(handler)
    handler.close()
    return path
