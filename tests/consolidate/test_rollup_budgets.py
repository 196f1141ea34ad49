"""Money by funding source."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import SheetKey
from consolidate.rollup_budgets import NO_TASK, Funding, TaskMoney, roll_up_budgets, together


def test_merging_neither_makes_nor_loses_a_dong(merged, design):
    frame = merged.rows[SheetKey.BUDGETS]
    rollup = roll_up_budgets(merged, design)

    assert rollup.total.planned_vnd == int(frame.planned_vnd.sum())
    assert rollup.total.disbursed_vnd == int(frame.disbursed_vnd.sum())
    for key, funding in rollup.by_source.items():
        assert funding.planned_vnd == int(frame[frame.funding_source == key].planned_vnd.sum())
    assert sum(funding.planned_vnd for funding in rollup.by_source.values()) == rollup.total.planned_vnd


def test_every_source_of_the_form_has_its_line(merged, design):
    assert list(roll_up_budgets(merged, design).by_source) == list(design.labels("funding_source"))


def test_nothing_planned_has_no_rate():
    assert Funding(planned_vnd=0, disbursed_vnd=5).disbursed_pct is None
    assert Funding(planned_vnd=200, disbursed_vnd=50).disbursed_pct == 25


def test_money_by_task_adds_up_to_all_of_it(merged, design):
    rollup = roll_up_budgets(merged, design)
    whole = together(rollup.by_task.values())

    assert (whole.planned_vnd, whole.disbursed_vnd) == (rollup.total.planned_vnd, rollup.total.disbursed_vnd)


def test_money_of_no_task_has_a_place_of_its_own(merged, design):
    frame = merged.rows[SheetKey.BUDGETS]
    own = frame[frame.task == frame.task.iloc[0]]
    rest = replace(merged, rows={**merged.rows, SheetKey.BUDGETS: frame.assign(task=pd.NA)})

    assert roll_up_budgets(merged, design).by_task[own.task.iloc[0]].planned_vnd == own.planned_vnd.sum()
    assert set(roll_up_budgets(rest, design).by_task) == {NO_TASK}


AMOUNTS = st.one_of(st.none(), st.integers(0, 10**12))
MONEY = st.builds(TaskMoney, planned_vnd=AMOUNTS, disbursed_vnd=AMOUNTS)


@given(st.lists(MONEY, max_size=8), st.randoms(use_true_random=False))
def test_sums_of_money_are_whole_and_an_unknown_amount_is_never_zero(parts, random):
    whole = together(parts)
    planned = [part.planned_vnd for part in parts if part.planned_vnd is not None]

    assert whole == together(random.sample(parts, len(parts)))
    assert whole.planned_vnd == (sum(planned) if planned else None)


@pytest.mark.parametrize(("planned", "disbursed"), [(None, 5), (5, None), (0, 5)])
def test_a_rate_needs_both_amounts(planned, disbursed):
    assert TaskMoney(planned_vnd=planned, disbursed_vnd=disbursed).disbursed_pct is None
