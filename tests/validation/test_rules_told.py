"""What is told of a broken rule: one thing a cell, its facts in words, and what the unit explained."""

import string
from datetime import date

import pytest

from catalogue import Code, RuleFunction, SheetKey, Total, load_rules
from tests.validation.rounds import Desk, answers_of, history, made_indicators, made_tasks, table
from validation.rules import late_note
from validation.rules.bound import FUNCTIONS

NOW = "unit key status completion_pct completed_on result_text cause_text difficulty_text"
TEXT = "Đã~ban~hành~kế~hoạch~triển~khai"
BEFORE = history(
    **{SheetKey.TASKS: table("unit key status completion_pct result_text", [f"u I.1 in_progress 90 {TEXT}"])}
)
DUE = made_tasks({f"I.{number}": "2027-12-31" for number in (1, 2, 3)})


@pytest.fixture
def tasks(design):
    return Desk(design, SheetKey.TASKS, NOW)


def test_every_function_of_the_catalogue_is_computed():
    assert set(FUNCTIONS) == set(RuleFunction)


def test_a_cell_in_error_gives_no_warning_besides(tasks):
    line = f"u I.1 done 80 30/11/2026 {TEXT}~xong . ."

    assert tasks.codes([line], history=BEFORE, tasks=DUE) == ["1 R301 completion_pct"]


def test_of_several_warnings_at_a_cell_the_first_rule_s_is_given(tasks):
    lines = [f"u I.{number} in_progress 95 . {TEXT} . ." for number in (1, 2, 3)]

    assert tasks.codes(lines, history=BEFORE, tasks=DUE) == ["1 X406 result_text"]


def test_a_cause_of_delay_does_not_excuse_a_copied_result(tasks):
    (failure,) = tasks.failures(
        [f"u I.1 in_progress 95 . {TEXT} Điều~chỉnh~cách~tính ."], history=BEFORE, tasks=DUE
    )

    assert (failure.code.name, failure.explanation) == ("X406", "")


def test_warnings_at_different_cells_of_a_row_are_all_given(tasks):
    line = f"u I.1 in_progress 80 . {TEXT} . ."

    assert tasks.codes([line], history=BEFORE, tasks=DUE) == ["1 X404 completion_pct", "1 X406 result_text"]


@pytest.mark.parametrize(
    ("cause", "difficulty", "expected"),
    [
        ("Điều~chỉnh~cách~tính", ".", "Điều chỉnh cách tính"),
        (".", "Thiếu~vốn~đối~ứng", "Thiếu vốn đối ứng"),
        ("Điều~chỉnh~cách~tính", "Thiếu~vốn", "Điều chỉnh cách tính"),
        ("ok", "Thiếu~vốn~đối~ứng", "Thiếu vốn đối ứng"),
        ("nămch", ".", ""),
        ("sáuchữ", ".", "sáuchữ"),
        ("Không~có.", ".", ""),
        (".", ".", ""),
    ],
)
def test_a_warning_carries_what_the_unit_explained(tasks, cause, difficulty, expected):
    line = f"u I.1 in_progress 80 . Nội~dung~mới {cause} {difficulty}"
    (failure,) = tasks.failures([line], history=BEFORE, tasks=DUE)

    assert failure.explanation == expected


def test_an_error_is_not_explained(tasks):
    (failure,) = tasks.failures([f"u I.1 done 80 30/11/2026 {TEXT} Điều~chỉnh ."])

    assert failure.explanation == ""


def test_money_is_told_in_millions_whatever_unit_it_was_typed_in(design):
    desk = Desk(design, SheetKey.BUDGETS, "task funding_source planned_vnd disbursed_vnd")
    (failure,) = desk.failures(["I.1 local 1200.5 1300"])

    assert (failure.facts["value"], failure.facts["planned"]) == ("1.300", "1.200,5")


def test_a_cell_that_must_be_blank_names_what_forbids_it(tasks):
    (failure,) = tasks.failures(["u I.1 none 50 . . . ."])

    assert (failure.facts["other"], failure.facts["choice"]) == ("Trạng thái", "Không phát sinh")


def test_dates_outside_the_period_are_told_with_its_ends(tasks):
    (failure,) = tasks.failures([f"u I.1 done 100 15/12/2026 {TEXT} . ."])

    told = [failure.facts[name] for name in ("value", "start", "end")]
    assert told == ["15/12/2026", "15/12/2025", "14/12/2026"]


