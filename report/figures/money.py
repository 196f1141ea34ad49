"""What it cost: planned and disbursed, in whole đồng, by funding source."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue import VND_PER_MILLION, load_design
from consolidate import MasterTables
from report.figures.cells import Line, lines
from report.trace.origin import Real, Whole, distinct, share_pct, summed


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyLine:
    """One budget line of one unit, in đồng; an amount not given is None.

    Attributes:
        at: Its row's position in the table.
    """

    at: int
    unit: str
    task: str
    source: str
    planned_vnd: int | None
    disbursed_vnd: int | None
    disbursed_pct: float | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One funding source over all units."""

    source: str
    planned_vnd: int
    disbursed_vnd: int
    disbursed_pct: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """All money reported; `units` is how many units reported any."""

    lines: tuple[MoneyLine, ...]
    sources: tuple[SourceLine, ...]
    total: SourceLine
    units: int


def money(master: MasterTables) -> Money:
    """Return the money of the master; sources in the order of the form's dropdown, others after them."""
    found = tuple(_line(line) for line in lines(master, "budgets"))
    named = {line.source for line in found}
    known = [source for source in load_design().labels("funding_source").values() if source in named]
    sources = dict.fromkeys((*known, *(line.source for line in found)))
    return Money(
        lines=found,
        sources=tuple(
            _sum(source, [line for line in found if line.source == source], funding_source=source)
            for source in sources
        ),
        total=_sum("", found),
        units=distinct(len({line.unit for line in found}), "budgets", "unit_name"),
    )


def _sum(source: str, found: Sequence[MoneyLine], **scope: str) -> SourceLine:
    planned = summed(sum(line.planned_vnd or 0 for line in found), "budgets", "planned_vnd", **scope)
    disbursed = summed(sum(line.disbursed_vnd or 0 for line in found), "budgets", "disbursed_vnd", **scope)
    return SourceLine(
        source=source,
        planned_vnd=planned,
        disbursed_vnd=disbursed,
        disbursed_pct=share_pct(disbursed, planned),
    )


def _line(line: Line) -> MoneyLine:
    planned, disbursed = _vnd(line.number("planned_vnd")), _vnd(line.number("disbursed_vnd"))
    return MoneyLine(
        at=line.at,
        unit=line.text("unit_name"),
        task=line.text("task"),
        source=line.text("funding_source"),
        planned_vnd=planned,
        disbursed_vnd=disbursed,
        disbursed_pct=None if disbursed is None else share_pct(disbursed, planned or 0),
        note=line.text("note"),
    )


def _vnd(million: Real | None) -> Whole | None:
    """Return an amount shown in million đồng as whole đồng."""
    return None if million is None else Whole.of(round(million * VND_PER_MILLION), million.origin)
