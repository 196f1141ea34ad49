"""The plan as its document has it; figures counted by hand from the document."""

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from catalogue import CatalogueError, Direction, Measure, Role, UnitKind, UnitsInForce, resolve_mentions
from catalogue.plan import check_plan

SEPARATORS = re.compile(r"[\s,;./\-]*")


def test_there_are_32_tasks_in_7_groups(plan):
    counts = Counter(task.group_code for task in plan.counted_tasks)

    assert [counts[group.code] for group in plan.groups] == [8, 3, 5, 3, 3, 8, 2]


def test_33_tasks_are_reported_since_one_has_two_sub_tasks(plan):
    assert len(plan.reported_tasks) == 33
    assert [task.code for task in plan.reported_tasks][-2:] == ["VII.2.1", "VII.2.2"]
    assert "VII.2" not in {task.code for task in plan.reported_tasks}


def test_15_tasks_are_priorities_in_the_groups_the_narrative_says(plan):
    counts = Counter(task.group_code for task in plan.counted_tasks if task.is_priority)

    assert [counts[group.code] for group in plan.groups] == [2, 2, 0, 1, 2, 6, 2]


def test_a_sub_task_shares_its_parents_priority(plan):
    assert plan.is_priority(plan.task("VII.2.2"))
    assert not plan.task("VII.2.2").is_priority


def test_one_task_bears_neither_mark_and_none_bears_both(plan):
    tasks = plan.counted_tasks

    assert [task.code for task in tasks if not task.is_priority and not task.is_scheme] == ["III.4"]
    assert not [task.code for task in tasks if task.is_priority and task.is_scheme]


@pytest.mark.parametrize(
    ("code", "start", "end", "is_open"),
    [
        ("I.1", None, date(2027, 12, 31), False),
        ("V.3", None, date(2027, 9, 30), False),
        ("VI.1", None, date(2030, 12, 31), False),
        ("VI.6", date(2030, 1, 1), date(2030, 12, 31), True),
        ("IV.3", date(2026, 1, 1), date(2030, 12, 31), True),
        ("IV.1", None, date(2032, 12, 31), False),
    ],
)
def test_deadlines_are_spans(plan, code, start, end, is_open):
    deadline = plan.task(code).deadline

    assert (deadline.start, deadline.end, deadline.is_open) == (start, end, is_open)


@pytest.mark.parametrize(
    ("code", "ending"),
    [
        ("I.6", "hướng tới vận hành xanh, đặc biệt phù hợp với các cảng hiện đại hóa"),
        ("II.1", "Khu công nghiệp Đình Vũ là khu công nghiệp sinh thái"),
        ("VI.7", "quảng bá du lịch; tour liên kết với các trung tâm du lịch"),
    ],
)
def test_products_broken_over_two_pages_are_joined(plan, code, ending):
    assert plan.task(code).product.endswith(ending)


def test_every_cell_of_agencies_is_made_of_its_mentions_and_nothing_else(plan):
    for task in plan.tasks:
        for role in Role:
            rest = task.agencies[role]
            for mention in task.mentions_in(role):
                assert mention.agency in rest, (task.code, mention)
                rest = rest.replace(mention.agency, "", 1).replace(mention.scope, "", 1)
            assert SEPARATORS.fullmatch(rest), (task.code, role, rest)


def test_every_agency_resolves(plan, registry):
    for task in plan.tasks:
        for mention in task.mentions:
            assert registry.resolve(mention.agency) is not None, (task.code, mention.agency)


def test_the_city_leads_every_task_so_the_advising_unit_reports(plan, registry):
    units = UnitsInForce.of(registry)
    leads = {
        each.unit.code for task in plan.reported_tasks for each in resolve_mentions(task, Role.LEAD, units)
    }

    assert leads == {"ubnd-thanh-pho"}
    assert plan.reporting_role is Role.ADVISING


