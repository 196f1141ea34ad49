"""Indicators over time: earlier periods, and the straight path from baseline to target."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Across, Direction, OverTime, Period
from consolidate import Past
from consolidate.course import Pace, course, earlier, expected_by

NOW = Period.parse("2026")


@pytest.fixture(scope="module")
def indicator(plan):
    """Counts up to 10 by 2030, from 2 in 2020."""
    one = next(one for one in plan.indicators if one.code == "1.2")
    return replace(
        one,
        direction=Direction.AT_LEAST,
        target_low=10.0,
        target_high=None,
        year=2030,
        baseline_year=2020,
        baseline_value=2.0,
    )


def pasts(**values):
    """Return earlier rounds from `p2025=3`; None is a value nobody gave."""
    return tuple(
        Past(
            period=Period.parse(name[1:].replace("_", "-")),
            figures={} if value is None else {"indicator:1.2": value},
        )
        for name, value in values.items()
    )


def over(indicator, rule, value, found, *, period=NOW):
    one = replace(indicator, over_time=rule)
    return course(one, value, earlier(one, period, found), data_to=period.data_to)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [(OverTime.LATEST, 4), (OverTime.SUM, 12), (OverTime.MAXIMUM, 5), (OverTime.CHANGE, 2)],
)
def test_a_value_over_several_periods_goes_by_the_rule_over_time(indicator, rule, expected):
    assert over(indicator, rule, 4, pasts(p2024=3, p2025=5)).value == expected


@pytest.mark.parametrize("rule", list(OverTime))
def test_while_this_period_has_no_value_there_is_none_so_far(indicator, rule):
    assert over(indicator, rule, None, pasts(p2024=3, p2025=5)).value is None


def test_a_sum_counts_every_day_once(indicator):
    found = pasts(p2025=5, p2026_Q1=1, p2026_Q2=1, p2026_H1=2)
    half, year = Period.parse("2026-H2"), NOW

    assert over(indicator, OverTime.SUM, 4, found, period=half).value == 11
    assert over(indicator, OverTime.SUM, 4, found, period=year).value == 9


def test_units_that_meet_a_target_are_not_added_up_over_periods(indicator):
    counting = replace(indicator, across=Across.COUNT_MEETING)

    assert over(counting, OverTime.SUM, 4, pasts(p2025=5)).value == 4


def test_periods_without_a_value_are_said_to_be_missing(indicator):
    so_far = over(indicator, OverTime.SUM, 4, pasts(p2024=None, p2025=5))

    assert (so_far.value, so_far.earlier.missing) == (9, 1)


def test_a_change_from_a_start_the_plan_does_not_give_is_not_known(indicator):
    assert over(replace(indicator, baseline_value=None), OverTime.CHANGE, 4, ()).value is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2020, 12, 14), 2),
        (date(2025, 12, 14), 6),
        (date(2026, 6, 14), 6.4),
        (date(2030, 12, 14), 10),
        (date(2032, 1, 1), 10),
        (date(2019, 1, 1), 2),
    ],
)
def test_the_path_is_straight_and_ends_at_the_target(indicator, day, expected):
    assert expected_by(indicator, day) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("direction", "value", "pace"),
    [
        (Direction.AT_LEAST, 6.8, Pace.ON_PATH),
        (Direction.AT_LEAST, 6.7, Pace.BEHIND),
        (Direction.EQUAL, 6.8, Pace.ON_PATH),
    ],
)
def test_a_value_stands_on_its_path_or_behind(indicator, direction, value, pace):
    assert over(replace(indicator, direction=direction), OverTime.LATEST, value, ()).pace is pace


@pytest.mark.parametrize(("value", "pace"), [(5.2, Pace.ON_PATH), (5.3, Pace.BEHIND)])
def test_where_less_is_better_the_path_goes_down(indicator, value, pace):
    falling = replace(
        indicator, direction=Direction.AT_MOST, target_low=None, target_high=2.0, baseline_value=10.0
    )

    assert over(falling, OverTime.LATEST, value, ()).pace is pace


@pytest.mark.parametrize(
    "change",
    [
        {"baseline_value": None},
        {"baseline_year": None},
        {"target_low": None},
        {"across": Across.NONE},
        {"year": 2020},
    ],
)
def test_without_a_start_or_an_end_there_is_no_path(indicator, change):
    assert over(replace(indicator, **change), OverTime.LATEST, 4, ()).pace is None


PERIODS = ["2024", "2025", "2025-H1", "2025-Q3", "2025-9M", "2026-Q1", "2026-Q2", "2026-H1", "2026-05"]


@given(st.lists(st.sampled_from(PERIODS), unique=True), st.sampled_from(["2026", "2026-H2", "2026-Q3"]))
def test_no_two_periods_of_a_sum_share_a_day(indicator, codes, now):
    summing = replace(indicator, over_time=OverTime.SUM)
    rounds = tuple(Past(period=Period.parse(code), figures={}) for code in codes)
    counted = [*earlier(summing, Period.parse(now), rounds).periods, Period.parse(now)]

    assert all(one.data_to < other.data_from for one, other in pairwise(counted))
