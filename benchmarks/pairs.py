"""Pairs of ways to do the same, measured in turn, and the lines of the table they give."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context

WORKERS = min(os.cpu_count() or 1, 8)

Row = tuple[str, str, str, str, str]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two ways to do something, and the ratio that is wanted.

    Attributes:
        turn_seconds: A side is run again until its turn has lasted so long: what a short command reads from
            the disk has grown cold by its next turn.
        other_share: How much of the work the other side does; its time is divided by it.
        wanted: At most so many times the other's time, or (if `is_faster`) at least so many times faster;
            None for a pair that is only told.
    """

    name: str
    ours: Callable[[], object]
    other: Callable[[], object]
    wanted: float | None
    is_faster: bool = False
    turn_seconds: float = 0
    other_share: float = 1.0
    runs: int = 3


def measured(pair: Pair) -> Row:
    """Run both sides in turn; the fastest run of each counts."""
    runs: tuple[list[float], list[float]] = [], []
    for _ in range(pair.runs):
        for side, work in zip(runs, (pair.ours, pair.other), strict=True):
            side.extend(_turn(work, pair.turn_seconds))
    ours, other = min(runs[0]), min(runs[1]) / pair.other_share
    ratio, sign = (other / ours, "≥") if pair.is_faster else (ours / other, "≤")
    wanted = "" if pair.wanted is None else f"{sign} {pair.wanted}×"
    return (pair.name, f"{ours:.2f}", f"{other:.2f}", f"{ratio:.2f}×", wanted)


def _turn(work: Callable[[], object], least: float) -> list[float]:
    took = [seconds(work)]
    while sum(took) < least:
        took.append(seconds(work))
    return took


def ratio(name: str, ours: float, other: float, wanted: str) -> Row:
    """Return the line of two numbers that are already known."""
    return (name, f"{ours:.2f}", f"{other:.2f}", f"{ours / other:.2f}×", wanted)


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def command(code: str, *arguments: str) -> None:
    """Run Python code in a process of its own, as it is installed for people; findings (1) are no failure.

    hypothesis is for our tests, but Pandera loads it wherever it is installed. What Python compiled is kept
    for the next run, whatever the developer's own settings are.
    """
    installed = f"import sys; sys.modules['hypothesis'] = None; {code}"
    done = subprocess.run(
        [sys.executable, "-c", installed, *arguments],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr.decode()


def spread(work: Callable[..., object], arguments: Sequence[tuple[object, ...]]) -> None:
    """Run work in worker processes that are already there."""
    for future in [_pool().submit(work, *each) for each in arguments]:
        future.result()


@cache
def _pool() -> ProcessPoolExecutor:
    pool = ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn"))
    for future in [pool.submit(time.sleep, 0.5) for _ in range(WORKERS)]:
        future.result()
    return pool
