"""What the consolidating office adjusted in the master: each figure with what the unit reported, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from catalogue import VND_PER_MILLION, comparison_key, load_master
from consolidate import ADJUSTABLE, ADJUSTED_MARK, ADJUSTED_REASON, MasterTables
from report.figures.cells import Line, lines
from report.trace.origin import Real, Whole, tally, total

DECIMALS = 6
"""A đồng is the sixth decimal of a million."""

Shown: TypeAlias = str | Real | Whole | None
"""A label, a number, an amount in whole đồng, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustedFigure:
    """One adjusted figure: whose, of what, from what to what, and why (blank when no reason is given).

    Attributes:
        at: Its row's position in its table.
        number, name: The task or indicator; a budget line has its task and source as name.
    """

    at: int
    table: str
    unit: str
    number: str
    name: str
    figure: str
    before: Shown
    after: Shown
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustments:
    """All adjusted figures, how many they are, and how many have no reason."""

    figures: tuple[AdjustedFigure, ...]
    count: Whole
    unexplained: Whole


def adjustments(master: MasterTables) -> Adjustments:
    """Return what was adjusted; a figure typed in that cannot be used is not in force and not listed."""
    found = tuple(figure for table in ADJUSTABLE for line in lines(master, table) for figure in _of(line))
    return Adjustments(
        figures=found, count=_count(found), unexplained=_count([one for one in found if not one.why])
    )


def _count(found: Iterable[AdjustedFigure]) -> Whole:
    """Rows are counted once for each adjusted column."""
    by_column: dict[tuple[str, str], list[AdjustedFigure]] = {}
    for figure in found:
        by_column.setdefault((figure.table, figure.figure), []).append(figure)
    return total([tally(table, rows) for (table, _), rows in by_column.items()])


def _of(line: Line) -> Iterator[AdjustedFigure]:
    if not line.flag(ADJUSTED_MARK):
        return
    design = load_master()[line.sheet]
    number, name = _named(line)
    for key in ADJUSTABLE[line.sheet]:
        column = design.columns[design.position(key)]
        if _is_in_force(line, key, is_text=column.kind == "text"):
            yield AdjustedFigure(
                at=line.at,
                table=line.sheet,
                unit=line.text("unit_name"),
                number=number,
                name=name,
                figure=column.header,
                before=_shown(line, f"reported_{key}", column.kind),
                after=_shown(line, key, column.kind),
                why=line.text(ADJUSTED_REASON),
            )


def _shown(line: Line, key: str, kind: str) -> Shown:
    if kind == "text":
        return line.text(key)
    value = line.number(key)
    if value is None or kind != "million_vnd":
        return value
    return Whole.of(round(value * VND_PER_MILLION), value.origin)


def _is_in_force(line: Line, key: str, *, is_text: bool) -> bool:
    typed = line.text(f"adjusted_{key}")
    if not typed:
        return False
    if is_text:
        return comparison_key(typed) == comparison_key(line.text(key))
    number = line.number(key)
    try:
        return number is not None and round(float(typed) - number, DECIMALS) == 0
    except ValueError:
        return False


def _named(line: Line) -> Sequence[str]:
    """Name the row: a task or an indicator by number and name, a budget line by task and source."""
    if "name" in line.cells:
        return line.text("number"), line.text("name")
    return "", "; ".join(filter(None, (line.text("task"), line.text("funding_source"))))
