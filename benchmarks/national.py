"""A national round: 34 provinces of 135 units, consolidated side by side, then put together.

`python -m benchmarks.national [PROVINCES [UNITS]]` prints times, processor time and memory, and what it would
take on other numbers of cores, on paper. The answers are invented; making them is not measured.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import psutil  # comes with `distributed`

from benchmarks.memory import peak_mebibytes
from benchmarks.rounds import opened, trial
from catalogue import ROUND_FILE
from cli.consolidate import write_master

PROVINCES, UNITS = 34, 135
SIDE_BY_SIDE = 2
CORES = (2, 8, 32, 136)
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
        work: list[float] = []
        together, peak = _measured(lambda: work.extend(_consolidate_all(jobs)))
        added, nation_peak = _measured(lambda: _put_together(Path(place)))
    each = sum(work) / provinces
    print(f"{provinces} provinces x {units} units = {provinces * units} submissions")
    print(f"all provinces, {SIDE_BY_SIDE} side by side: {together:.1f} s, at most {peak:.0f} MiB in all")
    print(f"processor time: {each:.1f} s a province, {each / units * 1000:.1f} ms a submission")
    print(f"the nation from {provinces} masters: {added:.1f} s, at most {nation_peak:.0f} MiB")
    for cores in CORES:
        seconds = max(each * PROVINCES / cores, each / min(cores, SIDE_BY_SIDE))
        print(f"on paper, {PROVINCES} provinces on {cores} free cores: {seconds:.0f} s")


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


def _consolidate_all(jobs: Sequence[tuple[Path, int, int]]) -> list[float]:
    """Consolidate each province in a process of its own, as its command would; return processor seconds."""
    start = time.perf_counter()
    found = []
    with ProcessPoolExecutor(SIDE_BY_SIDE, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        for number, done in enumerate([pool.submit(_consolidate, *job) for job in jobs], start=1):
            found.append(done.result())
            print(f"province {number} of {len(jobs)}: {time.perf_counter() - start:.0f} s", flush=True)
    return found


def _consolidate(folder: Path, units: int, first: int) -> float:
    merged = write_master(opened(folder, units, first=first).desk)
    assert sum(standing.state == "accepted" for standing in merged.standings) == units
    own = psutil.Process()
    return sum(sum(each.cpu_times()[:2]) for each in (own, *own.children(recursive=True)))


def _put_together(place: Path) -> None:
    subprocess.run([*COMMAND, "nation", place, "--out", place / "nation.xlsx"], check=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
