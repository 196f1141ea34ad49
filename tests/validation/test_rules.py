"""Which rows break which rule, drawn as tables: one line a row, the codes it must give at its end."""

import pytest

from catalogue import SheetKey
from tests.validation.rounds import Desk


def codes(design, sheet, header, line, *, unsound=()):
    found = Desk(design, sheet, header).failures([line], unsound=unsound)
    return sorted(f"{failure.code.name} {failure.field_key}" for failure in found)


TASKS = "status completion_pct completed_on result_text cause_text"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("done         100  30/11/2026 đã~ban~hành~kế~hoạch .  ", []),
        ("in_progress  45   .           đã~ban~hành~kế~hoạch .  ", []),
        ("not_started  .    .           .     .  ", []),
        ("not_started  0    .           .     .  ", []),
        ("paused       20   .           .     vốn", []),
        ("none         .    .           .     .  ", []),
        (".            .    .           .     .  ", ["C201 status"]),
        ("done         80   30/11/2026 đã~ban~hành~kế~hoạch .  ", ["R301 completion_pct"]),
        ("done         .    30/11/2026 đã~ban~hành~kế~hoạch .  ", ["C201 completion_pct"]),
        ("done         100  .          đã~ban~hành~kế~hoạch .  ", ["C201 completed_on"]),
        ("done         100  30/11/2026  .     .  ", ["C201 result_text"]),
        ("done         100  14/12/2025 đã~ban~hành~kế~hoạch .  ", ["R303 completed_on"]),
        ("done         100  15/12/2025 đã~ban~hành~kế~hoạch .  ", []),
        ("done         100  14/12/2026 đã~ban~hành~kế~hoạch .  ", []),
        ("done         100  15/12/2026 đã~ban~hành~kế~hoạch .  ", ["R304 completed_on"]),
        ("in_progress  100  .           đã~ban~hành~kế~hoạch .  ", ["R302 status"]),
        ("in_progress  150  .           đã~ban~hành~kế~hoạch .  ", ["C206 completion_pct"]),
        ("in_progress  -5   .           đã~ban~hành~kế~hoạch .  ", ["C205 completion_pct"]),
        ("in_progress  45   .           .     .  ", ["C201 result_text"]),
        ("in_progress  .    .           đã~ban~hành~kế~hoạch .  ", ["C201 completion_pct"]),
        ("in_progress  45   30/11/2026  đã~ban~hành~kế~hoạch .  ", ["R305 completed_on"]),
        ("not_started  30   .           .     .  ", ["R306 completion_pct"]),
        ("not_started  100  .           .     .  ", ["R302 status"]),
        ("paused       20   .           .     .  ", ["C201 cause_text"]),
        ("none         50   .           .     .  ", ["R305 completion_pct"]),
    ],
)
def test_task_rows(design, line, expected):
    assert codes(design, SheetKey.TASKS, TASKS, line) == expected


INDICATORS = "measure is_share data_state numerator denominator value source_text"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ratio x  has_data       30   50  .     báo-cáo", []),
        ("ratio x  has_data       30   50  60    báo-cáo", []),
        ("ratio x  has_data       1    3   33.33 báo-cáo", []),
        ("ratio x  has_data       30   50  61    báo-cáo", ["R310 value"]),
        ("ratio x  has_data       60   50  .     báo-cáo", ["R308 numerator"]),
        ("ratio x  has_data       50   50  .     báo-cáo", []),
        ("ratio .  has_data       60   50  .     báo-cáo", []),
        ("ratio x  has_data       0    0   .     báo-cáo", ["R309 denominator"]),
        ("ratio x  has_data       -1   50  .     báo-cáo", ["C205 numerator"]),
        ("ratio x  has_data       .    50  .     báo-cáo", ["C201 numerator"]),
        ("ratio x  has_data       30   50  .     .      ", ["C201 source_text"]),
        ("ratio x  not_available  .    .   .     .      ", []),
        ("ratio x  none           .    .   .     .      ", []),
        ("ratio x  not_available  30   50  .     .      ", ["R305 denominator", "R305 numerator"]),
        ("ratio x  .              .    .   .     .      ", ["C201 data_state"]),
        ("count .  has_data       .    .   2     báo-cáo", []),
        ("count .  has_data       .    .   0     báo-cáo", []),
        ("count .  has_data       .    .   .     báo-cáo", ["C201 value"]),
        ("rank  .  none           .    .   3     .      ", ["R305 value"]),
    ],
)
def test_indicator_rows(design, line, expected):
    assert codes(design, SheetKey.INDICATORS, INDICATORS, line) == expected


BUDGETS = "task funding_source planned_vnd disbursed_vnd"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("I.1 local 100  40  ", []),
        ("I.1 local 100  100 ", []),
        ("I.1 local 100  101 ", ["R307 disbursed_vnd"]),
        ("I.1 local -1   .   ", ["C201 disbursed_vnd", "C205 planned_vnd"]),
        ("I.1 .     100  0   ", ["C201 funding_source"]),
        (".   local 100  0   ", ["C201 task"]),
    ],
)
def test_budget_rows(design, line, expected):
    assert codes(design, SheetKey.BUDGETS, BUDGETS, line) == expected


def test_a_cell_that_could_not_be_read_is_not_reported_again(design):
    line = "done . 30/11/2026 đã~ban~hành~kế~hoạch ."

    assert codes(design, SheetKey.TASKS, TASKS, line, unsound=["completion_pct"]) == []
    assert codes(design, SheetKey.TASKS, TASKS, ". 45 . . .", unsound=["status"]) == []


def test_text_longer_than_the_form_allows_is_refused(design):
    line = f"in_progress 45 . {'x' * 5001} ."

    assert codes(design, SheetKey.TASKS, TASKS, line) == ["C208 result_text"]


def test_every_failing_row_is_found_however_many_there_are(design):
    lines = [
        f"in_progress {150 if number % 2 else 50} . đã~ban~hành~kế~hoạch~{number} ." for number in range(200)
    ]
    found = Desk(design, SheetKey.TASKS, TASKS).failures(lines)

    assert [failure.position for failure in found] == list(range(1, 200, 2))


def test_an_empty_round_has_no_failures(design):
    assert Desk(design, SheetKey.BUDGETS, BUDGETS).failures([]) == ()
