"""Conditions: a formula and a Python value that say the same."""

from datetime import date

import pytest

from templates.condition import (
    All,
    AnyFilled,
    AnyOf,
    Blank,
    Compares,
    Exceeds,
    Filled,
    Longer,
    NotListed,
    NotNumber,
    OneOf,
)


def place(key):
    return f"${key.upper()}6"


@pytest.mark.parametrize(
    ("condition", "formula"),
    [
        (Filled("a"), "LEN(TRIM($A6))>0"),
        (Blank("a"), "LEN(TRIM($A6))=0"),
        (AnyFilled(("a", "b")), "LEN(TRIM($A6))+LEN(TRIM($B6))>0"),
        (OneOf("a", ("x",)), '$A6="x"'),
        (OneOf("a", ("x", 'y"')), 'OR($A6="x",$A6="y""")'),
        (NotListed("a", "dm_x", ("x",)), "AND(LEN(TRIM($A6))>0,SUMPRODUCT(--(dm_x=$A6))=0)"),
        (NotNumber("a"), "AND(LEN(TRIM($A6))>0,NOT(ISNUMBER($A6)))"),
        (Longer("a", 9), "LEN($A6)>9"),
        (Compares("a", "<>", 100.0), "AND(ISNUMBER($A6),$A6<>100)"),
        (Compares("a", ">", 0.5), "AND(ISNUMBER($A6),$A6>0.5)"),
        (Exceeds("a", "b"), "AND(ISNUMBER($A6),ISNUMBER($B6),$A6>$B6)"),
        (All((Blank("a"),)), "LEN(TRIM($A6))=0"),
        (All((Blank("a"), Filled("b"))), "AND(LEN(TRIM($A6))=0,LEN(TRIM($B6))>0)"),
        (AnyOf((Blank("a"), Filled("b"))), "OR(LEN(TRIM($A6))=0,LEN(TRIM($B6))>0)"),
    ],
)
def test_a_condition_reads_as_a_formula(condition, formula):
    assert condition.formula(place) == formula


@pytest.mark.parametrize(
    ("condition", "holding", "failing"),
    [
        (Filled("a"), ["x", 0, False], [None, "", "  "]),
        (Blank("a"), [None, "", "  "], ["x", 0.0]),
        (AnyFilled(("a", "b")), ["x"], [None]),
        (OneOf("a", ("Khác",)), ["Khác", "KHÁC"], ["khac", None, 1]),
        (NotListed("a", "n", ("ODA",)), ["x", 3], ["oda", None, " "]),
        (NotNumber("a"), ["12,5", True], [1, 0.5, date(2026, 1, 1), None]),
        (Longer("a", 2), ["abc"], ["ab", None, 1234]),
        (Compares("a", "<", 0), [-0.1], [0, "-1", None, True]),
        (Compares("a", ">", 46_000), [date(2026, 1, 1)], [date(1999, 1, 1)]),
        (All((Filled("a"), Compares("a", ">", 1))), [2], [1]),
        (AnyOf((Blank("a"), Compares("a", ">", 1))), [2, None], [1]),
    ],
)
def test_a_condition_holds_for_values(condition, holding, failing):
    assert [condition.holds({"a": value}) for value in holding] == [True] * len(holding)
    assert [condition.holds({"a": value}) for value in failing] == [False] * len(failing)


def test_one_number_exceeds_another_only_when_both_are_numbers():
    exceeds = Exceeds("a", "b")

    assert exceeds.holds({"a": 2, "b": 1})
    assert not exceeds.holds({"a": 1, "b": 1})
    assert not exceeds.holds({"a": 2})
