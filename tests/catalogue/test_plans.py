"""All plans, held against figures read from their documents by hand."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from catalogue import (
    Catalogue,
    Measure,
    Period,
    Role,
    UnitsInForce,
    duties,
    open_successions,
    tasks_without_reporter,
)
from catalogue.unit import SuccessionKind

CATALOGUE = Catalogue()
SEPARATORS = re.compile(r"(?:[\s,;./\-]|\bvà\b)*")


def owed_on(plan_id, day, *, settled=None, assigned=None):
    """Return a plan, the units in force on a day, and what they owe."""
    plan = CATALOGUE.plan(plan_id)
    named, current = CATALOGUE.registry(plan.registry_id), CATALOGUE.registry_on(plan.registry_id, day)
    units = UnitsInForce(named, current, settled or {})
    return plan, units, {duty.unit.code: duty for duty in duties(plan, units, assigned=assigned)}


@pytest.mark.parametrize(
    ("plan_id", "tasks", "reported", "numeric", "textual"),
    [
        ("hp-2014-tang-truong-xanh", 13 + 81, 94, 0, 3),
        ("bd-2018-tang-truong-xanh", 55, 55, 0, 0),
        ("qt-2023-tang-truong-xanh", 80, 91, 10, 1),
        ("hp-2026-chuyen-doi-xanh", 32, 33, 23, 0),
        ("hp-2026-bao-ve-moi-truong", 40, 40, 1, 0),
    ],
)
def test_plans_have_the_tasks_and_targets_of_their_documents(plan_id, tasks, reported, numeric, textual):
    plan = CATALOGUE.plan(plan_id)
    counts = Counter(each.measure is Measure.TEXT for each in plan.indicators)

    assert (len(plan.counted_tasks), len(plan.reported_tasks)) == (tasks, reported)
    assert (counts[False], counts[True]) == (numeric, textual)


@pytest.mark.parametrize("plan_id", CATALOGUE.plan_ids())
def test_every_cell_of_agencies_is_made_of_its_mentions_and_nothing_else(plan_id):
    for task in CATALOGUE.plan(plan_id).tasks:
        for role in Role:
            rest = task.agencies[role]
            for mention in task.mentions_in(role):
                assert mention.agency in rest, (task.code, mention)
                rest = rest.replace(mention.agency, "", 1).replace(mention.scope, "", 1)
            assert SEPARATORS.fullmatch(rest), (task.code, role, rest)


@pytest.mark.parametrize(
    ("plan_id", "kind", "due"),
    [
        ("hp-2014-tang-truong-xanh", "year", "11-10"),
        ("bd-2018-tang-truong-xanh", "year", "10-15"),
        ("qt-2023-tang-truong-xanh", "year", "12-10"),
        ("qt-2023-tang-truong-xanh", "midterm", "2025-12-10"),
        ("qt-2023-tang-truong-xanh", "final", "2030-12-10"),
        ("hp-2026-bao-ve-moi-truong", "on_request", ""),
    ],
)
def test_plans_keep_the_calendar_their_text_sets(plan_id, kind, due):
    assert (kind, due) in {(entry.kind, entry.due) for entry in CATALOGUE.plan(plan_id).calendar}


def test_binh_duong_takes_over_55_of_66_national_activities():
    plan = CATALOGUE.plan("bd-2018-tang-truong-xanh")
    counts = Counter(plan.main_group(task).code for task in plan.tasks)

    assert [group.coverage_text for group in plan.main_groups] == ["4/8", "18/20", "22/25", "11/13"]
    assert [counts[group.code] for group in plan.main_groups] == [4, 18, 22, 11]
    assert len(plan.priorities) == 30


def test_binh_duongs_activities_51_52_53_have_no_lead():
    plan, _, owed = owed_on("bd-2018-tang-truong-xanh", date(2018, 12, 14))

    assert [task.number for task in tasks_without_reporter(plan, list(owed.values()))] == ["51", "52", "53"]


def test_the_officer_can_give_an_orphan_to_a_unit():
    plan, _, owed = owed_on("bd-2018-tang-truong-xanh", date(2018, 12, 14), assigned={"51": ("Sở Y tế",)})

    assert "51" in {each.task.code for each in owed["so-y-te"].tasks}
    assert len(tasks_without_reporter(plan, list(owed.values()))) == 2


def test_environment_tasks_of_hai_phong_are_shared_by_all_communes():
    _, _, owed = owed_on("hp-2026-bao-ve-moi-truong", date(2026, 12, 14))
    communes = [duty for duty in owed.values() if duty.unit.kind.is_communal]

    assert len(communes) == 114
    assert {len(duty.tasks) for duty in communes} == {19}


def test_quang_tris_tasks_go_to_the_units_of_the_time():
    _, _, then = owed_on("qt-2023-tang-truong-xanh", date(2023, 12, 14))
    _, _, now = owed_on("qt-2023-tang-truong-xanh", date(2025, 12, 14))

    assert "so-ke-hoach-va-dau-tu" in then
    assert "so-ke-hoach-va-dau-tu" not in now
    assert len([duty for duty in then.values() if duty.unit.kind.is_communal]) == 0
    assert len([duty for duty in now.values() if duty.unit.kind.is_communal]) > 30


def test_a_task_of_a_body_that_is_no_more_goes_to_its_successor_and_says_so():
    _, _, now = owed_on("qt-2023-tang-truong-xanh", date(2026, 12, 14))
    instead = {name for each in now["so-tai-chinh"].tasks for name in each.instead_of}

    assert instead == {"Sở Kế hoạch và Đầu tư"}


def test_a_split_body_is_a_question_for_the_officer_until_settled():
    old = "Sở Lao động - Thương binh và Xã hội"
    plan, units, _ = owed_on("qt-2023-tang-truong-xanh", date(2026, 12, 14))
    asked = {unit.agency_name for unit in open_successions(plan, units)}
    _, settled_units, owed = owed_on(
        "qt-2023-tang-truong-xanh", date(2026, 12, 14), settled={old: ("Sở Nội vụ",)}
    )

    assert asked == {old}
    assert open_successions(plan, settled_units) == {}
    assert old in {name for each in owed["so-noi-vu"].tasks for name in each.instead_of}


def test_every_succession_names_units_that_exist():
    for name in ("hai-phong-2014", "binh-duong-2018", "quang-tri-2023"):
        registry = CATALOGUE.registry(name)
        for row in registry.successions:
            assert registry.has(row.old_code), row
            assert not row.new_code or CATALOGUE.registry(row.new_registry).has(row.new_code), row


@pytest.mark.parametrize(
    ("plan_id", "period", "deadline"),
    [
        ("qt-2023-tang-truong-xanh", "2024", date(2024, 12, 10)),
        ("qt-2023-tang-truong-xanh", "2023-2025", date(2025, 12, 10)),
        ("qt-2023-tang-truong-xanh", "2023-2030", date(2030, 12, 10)),
        ("qt-2023-tang-truong-xanh", "2024-H1", None),
        ("bd-2018-tang-truong-xanh", "2019", date(2019, 10, 15)),
        ("hp-2026-chuyen-doi-xanh", "2026", None),
    ],
)
def test_the_deadline_of_a_report_is_the_plans_own_where_it_sets_one(plan_id, period, deadline):
    assert CATALOGUE.plan(plan_id).deadline_for(Period.parse(period)) == deadline


def test_one_uncertain_successor_makes_the_whole_succession_a_question():
    named, current = CATALOGUE.registry("quang-tri-2023"), CATALOGUE.registry("quang-tri-2025")
    planning = named.unit("so-ke-hoach-va-dau-tu")
    certain = next(row for row in named.successions if row.old_code == planning.code)
    doubtful = replace(certain, kind=SuccessionKind.SPLIT, new_code="so-noi-vu", part="một phần")
    doubted = replace(named, successions=(*named.successions, doubtful))

    assert not UnitsInForce(named, current, {}).is_open(planning)
    assert UnitsInForce(doubted, current, {}).is_open(planning)
