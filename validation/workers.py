"""Read files in worker processes: one that dies, hangs or eats memory takes no other file with it.

A file may kill its reader outright, whatever we do against it, so nothing is read in the caller's process.
When the worker of a batch fails, its files are read again one by one; a file that fails alone is read the
slow bounded way, and named if even that fails.
"""

import hashlib
import logging
import math
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import mkstemp
from typing import TypeAlias
from weakref import finalize

from pebble import ProcessPool

from catalogue import Code, WorkersError, uncollected
from catalogue.wording.reading import NO_WORKERS
from validation.expected import Expected
from validation.packing import packed, unpacked
from validation.pool import workers_of
from validation.reading import RefusedFileError
from validation.received import Received, members_of
from validation.taken import Taken

BATCH_FILES = 16
BATCH_SECONDS = 20.0
FILE_SECONDS = 5.0
MAX_WORKERS = 8
# How often in a row workers may be lost before any of them reads something.
MOST_LOST = 3
# How often it is looked whether workers live while nothing comes back.
LOOK_SECONDS = 0.5

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file: what was taken out of it, or the files in it when it is an archive.

    Attributes:
        packed: The same as `taken` was when it was packed; blank when it never was.
    """

    item: Received
    sha256: str
    taken: Taken
    members: tuple[Received, ...] = ()
    packed: bytes = b""

    def __reduce__(self) -> tuple[object, ...]:
        """Cross to another process in the packed form, which is smaller and sooner read."""
        return come_back, (self.item, self.sha256, packed(self.taken), self.members)


def come_back(item: Received, sha256: str, text: bytes, members: tuple[Received, ...] = ()) -> Outcome:
    """Return what became of a file out of its packed form; raises what `unpacked` does."""
    taken = unpacked(text, item.file)
    return Outcome(item=item, sha256=sha256, taken=taken, members=members, packed=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attempt:
    items: Sequence[Received]
    is_bounded: bool = False

    @property
    def seconds(self) -> float:
        return BATCH_SECONDS if len(self.items) > 1 else FILE_SECONDS


Reader: TypeAlias = Callable[[Sequence[Received], Expected], Iterator[Outcome]]
"""Gives what became of every file, as `read_all` does, wherever the work is done."""


def read_all(
    items: Sequence[Received], expected: Expected, *, processes: int | None = None
) -> Iterator[Outcome]:
    """Begin reading, and give what became of every file, in no certain order; a bad file never raises.

    The files in an archive come instead of the archive, unless it cannot be opened or is empty.

    Args:
        items: The files.
        expected: What the round's forms are.
        processes: How many worker processes read; None means as many as suit this machine.

    Raises:
        WorkersError: No worker lives long enough to read anything; raised here or while they are given.
    """
    count = processes or _worker_count()
    reading = _Reading(told=_written(expected), expected=expected, processes=count)
    finalize(reading, _remove, reading.told)
    reading.start_all(items)
    return reading.outcomes()


@dataclass(kw_only=True)
class _Reading:
    """Files that are being read.

    Attributes:
        told: Where what the round expects lies for the workers: megabytes, too many to go with every batch.
        workers: Who reads what is `running`.
        lost: How often in a row all workers were lost.
    """

    told: Path
    expected: Expected
    processes: int
    workers: ProcessPool | None = None
    running: dict[Future[list[Outcome]], _Attempt] = field(default_factory=dict)
    done: SimpleQueue[Future[list[Outcome]]] = field(default_factory=SimpleQueue)
    lost: int = 0

    def start_all(self, items: Sequence[Received]) -> None:
        self.start(_batches(items, self.processes))

    def start(self, attempts: Sequence[_Attempt]) -> None:
        """Give something to the workers, and with it what earlier workers left undone."""
        waiting = deque(attempts)
        while True:
            try:
                workers = workers_of(self.processes)
                if workers is not self.workers:
                    waiting.extend(self.running.values())
                    self.running.clear()
                    self.workers = workers
                while waiting:
                    future = _start(workers, self.told, waiting[0])
                    self.running[future] = waiting.popleft()
                    future.add_done_callback(self.done.put)
            except RuntimeError as error:  # all workers are lost
                self._count_lost(error)
            else:
                return

    def outcomes(self) -> Iterator[Outcome]:
        while self.running:
            future = self._next_done()
            attempt = self.running.pop(future, None)
            if attempt:  # else its workers were lost, and others have begun again
                yield from self._ended(future, attempt)

    def _next_done(self) -> Future[list[Outcome]]:
        while True:
            with suppress(Empty):
                return self.done.get(timeout=LOOK_SECONDS)
            if self.workers and not self.workers.active:  # it does not say so of everything it was given
                self._count_lost(BrokenProcessPool())
                self.start(())

    def _count_lost(self, error: BaseException) -> None:
        self.lost += 1
        _LOG.warning("All workers are lost (%d)", self.lost, exc_info=error)
        if self.lost >= MOST_LOST:
            raise WorkersError(NO_WORKERS) from error

    def _ended(self, future: Future[list[Outcome]], attempt: _Attempt) -> Iterator[Outcome]:
        error = future.exception()
        if error is None:
            self.lost = 0
            for outcome in future.result():
                if outcome.members:
                    self.start_all(outcome.members)
                else:
                    yield outcome
            return
        if isinstance(error, BrokenProcessPool):
            self._count_lost(error)
            self.start((attempt,))
            return
        _LOG.warning("Reading failed (%s): %s", _way(attempt), error, exc_info=error)
        again = _next_attempts(attempt)
        self.start(again)
        if not again:
            yield _refused(attempt.items[0], Code.E010, self.expected)


def _way(attempt: _Attempt) -> str:
    names = ", ".join(item.file for item in attempt.items)
    return f"bounded, {names}" if attempt.is_bounded else names


def _batches(items: Sequence[Received], processes: int) -> list[_Attempt]:
    size = max(1, min(BATCH_FILES, math.ceil(len(items) / (4 * processes))))
    return [_Attempt(items=items[first : first + size]) for first in range(0, len(items), size)]


def _next_attempts(attempt: _Attempt) -> list[_Attempt]:
    """Return how to read files again after their worker failed; nothing when every way was tried."""
    if len(attempt.items) > 1:
        return [_Attempt(items=(item,)) for item in attempt.items]
    return [] if attempt.is_bounded else [_Attempt(items=attempt.items, is_bounded=True)]


def _written(expected: Expected) -> Path:
    handle, name = mkstemp(suffix=".tonghop")
    with os.fdopen(handle, "wb") as stream:
        pickle.dump(expected, stream, pickle.HIGHEST_PROTOCOL)
    return Path(name)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _start(workers: ProcessPool, told: Path, attempt: _Attempt) -> Future[list[Outcome]]:
    arguments = told, attempt.items, attempt.is_bounded
    return workers.schedule(_read_batch, args=arguments, timeout=attempt.seconds)


def _worker_count() -> int:
    return min(os.cpu_count() or 1, MAX_WORKERS)


# ------------------------------------------------------------------------------------- in the worker


def _read_batch(told: Path, items: Sequence[Received], is_bounded: bool) -> list[Outcome]:  # noqa: FBT001 - pebble passes arguments by position
    expected = _unpickled(told)
    with uncollected():
        return [_read(item, expected, is_bounded=is_bounded) for item in items]


@lru_cache(maxsize=1)
def _unpickled(told: Path) -> Expected:
    """Return what the round expects; it is unpacked once."""
    expected: Expected = pickle.loads(told.read_bytes())  # noqa: S301 - pickled by our own process a moment ago
    return expected


def _read(item: Received, expected: Expected, *, is_bounded: bool) -> Outcome:
    from validation.intake import take  # what opens files is loaded by those who open them
    from validation.reading import Kind, kind_of

    if item.problem:
        return _refused(item, item.problem, expected)
    try:
        content = item.content()
        sha256 = hashlib.sha256(content).hexdigest()
        taken = take(item.file, content, expected, is_bounded=is_bounded)
        is_archive = any(finding.code is Code.E013 for finding in taken.findings)
        if is_archive and kind_of(content) is Kind.ZIP:
            return _opened(item, sha256, members_of(item, content), expected)
    except RefusedFileError as refused:
        return _refused(item, refused.code, expected)
    return Outcome(item=item, sha256=sha256, taken=taken)


def _opened(item: Received, sha256: str, members: tuple[Received, ...], expected: Expected) -> Outcome:
    if not members:
        return _refused(item, Code.E008, expected)
    return Outcome(item=item, sha256=sha256, taken=Taken(file=item.file), members=members)


def _refused(item: Received, code: Code, expected: Expected) -> Outcome:
    taken = Taken(file=item.file)
    taken.report(code, design=expected.design)
    return Outcome(item=item, sha256="", taken=taken)
