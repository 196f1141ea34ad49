"""`make bench`: our ways against the ways people script, each pair measured side by side in one run.

Machines are noisy: read the ratios, not the seconds. Each pair runs in turn a few times and the medians are
compared. The round is the trial round of the Hải Phòng plan, its answers invented.
"""

import io
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pandas as pd
import pandera.pandas as pa
from rich.console import Console
from rich.table import Table
from typer.testing import CliRunner

from catalogue import Catalogue
from cli import app
from cli.desk import Desk
from consolidate import read_master
from report import facts, render
from templates import build_form
from validation import check_round

RUNS = 3
ANSWER_SHEETS = ("Nhiệm vụ", "Chỉ tiêu", "Kinh phí", "Kiến nghị")


def main() -> None:
    """Measure every pair on one trial round and print a table of ratios."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "round"
        CliRunner().invoke(app, ["demo", str(home)], catch_exceptions=False)
        desk = Desk.open(home, Catalogue())
        files = sorted((home / "nhan-ve").rglob("*.xlsx"))
        pairs = {
            "issue: forms by XlsxWriter / openpyxl load, fill, save": (
                lambda: issue(desk),
                lambda: fill_template(desk, home),
            ),
            "read, find, parse and check / read with pandas and openpyxl only": (
                lambda: check(desk),
                lambda: read_with_pandas(files),
            ),
            "the same / read so, and a one-column Pandera schema per sheet and file": (
                lambda: check(desk),
                lambda: check_with_pandas(files),
            ),
            "check and write the master / the same script with to_excel": (
                lambda: consolidate(desk),
                lambda: script_master(files),
            ),
            "report with its appendices / the master it is read from": (
                lambda: report(desk),
                lambda: consolidate(desk),
            ),
        }
        show(len(files), {name: measure(*pair) for name, pair in pairs.items()})


def measure(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Return the median seconds of both, run in turn."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for work, times in zip((ours, theirs), seconds, strict=True):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
    return statistics.median(seconds[0]), statistics.median(seconds[1])


def show(files: int, results: dict[str, tuple[float, float]]) -> None:
    """Print the table."""
    table = Table(title=f"{files} submissions, median of {RUNS} runs")
    for header in ("pair", "ours (s)", "other (s)", "other / ours"):
        table.add_column(header, justify="left" if header == "pair" else "right")
    for name, (ours, theirs) in results.items():
        table.add_row(name, f"{ours:.2f}", f"{theirs:.2f}", f"{theirs / ours:.1f}x")
    Console(width=120).print(table)


def issue(desk: Desk) -> None:
    """Build every form in memory."""
    for duty in desk.duties:
        build_form(duty, desk.plan, desk.round, desk.design)


def fill_template(desk: Desk, home: Path) -> None:
    """Load one form, write a few cells and save it, once per unit."""
    template = next(iter(sorted((home / "phat-hanh").glob("*.xlsx")))).read_bytes()
    for duty in desk.duties:
        workbook = openpyxl.load_workbook(io.BytesIO(template))
        sheet = workbook["Nhiệm vụ"]
        for row, owed in enumerate(duty.tasks, start=10):
            for column, text in enumerate((owed.task.number, owed.task.name, owed.task.product), start=20):
                sheet.cell(row, column, text)
        workbook.save(io.BytesIO())


def check(desk: Desk) -> None:
    """Read and check the whole round."""
    check_round(desk.round, desk.plan, desk.duties, desk.design)


def read_with_pandas(files: list[Path]) -> pd.DataFrame:
    """Read the answer sheets of every file and put them one below the other."""
    return pd.concat([frame for path in files for frame in answer_sheets(path)])


def answer_sheets(path: Path) -> Iterator[pd.DataFrame]:
    """Read one file's answer sheets the usual way."""
    sheets = pd.read_excel(path, sheet_name=list(ANSWER_SHEETS), header=None, engine="openpyxl")
    yield from sheets.values()


def check_with_pandas(files: list[Path]) -> pd.DataFrame:
    """Read every file and run a schema of one column on each of its sheets: the least anyone would script."""
    check_nothing = pa.Check(lambda cells: cells.notna() | cells.isna())
    schema = pa.DataFrameSchema({0: pa.Column(object, check_nothing, nullable=True)})
    frames = [frame.astype(object) for path in files for frame in answer_sheets(path)]
    return pd.concat([schema.validate(frame, lazy=True) for frame in frames])


def consolidate(desk: Desk) -> None:
    """Check, merge and build the master in memory."""
    desk.build_master(desk.merge(desk.check()))


def script_master(files: list[Path]) -> None:
    """Do what people script: read, check per file, and write one sheet."""
    check_with_pandas(files).to_excel(io.BytesIO(), header=False)


def report(desk: Desk) -> None:
    """Read the master and render the report in memory."""
    render(facts(read_master(desk.round.master_path), desk.plan, desk.round))


if __name__ == "__main__":
    main()
