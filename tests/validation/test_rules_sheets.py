"""Rules over the texts of a report, over money, and over what two sheets say."""

from datetime import date

import pandas as pd
import pytest

from catalogue import RuleFunction, SheetKey, load_rules
from tests.validation.rounds import Desk, answers_of, made_tasks, table
from validation.rules.copies import copied_in_file

TEXT = "Đã~ban~hành~kế~hoạch~triển~khai"
TASKS = "file key status completion_pct result_text cause_text difficulty_text"


@pytest.fixture
def tasks(design):
    return Desk(design, SheetKey.TASKS, TASKS)


@pytest.fixture
def budgets(design):
    return Desk(design, SheetKey.BUDGETS, "file task funding_source planned_vnd disbursed_vnd note")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đã~lập~hồ~sơ", []),
        ("sáuchữ", []),
        ("nămch", ["1 R311 result_text"]),
        ("a.b.c.d.e.9.9.9", ["1 R311 result_text"]),
        (".........................................................................", ["1 R311 result_text"]),
        ("Đang~làm.", ["1 R311 result_text"]),
        ("ĐÃ~HOÀN~THÀNH!!!", ["1 R311 result_text"]),
        ("đảm~bảo~tiến~độ", ["1 R311 result_text"]),
        ("Đang~làm~hồ~sơ", []),
    ],
)
def test_a_result_that_says_nothing_is_asked_about(tasks, text, expected):
    assert tasks.codes([f"f I.1 in_progress 45 {text} . ."]) == expected


def test_a_thin_text_where_no_result_is_asked_is_left_alone(tasks):
    assert tasks.codes(["f I.1 not_started . ok . ."]) == []


def test_a_text_copied_over_three_rows_of_a_file_is_told_once(tasks):
    copied = f"""
        a I.1 in_progress 45 {TEXT} . .
        b I.1 in_progress 45 {TEXT} . .
        a I.2 in_progress 45 {TEXT} . .
        a I.3 in_progress 45 {TEXT.upper()} . .
    """

    assert tasks.codes(copied) == ["1 R315 result_text"]
    assert [failure.facts["count"] for failure in tasks.failures(copied)] == ["2"]


@pytest.mark.parametrize("space", ["  ", "\n", "\u00a0", " \t"])
def test_a_copied_text_may_be_spaced_in_another_way(design, tasks, space):
    rows = table(TASKS, [f"a I.{number} in_progress 45 {TEXT} . ." for number in (1, 2, 3)])
    rows[1]["result_text"] = rows[1]["result_text"].replace(" ", space)

    (failure,) = tasks.failures_of(answers_of(design, SheetKey.TASKS, rows))

    assert failure.code.name == "R315"


def test_two_rows_may_have_the_same_text_and_short_ones_may_recur(tasks):
    assert tasks.codes([f"a I.{number} in_progress 45 {TEXT} . ." for number in (1, 2)]) == []
    assert tasks.codes([f"a I.{number} in_progress 45 Đã~trình~duyệt . ." for number in range(9)]) == []


def test_blank_texts_are_no_copies_whatever_rows_a_rule_looks_at():
    rules = load_rules(date(2026, 12, 31))
    (rule,) = (each for each in rules if each.function is RuleFunction.COPIED_IN_FILE)
    texts = pd.Series([None, *[TEXT] * 3, *[None] * 3], dtype="string")
    frame = pd.DataFrame({"file": "a", "result_text": texts})
    outcome = copied_in_file(frame, pd.Series(data=True, index=frame.index), rule, None)

    assert frame.index[outcome.broken].tolist() == [1]


@pytest.mark.parametrize(("letters", "expected"), [(19, []), (20, ["1 R315 result_text"])])
def test_a_copied_text_counts_from_twenty_letters(tasks, letters, expected):
    lines = [f"a I.{number} in_progress 45 {'x' * letters} . ." for number in range(3)]

    assert tasks.codes(lines) == expected


def blank_rows(empty, *, of):
    said = [f"a I.{number} not_started . . . thiếu~nhân~lực" for number in range(of - empty)]
    return said + [f"a II.{number} not_started . . . ." for number in range(empty)]


@pytest.mark.parametrize(
    ("empty", "of", "expected"),
    [
        (4, 5, ["1 R312"]),
        (4, 4, []),
        (8, 10, ["1 R312"]),
        (7, 10, []),
        (10, 10, ["1 R312"]),
    ],
)
def test_a_sheet_that_is_nearly_empty_is_told_once(tasks, empty, of, expected):
    assert tasks.codes(blank_rows(empty, of=of)) == expected


