"""Conditions of the catalogue's rules as masks over a frame."""

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from catalogue import Blank, Clause, Column, Comparison, Named, Operand, Operator, Period
from validation.rules.outcome import sure

_COMPARE: Mapping[Operator, Callable[[Any, Any], Any]] = {
    Operator.EQUAL: operator.eq,
    Operator.UNEQUAL: operator.ne,
    Operator.LESS: operator.lt,
    Operator.AT_MOST: operator.le,
    Operator.MORE: operator.gt,
    Operator.AT_LEAST: operator.ge,
}


def meets(frame: pd.DataFrame, comparisons: Iterable[Comparison], period: Period) -> pd.Series:
    """Return which rows meet all comparisons."""
    mask = pd.Series(data=True, index=frame.index, dtype=bool)
    for comparison in comparisons:
        mask &= _holds(frame, comparison, period)
    return mask


def meets_clauses(frame: pd.DataFrame, clauses: Iterable[Clause]) -> pd.Series:
    """Return which rows meet all clauses of a field."""
    mask = pd.Series(data=True, index=frame.index, dtype=bool)
    for clause in clauses:
        mask &= sure(frame[clause.field_key].isin(clause.choices))
    return mask


def _holds(frame: pd.DataFrame, comparison: Comparison, period: Period) -> pd.Series:
    left, wanted = frame[comparison.column], comparison.operator is Operator.EQUAL
    match comparison.operand:
        case Blank():
            return left.isna() if wanted else left.notna()
        case tuple(choices):
            return left.isin(choices) if wanted else left.notna() & ~left.isin(choices)
        case operand:
            right = _value(frame, operand, period)
            met = sure(_COMPARE[comparison.operator](left, right))
            if comparison.operator is not Operator.UNEQUAL:
                return met
            # A missing day counts as unequal to every other.
            return met & left.notna() & (right.notna() if isinstance(right, pd.Series) else True)


def _value(frame: pd.DataFrame, operand: Operand, period: Period) -> object:
    match operand:
        case Column(name):
            return frame[name]
        case Named.PERIOD_START:
            return pd.Timestamp(period.data_from)
        case Named.PERIOD_END:
            return pd.Timestamp(period.data_to)
        case _:
            return operand
