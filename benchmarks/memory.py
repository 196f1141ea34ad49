"""The memory of this process and all its children while something runs."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_EVERY_SECONDS = 0.05


@contextmanager
def peak_mebibytes() -> Iterator[Callable[[], float]]:
    """Watch the memory of all our processes; what is given says the highest sum, 0 where Linux is not.

    Memory that processes share is shared out among them.
    """
    ended = threading.Event()
    highest = [0.0]

    def watch() -> None:
        while not ended.wait(_EVERY_SECONDS):
            highest[0] = max(highest[0], sum(map(_mebibytes, _family(os.getpid()))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield lambda: highest[0]
    finally:
        ended.set()
        watcher.join()


def _family(process: int) -> list[int]:
    found = [process]
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = tasks.read_text().split()
        except OSError:
            continue
        found += [each for child in children for each in _family(int(child))]
    return found


def _mebibytes(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
