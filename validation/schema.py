"""One Pandera schema per sheet, built from the catalogue's fields, run once over all rows of a round.

Cells are parsed before; Pandera sees typed columns and coerces nothing. Limits of single cells are column
checks; rules over several cells are columns of their own that hold whether each row keeps the rule.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from catalogue import VND_PER_MILLION, Code, Field, Kind
from validation.frames import Answers
from validation.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A row that breaks a check: its position in the frame, the blamed field, and the rule if it was one."""

    position: int
    field_key: str
    code: Code
    rule: Rule | None


def build_schema(fields: Sequence[Field], rules: Sequence[Rule]) -> pa.DataFrameSchema:
    """Return the schema of a sheet's frame widened by one boolean column per rule."""
    columns = {field.key: pa.Column(checks=list(_checks(field)), nullable=True) for field in fields}
    columns |= {
        rule.column: pa.Column(bool, pa.Check(lambda kept: kept, error=rule.code.name)) for rule in rules
    }
    return pa.DataFrameSchema(columns)


def failures(answers: Answers, frame: pd.DataFrame, rules: Sequence[Rule]) -> tuple[Failure, ...]:
    """Return every failure in a frame, in order of row and column."""
    if frame.empty:
        return ()
    kept = {
        rule.column: ~(rule.broken(frame).fillna(value=False).astype(bool) & answers.sound(frame, rule.needs))
        for rule in rules
    }
    by_column = {rule.column: rule for rule in rules}
    order = {field.key: position for position, field in enumerate(answers.fields)}
    try:
        build_schema(answers.fields, rules).validate(frame.assign(**kept), lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
        found = [
            Failure(
                position=int(position),
                field_key=by_column[column].field_key if column in by_column else column,
                code=Code[check],
                rule=by_column.get(column),
            )
            for position, column, check in zip(cases["index"], cases["column"], cases["check"], strict=True)
        ]
        return tuple(sorted(found, key=lambda each: (each.position, order[each.field_key], each.code.name)))
    return ()


def _checks(field: Field) -> Iterator[pa.Check]:
    # Limits are given in the unit people type; frames hold money in đồng.
    scale = VND_PER_MILLION if field.kind is Kind.MILLION_VND else 1
    if field.minimum is not None:
        yield pa.Check.ge(field.minimum * scale, error=Code.C205.name)
    if field.maximum is not None:
        yield pa.Check.le(field.maximum * scale, error=Code.C206.name)
    if field.max_length is not None:
        yield pa.Check.str_length(max_value=field.max_length, error=Code.C208.name)
