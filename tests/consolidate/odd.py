"""A plan whose indicators go by every rule and direction, and a round of it."""

from dataclasses import replace

from catalogue import Across, Direction, Duty, SheetKey
from consolidate import merge
from tests.consolidate.making import DEADLINE, PLACES, checked, submission

RULES = [
    (Across.SUM, Direction.AT_MOST, None, 4, "5", "Chưa đạt"),
    (Across.MAXIMUM, Direction.AT_LEAST, 3, None, "3", "Đạt"),
    (Across.MINIMUM, Direction.RANGE, 1, 2, "2", "Đạt"),
    (Across.SINGLE, Direction.RANK, None, 5, None, "Nhiều số liệu, cần chọn một"),
    (Across.NONE, Direction.AT_LEAST, 3, None, None, "Không tổng hợp chung"),
    (Across.SUM, Direction.EQUAL, None, 5, "5", "Đạt"),
    (Across.SUM, Direction.AT_LEAST, None, None, "5", "Không nêu mức mục tiêu"),
]


def odd_plan(plan):
    """A plan whose indicators go by every rule and direction, with codes that look like numbers."""
    base = next(one for one in plan.indicators if one.code == "1.2")
    return replace(
        plan,
        indicators=tuple(
            replace(base, code=code, across=rule, direction=direction, target_low=low, target_high=high)
            for code, (rule, direction, low, high, *_) in zip(
                ("1.1", "1.10", "01.1", "2", "2.0", "1/2", "1e1"), RULES, strict=True
            )
        ),
    )


def odd_round(plan, every_duty):
    """Two units that report 2 and 3 for every indicator of a plan."""
    duties = tuple(Duty(unit=duty.unit, tasks=(), indicators=plan.indicators) for duty in every_duty[:2])
    rows = [
        {"file": duty.unit.code, "unit_code": duty.unit.code, "row": 7 + place, "row_key": one.code}
        | {"sheet": PLACES[SheetKey.INDICATORS].name, "data_state": "has_data", "value": value}
        for duty, value in zip(duties, (2.0, 3.0), strict=True)
        for place, one in enumerate(plan.indicators)
    ]
    files = [submission(duty.unit.code, duty.unit.code, rows_read=len(RULES)) for duty in duties]
    return merge(checked(files, {SheetKey.INDICATORS: rows}), duties, deadline=DEADLINE)
