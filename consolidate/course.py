"""An indicator over time: its value together with earlier periods, and the straight path to its target."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from catalogue import Across, Direction, Indicator, Measure, OverTime, Period
from consolidate.past import Past, indicator_series
from consolidate.share import SUM_DECIMALS, total

MONTHS = 12


class Pace(StrEnum):
    """Where a value stands against the straight path from baseline to target."""

    ON_PATH = "on_path"
    BEHIND = "behind"


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """What earlier rounds add to an indicator.

    Attributes:
        previous: Its value in the round just before.
        joined: The earlier values that count beside this period's, made one by the rule over time; None
            when none counts.
        periods: The earlier periods that count, the oldest first.
        missing: How many of them gave no value.
    """

    previous: float | None = None
    joined: float | None = None
    periods: tuple[Period, ...] = ()
    missing: int = 0


@dataclass(frozen=True, kw_only=True)
class SoFar:
    """An indicator's value as it is held against the target.

    Attributes:
        value: This period's value together with the earlier ones; None while this period has none.
        expected: The value a straight path would have reached by now; None when the plan does not give
            its start.
        pace: Whether the value is on that path; None when either is unknown.
    """

    earlier: Earlier
    value: float | None
    expected: float | None
    pace: Pace | None


def rule_over_time(indicator: Indicator) -> OverTime:
    """Return how periods become one; a number of units that meet a target is of its own period only."""
    return OverTime.LATEST if indicator.across is Across.COUNT_MEETING else indicator.over_time


def earlier(indicator: Indicator, period: Period, pasts: Sequence[Past]) -> Earlier:
    """Return what earlier rounds add to an indicator.

    Sums count every day once: of periods that overlap, the one that ends last, then the longest.
    """
    series = indicator_series(indicator.code)
    values = {past.period: past.figures.get(series) for past in pasts}
    previous = values[pasts[-1].period] if pasts else None
    if rule_over_time(indicator) is OverTime.SUM:
        counting = _apart(period, list(values))
    else:
        counting = tuple(values) if rule_over_time(indicator) is OverTime.MAXIMUM else ()
    known = [value for each in counting if (value := values[each]) is not None]
    join = total if rule_over_time(indicator) is OverTime.SUM else max
    return Earlier(
        previous=previous,
        joined=join(known) if known else None,
        periods=counting,
        missing=len(counting) - len(known),
    )


def _apart(period: Period, others: Sequence[Period]) -> tuple[Period, ...]:
    """Return earlier periods no two of which share a day, nor share one with this period."""
    found: list[Period] = []
    start = period.data_from
    for other in sorted(others, key=lambda each: (each.data_to, -each.data_from.toordinal()), reverse=True):
        if other.data_to < start:
            found.append(other)
            start = other.data_from
    return tuple(reversed(found))


def course(indicator: Indicator, value: float | None, earlier: Earlier, *, data_to: date) -> SoFar:
    """Return an indicator's value over time, and where it stands on its path."""
    so_far = _over_time(indicator, value, earlier)
    expected = expected_by(indicator, data_to)
    return SoFar(
        earlier=earlier,
        value=so_far,
        expected=expected,
        pace=None if so_far is None or expected is None else _pace(indicator, so_far, expected),
    )


def _over_time(indicator: Indicator, value: float | None, earlier: Earlier) -> float | None:
    if value is None:
        return None
    if rule_over_time(indicator) is OverTime.CHANGE:
        start = indicator.baseline_value
        return None if start is None else round(value - start, SUM_DECIMALS)
    if earlier.joined is None:
        return value
    return (
        max(value, earlier.joined)
        if rule_over_time(indicator) is OverTime.MAXIMUM
        else total([value, earlier.joined])
    )


def has_path(indicator: Indicator) -> bool:
    """Whether the plan gives what a straight path needs: a start, an end, and their years."""
    is_held = indicator.measure is not Measure.TEXT and indicator.across not in (
        Across.NONE,
        Across.COUNT_MEETING,
    )
    has_start = None not in (indicator.baseline_value, indicator.baseline_year)
    return (
        is_held
        and has_start
        and goal_of(indicator) is not None
        and indicator.year > (indicator.baseline_year or 0)
    )


def path_start(indicator: Indicator) -> float:
    """Return where the path starts; a change starts from nothing."""
    return 0 if rule_over_time(indicator) is OverTime.CHANGE else indicator.baseline_value or 0


def expected_by(indicator: Indicator, day: date) -> float | None:
    """Return the value of the straight path at the end of a day's month; years count from their end.

    Before its start the path is at the start, after the target's year at the target.
    """
    goal = goal_of(indicator)
    if not has_path(indicator) or goal is None or indicator.baseline_year is None:
        return None
    start, first = path_start(indicator), indicator.baseline_year
    part = (day.year - 1 + day.month / MONTHS - first) / (indicator.year - first)
    return round(start + (goal - start) * max(0, min(1, part)), SUM_DECIMALS)


def is_rising(indicator: Indicator) -> bool:
    """Whether being above the path is good."""
    if indicator.direction is Direction.EQUAL:
        return (goal_of(indicator) or 0) >= path_start(indicator)
    return indicator.direction is Direction.AT_LEAST


def _pace(indicator: Indicator, value: float, expected: float) -> Pace:
    gap = round(value - expected, SUM_DECIMALS)
    return Pace.ON_PATH if (gap if is_rising(indicator) else -gap) >= 0 else Pace.BEHIND


def goal_of(indicator: Indicator) -> float | None:
    """Return the one bound that a value is held against; None for a range or when the plan names none."""
    if indicator.direction is Direction.AT_LEAST:
        return indicator.target_low
    if indicator.direction is Direction.EQUAL:
        return indicator.target_high if indicator.target_low is None else indicator.target_low
    if indicator.direction in (Direction.AT_MOST, Direction.RANK):
        return indicator.target_high
    return None
