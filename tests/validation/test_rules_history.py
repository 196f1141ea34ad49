"""Rules that hold this period against the one before."""

import pytest

from catalogue import Period, SheetKey
from tests.validation.rounds import Desk, history, made_indicators, made_tasks, table

THEN = "unit key status completion_pct result_text"
NOW = "unit key status completion_pct completed_on result_text"
DUE = made_tasks({"I.1": "2027-12-31"})
TEXT = "Đã~ban~hành~kế~hoạch~triển~khai"


@pytest.fixture
def tasks(design):
    return Desk(design, SheetKey.TASKS, NOW)


@pytest.fixture
def indicators(design):
    return Desk(design, SheetKey.INDICATORS, "unit key measure is_share data_state value source_text")


def before(*lines):
    return history(**{SheetKey.TASKS: table(THEN, lines)})


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ("done 100", "in_progress 45", ["1 X403 status"]),
        ("done 100", "not_started .", ["1 X403 status"]),
        ("done 100", "none .", []),
        ("in_progress 45", "not_started .", []),
        ("in_progress 45", "in_progress 44.9", ["1 X404 completion_pct"]),
        ("in_progress 45", "in_progress 45", []),
        ("not_started .", "in_progress 45", []),
        ("in_progress .", "in_progress 45", []),
    ],
)
def test_what_was_reached_is_not_lost(tasks, then, now, expected):
    line = f"u I.1 {now} . {TEXT if 'in_progress' in now else '.'}"

    assert tasks.codes([line], history=before(f"u I.1 {then} Nội~dung~khác"), tasks=DUE) == expected


@pytest.mark.parametrize("now", ["in_progress 45", "not_started ."])
def test_a_task_without_a_deadline_begins_again_every_year(tasks, now):
    line = f"u I.1 {now} . {TEXT if 'in_progress' in now else '.'}"

    assert tasks.codes([line], history=before("u I.1 done 100 Nội~dung~khác"), tasks={}) == []


def test_the_same_row_of_the_same_unit_is_compared(tasks):
    line = f"u I.1 in_progress 45 . {TEXT}"

    assert tasks.codes([line], history=before("v I.1 done 100 .", "u I.2 done 100 ."), tasks=DUE) == []


def test_without_an_earlier_period_nothing_is_compared(tasks):
    assert tasks.codes([f"u I.1 in_progress 45 . {TEXT}"], history=None, tasks=DUE) == []


def test_a_lower_percentage_says_both_and_the_period(tasks):
    (failure,) = tasks.failures(
        [f"u I.1 in_progress 30,5 . {TEXT}".replace(",", ".")],
        history=before("u I.1 in_progress 45 x"),
        tasks=DUE,
    )

    assert (failure.facts["previous"], failure.facts["value"]) == ("45", "30,5")
    assert failure.facts["previous_period"] == "6 tháng đầu năm 2026"
    assert failure.facts["other"] == "Nguyên nhân” hoặc “Khó khăn, vướng mắc"


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        (TEXT, TEXT, ["1 X406 result_text"]),
        (TEXT, f"{TEXT.upper()}~~", ["1 X406 result_text"]),
        (
            "Đã~hoà~giải~và~thoả~thuận~xong~việc",
            "Đã~hòa~giải~và~thỏa~thuận~xong~việc",
            ["1 X406 result_text"],
        ),
        (TEXT, f"{TEXT}~thêm", []),
        ("x" * 19, "x" * 19, []),
        ("x" * 20, "x" * 20, ["1 X406 result_text"]),
        (".", TEXT, []),
    ],
)
def test_a_text_copied_from_the_last_period_is_asked_about(tasks, then, now, expected):
    line = f"u I.1 in_progress 45 . {now}"

    assert tasks.codes([line], history=before(f"u I.1 in_progress 45 {then}")) == expected


def figures(*lines):
    return history(**{SheetKey.INDICATORS: table("unit key figure", lines)})


@pytest.mark.parametrize(
    ("over_time", "measure", "now", "expected"),
    [
        ("latest", "count", 4, ["1 X405 value"]),
        ("latest", "count", 5, []),
        ("latest", "number", 4, []),
        ("maximum", "number", 4, ["1 X405 value"]),
        ("sum", "number", 4, ["1 X405 value"]),
        ("change", "count", 4, []),
    ],
)
def test_a_cumulative_figure_does_not_fall(plan, indicators, over_time, measure, now, expected):
    given = made_indicators(plan, A={"over_time": over_time, "measure": measure})
    line = f"u A {measure} . has_data {now} báo-cáo"

    assert indicators.codes([line], indicators=given, history=figures("u A 5")) == expected


def test_what_is_added_up_may_fall_in_a_period_that_starts_anew(plan, indicators):
    given = made_indicators(plan, A={"over_time": "sum", "measure": "number"})
    line = "u A number . has_data 4 báo-cáo"

    assert (
        indicators.codes([line], indicators=given, history=figures("u A 5"), period=Period.parse("2027"))
        == []
    )


def test_what_is_added_up_over_a_longer_period_may_be_more(plan, indicators):
    given = made_indicators(plan, A={"over_time": "sum", "measure": "number"})
    lines = ["u A number . has_data 4 báo-cáo"]
    quarter = Period.parse("2026-Q1")

    assert indicators.codes(lines, indicators=given, history=figures("u A 5"), period=quarter) == []


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        (20, 200, []),
        (20, 201, ["1 X407 value"]),
        (200, 20, []),
        (201, 20, ["1 X407 value"]),
        (1.5, 19, []),
        (1.5, 20, ["1 X407 value"]),
        (0, 500, []),
    ],
)
def test_a_sudden_change_is_asked_about(plan, indicators, then, now, expected):
    given = made_indicators(plan, A={"measure": "number"})
    line = f"u A number . has_data {now} báo-cáo"

    assert indicators.codes([line], indicators=given, history=figures(f"u A {then}")) == expected


def test_a_rank_may_change_as_it_likes(plan, indicators):
    given = made_indicators(plan, A={"measure": "rank"})

    assert (
        indicators.codes(["u A rank . has_data 60 báo-cáo"], indicators=given, history=figures("u A 2")) == []
    )


def test_a_ratio_is_compared_by_its_parts(plan, design):
    desk = Desk(design, SheetKey.INDICATORS, "key measure data_state numerator denominator source_text")
    (failure,) = desk.failures(
        ["A ratio has_data 99 100 báo-cáo"],
        indicators=made_indicators(plan, A={"measure": "ratio"}),
        history=figures("u A 1.2345"),
    )

    assert failure.code.name == "X407"
    assert [failure.facts[name] for name in ("previous", "value", "count")] == ["1,23", "99", "10"]
