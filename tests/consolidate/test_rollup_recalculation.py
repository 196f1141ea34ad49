"""LibreOffice recalculates every rule of the roll-ups: over units and over time, paths, delays, weights."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from catalogue import (
    Across,
    Deadline,
    Direction,
    Duty,
    Measure,
    OverTime,
    Period,
    SheetKey,
    UnitsInForce,
    duties,
)
from consolidate import Past, build_master, merge, read_master
from tests.consolidate.invented import invented_decisions, invented_round
from tests.consolidate.making import DEADLINE, PLACES, checked, submission
from tests.consolidate.test_recalculation import compare

pytestmark = pytest.mark.libreoffice

BOUNDS = {
    Direction.AT_LEAST: (3.0, None),
    Direction.AT_MOST: (None, 3.0),
    Direction.EQUAL: (3.0, None),
    Direction.RANGE: (2.5, 3.5),
    Direction.RANK: (None, 3.0),
    Direction.NONE: (None, None),
}


def every_rule(plan):
    """A plan with one indicator for every rule across units, over time and against a target."""
    base = next(one for one in plan.indicators if one.code == "1.2")
    kinds = product((Across.SUM, Across.MAXIMUM, Across.COUNT_MEETING, Across.SINGLE), OverTime, BOUNDS)
    indicators = [
        replace(
            base,
            code=f"1.{place}",
            across=across,
            over_time=over_time,
            direction=direction,
            target_low=BOUNDS[direction][0],
            target_high=BOUNDS[direction][1],
            year=2030,
            baseline_year=2020,
            baseline_value=1.25 if place % 5 else None,
        )
        for place, (across, over_time, direction) in enumerate(kinds)
    ]
    worded = replace(base, code="w", measure=Measure.TEXT, across=Across.NONE)
    return replace(plan, indicators=(*indicators, worded))


def answers(plan, owed):
    """Three units: one gives 2.1 everywhere, one 4.3 where it has a case, one nothing."""
    units = [duty.unit for duty in owed[:3]]
    given = (
        (lambda _: {"data_state": "has_data", "value": 2.1}),
        (lambda place: {"data_state": "has_data", "value": 4.3} if place % 7 else {"data_state": "none"}),
    )
    rows = [
        {"file": unit.code, "unit_code": unit.code, "row": 7 + place, "row_key": one.code}
        | {"sheet": PLACES[SheetKey.INDICATORS].name}
        | answer(place)
        for unit, answer in zip(units, given, strict=False)
        for place, one in enumerate(plan.indicators)
    ]
    own = tuple(Duty(unit=unit, tasks=(), indicators=plan.indicators) for unit in units)
    files = [submission(unit.code, unit.code, rows_read=len(plan.indicators)) for unit in units[:2]]
    return merge(checked(files, {SheetKey.INDICATORS: rows}), own, deadline=DEADLINE)


def test_recalculating_every_rule_over_time_changes_no_value(
    plan, registry, design, settings, every_duty, tmp_path
):
    own = every_rule(plan)
    pasts = tuple(
        Past(period=Period.parse(code), figures={f"indicator:1.{n}": 0.1 * n for n in range(0, 90, step)})
        for code, step in (("2024", 2), ("2025", 3), ("2025-H1", 1))
    )
    path = tmp_path / "tong-hop.xlsx"
    path.write_bytes(
        build_master(
            answers(own, every_duty), plan=own, registry=registry, round_=settings, design=design, pasts=pasts
        )
    )
    compare(path, tmp_path)
    shown = read_master(path).tables["indicators"]

    assert {"Đúng lộ trình", "Chậm so với lộ trình"} <= set(shown.pace)
    assert {"Chưa đủ số liệu để kết luận", "Mục tiêu bằng lời, không so bằng số"} <= set(shown.assessment)


def test_recalculating_late_tasks_weights_and_earlier_rounds_changes_no_value(
    plan, registry, design, settings, tmp_path
):
    due = Deadline(text="30/6/2026", start=None, end=date(2026, 6, 30), is_open=False)
    tasks = (
        replace(task, deadline=due if place % 3 else task.deadline, weight=0.1 * (place % 4))
        for place, task in enumerate(plan.tasks)
    )
    own = replace(plan, tasks=tuple(tasks))
    owed = duties(own, UnitsInForce.of(registry))
    merged = merge(invented_round(owed), owed, deadline=DEADLINE, decisions=invented_decisions(owed))
    pasts = (Past(period=Period.parse("2025"), figures={"group:I": 12.5, "tasks": 20.1, "money": 3.3}),)
    path = tmp_path / "tong-hop.xlsx"
    path.write_bytes(
        build_master(merged, plan=own, registry=registry, round_=settings, design=design, pasts=pasts)
    )
    compare(path, tmp_path)

    assert len(read_master(path).tables["laggards"]) > 5
