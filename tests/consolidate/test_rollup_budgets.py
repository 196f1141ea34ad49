"""Money by funding source."""

from catalogue import SheetKey
from consolidate.rollup_budgets import Funding, roll_up_budgets


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
