"""Conditions of rules over typed frames, where something is missing; whose row a position is."""

from datetime import date

import pandas as pd
import pytest

from catalogue import Blank, Column, Comparison, Named, Operator, Period, SheetKey
from validation.frames import Answers
from validation.rules.conditions import meets
from validation.taken import AnswerTable

PERIOD = Period.parse("2026")
FRAME = pd.DataFrame(
    {
        "day": pd.Series([PERIOD.data_to, date(2026, 1, 1), None], dtype="datetime64[us]"),
        "other": pd.Series([PERIOD.data_to, None, None], dtype="datetime64[us]"),
        "number": pd.Series([100.0, 50.0, None], dtype="Float64"),
        "text": pd.Series(["a", "b", None], dtype="string"),
    }
)


@pytest.mark.parametrize(
    ("column", "operator", "operand", "expected"),
    [
        ("day", Operator.EQUAL, Named.PERIOD_END, [True, False, False]),
        ("day", Operator.UNEQUAL, Named.PERIOD_END, [False, True, False]),
        ("day", Operator.UNEQUAL, Column("other"), [False, False, False]),
        ("other", Operator.UNEQUAL, Column("day"), [False, False, False]),
        ("day", Operator.LESS, Named.PERIOD_END, [False, True, False]),
        ("number", Operator.UNEQUAL, 100, [False, True, False]),
        ("number", Operator.AT_LEAST, 100, [True, False, False]),
        ("text", Operator.EQUAL, ("a", "c"), [True, False, False]),
        ("text", Operator.UNEQUAL, ("a", "c"), [False, True, False]),
        ("text", Operator.EQUAL, Blank(), [False, False, True]),
        ("text", Operator.UNEQUAL, Blank(), [True, True, False]),
    ],
)
def test_a_missing_value_never_meets_a_comparison(column, operator, operand, expected):
    comparison = Comparison(column=column, operator=operator, operand=operand)

    assert meets(FRAME, [comparison], PERIOD).tolist() == expected
    assert meets(FRAME, [comparison, comparison], PERIOD).dtype == bool


def test_a_row_knows_its_file_and_what_was_understood(design):
    fields = design.fields_of(SheetKey.PROPOSALS)[1:]
    names = tuple(field.key for field in fields)
    answers = Answers(fields=fields)
    for file, count in (("a.xlsx", 2), ("b.xlsx", 1), ("c.xlsx", 3)):
        rows = [[6 + at, str(at + 1), [], file, *([None] * (len(names) - 1))] for at in range(count)]
        answers.add(AnswerTable(names=names, rows=rows), file=file, unit_code=file[0], sheet="s")

    frame = answers.frame()

    assert [answers.file_of(at) for at in range(6)] == frame["file"].tolist()
    assert frame["file"].tolist() == ["a.xlsx"] * 2 + ["b.xlsx"] + ["c.xlsx"] * 3
    assert [answers.understood(at)[names[0]] for at in range(6)] == frame["file"].tolist()
    assert frame["unit_code"].tolist() == list("aabccc")
