"""One writer at a time in a round's folder; a second one waits, or learns who holds it and since when."""

import getpass
import json
import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from catalogue import LockedFileError
from catalogue.wording import ledger as words
from validation import VIETNAM

LOCK_FILE = ".tonghop.lock"
HOLDER_FILE = ".tonghop.lock.json"
"""Beside the lock itself: Windows lets nobody read a file that is locked."""

WAIT_SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a round: user, machine, process, and since when (ISO, in Vietnam's time)."""

    user: str
    host: str
    pid: int
    since: str

    @property
    def shown(self) -> str:
        """The same in words."""
        since = datetime.fromisoformat(self.since).strftime("%H:%M:%S %d/%m/%Y")
        return words.HOLDER.format(
            user=self.user or words.SOMEBODY, host=self.host, pid=self.pid, since=since
        )


@contextmanager
def writing(
    folder: Path, *, wait_seconds: float = WAIT_SECONDS, on_wait: Callable[[str], None] = lambda _: None
) -> Iterator[None]:
    """Hold a round for writing; within one process it may be held again.

    The system itself lets go of the lock of a process that died.

    Args:
        folder: The round's folder.
        wait_seconds: How long to wait for another process.
        on_wait: Told who holds the round before waiting for them.

    Raises:
        LockedFileError: Another process still holds it.
    """
    lock = FileLock(folder / LOCK_FILE, is_singleton=True)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        on_wait(words.WAITING.format(holder=_shown(folder), seconds=round(wait_seconds)))
        try:
            lock.acquire(timeout=wait_seconds, poll_interval=0.1)
        except Timeout:
            raise LockedFileError(words.HELD.format(folder=folder, holder=_shown(folder))) from None
    except OSError as error:
        raise LockedFileError(words.CANNOT_LOCK.format(folder=folder, reason=error.strerror)) from None
    is_first = lock.lock_counter == 1
    try:
        if is_first:
            _sign(folder)
        yield
    finally:
        if is_first:
            (folder / HOLDER_FILE).unlink(missing_ok=True)
        lock.release()


def holder_of(folder: Path) -> Holder | None:
    """Return who says to hold a round; None when nobody does, or it cannot be read."""
    try:
        return Holder(**json.loads((folder / HOLDER_FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _shown(folder: Path) -> str:
    holder = holder_of(folder)
    return holder.shown if holder else words.SOMEBODY


def _sign(folder: Path) -> None:
    holder = Holder(
        user=_user(),
        host=platform.node(),
        pid=os.getpid(),
        since=datetime.now(VIETNAM).isoformat(timespec="seconds"),
    )
    (folder / HOLDER_FILE).write_text(json.dumps(asdict(holder), ensure_ascii=False), encoding="utf-8")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system without names of users
        return ""
