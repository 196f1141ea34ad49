"""A national round: 34 provinces of 135 units, consolidated side by side, then put together.

`python -m benchmarks.national [PROVINCES [UNITS]]` prints times, memory and what one machine more would give.
The answers are invented; making them is not measured.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.memory import peak_mebibytes
from benchmarks.rounds import opened, trial
from catalogue import ROUND_FILE
from cli.consolidate import write_master

PROVINCES, UNITS = 34, 135
SIDE_BY_SIDE = 2
OFFICE = "Ủy ban nhân dân thành phố Hải Phòng"
COMMAND = (sys.executable, "-X", "utf8", "-c", "import cli; cli.main()")


def main(provinces: int = PROVINCES, units: int = UNITS) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as place:
        folders = [Path(place) / f"{number:02}" for number in range(provinces)]
        for number, folder in enumerate(folders):
            trial(folder, units, first=number * units)
            _rename(folder, f"Ủy ban nhân dân tỉnh số {number:02} (giả định)")
        jobs = [(folder, units, number * units) for number, folder in enumerate(folders)]
        alone, _ = _measured(lambda: _consolidate_all(jobs[:1]))
        together, peak = _measured(lambda: _consolidate_all(jobs))
        added, nation_peak = _measured(lambda: _put_together(Path(place)))
    files = provinces * units
    print(f"{provinces} provinces x {units} units = {files} submissions")
    print(f"one province alone: {alone:.1f} s")
    print(f"all provinces, {SIDE_BY_SIDE} side by side: {together:.1f} s")
    print(f"that is {together / files * 1000:.1f} ms a submission")
    print(f"peak memory of all processes: {peak:.0f} MiB")
    print(f"the nation from {provinces} masters: {added:.1f} s, {nation_peak:.0f} MiB")
    print(f"in all: {together + added:.1f} s")


def _rename(folder: Path, office: str) -> None:
    path = folder / ROUND_FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(OFFICE, office), encoding="utf-8")


def _measured(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds and the highest memory, in MiB, of all our processes."""
    with peak_mebibytes() as peak:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start, peak()


def _consolidate_all(jobs: Sequence[tuple[Path, int, int]]) -> None:
    """Consolidate each province in a process of its own, as its own command would."""
    pool = ProcessPoolExecutor(SIDE_BY_SIDE, mp_context=get_context("spawn"), max_tasks_per_child=1)
    start = time.perf_counter()
    with pool:
        for number, done in enumerate([pool.submit(_consolidate, *job) for job in jobs], start=1):
            done.result()
            print(f"province {number} of {len(jobs)}: {time.perf_counter() - start:.0f} s", flush=True)


def _consolidate(folder: Path, units: int, first: int) -> None:
    merged = write_master(opened(folder, units, first=first).desk)
    assert sum(standing.state == "accepted" for standing in merged.standings) == units


def _put_together(place: Path) -> None:
    subprocess.run([*COMMAND, "nation", place, "--out", place / "nation.xlsx"], check=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
