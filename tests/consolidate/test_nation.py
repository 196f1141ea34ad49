"""The nation is the sum of its provinces: counts, numerators and denominators, never shares."""

import shutil
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from catalogue import (
    Across,
    Catalogue,
    Direction,
    Duty,
    OverTime,
    Period,
    RoundError,
    SheetKey,
    TaskDuty,
    UnreadableFileError,
)
from consolidate import build_nation, gather_nation, merge, province_rounds
from consolidate.nation.model import Nation
from consolidate.nation.rollup import add_indicators, add_tasks
from consolidate.past import Past
from consolidate.rollup_indicators import Assessment, roll_up_indicators
from consolidate.rollup_tasks import STATUSES, roll_up_tasks
from consolidate.sheets.tasks import COUNT_KEYS
from templates import PlainWorksheet
from tests.consolidate.making import DEADLINE, checked, submission
from tests.consolidate.provinces import province, split
from tests.consolidate.test_recalculation import compare
from tests.consolidate.test_rollup_recalculation import answers, every_rule

PERIOD = Period.parse("2026")
RULES = {
    Across.SUM: (Direction.AT_LEAST, 30.0, None),
    Across.RATIO_OF_SUMS: (Direction.AT_LEAST, 50.0, None),
    Across.MAXIMUM: (Direction.AT_MOST, None, 7.5),
    Across.MINIMUM: (Direction.AT_LEAST, 2.0, None),
    Across.COUNT_MEETING: (Direction.AT_LEAST, 5.0, None),
    Across.NONE: (Direction.AT_LEAST, 5.0, None),
}
number = st.integers(-9_999, 9_999).map(lambda whole: whole / 1000)
answer = st.one_of(
    st.none(),
    st.fixed_dictionaries(
        {
            "data_state": st.sampled_from(["has_data", "has_data", "none", "not_available"]),
            "value": number,
            "numerator": number,
            "denominator": number.map(abs),
        }
    ),
)
place = st.integers(0, 2)


def merged_of(owing, sheet, said, *, tasks=(), indicators=()):
    """Put together what some units say of one task or indicator; None is no file."""
    duties = tuple(Duty(unit=unit, tasks=tasks, indicators=indicators) for unit in owing)
    given_ = [(unit.code, cells) for unit, cells in zip(owing, said, strict=True) if cells is not None]
    rows = [
        {"file": code, "unit_code": code, "row": 7, **cells, "row_key": cells["row_key"]}
        for code, cells in given_
    ]
    files = [submission(code, code, rows_read=1) for code, _ in given_]
    return merge(checked(files, {sheet: rows}), duties, deadline=DEADLINE)


def provinces_of(units, said):
    """Return units and what they say by province, provinces without units left out."""
    found = {}
    for unit, (where, cells) in zip(units, said, strict=False):
        found.setdefault(where, []).append((unit, cells))
    return [([unit for unit, _ in own], [cells for _, cells in own]) for own in found.values()]


def indicator_figures(tally):
    names = ("owed_count", "reported_count", "none_count", "numerator", "denominator", "value")
    return {name: getattr(tally, name) for name in names} | {"joined": tally.so_far.earlier.joined}


def task_figures(tally):
    counts = {COUNT_KEYS[status]: tally.counts[status] for status in STATUSES}
    names = ("owed_count", "late_done_count", "overdue_units", "completion_pct")
    return counts | {name: getattr(tally, name) for name in names}


@pytest.mark.parametrize("rule", RULES)
@examples(deadline=None, max_examples=20)
@given(said=st.lists(st.tuples(place, answer), min_size=2, max_size=9))
def test_an_indicator_over_provinces_is_the_indicator_over_all_their_units(plan, owed, rule, said):
    direction, low, high = RULES[rule]
    one = replace(
        plan.indicators[0], across=rule, direction=direction, target_low=low, target_high=high, code="q"
    )
    own = replace(plan, indicators=(one,))
    said = [(where, cells and {**cells, "row_key": "q"}) for where, cells in said]
    units = [duty.unit for duty in list(owed.values())[: len(said)]]

    def rolled_up(owing, cells):
        merged = merged_of(owing, SheetKey.INDICATORS, cells, indicators=(one,))
        (tally,) = roll_up_indicators(merged, own, period=PERIOD)
        return tally

    whole = rolled_up(units, [cells for _, cells in said])
    parts = [indicator_figures(rolled_up(*part)) for part in provinces_of(units, said)]
    (nation,) = add_indicators(own, {"q": parts}, data_to=PERIOD.data_to)

    assert indicator_figures(nation) == indicator_figures(whole)
    assert (nation.assessment, nation.so_far) == (whole.assessment, whole.so_far)