def test_a_nearly_empty_sheet_says_how_many_rows_are_empty(tasks):
    (failure,) = tasks.failures(blank_rows(4, of=5))

    assert (failure.facts["value"], failure.facts["expected"]) == ("4", "5")


def test_a_row_whose_text_could_not_be_read_is_not_empty(tasks):
    assert tasks.codes(blank_rows(5, of=5), unsound=["cause_text"]) == []


def test_each_file_is_judged_for_itself(tasks):
    other = [f"b I.{number} not_started . . . thiếu~nhân~lực" for number in range(5)]

    assert tasks.codes([*other, *blank_rows(5, of=5)]) == ["6 R312"]


DUE = {"I.1": "2026-12-14", "I.2": "2026-12-15"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"a I.1 in_progress 45 {TEXT} . .", ["1 R314 cause_text"]),
        ("a I.1 not_started . . . .", ["1 R314 cause_text"]),
        (f"a I.1 in_progress 45 {TEXT} vốn~chậm .", []),
        (f"a I.1 in_progress 45 {TEXT} . vốn~chậm", []),
        ("a I.1 paused 45 . . .", ["1 C201 cause_text"]),
        ("a I.1 none . . . .", []),
        (f"a I.2 in_progress 45 {TEXT} . .", []),
        (f"a I.3 in_progress 45 {TEXT} . .", []),
    ],
)
def test_a_task_past_its_deadline_asks_for_a_cause(tasks, line, expected):
    assert tasks.codes([line], tasks=made_tasks(DUE)) == expected


def test_a_task_that_goes_on_after_its_deadline_is_never_late(tasks):
    line = f"a I.1 in_progress 45 {TEXT} . ."

    assert tasks.codes([line], tasks=made_tasks(DUE, is_open=True)) == []


def test_a_late_task_says_its_deadline_and_state(tasks):
    (failure,) = tasks.failures([f"a I.1 in_progress 45 {TEXT} . ."], tasks=made_tasks(DUE))

    assert failure.facts["end"] == "14/12/2026"
    assert (failure.facts["status"], failure.facts["other"]) == ("Đang triển khai", "Nguyên nhân")


def states(design, lines):
    rows = table("file key status", lines)
    return {SheetKey.TASKS: answers_of(design, SheetKey.TASKS, rows).frame()}


@pytest.mark.parametrize(
    ("state", "disbursed", "expected"),
    [
        ("not_started", "40", ["1 X401 disbursed_vnd"]),
        ("none", "40", ["1 X401 disbursed_vnd"]),
        ("not_started", "0", []),
        ("in_progress", "40", []),
        ("paused", "40", []),
        (".", "40", []),
    ],
)
def test_money_spent_on_a_task_not_begun_is_asked_about(design, budgets, state, disbursed, expected):
    others = states(design, [f"a I.1 {state}", "b I.1 not_started", "a I.2 not_started"])

    assert budgets.codes([f"a I.1 local 100 {disbursed} ."], others=others) == expected


def test_money_on_a_task_not_begun_says_where_to_look(design, budgets):
    (failure,) = budgets.failures(["a I.1 local 100 40 ."], others=states(design, ["a I.1 not_started"]))

    assert failure.facts["value"] == "40"
    assert failure.facts["other_sheet"] == design.sheet(SheetKey.TASKS).title
    assert (failure.facts["status"], failure.facts["other"]) == ("Chưa triển khai", "Ghi chú")


def test_a_task_and_source_stand_once_in_a_file(budgets):
    lines = """
        a I.1 local   100 0 .
        a I.1 central 100 0 .
        b I.1 local   100 0 .
        a I.1 local   100 0 .
        a I.1 .       100 0 .
        a I.1 .       100 0 .
    """

    assert budgets.codes(lines) == [
        "4 R316 funding_source",
        "5 C201 funding_source",
        "6 C201 funding_source",
    ]


@pytest.mark.parametrize(
    ("planned", "disbursed", "expected"),
    [
        ("9999999.999999", "0", []),
        ("10000000", "0", ["1 R317 planned_vnd"]),
        ("10000001", "10000000", ["1 R317 disbursed_vnd", "1 R317 planned_vnd"]),
        ("100", "10000000", ["1 R307 disbursed_vnd"]),
    ],
)
def test_an_amount_that_looks_like_dong_is_asked_about(budgets, planned, disbursed, expected):
    assert sorted(budgets.codes([f"a I.1 local {planned} {disbursed} ."])) == expected


def test_an_amount_that_looks_like_dong_is_told_in_words(budgets):
    (failure,) = budgets.failures(["a I.1 local 500000000 0 ."])

    assert (failure.facts["value"], failure.facts["expected"]) == ("500.000.000", "10.000")
