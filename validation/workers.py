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
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from multiprocessing.util import Finalize
from pathlib import Path
from queue import SimpleQueue
from tempfile import mkstemp
from typing import TypeAlias
from weakref import finalize

from pebble import CONSTS, ProcessPool

from catalogue import Code, uncollected
from validation.expected import Expected
from validation.packing import packed, unpacked
from validation.reading import RefusedFileError
from validation.received import Received, members_of
from validation.start import worker_context
from validation.taken import Taken

BATCH_FILES = 16
BATCH_SECONDS = 20.0
FILE_SECONDS = 5.0
MAX_WORKERS = 8
# On top of what a worker has reserved when it starts; beyond it an allocation fails instead of the machine.
WORKER_BYTES = 400 * 2**20

# How often the pool looks after its workers, in seconds: so long the program waits for them when it ends.
CONSTS.sleep_unit = 0.02

_LOG = logging.getLogger(__name__)
_STARTING = threading.Lock()


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
    """

    told: Path
    expected: Expected
    processes: int
    running: dict[Future[list[Outcome]], _Attempt] = field(default_factory=dict)
    done: SimpleQueue[Future[list[Outcome]]] = field(default_factory=SimpleQueue)

    def start_all(self, items: Sequence[Received]) -> None:
        self.start(_batches(items, self.processes))

    def start(self, attempts: Sequence[_Attempt]) -> None:
        for attempt in attempts:
            future = _start(self.told, attempt, self.processes)
            self.running[future] = attempt
            future.add_done_callback(self.done.put)

    def outcomes(self) -> Iterator[Outcome]:
        while self.running:
            future = self.done.get()
            yield from self._ended(future, self.running.pop(future))

    def _ended(self, future: Future[list[Outcome]], attempt: _Attempt) -> Iterator[Outcome]:
        error = future.exception()
        if error is None:
            for outcome in future.result():
                if outcome.members:
                    self.start_all(outcome.members)
                else:
                    yield outcome
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


def _start(told: Path, attempt: _Attempt, processes: int) -> Future[list[Outcome]]:
    arguments = told, attempt.items, attempt.is_bounded
    with _STARTING:  # on a cluster, several threads read at a time
        pool = _pool(processes)
    return pool.schedule(_read_batch, args=arguments, timeout=attempt.seconds)


@cache
def _pool(processes: int) -> ProcessPool:
    """Return the program's own workers; they start with the first file and end with the program."""
    pool = ProcessPool(max_workers=processes, initializer=_set_limits, context=worker_context())
    # A process that another one started ends without `atexit`, and would wait for its workers for ever.
    Finalize(None, _stop, args=(pool,), exitpriority=0)
    return pool


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it untyped
    pool.join()


def _worker_count() -> int:
    return min(os.cpu_count() or 1, MAX_WORKERS)


# ------------------------------------------------------------------------------------- in the worker


def _set_limits() -> None:
    """Bound a worker's memory where the system can; keep what a dying library prints off the screen."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stderr__.fileno() if sys.__stderr__ else 2)
    if sys.platform == "linux":
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - not a path of a user's
            reserved = int(file.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (reserved + WORKER_BYTES, resource.RLIM_INFINITY))


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
