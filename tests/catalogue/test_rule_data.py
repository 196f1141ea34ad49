"""The rules as data: read strictly, whole, and told to people as they are."""

from datetime import date

import pytest

from catalogue import (
    Blank,
    CatalogueError,
    Code,
    Column,
    Comparison,
    Kind,
    Named,
    Operator,
    RuleFunction,
    Severity,
    SheetKey,
    comparison_key,
    load_rules,
    load_thin_texts,
    load_totals,
    rule_columns,
)
from catalogue.load_rules import parse_condition, read_rules
from scripts.rule_guide import END, GUIDE, START, tables

HEADER = "code,sheet,field,condition,function,parameters,explained_by,source,valid_from,note"


def columns(design, sheet=SheetKey.TASKS):
    return rule_columns(sheet, design)


@pytest.mark.parametrize(
    ("text", "operator", "operand"),
    [
        ("status=done|paused", Operator.EQUAL, ("done", "paused")),
        ("status!=none", Operator.UNEQUAL, ("none",)),
        ("completion_pct!=100", Operator.UNEQUAL, 100.0),
        ("completion_pct >= 12.5", Operator.AT_LEAST, 12.5),
        ("completion_pct<=0", Operator.AT_MOST, 0.0),
        ("completion_pct<previous.completion_pct", Operator.LESS, Column("previous.completion_pct")),
        ("completed_on>period_end", Operator.MORE, Named.PERIOD_END),
        ("completed_on<=task_end", Operator.AT_MOST, Column("task_end")),
        ("cause_text=blank", Operator.EQUAL, Blank()),
    ],
)
def test_a_comparison_is_read(design, text, operator, operand):
    (comparison,) = parse_condition(text, columns(design))

    assert (comparison.operator, comparison.operand) == (operator, operand)


def test_money_is_compared_in_dong_and_typed_in_millions(design):
    (comparison,) = parse_condition("planned_vnd>=10", columns(design, SheetKey.BUDGETS))

    assert comparison == Comparison(column="planned_vnd", operator=Operator.AT_LEAST, operand=10_000_000.0)


@pytest.mark.parametrize(
    "text",
    [
        "state=done",  # no such field
        "name=blank",  # a field the unit does not answer
        "status=finished",  # no such choice
        "status=done|",
        "status=",
        "status>done",  # choices have no order
        "status",
        "status=done;",
        "completion_pct=done",
        "completion_pct>nan",
        "completion_pct>completed_on",  # two kinds
        "completion_pct=>5",
        "completed_on<deadline",  # no such day
        "completed_on<5",
        "result_text=ok",  # texts are judged by functions
        "result_text<blank",
    ],
)
def test_a_condition_that_means_nothing_is_refused(design, text):
    with pytest.raises(ValueError):
        parse_condition(text, columns(design))


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("R999,tasks,status,status=done,,,,,,", "code"),
        ("R301,guide,status,status=done,,,,,,", "sheet"),
        ("R301,tasks,name,status=done,,,,,,", "field"),
        ("R301,tasks,status,status=finished,,,,,,", "condition"),
        ("R301,tasks,status,,,,,,,", "condition"),
        ("R311,tasks,result_text,,is_thinner,,,,,", "function"),
        ("R311,tasks,result_text,,is_thin,,,,,", "parameters"),
        ("R311,tasks,result_text,,is_thin,min_letters=many,,,,", "parameters"),
        ("R311,tasks,result_text,,is_thin,min_letters=5;band=2,,,,", "parameters"),
        ("R311,tasks,result_text,,is_thin,min_letters=5;min_letters=6,,,,", "parameters"),
        ("R301,tasks,status,status=done,,band=2,,,,", "parameters"),
        ("R311,tasks,result_text,,is_thin,min_letters=5,note,,,", "explained_by"),
        ("R301,tasks,status,status=done,,,,,2026,", "valid_from"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_with_its_line(tmp_path, row, column):
    file = tmp_path / "rules.csv"
    file.write_text(f"{HEADER}\nR302,tasks,status,status=done,,,,,,\n{row}\n", encoding="utf-8")

    with pytest.raises(CatalogueError, match=rf"rules\.csv.*3.*{column}"):
        read_rules(file)


def test_of_a_rule_the_newest_row_in_force_counts(tmp_path):
    file = tmp_path / "rules.csv"
    rows = [
        "R301,tasks,status,completion_pct=2,,,,,2026-07-01,",
        "R301,tasks,status,completion_pct=1,,,,,,",
        "R301,tasks,status,completion_pct=3,,,,,2027-01-01,",
    ]
    file.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")

    on = {day: read_rules(file, day)[0].condition[0].operand for day in (date(2026, 6, 30), date(2026, 7, 1))}
    assert on == {date(2026, 6, 30): 1.0, date(2026, 7, 1): 2.0}
    assert len(read_rules(file)) == 1


def test_every_function_has_a_rule():
    assert {rule.function for rule in load_rules()} - {None} == set(RuleFunction)


def test_every_warning_of_the_rules_can_be_explained_or_is_answered_by_the_cell_itself():
    bare = {
        rule.code
        for rule in load_rules()
        if rule.code.value.severity is Severity.WARNING and not rule.explained_by
    }

    # The first two are silent once a cause is written, the others once each row and period says its own.
    assert bare == {Code.R312, Code.R314, Code.R315, Code.X406}


def test_an_error_cannot_be_explained_away():
    assert not [rule.code for rule in load_rules() if rule.explained_by and not is_warning(rule)]


def is_warning(rule):
    return rule.code.value.severity is Severity.WARNING


def test_fields_that_explain_are_texts(design):
    kinds = {design.field(rule.sheet, key).kind for rule in load_rules() for key in rule.explained_by}

    assert kinds == {Kind.LONG_TEXT}


def test_the_lists_behind_the_rules_are_read():
    assert comparison_key("Đang  làm") in load_thin_texts()
    assert load_totals() == ()  # none of the five plans states a total of its own


def test_the_guide_tells_every_rule_as_it_is(design):
    assert f"{START}{tables(design)}{END}" in GUIDE.read_text(encoding="utf-8")
