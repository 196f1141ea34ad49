"""Whose tasks go best and whose are late: each unit over everything it reports."""

from dataclasses import dataclass

from consolidate import MasterTables
from report.figures.cells import Line, lines
from report.trace.origin import Whole

LEAST_TASKS = 2
"""A share of a single task says nothing of a unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTasks:
    """One unit's tasks: owed, done, overdue, and its place by the share done (None: it has no share)."""

    at: int
    name: str
    owed: Whole
    done: Whole
    overdue: Whole
    rank: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsAtWork:
    """The units that have done tasks, the best first, and those with overdue tasks, the worst first."""

    best: tuple[UnitTasks, ...]
    lagging: tuple[UnitTasks, ...]


def units_at_work(master: MasterTables) -> UnitsAtWork:
    """Return the units of the master by what they have done."""
    found = [_unit(line) for line in lines(master, "units")]
    best = [unit for unit in found if unit.done and unit.owed >= LEAST_TASKS and unit.rank is not None]
    return UnitsAtWork(
        best=tuple(sorted(best, key=lambda unit: unit.rank or 0)),
        lagging=tuple(
            sorted((unit for unit in found if unit.overdue), key=lambda unit: unit.overdue, reverse=True)
        ),
    )


def _unit(line: Line) -> UnitTasks:
    return UnitTasks(
        at=line.at,
        name=line.text("unit_name"),
        owed=line.count("owed_count"),
        done=line.count("done_count"),
        overdue=line.count("overdue_count"),
        rank=line.number("rank"),
    )
