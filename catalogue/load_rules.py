"""The rules of checking, read strictly from their data: whatever does not fit is refused with its line."""

import math
from collections.abc import Container, Mapping
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable

from catalogue.amount import VND_PER_MILLION
from catalogue.field import Kind, SheetKey
from catalogue.load_form import load_design
from catalogue.rows import DATA, Row, read_rows
from catalogue.rule import Blank, Column, Comparison, Named, Operand, Operator, Rule, RuleFunction, Total
from catalogue.rule_columns import ColumnType, rule_columns
from catalogue.text import comparison_key
from catalogue.wording.findings import Code

_BLANK = "blank"
_SHEETS = {
    key.value: key for key in (SheetKey.TASKS, SheetKey.INDICATORS, SheetKey.BUDGETS, SheetKey.PROPOSALS)
}
_EQUALITY = (Operator.EQUAL, Operator.UNEQUAL)


@cache
def load_rules(on: date = date.max) -> tuple[Rule, ...]:
    """Return the rules as they stand at a date: of each code and field the newest row in force.

    Their order is their rank: of several warnings at one cell the first is given.

    Raises:
        CatalogueError: A row names a code, field, operator, value or parameter that does not exist.
    """
    return read_rules(DATA / "rules.csv", on)


def read_rules(source: Traversable, on: date = date.max) -> tuple[Rule, ...]:
    """Return the rules of a file.

    Raises:
        CatalogueError: As `load_rules`.
    """
    rules: dict[tuple[Code, SheetKey, str, str], Rule] = {}
    for row in read_rows(source):
        rule = _rule(row)
        key = rule.code, rule.sheet, rule.field_key, rule.function or ""
        if rules[key].valid_from <= rule.valid_from <= on if key in rules else rule.valid_from <= on:
            rules[key] = rule
    return tuple(rules.values())


@cache
def load_totals() -> tuple[Total, ...]:
    """Return the indicators of plans that are sums of others."""
    return tuple(
        Total(
            plan_id=row.text("plan"),
            total_code=row.text("total"),
            part_codes=tuple(row.text("parts").split("|")),
            source=row.text("source"),
        )
        for row in read_rows(DATA / "totals.csv")
    )


@cache
def load_thin_texts() -> frozenset[str]:
    """Return the answers that say nothing, by comparison key."""
    return frozenset(comparison_key(row.text("text")) for row in read_rows(DATA / "thin_texts.csv"))


def _rule(row: Row) -> Rule:
    sheet = row.one_of("sheet", _SHEETS)
    columns = rule_columns(sheet, load_design())
    answered = {each.key: each.key for each in load_design().fields_of(sheet) if not each.is_fixed}
    function = row.one_of("function", {"": None} | {each.value: each for each in RuleFunction})
    return Rule(
        code=row.one_of("code", {code.name: code for code in Code}),
        sheet=sheet,
        field_key=row.one_of("field", answered | {"": ""}),
        condition=row.parsed("condition", lambda text: _condition(text, columns, function)),
        function=function,
        parameters=row.parsed("parameters", lambda text: _parameters(text, function)),
        explained_by=row.parsed("explained_by", lambda text: _choices(text, answered) if text else ()),
        source=row.text("source"),
        valid_from=row.day("valid_from") or date.min,
        note=row.text("note"),
        text=row.text("condition"),
    )


def _condition(
    text: str, columns: Mapping[str, ColumnType], function: RuleFunction | None
) -> tuple[Comparison, ...]:
    """Return a rule's condition; only a function can do without one."""
    if not text and not function:
        raise ValueError(text)
    return parse_condition(text, columns)


def parse_condition(text: str, columns: Mapping[str, ColumnType]) -> tuple[Comparison, ...]:
    """Return the comparisons of a condition such as `status=done;completion_pct!=100`.

    Raises:
        ValueError: It names an unknown column or value, or compares what cannot be compared.
    """
    return tuple(_comparison(part.strip(), columns) for part in text.split(";") if text)


def _comparison(text: str, columns: Mapping[str, ColumnType]) -> Comparison:
    name, operator, said = _parted(text)
    if name not in columns:
        raise ValueError(text)
    operand = _operand(said, columns[name], columns)
    if isinstance(operand, Blank | tuple) and operator not in _EQUALITY:
        raise ValueError(text)
    return Comparison(column=name, operator=operator, operand=operand)


def _parted(text: str) -> tuple[str, Operator, str]:
    """Part a comparison at its first sign."""
    start = next((at for at, char in enumerate(text) if char in "!<>="), len(text))
    for operator in Operator:
        if text.startswith(operator, start):
            return text[:start].strip(), operator, text[start + len(operator) :].strip()
    raise ValueError(text)


def _operand(said: str, left: ColumnType, columns: Mapping[str, ColumnType]) -> Operand:
    if said == _BLANK:
        return Blank()
    if left.kind is Kind.CHOICE:
        return _choices(said, left.choices)
    if said in columns and columns[said] == left and (left.kind is Kind.DATE or left.kind.is_number):
        return Column(said)
    if left.kind is Kind.DATE:
        return Named(said)
    if left.kind.is_number:
        return _number(said) * (VND_PER_MILLION if left.kind is Kind.MILLION_VND else 1)
    raise ValueError(said)


def _choices(text: str, known: Container[str]) -> tuple[str, ...]:
    """Return at least one name, parted by `|`, each of which must be known."""
    names = tuple(text.split("|"))
    if not all(name in known for name in names):
        raise ValueError(text)
    return names


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _parameters(text: str, function: RuleFunction | None) -> dict[str, float]:
    """Return parameters such as `band=10;floor=20`: exactly those the function needs."""
    pairs = [part.partition("=") for part in text.split(";") if text]
    parameters = {name.strip(): _number(value) for name, _, value in pairs}
    if set(parameters) != (function.parameters if function else set()) or len(pairs) != len(parameters):
        raise ValueError(text)
    return parameters
