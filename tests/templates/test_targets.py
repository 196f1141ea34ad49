"""Targets and choices in words."""

from dataclasses import replace

import pytest

from catalogue import Direction, target_text, task_choice_text


@pytest.mark.parametrize(
    ("code", "text"),
    [("TQ.1", "≥ 43,5"), ("TQ.2", "Nhóm 5 dẫn đầu"), ("TQ.3", "0"), ("2.2", "10 – 15"), ("1.2", "≥ 2")],
)
def test_a_target_reads_as_the_plan_means_it(plan, code, text):
    indicator = next(each for each in plan.indicators if each.code == code)

    assert target_text(indicator) == text


def test_a_target_without_a_value_is_blank(plan):
    indicator = replace(plan.indicators[0], target_low=None, target_high=None)

    assert target_text(indicator) == ""
    assert target_text(replace(indicator, direction=Direction.RANGE)) == ""


def test_an_upper_bound_reads_as_one(plan):
    indicator = replace(plan.indicators[0], direction=Direction.AT_MOST, target_low=None, target_high=7.0)

    assert target_text(indicator) == "≤ 7"


def test_task_choices_are_unique_and_short(plan):
    texts = [task_choice_text(plan, task) for task in plan.reported_tasks]

    assert len(set(texts)) == len(texts)
    assert max(map(len, texts)) <= 250
