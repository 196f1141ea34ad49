"""Numbers that know where they come from: which cells of which sheet of the master, and how taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, Self

import pandas as pd

from catalogue import VND_PER_MILLION, comparison_key, load_master
from consolidate import MasterTables


class How(Enum):
    """How a figure is taken from its cells."""

    CELL = "cell"
    SUM = "sum"
    COUNT = "count"
    DISTINCT = "distinct"
    SHARE = "share"
    TOTAL = "total"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a figure comes from.

    Attributes:
        sheet: Key of the master's sheet; for what is given, what gives it (the plan, the round's file).
        column: The column whose cells make the figure; blank when rows are counted.
        where: Which rows: those that show one of some labels in a column. All rows when there is none.
        rows: The rows themselves by position, when no label says which.
        parts: The part and the whole of a share; the parts of a total.
        value: What is given.
    """

    sheet: str
    how: How
    column: str = ""
    where: tuple[tuple[str, frozenset[str]], ...] = ()
    rows: tuple[int, ...] | None = None
    parts: tuple["Origin", ...] = ()
    value: float = 0


class HasPosition(Protocol):
    """A row of a table of the master."""

    @property
    def at(self) -> int:
        """Its position in the table, from 0."""


class Whole(int):
    """A whole number with its origin."""

    origin: Origin

    @classmethod
    def of(cls, value: int, origin: Origin) -> Self:
        """Return a number that knows its origin."""
        made = cls(value)
        made.origin = origin
        return made


class Real(float):
    """A number with its origin."""

    origin: Origin

    @classmethod
    def of(cls, value: float, origin: Origin) -> Self:
        """Return a number that knows its origin."""
        made = cls(value)
        made.origin = origin
        return made


def origin_of(value: object) -> Origin | None:
    """Return where a number comes from; None when it does not say."""
    return value.origin if isinstance(value, Whole | Real) else None


def tally(sheet: str, rows: Sequence[HasPosition]) -> Whole:
    """Return how many rows of a sheet there are among some."""
    return Whole.of(len(rows), Origin(sheet=sheet, how=How.COUNT, rows=tuple(row.at for row in rows)))


def counted(value: int, sheet: str, /, **labels: str | Sequence[str]) -> Whole:
    """Return a count of the rows that show one of some labels in each of some columns."""
    where = tuple((column, _keys(shown)) for column, shown in labels.items())
    return Whole.of(value, Origin(sheet=sheet, how=How.COUNT, where=where))


def summed(value: int, sheet: str, column: str, /, **labels: str | Sequence[str]) -> Whole:
    """Return the sum of a column over the rows that show one of some labels."""
    where = tuple((key, _keys(shown)) for key, shown in labels.items())
    return Whole.of(value, Origin(sheet=sheet, how=How.SUM, column=column, where=where))


def distinct(value: int, sheet: str, column: str, rows: Sequence[int] | None = None) -> Whole:
    """Return how many different texts stand in a column, of all rows or of some."""
    kept = None if rows is None else tuple(rows)
    return Whole.of(value, Origin(sheet=sheet, how=How.DISTINCT, column=column, rows=kept))


def given(value: int, source: str) -> Whole:
    """Return a number that the plan or the round's file gives."""
    return Whole.of(value, Origin(sheet=source, how=How.GIVEN, value=value))


def total(parts: Sequence[Whole]) -> Whole:
    """Return the sum of some numbers."""
    origins = tuple(part.origin for part in parts)
    sheet = origins[0].sheet if origins else ""
    return Whole.of(sum(parts), Origin(sheet=sheet, how=How.TOTAL, parts=origins))


def share_pct(part: float, whole: float) -> float | None:
    """Return a part in per cent of a whole, with the origin of both; None when there is no whole."""
    if not whole:
        return None
    share = float(part) / float(whole) * 100
    over, under = origin_of(part), origin_of(whole)
    if over is None or under is None:
        return share
    return Real.of(share, Origin(sheet=over.sheet, how=How.SHARE, parts=(over, under)))


def _keys(labels: str | Sequence[str]) -> frozenset[str]:
    return frozenset({labels} if isinstance(labels, str) else labels)


# ------------------------------------------------------------------------------------------ from the master


def evaluate(origin: Origin, tables: MasterTables) -> float | None:
    """Return the figure as the master gives it now; None when its cells hold none."""
    if origin.how is How.GIVEN:
        return origin.value
    if origin.how is How.SHARE:
        part, whole = (evaluate(each, tables) for each in origin.parts)
        return None if not whole or part is None else part / whole * 100
    if origin.how is How.TOTAL:
        return sum(evaluate(part, tables) or 0 for part in origin.parts)
    rows = rows_of(origin, tables)
    if origin.how is How.COUNT:
        return len(rows)
    column = tables.tables[origin.sheet][origin.column].array
    cells: list[object] = [column[row] for row in rows]
    if origin.how is How.DISTINCT:
        return len({comparison_key(str(text)) for text in cells if str(text)})
    known = [float(str(value)) for value in cells if not _is_missing(value)]
    return _amount(known, origin) if known or origin.how is How.SUM else None


def _amount(known: Sequence[float], origin: Origin) -> float:
    """Add cells up; amounts are shown in million đồng and counted in đồng, each rounded to the đồng."""
    if _kind(origin) == "million_vnd":
        return sum(round(value * VND_PER_MILLION) for value in known)
    return sum(known)


def _is_missing(value: object) -> bool:
    return value is None or value is pd.NA or value != value  # noqa: PLR0124 - what is not itself is no number


def _kind(origin: Origin) -> str:
    design = load_master()[origin.sheet]
    return design.columns[design.position(origin.column)].kind


def rows_of(origin: Origin, tables: MasterTables) -> tuple[int, ...]:
    """Return the positions of the rows a figure is made of."""
    frame = tables.tables[origin.sheet]
    rows = range(len(frame)) if origin.rows is None else [row for row in origin.rows if row < len(frame)]
    for column, labels in origin.where:
        shown = _shown(frame, column)
        wanted = {comparison_key(label) for label in labels}
        rows = [row for row in rows if shown[row] in wanted]
    return tuple(rows)


def _shown(frame: pd.DataFrame, column: str) -> list[str]:
    return ["" if pd.isna(value) else comparison_key(str(value)) for value in frame[column]]
