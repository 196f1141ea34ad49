"""The program's own worker processes: they start with the first file to be read, and end with the program."""

import os
import sys
import threading
from multiprocessing.util import Finalize
from pathlib import Path
from typing import NamedTuple

from pebble import CONSTS, ProcessPool

from validation.start import worker_context

# On top of what a worker has reserved when it starts; beyond it an allocation fails instead of the machine.
WORKER_BYTES = 400 * 2**20

# How often the pool looks after its workers, in seconds: so long the program waits for them when it ends.
CONSTS.sleep_unit = 0.02
# How long workers wait for one that was killed while it took something to read: it cannot say so any more.
CONSTS.channel_lock_timeout = 10


class _Kept(NamedTuple):
    """Workers, and what ends them."""

    workers: ProcessPool
    end: Finalize


_KEPT: dict[int, _Kept] = {}
_LOCK = threading.Lock()  # on a cluster, several threads read at a time


def workers_of(processes: int) -> ProcessPool:
    """Return so many workers, always the same while they live.

    A pool is lost as a whole when a worker is killed that reads nothing at the time.

    Raises:
        RuntimeError: No process can be started.
    """
    with _LOCK:
        kept = _KEPT.get(processes)
        if kept and not kept.workers.active:
            _KEPT.pop(processes).end()
            kept = None
        if not kept:
            kept = _KEPT[processes] = _started(processes)
        return kept.workers


def _started(processes: int) -> _Kept:
    workers = ProcessPool(max_workers=processes, initializer=_set_limits, context=worker_context())
    # A process that another one started ends without `atexit`, and would wait for its workers for ever.
    end = Finalize(None, _stop, args=(workers,), exitpriority=0)
    _ = workers.active  # starts them
    return _Kept(workers, end)


def _stop(workers: ProcessPool) -> None:
    workers.stop()  # type: ignore[no-untyped-call]  # pebble leaves it untyped
    workers.join()


def _set_limits() -> None:
    """Bound a worker's memory where the system can; keep what a dying library prints off the screen."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stderr__.fileno() if sys.__stderr__ else 2)
    if sys.platform == "linux":
        import resource

        reserved = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (reserved + WORKER_BYTES, resource.RLIM_INFINITY))
