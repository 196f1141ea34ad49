"""Read one cell of a plan's workbook into the text of the plan's files; what is ambiguous is asked back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

from catalogue import (
    CELL_SEPARATOR,
    FILE_SEPARATOR,
    Code,
    ColumnKind,
    Kind,
    PlanColumn,
    comparison_key,
    plan_choices,
    plan_columns,
)
from catalogue.wording.plan_book import PlanCode
from validation.parsing import parse_day, parse_number, shown
from validation.plan_book_locate import header_key
from validation.reading import CellError, Value

_SEPARATORS = re.compile(r"[;|]")
_DECIMAL = re.compile(r"-?\d+(?:[.,]\d+)?", re.ASCII)
_THREE_DECIMALS = re.compile(r"-?\d{1,3}[.,]\d{3}", re.ASCII)
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})", re.ASCII)
_LEAP_YEAR = 2000
_PATTERNS = {
    ColumnKind.INTEGER: (re.compile(r"\d{1,9}", re.ASCII), PlanCode.P106),
    ColumnKind.YEAR: (re.compile(r"(?:19|20|21)\d\d", re.ASCII), PlanCode.P107),
    ColumnKind.ID: (re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"), PlanCode.P114),
}


@dataclass(frozen=True, slots=True)
class Read:
    """A cell's text as the plan's files hold it, or the code of what is wrong with it."""

    text: str = ""
    problem: PlanCode | None = None
    about: Mapping[str, object] = field(default_factory=dict)


def read_cell(column: PlanColumn, raw: Value) -> Read:
    """Return what a cell holds.

    >>> kind = next(column for column in plan_columns()["tasks"] if column.key == "deadline_to")
    >>> read_cell(kind, "31/12/2030").text, read_cell(kind, "cuối năm").problem.name
    ('2030-12-31', 'P110')
    """
    if raw is None:
        return Read()
    if isinstance(raw, CellError):
        return Read(problem=PlanCode.P113)
    if column.kind.is_code and _is_converted(raw):
        return Read(problem=PlanCode.P112)
    return _read(column, raw)


def choice_labels(column: PlanColumn) -> str:
    """Return the values of a column's closed list, for a sentence."""
    if column.kind is ColumnKind.COLUMNS:
        return CELL_SEPARATOR.join(each.header for each in plan_columns()[column.table])
    return CELL_SEPARATOR.join(choice.label for choice in plan_choices()[column.choices])


def _is_converted(raw: Value) -> bool:
    """Whether a code arrives as something a program has made of it; a whole number is still itself."""
    return isinstance(raw, bool | date) or (isinstance(raw, float) and not raw.is_integer())


def _read(column: PlanColumn, raw: Value) -> Read:
    text = shown(raw)
    if column.kind in _PATTERNS:
        return _matching(*_PATTERNS[column.kind], text)
    match column.kind:
        case ColumnKind.CHOICE | ColumnKind.FLAG:
            return _one_of(_choices(column.choices), text, column)
        case ColumnKind.COLUMNS:
            return _each_of(_headers(column.table), text, column)
        case ColumnKind.REFERENCES:
            return Read(FILE_SEPARATOR.join(_parts(text)))
        case ColumnKind.NUMBER:
            return _number(raw)
        case ColumnKind.DATE:
            return _day(raw, PlanCode.P110)
        case ColumnKind.DUE:
            return _due(raw)
        case _:
            return Read(text)


def _matching(pattern: re.Pattern[str], problem: PlanCode, text: str) -> Read:
    return Read(text) if pattern.fullmatch(text) else Read(problem=problem)


def _one_of(keys: Mapping[str, str], text: str, column: PlanColumn) -> Read:
    key = keys.get(comparison_key(text))
    if key is not None:
        return Read(key)
    return Read(problem=PlanCode.P105, about={"choices": choice_labels(column)})


def _each_of(keys: Mapping[str, str], text: str, column: PlanColumn) -> Read:
    found = [_one_of(keys, part, column) for part in _parts(text)]
    wrong = next((read for read in found if read.problem), None)
    return wrong or Read(FILE_SEPARATOR.join(read.text for read in found))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _SEPARATORS.split(text) if part.strip()]


@cache
def _choices(name: str) -> Mapping[str, str]:
    """Return the keys of a closed list by what may be written for them: label or key."""
    keys = {comparison_key(choice.key): choice.key for choice in plan_choices()[name]}
    return keys | {comparison_key(choice.label): choice.key for choice in plan_choices()[name]}


@cache
def _headers(table: str) -> Mapping[str, str]:
    columns = plan_columns()[table]
    return {comparison_key(each.key): each.key for each in columns} | {
        header_key(each.header): each.key for each in columns
    }


def _number(raw: Value) -> Read:
    """Return a number with a decimal point; three decimals could be thousands and are asked back."""
    if isinstance(raw, float):
        return Read(format(Decimal(repr(raw)), "f").removesuffix(".0"))
    if not isinstance(raw, str):
        return Read(problem=PlanCode.P108)
    text = raw.removesuffix("%").strip()
    if _THREE_DECIMALS.fullmatch(text):
        return Read(problem=PlanCode.P109)
    if _DECIMAL.fullmatch(text):
        return Read(text.replace(",", "."))
    parsed = parse_number(text, Kind.NUMBER)
    if isinstance(parsed.value, float):
        return _number(parsed.value)
    return Read(problem=PlanCode.P109 if parsed.problem is Code.C204 else PlanCode.P108)


def _day(raw: Value, problem: PlanCode) -> Read:
    parsed = parse_day(raw)
    if isinstance(parsed.value, date) and not parsed.notes:
        return Read(parsed.value.isoformat())
    return Read(problem=problem)


def _due(raw: Value) -> Read:
    """Return a yearly deadline as MM-DD or a single one as an ISO date.

    A date of Excel may be a month and day it has completed with this year: asked back.
    """
    if isinstance(raw, date):
        return Read(problem=PlanCode.P112)
    if not isinstance(raw, str):
        return Read(problem=PlanCode.P111)
    if match := _MONTH_DAY.fullmatch(raw):
        return _month_day(int(match[1]), int(match[2]))
    if match := _DAY_MONTH.fullmatch(raw):
        return _month_day(int(match[2]), int(match[1]))
    return _day(raw, PlanCode.P111)


def _month_day(month: int, day: int) -> Read:
    try:
        return Read(f"{date(_LEAP_YEAR, month, day):%m-%d}")
    except ValueError:
        return Read(problem=PlanCode.P111)
