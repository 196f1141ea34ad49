"""Read one cell the Vietnamese way; what is ambiguous is asked back, never guessed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, localcontext

from catalogue import VND_PER_MILLION, Code, Field, Kind, clean, comparison_key, date_text, number_text
from catalogue.wording import numbers as words
from validation.reading import CellError, Note, Uncalculated, Value

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+(?:,\d+)?", re.ASCII)
_PLAIN = re.compile(r"\d+(?:,\d+)?", re.ASCII)
_AMBIGUOUS = re.compile(r"\d+\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_ONE_GROUP = re.compile(r"\d{1,3}\.\d{3}", re.ASCII)
_COMMA_THREE = re.compile(r"\d{1,3},\d{3}", re.ASCII)
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A cell's value, or the code of what is wrong with it; a blank cell has neither.

    Attributes:
        facts: What the problem's sentence says besides the facts of any cell.
        notes: What is worth saying of a cell whose value could be read.
        kept: What a marked copy shows instead of the cell as typed: None means as typed.
    """

    value: str | float | int | date | None = None
    problem: Code | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    kept: Value = None


BLANK = Parsed()


@dataclass(frozen=True, slots=True)
class Dropdowns:
    """Answers a dropdown offers, by comparison key: choices by list, and the unit's own tasks."""

    choices: Mapping[str, Mapping[str, str]]
    tasks: Mapping[str, str]


def parse(raw: Value, field: Field, dropdowns: Dropdowns) -> Parsed:
    """Return the value of one cell as its field understands it: see `Checked.rows` for the types."""
    if raw is None:
        return BLANK
    if isinstance(raw, CellError):
        return Parsed(problem=Code.C209)
    if isinstance(raw, Uncalculated):
        return Parsed(problem=Code.C210)
    if field.kind.is_number:
        return parse_number(raw, field.kind)
    if field.kind is Kind.DATE:
        return parse_day(raw)
    if field.kind is Kind.CHOICE:
        return _parse_choice(shown(raw), dropdowns.choices[field.choices])
    if field.kind is Kind.TASK:
        return _parse_choice(shown(raw), dropdowns.tasks)
    return Parsed(shown(raw))


def shown(raw: Value) -> str:
    """Return a cell's value as a Vietnamese reader sees it."""
    match raw:
        case None:
            return ""
        case bool():
            return str(raw).upper()
        case float():
            # A code or phone number typed into a text cell arrives as a float: no thousands marks.
            return str(int(raw)) if float(raw).is_integer() else number_text(raw, decimals=6)
        case date():
            return date_text(raw)
        case CellError():
            return raw.shown
        case Uncalculated():
            return raw.formula
        case _:
            return str(raw)


def parse_number(raw: Value, kind: Kind) -> Parsed:
    """Return a number; an amount of money typed in million đồng becomes whole đồng.

    A numeric cell is the number it holds and never goes through the text grammar. Text follows the
    Vietnamese grammar: `1.234,5`, `1 234,5`, `12,5 %`, and for money `1,2 tỷ`, `500 triệu đồng`.

    >>> parse_number("1.234,5", Kind.NUMBER).value
    1234.5
    >>> parse_number("12.5", Kind.NUMBER).problem.name
    'C204'
    """
    if not isinstance(raw, (float, str)):
        return Parsed(problem=Code.C203)
    if isinstance(raw, str):
        number, problem = _number_from_text(raw, kind)
    else:
        number, problem = Decimal(raw), None
    if number is None:
        return Parsed(problem=problem)
    if kind is Kind.MILLION_VND:
        with localcontext(prec=50):
            return Parsed(int((number * VND_PER_MILLION).to_integral_value()))
    return Parsed(float(number))


def _number_from_text(text: str, kind: Kind) -> tuple[Decimal | None, Code | None]:
    body, factor = _without_unit(clean(text), kind)
    sign = -1 if body.startswith("-") else 1
    body = body.removeprefix("-").removeprefix("+").strip()
    if _is_ambiguous(body, kind):
        return None, Code.C204
    if not (_GROUPED.fullmatch(body) or _PLAIN.fullmatch(body)):
        return None, Code.C203
    digits = body.replace(".", "").replace(" ", "").replace(",", ".")
    return sign * factor * Decimal(digits), None


def _is_ambiguous(body: str, kind: Kind) -> bool:
    """Whether a number could be meant the Vietnamese or the English way, with different values."""
    if _COMMA_THREE.fullmatch(body):
        return True
    if _ONE_GROUP.fullmatch(body):
        return kind is Kind.PERCENT
    return bool(_AMBIGUOUS.fullmatch(body)) and not (_GROUPED.fullmatch(body) or _PLAIN.fullmatch(body))


def _without_unit(text: str, kind: Kind) -> tuple[str, int]:
    """Take off the unit a field allows, and return the factor to the field's own unit."""
    if kind is Kind.PERCENT:
        return text.removesuffix("%").strip(), 1
    if kind is Kind.MILLION_VND:
        for unit, factor in words.MONEY_UNITS:
            head, tail = text[: -len(unit)], text[-len(unit) :]
            if comparison_key(tail) == comparison_key(unit):
                return head.strip(), factor
    return text, 1


def parse_day(raw: Value) -> Parsed:
    """Return a date; text may read 30/11/2026, 30-11-2026, 30.11.2026 or 2026-11-30."""
    if isinstance(raw, datetime):
        return Parsed(raw.date())
    if isinstance(raw, date):
        return Parsed(raw)
    if isinstance(raw, str):
        if match := _DAY.fullmatch(raw.strip()):
            return _day(int(match[3]), int(match[2]), int(match[1]))
        if match := _ISO_DAY.fullmatch(raw.strip()):
            return _day(int(match[1]), int(match[2]), int(match[3]))
    return Parsed(problem=Code.C207)


def _day(year: int, month: int, day: int) -> Parsed:
    try:
        return Parsed(date(year, month, day))
    except ValueError:
        return Parsed(problem=Code.C207)


def _parse_choice(text: str, keys: Mapping[str, str]) -> Parsed:
    key = keys.get(comparison_key(text))
    return Parsed(key) if key is not None else Parsed(problem=Code.C202)