def test_there_are_23_numeric_targets(plan):
    counts = Counter(indicator.target_number for indicator in plan.indicators)

    assert counts == {"TQ": 3, "1": 4, "2": 6, "4": 2, "5": 2, "6": 2, "7": 1, "8": 3}


def test_every_ratio_names_its_numerator_and_denominator(plan):
    ratios = [each for each in plan.indicators if each.measure is Measure.RATIO]

    assert all(each.numerator and each.denominator for each in ratios)
    assert all(each.unit_of_measure == "%" for each in ratios)


@pytest.mark.parametrize(
    ("code", "direction", "low", "high", "year"),
    [
        ("TQ.1", Direction.AT_LEAST, 43.5, None, 2030),
        ("TQ.2", Direction.RANK, None, 5, 2030),
        ("TQ.3", Direction.EQUAL, 0, 0, 2045),
        ("2.2", Direction.RANGE, 10, 15, 2030),
        ("4.1", Direction.AT_LEAST, 6.2, None, 2030),
        ("8.2", Direction.AT_LEAST, 2, None, 2030),
    ],
)
def test_targets_keep_their_direction_and_value(plan, code, direction, low, high, year):
    indicator = next(each for each in plan.indicators if each.code == code)

    assert (indicator.direction, indicator.target_low, indicator.target_high, indicator.year) == (
        direction,
        low,
        high,
        year,
    )


def test_hai_phong_has_114_communes(registry):
    counts = Counter(unit.kind for unit in registry.units)

    assert (counts[UnitKind.COMMUNE], counts[UnitKind.WARD], counts[UnitKind.SPECIAL_ZONE]) == (67, 45, 2)


def test_only_communes_carry_an_official_code(registry):
    assert all(bool(unit.official_code) == unit.kind.is_communal for unit in registry.units)


def test_file_stems_are_unique_and_ascii(registry):
    stems = [unit.file_stem for unit in registry.units]

    assert len(set(stems)) == len(stems)
    assert all(stem.isascii() for stem in stems)


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Sở Công thương", "so-cong-thuong"),
        ("Ban Quản lý kinh tế Hải Phòng", "ban-quan-ly-khu-kinh-te"),
        ("Sở Văn Hóa thể thao và Du lịch", "so-van-hoa-the-thao-va-du-lich"),
        ("đặc khu Bạch Long Vĩ", "11948"),
        ("UBND Phường Thủy Nguyên", "11560"),
    ],
)
def test_spelling_variants_resolve_to_one_unit(registry, spelling, code):
    assert [unit.code for unit in registry.resolve(spelling)] == [code]


def test_decomposed_text_resolves_too(registry):
    name = unicodedata.normalize("NFD", "Sở Nông nghiệp và Môi trường")

    assert [unit.code for unit in registry.resolve(name)] == ["so-nong-nghiep-va-moi-truong"]


@pytest.mark.parametrize(
    ("expression", "count"),
    [
        ("UBND các xã, phường, đặc khu", 114),
        ("UBND các xã, phường trên địa bàn thành phố", 112),
        ("05 phường (Hồng Bàng, Ngô Quyền, Gia Viên, Lê Chân, An Biên)", 5),
        ("các sở, ngành, đơn vị liên quan", 0),
    ],
)
def test_group_expressions_expand_or_say_that_they_name_nobody(registry, expression, count):
    assert len(registry.resolve(expression)) == count


@pytest.mark.parametrize("name", ["Sở Giao thông vận tải", "Xã Cẩm Giăng", "UBND quận Hồng Bàng"])
def test_an_unknown_name_is_never_guessed(registry, name):
    assert registry.resolve(name) is None


def test_a_count_that_contradicts_the_narrative_stops_the_plan(plan):
    fewer = replace(plan, tasks=tuple(task for task in plan.tasks if task.code != "III.4"))

    with pytest.raises(CatalogueError, match=r"nhóm III: phần lời nêu 5 nhiệm vụ, phụ lục có 4"):
        check_plan(fewer)