TASK_ROWS = f"""
    u I.1 done 80 30/11/2026 {TEXT} . .
    u I.2 paused 100 . . vốn~chậm .
    u I.3 done 100 15/12/2026 {TEXT}~ba . .
    u I.4 done 100 14/12/2025 {TEXT}~bốn . .
    u I.5 not_started 30 . . thiếu~vốn .
    u I.6 in_progress 45 . ok . .
    v II.1 in_progress 45 . {TEXT} . .
    v II.2 in_progress 45 . {TEXT} . .
    v II.3 in_progress 45 . {TEXT} . .
    u II.4 done 100 30/11/2026 {TEXT}~năm . .
    v II.4 not_started . . . . .
    w III.1 not_started . . . . .
    w III.2 none 50 . . . .
    w III.3 not_started . . . . .
    w III.4 not_started . . . . .
    w III.5 not_started . . . . .
"""
TASK_HISTORY = """
    u I.5 done 100 .
    v II.1 in_progress 80 .
    u I.3 in_progress 80 {text}~ba
"""
INDICATOR_ROWS = """
    u f A ratio x has_data 60 50 . báo-cáo
    u f B ratio x has_data 6 0 . báo-cáo
    u f C ratio x has_data 30 50 61 báo-cáo
    u f T count . has_data . . 11 báo-cáo
    u f D count . has_data . . 4 báo-cáo
    u f E number . has_data . . 500 báo-cáo
"""


@pytest.fixture
def broken_rules(plan, design):
    """What is told of each rule of the catalogue, each broken at least once."""
    tasks = Desk(design, SheetKey.TASKS, f"file {NOW}")
    lines = [f"{line.split()[0]} {line.strip()}" for line in TASK_ROWS.strip().splitlines()]
    then = table("unit key status completion_pct result_text", TASK_HISTORY.format(text=TEXT))
    figures = table("unit key figure", "u D 5\n u E 5")
    given = {
        "history": history(**{SheetKey.TASKS: then, SheetKey.INDICATORS: figures}),
        "tasks": made_tasks({"III.1": "2026-11-30", "I.5": "2027-12-31", "II.1": "2027-12-31"}),
        "sharers": {"II.4": 2},
        "unit_names": {"u": "Sở Xây dựng", "v": "Sở Tài chính"},
        "totals": (Total(plan_id="p", total_code="T", part_codes=("D",), source=""),),
        "indicators": made_indicators(
            plan,
            D={"measure": "count", "over_time": "latest"},
            E={"measure": "number", "over_time": "latest"},
            P={"measure": "count", "across": "sum", "over_time": "change"},
        ),
    }
    indicators = Desk(
        design,
        SheetKey.INDICATORS,
        "unit file key measure is_share data_state numerator denominator value source_text",
    )
    peers = "\n".join(
        f"p{at} p{at} P count . has_data . . {10**at} báo-cáo" for at in (1, 1, 1, 1, 1, 1, 1, 5)
    )
    money = Desk(design, SheetKey.BUDGETS, "file task funding_source planned_vnd disbursed_vnd")
    money_rows = "w III.1 local 100 40\n w III.1 local 50000000 0\n w I.1 oda 1 2"
    state = answers_of(design, SheetKey.TASKS, table(f"file {NOW}", lines)).frame()
    found = (
        *tasks.failures(lines, **given),
        *indicators.failures(f"{INDICATOR_ROWS.rstrip()}\n{peers}", **given),
        *money.failures(money_rows, others={SheetKey.TASKS: state}, **given),
    )
    return {each.code: each.facts for each in found if each.code.name[0] in "RX"}


KNOWN = {"file", "sheet", "header", "minimum", "maximum", "choices"}
VALUE_OF_TEXT = {Code.R311: {"value"}}  # a text is shown as it was typed


def test_a_sentence_needs_nothing_that_is_not_told(broken_rules):
    for code, facts in broken_rules.items():
        blanks = {name for _, name, _, _ in string.Formatter().parse(code.value.sentence) if name}

        assert {name for name in blanks - KNOWN if not facts.get(name)} <= VALUE_OF_TEXT.get(code, set())


def test_every_rule_was_broken(broken_rules):
    assert set(broken_rules) == {rule.code for rule in load_rules()} | {Code.R305}


@pytest.mark.parametrize(
    ("received", "due", "expected"),
    [
        (date(2026, 12, 18), date(2026, 12, 18), None),
        (date(2026, 12, 19), date(2026, 12, 18), ("19/12/2026", "18/12/2026")),
        (date(2026, 12, 19), None, None),
    ],
)
def test_a_file_saved_after_the_deadline_is_late(received, due, expected):
    note = late_note(received, due)

    assert (note and (note.facts["value"], note.facts["end"])) == expected
    assert note is None or note.code is Code.E016
