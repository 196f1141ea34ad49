"""What the sentence of a broken rule says besides the facts of the blamed cell."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from catalogue import (
    PREVIOUS,
    TASK,
    VND_PER_MILLION,
    Field,
    Kind,
    SheetKey,
    date_text,
    million_vnd_text,
    number_text,
)
from catalogue.wording.findings import OR_COLUMN
from validation.rules.bound import BoundRule
from validation.rules.context import RuleContext

_VND_PER_BILLION = 1_000 * VND_PER_MILLION
_SHOWN_DECIMALS = 6

Cells = Mapping[Any, Any]


def rule_facts(bound: BoundRule, row: Cells, found: Cells, context: RuleContext) -> dict[str, str]:
    """Return what the sentence says of one row that breaks a rule, as its reader would write it.

    Args:
        bound: The rule.
        row: The row of the widened frame, by column.
        found: What the rule's function found out about the row, by blank.
        context: The round.
    """
    if bound.rule is None and bound.clause is None:
        return {}
    words = _Words(bound=bound, row=row, context=context)
    return dict(words.of_row()) | {name: words.found(each) for name, each in found.items()}


def round_facts(context: RuleContext) -> dict[str, str]:
    """Return what sentences say of the round, the same for every row."""
    return {
        "start": date_text(context.period.data_from),
        "end": date_text(context.period.data_to),
        "other_sheet": context.design.sheet(SheetKey.TASKS).title,
        "previous_period": context.history.period.label if context.history else "",
    }


class _Words:
    """The words for one row that breaks one rule."""

    def __init__(self, *, bound: BoundRule, row: Cells, context: RuleContext) -> None:
        """Keep what is worded."""
        self.bound, self.row, self.context = bound, row, context
        self.fields = {field.key: field for field in context.design.fields_of(bound.sheet)}

    def of_row(self) -> Iterator[tuple[str, str]]:
        """Yield what the row itself says."""
        yield "status", self._status()
        yield "other", OR_COLUMN.join(self.fields[key].header for key in self._others())
        for name, key in (("planned", "planned_vnd"), ("denominator", "denominator")):
            if key in self.fields:
                yield name, self._cell(key)
        if self.bound.clause:
            yield "choice", self._cell(self.bound.clause.field_key)
        if self.bound.field_key:
            yield from self._of_cell(self.fields[self.bound.field_key])
        if self.bound.rule and "task_end" in self.bound.rule.columns:
            yield "end", _text(self.row["task_end"])

    def _of_cell(self, field: Field) -> Iterator[tuple[str, str]]:
        """Yield what the blamed cell says now and said before; long texts are the reader's to look up."""
        if field.kind not in (Kind.TEXT, Kind.LONG_TEXT, Kind.TASK):
            yield "value", self._cell(field.key)
        if self.bound.rule and "figure" in self.bound.rule.columns:
            yield "value", _text(self.row["figure"])
        for key in (field.key, "figure"):
            if PREVIOUS + key in self.row:
                yield "previous", _text(self.row[PREVIOUS + key])
        if field.kind is Kind.MILLION_VND and self.bound.rule:
            limits = [each.operand for each in self.bound.rule.condition if isinstance(each.operand, float)]
            yield from (("expected", number_text(limit / _VND_PER_BILLION)) for limit in limits)

    def _others(self) -> tuple[str, ...]:
        """Return the fields the sentence points to: where a condition stands, or where to explain."""
        if self.bound.clause:
            return (self.bound.clause.field_key,)
        explained_by = self.bound.rule.explained_by if self.bound.rule else ()
        return explained_by or ((self.bound.field_key,) if self.bound.field_key else ())

    def _status(self) -> str:
        key = self.row.get("status", self.row.get(f"{TASK}status"))
        return self._label("task_status", key)

    def found(self, value: object) -> str:
        """Return what a function found: a task's state by its label, all else as a reader writes it."""
        return self._label("task_status", value) or _text(value)

    def _label(self, choices: str, key: object) -> str:
        return self.context.design.labels(choices).get(str(key), "")

    def _cell(self, key: str) -> str:
        field, value = self.fields[key], self.row[key]
        if _is_missing(value):
            return ""
        if field.kind is Kind.CHOICE:
            return self._label(field.choices, value)
        if field.kind is Kind.MILLION_VND:
            return million_vnd_text(int(value))
        if field.kind.is_number:
            return number_text(float(value), decimals=_SHOWN_DECIMALS)
        return _text(value)


def _text(value: object) -> str:
    if _is_missing(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return date_text(value.date())
    return value if isinstance(value, str) else number_text(float(str(value)))


def _is_missing(value: Any) -> bool:  # noqa: ANN401 - any cell of a frame
    return bool(pd.isna(value))