@examples(deadline=None, max_examples=30)
@given(st.lists(st.tuples(place, st.one_of(st.none(), st.sampled_from(STATUSES))), min_size=1, max_size=9))
def test_a_task_over_provinces_is_the_task_over_all_their_units(plan, owed, said):
    task = plan.reported_tasks[0]
    own = replace(plan, tasks=(task,))
    duty = (TaskDuty(task=task, role=plan.reporting_role),)
    said = [
        (where, status and {"row_key": task.code, "status": status.value, "completion_pct": 45.5})
        for where, status in said
    ]
    units = [duty.unit for duty in list(owed.values())[: len(said)]]

    def rolled_up(owing, cells):
        merged = merged_of(owing, SheetKey.TASKS, cells, tasks=duty)
        (tally,) = roll_up_tasks(merged, own, data_to=PERIOD.data_to)
        return tally

    whole = rolled_up(units, [cells for _, cells in said])
    parts = [task_figures(rolled_up(*part)) for part in provinces_of(units, said)]
    (nation,) = add_tasks(own, {task.code: parts}, data_to=PERIOD.data_to)

    assert task_figures(nation) == task_figures(whole)
    assert (nation.overall, nation.due, nation.done_share_pct) == (
        whole.overall,
        whole.due,
        whole.done_share_pct,
    )


@pytest.mark.parametrize(("owing", "value"), [((1, 0), 4.0), ((1, 1), None)])
def test_a_figure_that_each_province_has_of_its_own_is_not_made_one(plan, owing, value):
    one = replace(plan.indicators[0], across=Across.SINGLE, over_time=OverTime.LATEST, code="q")
    parts = [
        {"owed_count": count, "reported_count": count, "none_count": 0, "joined": None}
        | {"value": 4.0 if count else None}
        for count in owing
    ]
    own = replace(plan, indicators=(one,))
    (nation,) = add_indicators(own, {"q": parts}, data_to=PERIOD.data_to)

    assert nation.value == value
    assert (nation.assessment is Assessment.NOT_POOLED) == (value is None)


@pytest.fixture(scope="module")
def folder(plan, registry, design, settings, invented, every_duty, tmp_path_factory):
    """Three provinces, each with a third of the units of an invented round."""
    folder = tmp_path_factory.mktemp("nước")
    for number, merged in enumerate(split(invented, every_duty, 3)):
        own = {"registry": registry, "round_": settings, "design": design}
        province(folder / f"tỉnh {number}", merged, plan, name=f"UBND tỉnh {number}", **own)
    return folder


@pytest.fixture(scope="module")
def nation(folder):
    return gather_nation(province_rounds([folder]), Catalogue())


def test_masters_read_back_add_up_to_one_round_of_all_units(nation, plan, invented, every_duty):
    whole = merge(invented, every_duty, deadline=DEADLINE)
    indicators = roll_up_indicators(whole, plan, period=PERIOD)

    assert [*map(task_figures, nation.tasks)] == [
        *map(task_figures, roll_up_tasks(whole, plan, data_to=PERIOD.data_to))
    ]
    for added, rolled in zip(nation.indicators, indicators, strict=True):
        if added.indicator.across is rolled.indicator.across:
            assert indicator_figures(added) == indicator_figures(rolled)


def test_the_workbook_is_the_same_for_the_same_masters(nation, folder, design):
    assert build_nation(nation, design=design, home=folder) == build_nation(
        nation, design=design, home=folder
    )


def test_cells_written_plainly_are_the_bytes_the_library_gives(nation, folder, design, monkeypatch):
    plain = build_nation(nation, design=design, home=folder)
    for changed in ("_prepare_formula", "_write_formula", "_write_rows"):
        monkeypatch.delattr(PlainWorksheet, changed)

    assert build_nation(nation, design=design, home=folder) == plain


