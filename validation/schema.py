"""One Pandera schema per sheet, built from the catalogue's fields, run once over all rows of a round.

Cells are parsed before; Pandera sees typed columns and coerces nothing. Limits of single cells are column
checks; rules over several cells, sheets, units and periods are columns of their own that hold whether each
row keeps the rule.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from catalogue import VND_PER_MILLION, Code, Field, Kind, Severity
from validation.frames import Answers
from validation.rules import (
    BoundRule,
    Outcome,
    RuleContext,
    explanations,
    round_facts,
    rule_facts,
    rules_for,
    widened,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A row that breaks a check.

    Attributes:
        position: The row's position in the frame.
        field_key: The blamed field; blank when the whole sheet is.
        facts: What the sentence says besides the facts of the blamed cell; these have the last word.
        explanation: What the unit wrote where a warning asks for an explanation.
    """

    position: int
    field_key: str
    code: Code
    facts: Mapping[str, str] = field(default_factory=dict)
    explanation: str = ""


def failures(answers: Answers, context: RuleContext) -> tuple[Failure, ...]:
    """Return what fails in a sheet's rows, in order of row and column.

    One bad cell is one thing to look at: a cell in error gives no warning besides, and of several warnings
    only that of the first rule.

    Args:
        answers: The rows of the sheet over the whole round, and what in them could not be read.
        context: The round, with the frame of this sheet.
    """
    sheet = answers.fields[0].sheet
    frame = context.frames[sheet]
    if frame.empty:
        return ()
    wide = widened(sheet, frame, context)
    tested = [
        (rule, rule.test(wide, answers.sound(frame, rule.needs)))
        for rule in rules_for(answers.fields, context)
    ]
    # A column that holds everywhere cannot fail: the schema is spared it.
    broken = {rule.column: (rule, outcome) for rule, outcome in tested if outcome.broken.any()}
    schema = build_schema(answers.fields, (rule for rule, _ in broken.values()))
    kept = {name: ~outcome.broken for name, (_, outcome) in broken.items()}
    found: list[Failure] = []
    for name, cases in _cases(schema, frame.assign(**kept)):
        if name in broken:
            found.extend(_worded(*broken[name], wide.loc[cases["index"]], context))
        else:
            found.extend(_limits(name, cases))
    return _in_order(found, answers.fields)


def build_schema(fields: Iterable[Field], rules: Iterable[BoundRule]) -> pa.DataFrameSchema:
    """Return the schema of a sheet's frame widened by one boolean column per rule."""
    columns = {field.key: pa.Column(checks=list(_checks(field)), nullable=True) for field in fields}
    columns |= {
        rule.column: pa.Column(bool, pa.Check(lambda kept: kept, error=rule.code.name)) for rule in rules
    }
    return pa.DataFrameSchema(columns)


def _cases(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield what fails, column by column in the schema's order."""
    try:
        schema.validate(frame, lazy=True, inplace=True)  # nothing is coerced: no copy is needed
    except SchemaErrors as errors:
        by_column = dict(iter(errors.failure_cases.groupby("column")))
        yield from ((name, by_column[name]) for name in schema.columns if name in by_column)


def _limits(field_key: str, cases: pd.DataFrame) -> Iterator[Failure]:
    for position, check in zip(cases["index"], cases["check"], strict=True):
        yield Failure(position=int(position), field_key=field_key, code=Code[check])


def _worded(rule: BoundRule, outcome: Outcome, rows: pd.DataFrame, context: RuleContext) -> Iterator[Failure]:
    """Yield the failures of one rule, each with what its sentence says."""
    of_round = round_facts(context)
    explained = explanations(rows, rule.rule.explained_by if rule.rule else ())
    facts = pd.DataFrame(dict(outcome.facts), index=outcome.broken.index).loc[rows.index]
    records = zip(rows.to_dict("index").values(), facts.to_dict("index").values(), explained, strict=True)
    for position, (row, found, explanation) in zip(rows.index, records, strict=True):
        yield Failure(
            position=int(position),
            field_key=rule.field_key,
            code=rule.code,
            facts=of_round | rule_facts(rule, row, found, context),
            explanation=explanation,
        )


def _in_order(found: Sequence[Failure], fields: Sequence[Field]) -> tuple[Failure, ...]:
    """Return failures by row and column; at a cell the errors, or else the first warning."""
    by_cell: dict[tuple[int, str], list[Failure]] = {}
    for failure in found:
        by_cell.setdefault((failure.position, failure.field_key), []).append(failure)
    order = {"": -1} | {field.key: place for place, field in enumerate(fields)}
    cells = sorted(by_cell, key=lambda cell: (cell[0], order[cell[1]]))
    return tuple(failure for cell in cells for failure in _told(by_cell[cell]))


def _told(at_cell: Sequence[Failure]) -> Sequence[Failure]:
    errors = [failure for failure in at_cell if failure.code.value.severity is Severity.ERROR]
    return sorted(errors, key=lambda failure: failure.code.name) or at_cell[:1]


def _checks(field: Field) -> Iterator[pa.Check]:
    # Limits are given in the unit people type; frames hold money in đồng.
    scale = VND_PER_MILLION if field.kind is Kind.MILLION_VND else 1
    if field.minimum is not None:
        yield pa.Check.ge(field.minimum * scale, error=Code.C205.name)
    if field.maximum is not None:
        yield pa.Check.le(field.maximum * scale, error=Code.C206.name)
    if field.max_length is not None:
        yield pa.Check.str_length(max_value=field.max_length, error=Code.C208.name)
