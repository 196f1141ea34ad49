"""Indicators over all their units: one value by the indicator's rule, held against its target."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from catalogue import Across, Direction, Indicator, Measure, Period, Plan, SheetKey, Unit
from consolidate.course import Earlier, SoFar, course, earlier, goal_of
from consolidate.model import Merged, UnitStanding
from consolidate.past import Past
from consolidate.records import Value, records
from consolidate.share import SUM_DECIMALS, share_pct, total


class DataState(StrEnum):
    """What a unit says about its figure."""

    HAS_DATA = "has_data"
    NONE = "none"
    NOT_AVAILABLE = "not_available"


class Assessment(StrEnum):
    """An indicator's value against its target.

    EXCEEDED is strictly better than a lower or upper bound asks, or above the upper end of a range; a
    rank within the leading group is met, never exceeded. PARTIAL: units are counted that meet the target,
    none fails it, and some have not said. CONFLICT: several units gave a figure that can only come from
    one. NOT_POOLED: the plan gives no rule for one value over all units. WORDED: the target is no number.
    """

    MET = "met"
    EXCEEDED = "exceeded"
    NOT_MET = "not_met"
    NO_DATA = "no_data"
    NONE = "none"
    NO_REPORTER = "no_reporter"
    CONFLICT = "conflict"
    NOT_POOLED = "not_pooled"
    NO_TARGET = "no_target"
    PARTIAL = "partial"
    WORDED = "worded"


MEETS = frozenset({Assessment.MET, Assessment.EXCEEDED})


@dataclass(frozen=True, kw_only=True)
class IndicatorTally:
    """One indicator over units of which only the numbers are known.

    Attributes:
        owed_count: How many units report it.
        reported_count: Units that gave a figure.
        none_count: Units that said there was no case.
        numerator, denominator: Sums over the units, for a ratio of sums only.
        value: The one value by the indicator's rule (a ratio in per cent); None when there is none.
        so_far: That value together with earlier periods; see `course`.
    """

    indicator: Indicator
    owed_count: int
    reported_count: int
    none_count: int
    numerator: float | None
    denominator: float | None
    value: float | None
    so_far: SoFar
    assessment: Assessment

    @property
    def is_covered(self) -> bool:
        """Whether every unit that owes a figure gave one or has no case."""
        return self.reported_count + self.none_count >= self.owed_count

    @property
    def is_pooled(self) -> bool:
        """Whether the plan gives a rule for one value over all units."""
        return self.indicator.across is not Across.NONE and self.indicator.measure is not Measure.TEXT

    @property
    def coverage_pct(self) -> float | None:
        """Units that gave a figure in per cent of those that owe one; None when nobody owes one."""
        return share_pct(self.reported_count, self.owed_count)


@dataclass(frozen=True, kw_only=True)
class IndicatorRollup(IndicatorTally):
    """One indicator over all units that report it.

    Attributes:
        owing: The units that report it, in the registry's order.
        row_count: Units that answered, whatever they said.
    """

    owing: tuple[Unit, ...]
    row_count: int


def roll_up_indicators(
    merged: Merged, plan: Plan, *, period: Period, pasts: Sequence[Past] = ()
) -> tuple[IndicatorRollup, ...]:
    """Return every indicator of the plan over its units, in the plan's order.

    Args:
        merged: The round put together.
        plan: The plan.
        period: The round's period.
        pasts: Earlier rounds of the plan, the oldest first.
    """
    owing = units_reporting(merged.owing)
    rows: dict[object, list[dict[str, Value]]] = {}
    for row in records(merged.rows[SheetKey.INDICATORS]):
        rows.setdefault(row["row_key"], []).append(row)
    return tuple(
        _indicator(
            indicator,
            owing.get(indicator.code, ()),
            rows.get(indicator.code, ()),
            earlier=earlier(indicator, period, pasts),
            data_to=period.data_to,
        )
        for indicator in plan.indicators
    )


def units_reporting(standings: Iterable[UnitStanding]) -> dict[str, tuple[Unit, ...]]:
    """Return the units that report each indicator, by indicator code."""
    owing: dict[str, tuple[Unit, ...]] = {}
    for standing in standings:
        for indicator in standing.duty.indicators:
            owing[indicator.code] = (*owing.get(indicator.code, ()), standing.duty.unit)
    return owing


def _indicator(
    indicator: Indicator,
    owing: tuple[Unit, ...],
    rows: Sequence[Mapping[str, Value]],
    *,
    earlier: Earlier,
    data_to: date,
) -> IndicatorRollup:
    with_data = [row for row in rows if row["data_state"] == DataState.HAS_DATA]
    is_ratio = indicator.across is Across.RATIO_OF_SUMS and bool(with_data)
    numerator = total(_numbers(with_data, "numerator")) if is_ratio else None
    denominator = total(_numbers(with_data, "denominator")) if is_ratio else None
    figures = _numbers(with_data, "value")
    value = share_pct(numerator or 0, denominator or 0) if is_ratio else pooled(indicator, figures)
    so_far = course(indicator, value, earlier, data_to=data_to)
    counts = UnitCounts(
        owed=len(owing),
        reported=len(with_data),
        none=sum(row["data_state"] == DataState.NONE for row in rows),
    )
    return IndicatorRollup(
        indicator=indicator,
        owing=owing,
        owed_count=counts.owed,
        reported_count=counts.reported,
        none_count=counts.none,
        row_count=len(rows),
        numerator=numerator,
        denominator=denominator,
        value=value,
        so_far=so_far,
        assessment=assessment(indicator, so_far.value, counts),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCounts:
    """Units that owe a figure, gave one, or said there was no case."""

    owed: int
    reported: int
    none: int


def pooled(indicator: Indicator, values: Sequence[float]) -> float | None:
    """Return the one value of several units by an indicator's rule, ratios aside."""
    if indicator.across is not Across.COUNT_MEETING:
        return across(indicator.across, values)
    if not values or not has_target(indicator):
        return None
    return float(sum(assess(indicator, value) in MEETS for value in values))