@pytest.mark.libreoffice
def test_recalculating_the_nation_changes_no_value(nation, folder, design, tmp_path):
    path = tmp_path / "nước.xlsx"
    path.write_bytes(build_nation(nation, design=design, home=folder))

    assert len(compare(path, tmp_path)) > 500


@pytest.fixture
def every_kind(plan, registry, design, settings, every_duty, tmp_path):
    """Two provinces whose indicators go by every rule, the second with an earlier round."""
    own = every_rule(plan)
    rounds = {"registry": registry, "round_": settings, "design": design}
    past = Past(period=Period.parse("2025"), figures={f"indicator:1.{n}": 0.5 * n for n in range(0, 90, 2)})
    parts = [
        province(
            tmp_path / str(number),
            answers(own, every_duty[3 * number :]),
            own,
            name=str(number),
            pasts=(past,) * number,
            **rounds,
        )
        for number in range(2)
    ]
    return Nation(plan=own, period=PERIOD, provinces=tuple(parts))


@pytest.mark.libreoffice
def test_recalculating_every_rule_changes_no_value(every_kind, design, tmp_path):
    path = tmp_path / "nước.xlsx"
    path.write_bytes(build_nation(every_kind, design=design, home=tmp_path))

    compare(path, tmp_path)


def test_earlier_periods_are_added_where_provinces_give_them(every_kind):
    summed = [
        tally
        for tally in every_kind.indicators
        if tally.indicator.across is Across.SUM and tally.indicator.over_time is OverTime.SUM
    ]
    said = every_kind.said["indicators"]

    assert any(tally.so_far.earlier.joined for tally in summed)
    for tally in summed:
        parts = [part["so_far"] for part in said[tally.indicator.code]]
        assert tally.so_far.value == pytest.approx(sum(parts))


def empty_round(folder, plan, registry, design, settings, **change):
    """Write a province's round to which nobody has reported."""
    own = {"registry": registry, "round_": replace(settings, **change), "design": design}
    province(folder, merge(checked([]), (), deadline=DEADLINE), plan, name=folder.name, **own)


def test_another_period_is_refused(folder, plan, registry, design, settings, tmp_path):
    empty_round(tmp_path / "khác", plan, registry, design, settings, period=Period.parse("2025"))

    with pytest.raises(RoundError, match=r"kỳ 2025; các đợt khác .*, kỳ 2026"):
        gather_nation(province_rounds([folder, tmp_path]), Catalogue())


def test_another_version_of_the_plan_is_refused(plan, registry, design, settings, tmp_path):
    empty_round(tmp_path / "a", replace(plan, version=plan.version + 1), registry, design, settings)

    with pytest.raises(RoundError, match="lần 2, còn danh mục đang có lần 1"):
        gather_nation(province_rounds([tmp_path]), Catalogue())


def test_rows_that_are_not_the_plans_are_refused(plan, registry, design, settings, tmp_path):
    own = replace(plan, indicators=plan.indicators[1:])
    empty_round(tmp_path / "a", own, registry, design, settings)

    with pytest.raises(RoundError, match="trang “Chỉ tiêu” không có đúng các dòng"):
        gather_nation(province_rounds([tmp_path]), Catalogue())


def test_one_office_is_not_counted_twice(folder, tmp_path):
    copy = shutil.copytree(folder / "tỉnh 0", tmp_path / "bản sao")

    with pytest.raises(RoundError, match="cùng là của “UBND tỉnh 0”"):
        province_rounds([folder, copy])


def test_a_folder_named_twice_counts_once(folder):
    assert len(province_rounds([folder, folder / "tỉnh 1"])) == 3


def test_a_province_without_a_master_is_named(folder, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "nước")
    (copy / "tỉnh 1" / "tong-hop" / "tong-hop.xlsx").unlink()

    with pytest.raises(UnreadableFileError, match="tỉnh 1"):
        gather_nation(province_rounds([copy]), Catalogue())


def test_a_folder_without_rounds_is_refused(tmp_path):
    with pytest.raises(RoundError, match="Không tìm thấy đợt báo cáo nào"):
        province_rounds([tmp_path / "không có"])
