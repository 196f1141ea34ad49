"""Indicators over all their units, held against their targets."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Across, Direction, Duty, Measure, Period, SheetKey
from consolidate import merge
from consolidate.rollup_indicators import Assessment, across, assess, roll_up_indicators
from tests.consolidate.making import DEADLINE, checked, submission

MET, EXCEEDED, NOT_MET = Assessment.MET, Assessment.EXCEEDED, Assessment.NOT_MET


@pytest.fixture(scope="module")
def indicator(plan):
    return next(one for one in plan.indicators if one.code == "1.2")


@pytest.mark.parametrize(
    ("direction", "low", "high", "value", "expected"),
    [
        (Direction.AT_LEAST, 35, None, 34.9, NOT_MET),
        (Direction.AT_LEAST, 35, None, 35, MET),
        (Direction.AT_LEAST, 7, None, 7 / 100 * 100, MET),  # 7.000000000000001
        (Direction.AT_LEAST, 35, None, 35.1, EXCEEDED),
        (Direction.AT_MOST, None, 5, 4, EXCEEDED),
        (Direction.AT_MOST, None, 5, 5, MET),
        (Direction.AT_MOST, None, 5, 6, NOT_MET),
        (Direction.EQUAL, 0, 0, 0, MET),
        (Direction.EQUAL, None, 3, 3, MET),
        (Direction.EQUAL, 0, 0, 0.5, NOT_MET),
        (Direction.RANGE, 10, 15, 9, NOT_MET),
        (Direction.RANGE, 10, 15, 10, MET),
        (Direction.RANGE, 10, 15, 15, MET),
        (Direction.RANGE, 10, 15, 16, EXCEEDED),
        (Direction.RANGE, 10, None, 16, Assessment.NO_TARGET),
        (Direction.RANK, None, 5, 1, MET),
        (Direction.RANK, None, 5, 5, MET),
        (Direction.RANK, None, 5, 6, NOT_MET),
        (Direction.AT_LEAST, None, None, 1, Assessment.NO_TARGET),
    ],
)
def test_a_value_against_a_target(indicator, direction, low, high, value, expected):
    target = replace(indicator, direction=direction, target_low=low, target_high=high)

    assert assess(target, value) is expected


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        (Across.SUM, [0.1, 0.2, 3], 3.3),
        (Across.SUM, [], None),
        (Across.SINGLE, [4.0], 4.0),
        (Across.SINGLE, [4.0, 4.0], None),
        (Across.MAXIMUM, [-3.0, -1.0], -1.0),
        (Across.MINIMUM, [-3.0, -1.0], -3.0),
        (Across.NONE, [1.0], None),
        (Across.COUNT_MEETING, [1.0], None),
    ],
)
def test_one_value_of_several_units(rule, values, expected):
    assert across(rule, values) == expected


@given(st.lists(st.floats(-1e6, 1e6), max_size=20), st.randoms(use_true_random=False))
def test_a_sum_does_not_depend_on_the_order(values, random):
    assert across(Across.SUM, values) == across(Across.SUM, random.sample(values, len(values)))


def rolled_up(plan, owed, indicator, *answers, pasts=()):
    """Roll up one indicator over units that answer as given: a dict, or None for no file."""
    units = [owed[code].unit for code in ("11311", "11329", "11359")][: len(answers)]
    duties = tuple(Duty(unit=unit, tasks=(), indicators=(indicator,)) for unit in units)
    given_ = [(unit.code, answer) for unit, answer in zip(units, answers, strict=True) if answer is not None]
    rows = [
        {"file": code, "unit_code": code, "sheet": "", "row": 7, "row_key": indicator.code} | answer
        for code, answer in given_
    ]
    files = [submission(code, code, rows_read=1) for code, _ in given_]
    merged = merge(checked(files, {SheetKey.INDICATORS: rows}), duties, deadline=DEADLINE)
    return roll_up_indicators(
        merged, replace(plan, indicators=(indicator,)), period=Period.parse("2026"), pasts=pasts
    )[0]


def data(**cells):
    return {"data_state": "has_data"} | cells


NO_CASE, NOT_YET = {"data_state": "none"}, {"data_state": "not_available"}


def test_a_ratio_is_summed_before_it_is_divided(plan, owed):
    ratio = next(one for one in plan.indicators if one.code == "2.3")
    rollup = rolled_up(
        plan,
        owed,
        ratio,
        data(numerator=1, denominator=10, value=10),
        data(numerator=80, denominator=90, value=88.9),
    )

    assert (rollup.numerator, rollup.denominator, rollup.value) == (81, 100, 81)
    assert rollup.assessment is EXCEEDED


@pytest.mark.parametrize(
    ("rule", "answers", "expected"),
    [
        (Across.SUM, (), Assessment.NO_REPORTER),
        (Across.SUM, (None,), Assessment.NO_DATA),
        (Across.SUM, (NOT_YET,), Assessment.NO_DATA),
        (Across.SUM, (NO_CASE, NO_CASE), Assessment.NONE),
        (Across.SUM, (NO_CASE, NOT_YET), Assessment.NO_DATA),
        (Across.SUM, (NO_CASE, None), Assessment.NO_DATA),
        (Across.SUM, (data(value=2), NO_CASE), MET),
        (Across.SUM, (data(value=0),), NOT_MET),
        (Across.SINGLE, (data(value=2), data(value=2)), Assessment.CONFLICT),
        (Across.NONE, (data(value=2),), Assessment.NOT_POOLED),
    ],
)
def test_blank_zero_no_case_and_not_yet_stay_four_answers(plan, owed, indicator, rule, answers, expected):
    rollup = rolled_up(plan, owed, replace(indicator, across=rule), *answers)

    assert rollup.assessment is expected
    assert rollup.owed_count == len(answers)


def test_coverage_says_how_many_of_the_units_gave_a_figure(plan, owed, indicator):
    assert rolled_up(plan, owed, indicator, data(value=1), NOT_YET, None).coverage_pct == pytest.approx(
        100 / 3
    )
    assert rolled_up(plan, owed, indicator).coverage_pct is None


def test_every_indicator_agrees_with_plain_sums_over_the_submissions(merged, plan):
    frame = merged.rows[SheetKey.INDICATORS]

    for rollup in roll_up_indicators(merged, plan, period=Period.parse("2026")):
        own = frame[(frame.row_key == rollup.indicator.code) & (frame.data_state == "has_data")]
        assert rollup.reported_count == len(own)
        if len(own) and rollup.indicator.across is Across.RATIO_OF_SUMS:
            assert math.isclose(rollup.value, own.numerator.sum() / own.denominator.sum() * 100)
        elif len(own):
            assert rollup.value == own.value.sum()


@pytest.mark.parametrize(
    ("answers", "value", "expected"),
    [
        ((data(value=2), data(value=5)), 1, NOT_MET),
        ((data(value=4), data(value=5)), 2, MET),
        ((data(value=4), NO_CASE), 1, MET),
        ((data(value=4), NOT_YET), 1, Assessment.PARTIAL),
        ((data(value=4), None), 1, Assessment.PARTIAL),
        ((data(value=0), data(value=1)), 0, NOT_MET),
        ((NOT_YET,), None, Assessment.NO_DATA),
        ((NO_CASE,), None, Assessment.NONE),
    ],
)
def test_units_that_meet_the_target_are_counted(plan, owed, indicator, answers, value, expected):
    counting = replace(
        indicator, across=Across.COUNT_MEETING, direction=Direction.AT_LEAST, target_low=4, target_high=None
    )
    rollup = rolled_up(plan, owed, counting, *answers)

    assert (rollup.value, rollup.assessment) == (value, expected)


def test_nothing_can_be_counted_against_a_target_the_plan_does_not_give(plan, owed, indicator):
    counting = replace(indicator, across=Across.COUNT_MEETING, target_low=None, target_high=None)
    rollup = rolled_up(plan, owed, counting, data(value=2))

    assert (rollup.value, rollup.assessment) == (None, Assessment.NO_TARGET)


@pytest.mark.parametrize("answers", [(), (data(value=2),)])
def test_a_target_in_words_is_not_held_against_numbers(plan, owed, indicator, answers):
    worded = replace(indicator, measure=Measure.TEXT, across=Across.NONE)

    assert rolled_up(plan, owed, worded, *answers).assessment is Assessment.WORDED


def test_a_total_over_part_of_the_units_is_not_covered(plan, owed, indicator):
    assert not rolled_up(plan, owed, indicator, data(value=1), NOT_YET).is_covered
    assert rolled_up(plan, owed, indicator, data(value=1), NO_CASE).is_covered


ANSWERS = st.one_of(
    st.builds(lambda value: data(value=value), st.integers(-50, 50)),
    st.just(NO_CASE),
    st.just(NOT_YET),
    st.none(),
)


@given(st.lists(ANSWERS, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_units_changes_nothing_and_what_is_unknown_is_never_zero(
    plan, owed, indicator, answers, random
):
    some = replace(indicator, across=random.choice([Across.SUM, Across.MINIMUM, Across.COUNT_MEETING]))
    one = rolled_up(plan, owed, some, *answers)
    other = rolled_up(plan, owed, some, *random.sample(answers, len(answers)))
    known = [answer["value"] for answer in answers if answer and "value" in answer]

    assert (one.value, one.assessment, one.coverage_pct) == (
        other.value,
        other.assessment,
        other.coverage_pct,
    )
    assert (one.value is None) == (not known)
    if some.across is Across.SUM and known:
        assert one.value == sum(known)