def _numbers(rows: Iterable[Mapping[str, Value]], key: str) -> list[float]:
    return [float(number) for row in rows if isinstance(number := row[key], int | float)]


def across(rule: Across, values: Sequence[float]) -> float | None:
    """Return the one value of several units; None when there is none, or several for a single source."""
    if not values:
        return None
    if rule is Across.SINGLE:
        return values[0] if len(values) == 1 else None
    if rule is Across.MAXIMUM:
        return max(values)
    if rule is Across.MINIMUM:
        return min(values)
    return total(values) if rule is Across.SUM else None


def assessment(indicator: Indicator, value: float | None, counts: UnitCounts) -> Assessment:
    """Return how an indicator stands: its value against its target, or why it has none."""
    if indicator.measure is Measure.TEXT:
        return Assessment.WORDED
    if not counts.owed:
        return Assessment.NO_REPORTER
    if indicator.across is Across.NONE:
        return Assessment.NOT_POOLED
    if value is None:
        return _why_no_value(indicator, counts)
    is_count = indicator.across is Across.COUNT_MEETING
    return _assess_count(value, counts) if is_count else assess(indicator, value)


def _why_no_value(indicator: Indicator, counts: UnitCounts) -> Assessment:
    if counts.none == counts.owed:
        return Assessment.NONE
    if indicator.across is Across.SINGLE and counts.reported > 1:
        return Assessment.CONFLICT
    is_count = indicator.across is Across.COUNT_MEETING
    if is_count and counts.reported and not has_target(indicator):
        return Assessment.NO_TARGET
    return Assessment.NO_DATA


def _assess_count(meeting: float, counts: UnitCounts) -> Assessment:
    """Hold the number of units that meet a target against the number that should."""
    if meeting < counts.reported:
        return Assessment.NOT_MET
    return Assessment.MET if counts.reported + counts.none == counts.owed else Assessment.PARTIAL


def assess(indicator: Indicator, value: float) -> Assessment:
    """Hold a value against an indicator's target."""
    low, high = indicator.target_low, indicator.target_high
    if indicator.direction is Direction.RANGE:
        return _assess_range(value, low, high)
    goal = goal_of(indicator)
    if goal is None:
        return Assessment.NO_TARGET
    gap = round(value - goal, SUM_DECIMALS)
    if indicator.direction is Direction.EQUAL:
        return Assessment.MET if gap == 0 else Assessment.NOT_MET
    if indicator.direction is Direction.RANK:
        return Assessment.MET if gap <= 0 else Assessment.NOT_MET
    better = gap if indicator.direction is Direction.AT_LEAST else -gap
    if better == 0:
        return Assessment.MET
    return Assessment.EXCEEDED if better > 0 else Assessment.NOT_MET


def has_target(indicator: Indicator) -> bool:
    """Whether the plan gives the numbers that a value is held against."""
    if indicator.direction is Direction.RANGE:
        return None not in (indicator.target_low, indicator.target_high)
    return goal_of(indicator) is not None


def _assess_range(value: float, low: float | None, high: float | None) -> Assessment:
    if low is None or high is None:
        return Assessment.NO_TARGET
    if round(value - low, SUM_DECIMALS) < 0:
        return Assessment.NOT_MET
    return Assessment.EXCEEDED if round(value - high, SUM_DECIMALS) > 0 else Assessment.MET
