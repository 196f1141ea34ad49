"""`make bench`: our ways against the ways people script and the libraries alone, as one table of ratios.

Machines are noisy: both sides of a pair run in turn, several times, and the fastest of each is compared.
Sides that would take minutes are measured over fewer files; the table says over how many. The answers are
invented; forms of 10 to 60 rows are built once and kept in the system's temporary folder.
"""

import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.table import Table
from typer.testing import CliRunner

from benchmarks import ways
from benchmarks.memory import peak_mebibytes
from benchmarks.rounds import Trial, build_forms, trial
from catalogue import Catalogue, Duty
from cli import app
from cli.desk import Desk
from templates import build_form
from validation import check_round

SCRIPTED_FILES = 100
FORMS = 200
WORKERS = min(os.cpu_count() or 1, 8)


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two ways to do something, and the ratio that is wanted.

    Attributes:
        other_share: How much of the work the other side does; its time is divided by it.
        wanted: At most so many times the other's time, or (if `is_faster`) at least so many times faster.
    """

    name: str
    ours: Callable[[], object]
    other: Callable[[], object]
    wanted: float
    is_faster: bool = False
    other_share: float = 1.0
    runs: int = 3


def main(chosen: Sequence[str]) -> None:
    """Measure everything, or only the parts named, and print a table."""
    table = Table(title=f"{WORKERS} processes; the fastest of several runs, in turn")
    for header in ("what", "ours (s)", "other (s)", "ratio", "wanted"):
        table.add_column(header, justify="left" if header == "what" else "right")
    with tempfile.TemporaryDirectory() as folder:
        for name, part in PARTS.items():
            if not chosen or name in chosen:
                for row in part(Path(folder) / name):
                    table.add_row(*row)
                    print(*row, sep=" | ", flush=True)
    Console(width=130).print(table)


Row = tuple[str, str, str, str, str]


def measured(pair: Pair) -> Row:
    """Run both sides in turn."""
    best = [float("inf"), float("inf")]
    for _ in range(pair.runs):
        for side, work in enumerate((pair.ours, pair.other)):
            best[side] = min(best[side], seconds(work))
    ours, other = best[0], best[1] / pair.other_share
    ratio, sign = (other / ours, "≥") if pair.is_faster else (ours / other, "≤")
    return (pair.name, f"{ours:.2f}", f"{other:.2f}", f"{ratio:.2f}×", f"{sign} {pair.wanted}×")


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def reading(folder: Path) -> list[Row]:
    """Measure reading, checking and merging 1,000 forms, and 3,400."""
    thousand, many = trial(folder / "1000", 1_000), trial(folder / "3400", 3_400)
    few = thousand.files[:SCRIPTED_FILES]
    share = len(few) / len(thousand.files)
    check(thousand)
    return [
        measured(
            Pair(
                name="1,000 forms: read, check, merge / calamine alone",
                ours=lambda: check(thousand),
                other=lambda: calamine(thousand.files),
                wanted=3,
                runs=5,
            )
        ),
        measured(
            Pair(
                name=f"the same / pandas and openpyxl, only read ({len(few)} files, scaled)",
                ours=lambda: check(thousand),
                other=lambda: ways.read_with_pandas(few),
                wanted=8,
                is_faster=True,
                other_share=share,
                runs=2,
            )
        ),
        measured(
            Pair(
                name=f"the same / and Pandera file by file ({len(few)} files, scaled)",
                ours=lambda: check(thousand),
                other=lambda: ways.check_with_pandas(few),
                wanted=40,
                is_faster=True,
                other_share=share,
                runs=2,
            )
        ),
        measured(
            Pair(
                name="3,400 forms: read, check, merge / calamine alone",
                ours=lambda: check(many),
                other=lambda: calamine(many.files),
                wanted=2.5,
            )
        ),
        *again(many, folder / "kept.sqlite"),
    ]


def again(many: Trial, cache_path: Path) -> list[Row]:
    """Measure running again: nothing changed, and one file in a hundred."""
    first = seconds(lambda: check(many, cache_path))
    same = min(seconds(lambda: check(many, cache_path)) for _ in range(2))
    changed = []
    for turn in range(2):
        for path in many.files[::100]:
            content = path.read_bytes()
            path.unlink()  # a link to the form that is kept
            path.write_bytes(content)
            with zipfile.ZipFile(path, "a") as archive:
                archive.comment = f"{turn}".encode()
        changed.append(seconds(lambda: check(many, cache_path)))
    return [
        ratio("3,400 forms again, 1 % changed / the first time", min(changed), first, "≤ 0.25×"),
        ratio("3,400 forms again, nothing changed / the first time", same, first, ""),
    ]


def ratio(name: str, ours: float, other: float, wanted: str) -> Row:
    """Return a row of two numbers that are already known."""
    return (name, f"{ours:.2f}", f"{other:.2f}", f"{ours / other:.2f}×", wanted)


def size(folder: Path) -> list[Row]:
    """Measure the cost of a file at 10,000 against 1,000, and the memory of all processes."""
    small, large = trial(folder / "1000", 1_000), trial(folder / "10000", 10_000)
    check(small)
    one = min(seconds(lambda: check(small)) for _ in range(3))
    with peak_mebibytes() as peak:
        ten = seconds(lambda: check(large))
    return [
        ratio("a file of 10,000 / a file of 1,000 (ms)", ten / 10, one, "≤ 1.2×"),
        ("peak memory of all processes at 10,000 (MiB)", f"{peak():.0f}", "1536", "", "≤ 1536"),
    ]


def writing(folder: Path) -> list[Row]:
    """Measure the master, forms, and a province's round from the command to the master on disk."""
    home = folder / "round"
    CliRunner().invoke(app, ["demo", str(home)], catch_exceptions=False)
    desk = Desk.open(home, Catalogue())
    merged = desk.merge(desk.check())
    cells = ways.cells_of(desk.build_master(merged))
    template = build_form(desk.duties[0], desk.plan, desk.round, desk.design)
    script = (
        "import sys; from benchmarks import ways; ways.write_script_master(*map(ways.Path, sys.argv[1:]))"
    )
    return [
        measured(
            Pair(
                name="the master / XlsxWriter writing the same cells",
                ours=lambda: desk.build_master(merged),
                other=lambda: ways.write_cells(cells),
                wanted=1.5,
                runs=5,
            )
        ),
        measured(
            Pair(
                name=f"issuing {FORMS} forms / openpyxl load, fill, save",
                ours=lambda: spread(
                    build_forms, [(home, each) for each in _shares(list(desk.duties), FORMS)]
                ),
                other=lambda: spread(ways.fill_with_openpyxl, [(template, FORMS // WORKERS)] * WORKERS),
                wanted=2.5,
                is_faster=True,
            )
        ),
        measured(
            Pair(
                name=f"a province's round ({len(merged.submissions)} files), the whole command / script",
                ours=lambda: command("-c", "import cli; cli.main()", "consolidate", str(home)),
                other=lambda: command(
                    "-c", script, str(desk.round.received_dir), str(folder / "script.xlsx")
                ),
                wanted=8,
                is_faster=True,
                runs=2,
            )
        ),
    ]


def _shares(duties: list[Duty], count: int) -> list[list[Duty]]:
    wanted = (duties * count)[:count]
    return [wanted[start::WORKERS] for start in range(WORKERS)]


def command(*arguments: str) -> None:
    """Run Python in a process of its own; findings (exit code 1) are no failure."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()


def check(round_: Trial, cache_path: Path | None = None) -> object:
    """Read, check and merge a round."""
    desk = round_.desk
    return desk.merge(check_round(desk.round, desk.plan, desk.duties, desk.design, cache=cache_path))


def calamine(files: Sequence[Path]) -> None:
    """Parse files with calamine in as many processes as we take."""
    spread(ways.parse_with_calamine, [(files[start : start + 16],) for start in range(0, len(files), 16)])


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


PARTS: dict[str, Callable[[Path], list[Row]]] = {"reading": reading, "size": size, "writing": writing}

if __name__ == "__main__":
    main(sys.argv[1:])
