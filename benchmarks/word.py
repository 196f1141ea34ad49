"""`python -m benchmarks.word`: the report's rendering time as its appendix grows, beside bare docxtpl.

Both write the same rows, eight cells each, into a Word table. Ours also words them from the facts, marks
every figure with its origin, takes the marks out again and knows every place. Its frame (the rest of the
report: styles, text, other appendices) takes the same time whatever the rows; the first time a template is
used it is made ready, 0.08 s more. The check against the master and the traced copy are not rendering,
and are timed apart.
"""

import io
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pandas as pd
from docxtpl import DocxTemplate
from rich.console import Console
from rich.table import Table

from catalogue import Catalogue, Office, Period, Plan, Round, load_master
from consolidate import MasterTables
from report import ReportFacts, check_figures, facts, rendered, traced
from report.prose.tables import appendix_money

RUNS = 5
ROWS = (100, 500, 3_000, 10_000)
PLAN_ID = "hp-2026-chuyen-doi-xanh"
COLUMNS = 8
NUMBERS = ("integer", "number", "percent", "million_vnd")


def main() -> None:
    """Measure every size and print a table."""
    plan = Catalogue().plan(PLAN_ID)
    table = Table(title=f"rows in the appendix of money, median of {RUNS} runs")
    for header in (
        "rows",
        "render (s)",
        "of it frame (s)",
        "ms a row",
        "bare docxtpl (s)",
        "render / bare",
        "rows / bare",
        "check (s)",
        "traced (s)",
    ):
        table.add_column(header, justify="right")
    for rows in ROWS:
        table.add_row(*measured(plan, rows))
    Console(width=120).print(table)


def measured(plan: Plan, rows: int) -> tuple[str, ...]:
    """Return the line of one size."""
    master = master_of(rows)
    told = facts(master, plan, round_of(plan))
    template, cells = bare_template(), [row.cells for row in appendix_money(told)]
    fixed, _ = in_turn(lambda: rendered(without_rows(told)), lambda: None)
    ours, bare = in_turn(lambda: rendered(told), lambda: render_bare(template, cells))
    made = rendered(told)
    checked, copied = seconds(lambda: check_figures(made, master)), seconds(lambda: traced(made, master))
    return (
        f"{rows:,}",
        f"{ours:.2f}",
        f"{fixed:.2f}",
        f"{(ours - fixed) / rows * 1000:.2f}",
        f"{bare:.2f}",
        f"{ours / bare:.2f}",
        f"{(ours - fixed) / bare:.2f}",
        f"{checked:.2f}",
        f"{copied:.2f}",
    )


def in_turn(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Return the median processor seconds of both, run in turn."""
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(RUNS)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def seconds(work: Callable[[], object]) -> float:
    """Return how much processor time some work takes: other work on the machine does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def master_of(rows: int) -> MasterTables:
    """Return a master with as many budget lines of one source, and nothing else."""
    chance = random.Random(rows)
    lines = [
        {
            "number": number,
            "unit_code": f"u{number % 114}",
            "unit_name": f"UBND xã thứ {number % 114}",
            "task": "VII.2.2. Tuyên truyền về lối sống xanh cho cộng đồng",
            "funding_source": "Ngân sách địa phương",
            "planned_vnd": chance.randint(50, 90_000) + 0.25,
            "disbursed_vnd": chance.randint(0, 50) + 0.5,
            "note": "Đã đối chiếu 02 lần với Kho bạc",
        }
        for number in range(1, rows + 1)
    ]
    tables = {sheet: frame_of(sheet, lines if sheet == "budgets" else []) for sheet in load_master()}
    return MasterTables(about={"is_invented": ""}, tables=tables)


def frame_of(sheet: str, lines: list[dict[str, object]]) -> pd.DataFrame:
    """Return one table, its columns typed as `read_master` types them."""
    return pd.DataFrame(
        {
            column.key: pd.Series(
                [line.get(column.key, None if column.kind in NUMBERS else "") for line in lines],
                dtype="Float64" if column.kind in NUMBERS else "object",
            )
            for column in load_master()[sheet].columns
        }
    )


def round_of(plan: Plan) -> Round:
    """Return a round for the report to be of."""
    return Round(
        folder=Path("round"),
        plan_id=plan.id,
        period=Period.parse("2026"),
        deadline=date(2026, 12, 20),
        office=Office(name="Ủy ban nhân dân"),
        is_invented=True,
    )


def without_rows(told: ReportFacts) -> ReportFacts:
    """Return a report of the same frame with an empty appendix."""
    return replace(told, money=replace(told.money, lines=()))


def bare_template() -> bytes:
    """Return the least template that prints rows of eight cells."""
    document = docx.Document()
    table = document.add_table(rows=3, cols=COLUMNS)
    table.cell(0, 0).text, table.cell(2, 0).text = "{%tr for row in rows %}", "{%tr endfor %}"
    for column in range(COLUMNS):
        table.cell(1, column).text = f"{{{{ row[{column}] }}}}"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def render_bare(template: bytes, cells: list[tuple[str, ...]]) -> bytes:
    """Render rows as anyone would with docxtpl, escaping on."""
    made = DocxTemplate(io.BytesIO(template))
    made.render({"rows": cells}, autoescape=True)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


if __name__ == "__main__":
    main()
