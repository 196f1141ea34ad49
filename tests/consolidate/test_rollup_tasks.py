"""Tasks over all their units."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Deadline, SheetKey
from consolidate.rollup_tasks import (
    STATUSES,
    Due,
    Overall,
    due,
    overall_status,
    roll_up_groups,
    roll_up_tasks,
)

CUT_OFF = date(2026, 12, 14)


def counts(text):
    """Return counts from `done*2 paused`."""
    pairs = (part.partition("*") for part in text.split())
    found = {name: int(number or 1) for name, _, number in pairs}
    return {status: found.get(status.value, 0) for status in STATUSES}


@pytest.mark.parametrize(
    ("reported", "owed", "overall"),
    [
        ("", 3, Overall.NO_REPORT),
        ("", 0, Overall.NO_REPORT),
        ("none*2", 3, Overall.NONE),
        ("done*3", 3, Overall.DONE),
        ("done*2 none", 3, Overall.DONE),
        ("done*2", 3, Overall.IN_PROGRESS),
        ("not_started*2 none", 5, Overall.NOT_STARTED),
        ("paused none", 5, Overall.PAUSED),
        ("paused not_started", 2, Overall.IN_PROGRESS),
        ("done paused", 2, Overall.IN_PROGRESS),
        ("in_progress", 1, Overall.IN_PROGRESS),
    ],
)
def test_overall_status_of_a_task(reported, owed, overall):
    assert overall_status(counts(reported), owed=owed) is overall


@given(st.fixed_dictionaries({status: st.integers(0, 4) for status in STATUSES}), st.integers(0, 20))
def test_a_task_with_work_left_is_never_done(found, owed):
    overall = overall_status(found, owed=owed)
    has_work = any(found[status] for status in (Overall.IN_PROGRESS, Overall.NOT_STARTED, Overall.PAUSED))

    assert not (overall is Overall.DONE and (has_work or sum(found.values()) != owed))


@pytest.mark.parametrize(
    ("overall", "end", "expected"),
    [
        (Overall.DONE, date(2020, 1, 1), Due.MET),
        (Overall.NONE, date(2020, 1, 1), Due.NONE),
        (Overall.IN_PROGRESS, None, Due.UNKNOWN),
        (Overall.IN_PROGRESS, CUT_OFF, Due.OVERDUE),
        (Overall.IN_PROGRESS, date(2026, 12, 15), Due.NOT_DUE),
        (Overall.NO_REPORT, date(2026, 1, 1), Due.OVERDUE),
    ],
)
def test_a_task_is_overdue_when_its_deadline_is_within_the_cut_off_and_it_is_not_done(overall, end, expected):
    assert due(overall, Deadline(text="", start=None, end=end, is_open=False), data_to=CUT_OFF) is expected


def test_units_reported_are_those_accepted_whose_status_is_not_in_doubt(merged, plan, every_duty):
    rollups = roll_up_tasks(merged, plan, data_to=CUT_OFF)
    away = {one.duty.unit.code for one in merged.standings if one.state != "accepted"}
    frame = merged.rows[SheetKey.TASKS]
    in_doubt = frame[frame.status.isna()]

    for rollup in rollups:
        owing = {d.unit.code for d in every_duty for t in d.tasks if t.task.code == rollup.task.code}
        assert rollup.owed_count == len(owing)
        doubted = set(in_doubt[in_doubt.row_key == rollup.task.code].unit_code)
        assert rollup.reported_count == len(owing - away - doubted)
    assert len(in_doubt) == 2


def test_counts_are_those_of_the_submissions(merged, plan):
    frame = merged.rows[SheetKey.TASKS]

    for rollup in roll_up_tasks(merged, plan, data_to=CUT_OFF):
        for status in STATUSES:
            kept = frame[(frame.row_key == rollup.task.code) & (frame.status == status.value)]
            assert rollup.counts[status] == len(kept)


def test_a_percentage_is_shown_only_for_a_task_of_one_unit(merged, plan):
    for rollup in roll_up_tasks(merged, plan, data_to=CUT_OFF):
        own = (
            merged.rows[SheetKey.TASKS].query("row_key == @rollup.task.code").completion_pct.dropna().tolist()
        )

        assert rollup.completion_pct == (own[0] if rollup.owed_count == 1 and own else None)


def test_the_groups_hold_every_reported_task_once(merged, plan):
    groups = roll_up_groups(roll_up_tasks(merged, plan, data_to=CUT_OFF), plan)

    assert [group.task_count for group in groups] == [8, 3, 5, 3, 3, 8, 3]


def due_on(plan, end):
    """Return the plan with every task due on one day."""
    day = Deadline(text="", start=None, end=end, is_open=False)
    return replace(plan, tasks=tuple(replace(task, deadline=day) for task in plan.tasks))


def test_units_not_done_after_the_deadline_are_overdue_and_none_before(merged, plan):
    late = roll_up_tasks(merged, due_on(plan, CUT_OFF), data_to=CUT_OFF)
    early = roll_up_tasks(merged, due_on(plan, date(2026, 12, 15)), data_to=CUT_OFF)

    for rollup in late:
        finished = rollup.counts[Overall.DONE] + rollup.counts[Overall.NONE]
        assert rollup.overdue_units == rollup.owed_count - finished
    assert not any(rollup.overdue_units for rollup in early)


def test_units_done_after_the_deadline_are_done_late(merged, plan):
    frame = merged.rows[SheetKey.TASKS]
    late = frame[(frame.status == "done") & (frame.completed_on > "2026-11-15")]
    expected = Counter(late.row_key)

    for rollup in roll_up_tasks(merged, due_on(plan, date(2026, 11, 15)), data_to=CUT_OFF):
        assert rollup.late_done_count == expected[rollup.task.code]


def weighed(plan, weights):
    """Return the plan with weights given in turn."""
    tasks = (replace(task, weight=weights[place % len(weights)]) for place, task in enumerate(plan.tasks))
    return replace(plan, tasks=tuple(tasks))


def test_without_weights_progress_is_the_share_of_tasks_done(merged, plan):
    for group in roll_up_groups(roll_up_tasks(merged, plan, data_to=CUT_OFF), plan):
        assert group.done_pct == group.counts[Overall.DONE] / group.task_count * 100


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_weights_of_groups_add_up_to_the_plans(merged, plan, weights):
    own = weighed(plan, weights)
    tasks = roll_up_tasks(merged, own, data_to=CUT_OFF)
    groups = roll_up_groups(tasks, own)

    assert sum(group.weight for group in groups) == sum(task.weight for task in own.reported_tasks)
    assert sum(group.done_weight for group in groups) == sum(
        rollup.task.weight for rollup in tasks if rollup.overall is Overall.DONE
    )


def test_a_group_nobody_has_reported_on_has_no_progress(plan):
    group = roll_up_groups((), plan)[0]

    assert (group.task_count, group.done_pct) == (0, None)
