"""Indicators over all their units: one value by the indicator's rule, held against its target."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from catalogue import Across, Direction, Indicator, Plan, SheetKey, Unit
from consolidate.model import Merged, UnitStanding
from consolidate.records import Value, records
from consolidate.share import SUM_DECIMALS, share_pct


class DataState(StrEnum):
    """What a unit says about its figure."""

    HAS_DATA = "has_data"
    NONE = "none"
    NOT_AVAILABLE = "not_available"


class Assessment(StrEnum):
    """An indicator's value against its target.

    EXCEEDED is strictly better than a lower or upper bound asks, or above the upper end of a range; a
    rank within the leading group is met, never exceeded. CONFLICT: several units gave a figure that can
    only come from one. NOT_POOLED: the plan gives no rule for one value over all units.
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


POOLED = (Across.RATIO_OF_SUMS, Across.SUM, Across.SINGLE, Across.MAXIMUM, Across.MINIMUM)


@dataclass(frozen=True, kw_only=True)
class IndicatorRollup:
    """One indicator over all units that report it.

    Attributes:
        owing: The units that report it, in the registry's order.
        reported_count: Units that gave a figure.
        none_count: Units that said there was no case.
        numerator, denominator: Sums over the units, for a ratio of sums only.
        value: The one value by the indicator's rule (a ratio in per cent); None when there is none.
    """

    indicator: Indicator
    owing: tuple[Unit, ...]
    reported_count: int
    none_count: int
    numerator: float | None
    denominator: float | None
    value: float | None
    assessment: Assessment

    @property
    def owed_count(self) -> int:
        """How many units report it."""
        return len(self.owing)

    @property
    def coverage_pct(self) -> float | None:
        """Units that gave a figure in per cent of those that owe one; None when nobody owes one."""
        return share_pct(self.reported_count, self.owed_count)


def roll_up_indicators(merged: Merged, plan: Plan) -> tuple[IndicatorRollup, ...]:
    """Return every indicator of the plan over its units, in the plan's order."""
    owing = units_reporting(merged.standings)
    rows: dict[object, list[dict[str, Value]]] = {}
    for row in records(merged.rows[SheetKey.INDICATORS]):
        rows.setdefault(row["row_key"], []).append(row)
    return tuple(
        _indicator(indicator, owing.get(indicator.code, ()), rows.get(indicator.code, ()))
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
    indicator: Indicator, owing: tuple[Unit, ...], rows: Sequence[Mapping[str, Value]]
) -> IndicatorRollup:
    with_data = [row for row in rows if row["data_state"] == DataState.HAS_DATA]
    none_count = sum(row["data_state"] == DataState.NONE for row in rows)
    is_ratio = indicator.across is Across.RATIO_OF_SUMS and bool(with_data)
    numerator = total(_numbers(with_data, "numerator")) if is_ratio else None
    denominator = total(_numbers(with_data, "denominator")) if is_ratio else None
    if is_ratio:
        value = share_pct(numerator or 0, denominator or 0)
    else:
        value = across(indicator.across, _numbers(with_data, "value"))
    return IndicatorRollup(
        indicator=indicator,
        owing=owing,
        reported_count=len(with_data),
        none_count=none_count,
        numerator=numerator,
        denominator=denominator,
        value=value,
        assessment=_assessment(
            indicator, value, owed_count=len(owing), reported_count=len(with_data), none_count=none_count
        ),
    )


def _numbers(rows: Iterable[Mapping[str, Value]], key: str) -> list[float]:
    return [float(number) for row in rows if isinstance(number := row[key], int | float)]


def total(numbers: Iterable[float]) -> float:
    """Return a sum that does not depend on the order of its parts, without dust."""
    return round(math.fsum(numbers), SUM_DECIMALS)


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


def _assessment(
    indicator: Indicator, value: float | None, *, owed_count: int, reported_count: int, none_count: int
) -> Assessment:
    if not owed_count:
        return Assessment.NO_REPORTER
    if indicator.across not in POOLED:
        return Assessment.NOT_POOLED
    if value is not None:
        return assess(indicator, value)
    if none_count == owed_count:
        return Assessment.NONE
    is_conflict = indicator.across is Across.SINGLE and reported_count > 1
    return Assessment.CONFLICT if is_conflict else Assessment.NO_DATA


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


def goal_of(indicator: Indicator) -> float | None:
    """Return the one bound that a value is held against; None for a range or when the plan names none."""
    if indicator.direction is Direction.AT_LEAST:
        return indicator.target_low
    if indicator.direction is Direction.EQUAL:
        return indicator.target_high if indicator.target_low is None else indicator.target_low
    return None if indicator.direction is Direction.RANGE else indicator.target_high


def _assess_range(value: float, low: float | None, high: float | None) -> Assessment:
    if low is None or high is None:
        return Assessment.NO_TARGET
    if round(value - low, SUM_DECIMALS) < 0:
        return Assessment.NOT_MET
    return Assessment.EXCEEDED if round(value - high, SUM_DECIMALS) > 0 else Assessment.MET
