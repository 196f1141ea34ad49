"""Tasks and indicators over several masters: counts, numerators and denominators add up, shares never do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from catalogue import Across, Indicator, OverTime, Plan, Task
from consolidate.course import Earlier, course, rule_over_time
from consolidate.records import Value, records
from consolidate.rollup_indicators import IndicatorTally, UnitCounts, across, assessment
from consolidate.rollup_tasks import TaskTally, due, overall_status
from consolidate.share import share_pct, total
from consolidate.sheets.tasks import COUNT_KEYS

if TYPE_CHECKING:
    import pandas as pd

Figures = Mapping[str, Value]
"""What one master says of one task or indicator, by column key."""

Said = Mapping[str, Sequence[Figures]]
"""What all masters say, by code."""


def add_tasks(plan: Plan, said: Said, *, data_to: date) -> tuple[TaskTally, ...]:
    """Return every reported task over all masters, in the plan's order.

    Args:
        plan: The plan.
        said: What the masters' tables `tasks` say, by task code.
        data_to: The period's last day.
    """
    return tuple(_task(task, said.get(task.code, ()), data_to=data_to) for task in plan.reported_tasks)


def _task(task: Task, parts: Sequence[Figures], *, data_to: date) -> TaskTally:
    owed = count(parts, "owed_count")
    counts = {status: count(parts, key) for status, key in COUNT_KEYS.items()}
    overall = overall_status(counts, owed=owed)
    shares = _numbers(parts, "completion_pct")
    return TaskTally(
        task=task,
        owed_count=owed,
        counts=counts,
        completion_pct=shares[0] if owed == 1 and shares else None,
        overall=overall,
        due=due(overall, task.deadline, data_to=data_to),
        late_done_count=count(parts, "late_done_count"),
        overdue_units=count(parts, "overdue_units"),
    )


def add_indicators(plan: Plan, said: Said, *, data_to: date) -> tuple[IndicatorTally, ...]:
    """Return every indicator over all masters, in the plan's order.

    Args:
        plan: The plan.
        said: What the masters' tables `indicators` say, by indicator code.
        data_to: The period's last day.
    """
    return tuple(_indicator(one, said.get(one.code, ()), data_to=data_to) for one in plan.indicators)


def _indicator(own: Indicator, parts: Sequence[Figures], *, data_to: date) -> IndicatorTally:
    indicator = nationwide(own, parts)
    counts = UnitCounts(
        owed=count(parts, "owed_count"),
        reported=count(parts, "reported_count"),
        none=count(parts, "none_count"),
    )
    is_ratio = indicator.across is Across.RATIO_OF_SUMS and counts.reported > 0
    numerator = total(_numbers(parts, "numerator")) if is_ratio else None
    denominator = total(_numbers(parts, "denominator")) if is_ratio else None
    value = share_pct(numerator or 0, denominator or 0) if is_ratio else _added(indicator, parts, "value")
    earlier = Earlier(joined=_joined(indicator, parts))
    so_far = course(indicator, value, earlier, data_to=data_to)
    return IndicatorTally(
        indicator=indicator,
        owed_count=counts.owed,
        reported_count=counts.reported,
        none_count=counts.none,
        numerator=numerator,
        denominator=denominator,
        value=value,
        so_far=so_far,
        assessment=assessment(indicator, so_far.value, counts),
    )


def nationwide(indicator: Indicator, parts: Sequence[Figures]) -> Indicator:
    """Return an indicator as it can be held over several masters.

    A figure that one unit of each province gives has no one value over provinces. Of periods only sums of
    sums and the greatest of the greatest can be taken from masters; else this period's value stands alone.
    """
    owing = sum(bool(part["owed_count"]) for part in parts)
    if indicator.across is Across.SINGLE and owing > 1:
        indicator = replace(indicator, across=Across.NONE)
    pair = indicator.across, rule_over_time(indicator)
    is_joined = indicator.over_time in (OverTime.SUM, OverTime.MAXIMUM)
    if is_joined and pair not in _JOINED and indicator.across is not Across.SINGLE:
        indicator = replace(indicator, over_time=OverTime.LATEST)
    return indicator


_JOINED = {(Across.SUM, OverTime.SUM), (Across.MAXIMUM, OverTime.MAXIMUM)}


def _added(indicator: Indicator, parts: Sequence[Figures], key: str) -> float | None:
    """Return the masters' values as one; units that meet a target add up like sums."""
    is_count = indicator.across is Across.COUNT_MEETING
    return across(Across.SUM if is_count else indicator.across, _numbers(parts, key))


def _joined(indicator: Indicator, parts: Sequence[Figures]) -> float | None:
    """Return what earlier periods add; nothing where this period's value stands alone."""
    if rule_over_time(indicator) not in (OverTime.SUM, OverTime.MAXIMUM):
        return None
    return _added(indicator, parts, "joined")


def by_code(masters: "Sequence[pd.DataFrame]", column: str) -> dict[str, list[Figures]]:
    """Return what each master says, by the code in a column."""
    found: dict[str, list[Figures]] = {}
    for frame in masters:
        for row in records(frame):
            found.setdefault(str(row[column]), []).append(row)
    return found


def count(parts: Sequence[Figures], key: str) -> int:
    """Return the sum of a count over the masters."""
    return sum(int(number) for number in _numbers(parts, key))


def _numbers(parts: Sequence[Figures], key: str) -> list[float]:
    return [number for part in parts if isinstance(number := part[key], int | float)]
