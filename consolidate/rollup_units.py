"""Each unit over all its tasks, indicators and money; and the tasks units are late with."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from catalogue import SheetKey, Task, Unit
from consolidate.model import Merged, UnitStanding
from consolidate.records import Value
from consolidate.rollup_budgets import TaskMoney, known_sum
from consolidate.rollup_indicators import DataState
from consolidate.rollup_tasks import STATUSES, Overall, TaskRollup, is_over
from consolidate.share import share_pct

Rows = Mapping[SheetKey, Sequence[Mapping[str, Value]]]


@dataclass(frozen=True, kw_only=True)
class UnitRollup:
    """One unit over everything it reports.

    Attributes:
        counts: Its tasks by the status it gave.
        indicator_data_count: Indicators it gave a figure for.
    """

    standing: UnitStanding
    counts: Mapping[Overall, int]
    overdue_count: int
    indicator_data_count: int
    money: TaskMoney

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.standing.duty.unit

    @property
    def owed_count(self) -> int:
        """How many tasks it owes."""
        return len(self.standing.duty.tasks)

    @property
    def reported_count(self) -> int:
        """How many tasks it reported on."""
        return sum(self.counts.values())

    @property
    def done_pct(self) -> float | None:
        """Tasks done in per cent of those it owes; None while it has reported on none."""
        return share_pct(self.counts[Overall.DONE], self.owed_count) if self.reported_count else None


@dataclass(frozen=True, kw_only=True)
class Laggard:
    """A task whose deadline has passed and that a unit has not done.

    Attributes:
        row: What the unit reported; None when it reported nothing.
    """

    unit: Unit
    task: Task
    end: date
    row: Mapping[str, Value] | None

    @property
    def completion_pct(self) -> float | None:
        """How far the unit says it is; None when it does not say."""
        value = self.row["completion_pct"] if self.row else None
        return float(value) if isinstance(value, int | float) else None


def laggards(tasks: Iterable[TaskRollup], rows: Rows, *, data_to: date) -> tuple[Laggard, ...]:
    """Return units × overdue tasks: the longest overdue first, then those least advanced."""
    reported = {(row["row_key"], row["unit_code"]): row for row in rows[SheetKey.TASKS]}
    found = [
        Laggard(unit=unit, task=each.task, end=end, row=reported.get((each.task.code, unit.code)))
        for each in tasks
        if (end := each.task.deadline.binding_end) and is_over(each.task.deadline, data_to)
        for unit, _ in each.owing
    ]
    late = [each for each in found if not each.row or each.row["status"] not in (Overall.DONE, Overall.NONE)]
    return tuple(
        sorted(late, key=lambda each: (each.end, -1 if (share := each.completion_pct) is None else share))
    )


def roll_up_units(merged: Merged, rows: Rows, late: Iterable[Laggard]) -> tuple[UnitRollup, ...]:
    """Return every unit that must report, in the registry's order."""
    statuses = Counter((row["unit_code"], row["status"]) for row in rows[SheetKey.TASKS])
    overdue = Counter(each.unit.code for each in late)
    figures = Counter(
        row["unit_code"] for row in rows[SheetKey.INDICATORS] if row["data_state"] == DataState.HAS_DATA
    )
    money: dict[Value, list[Mapping[str, Value]]] = {}
    for row in rows[SheetKey.BUDGETS]:
        money.setdefault(row["unit_code"], []).append(row)
    return tuple(
        UnitRollup(
            standing=standing,
            counts={status: statuses[code, status.value] for status in STATUSES},
            overdue_count=overdue[code],
            indicator_data_count=figures[code],
            money=TaskMoney(
                planned_vnd=known_sum(money.get(code, ()), "planned_vnd"),
                disbursed_vnd=known_sum(money.get(code, ()), "disbursed_vnd"),
            ),
        )
        for standing in merged.owing
        for code in (standing.duty.unit.code,)
    )
