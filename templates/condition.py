"""Conditions on one row of answers, each with two readings: a spreadsheet formula, and a Python value.

The form checks itself by the formulas; their cached values come from the Python reading. One object gives
both, so that they cannot drift apart. The formulas use only functions that every language version of
Excel 2010 and later, LibreOffice and WPS computes alike.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

Row = Mapping[str, object]
Place = Callable[[str], str]

_EPOCH = date(1899, 12, 30)
_OPERATORS: Mapping[str, Callable[[float, float], bool]] = {
    "<": lambda left, right: left < right,
    ">": lambda left, right: left > right,
    "=": lambda left, right: left == right,
    "<>": lambda left, right: left != right,
}


class Condition(Protocol):
    """Something that holds in a row of answers, or does not."""

    def formula(self, place: Place) -> str:
        """Return the condition as a formula without "=", given each field's cell."""

    def holds(self, row: Row) -> bool:
        """Whether the condition holds for values by field key."""


def serial(day: date) -> int:
    """Return the number a spreadsheet stores for a date.

    >>> serial(date(2026, 12, 14))
    46370
    """
    return (date(day.year, day.month, day.day) - _EPOCH).days


def number_of(value: object) -> float | None:
    """Return the number a cell holds, dates included; None for text, blank and truth values."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    return float(serial(value)) if isinstance(value, date | datetime) else None


def is_filled(value: object) -> bool:
    """Whether a cell holds more than blanks, as `LEN(TRIM(…))>0` sees it."""
    return value is not None and bool(str(value).strip(" "))


def quoted(text: str) -> str:
    """Return a text as a formula writes it."""
    return '"' + text.replace('"', '""') + '"'


@dataclass(frozen=True, slots=True)
class Filled:
    """Something is written in a cell."""

    field_key: str

    def formula(self, place: Place) -> str:
        """Return the condition as a formula."""
        return f"LEN(TRIM({place(self.field_key)}))>0"

    def holds(self, row: Row) -> bool:
        """Whether it holds."""
        return is_filled(row.get(self.field_key))


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing is written in a cell."""

    field_key: str

    def formula(self, place: Place) -> str:
        """Return the condition as a formula."""
        return f"LEN(TRIM({place(self.field_key)}))=0"

    def holds(self, row: Row) -> bool:
        """Whether it holds."""
        return not is_filled(row.get(self.field_key))


@dataclass(frozen=True, slots=True)
class AnyFilled:
    """Something is written in at least one of several cells."""

    field_keys: tuple[str, ...]

    def formula(self, place: Place) -> str:
        """Return the condition as a formula."""
        return "+".join(f"LEN(TRIM({place(key)}))" for key in self.field_keys) + ">0"

    def holds(self, row: Row) -> bool:
        """Whether it holds."""
        return any(is_filled(row.get(key)) for key in self.field_keys)


@dataclass(frozen=True, slots=True)
class OneOf:
    """A cell holds one of some texts; spreadsheets compare text without regard to case."""

    field_key: str
    texts: tuple[str, ...]

    def formula(self, place: Place) -> str:
        """Return the condition as a formula."""
        cell = place(self.field_key)
        tests = [f"{cell}={quoted(text)}" for text in self.texts]
        return tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"

    def holds(self, row: Row) -> bool:
        """Whether it holds."""
        value = row.get(self.field_key)
        return isinstance(value, str) and value.casefold() in {text.casefold() for text in self.texts}


@dataclass(frozen=True, slots=True)
class NotListed:
    """What a cell holds is not in the list behind a defined name."""

    field_key: str
    list_name: str
    texts: tuple[str, ...]

    def formula(self, place: Place) -> str:
        """Return the condition as a formula."""
        cell = place(self.field_key)
        return f"AND(LEN(TRIM({cell}))>0,SUMPRODUCT(--({self.list_name}={cell}))=0)"

    def holds(self, row: Row) -> bool:
        """Whether it holds."""
        filled = is_filled(row.get(self.field_key))
        return filled and not OneOf(self.field_key, self.texts).holds(row)


@dataclass(frozen=True, slots=True)
class NotNumber:
    """What a cell holds is neither a number nor a date."""

    field_key: str

    def formula(self, place: Place) -> str:
        """Return the condition as a formula."""
        cell = place(self.field_key)
        return f"AND(LEN(TRIM({cell}))>0,NOT(ISNUMBER({cell})))"

    def holds(self, row: Row) -> bool:
        """Whether it holds."""
        value = row.get(self.field_key)
        return is_filled(value) and number_of(value) is None


@dataclass(frozen=True, slots=True)
class Longer:
    """A text is longer than allowed."""

    field_key: str
    length: int

    def formula(self, place: Place) -> str:
        """Return the condition as a formula."""
        return f"LEN({place(self.field_key)})>{self.length}"

    def holds(self, row: Row) -> bool:
        """Whether it holds."""
        value = row.get(self.field_key)
        return isinstance(value, str) and len(value) > self.length


@dataclass(frozen=True, slots=True)
class Compares:
    """A cell's number stands in a relation to a fixed number; false when the cell holds none."""

    field_key: str
    operator: str
    limit: float

    def formula(self, place: Place) -> str:
        """Return the condition as a formula."""
        cell, limit = place(self.field_key), int(self.limit) if float(self.limit).is_integer() else self.limit
        return f"AND(ISNUMBER({cell}),{cell}{self.operator}{limit!r})"

    def holds(self, row: Row) -> bool:
        """Whether it holds."""
        number = number_of(row.get(self.field_key))
        return number is not None and _OPERATORS[self.operator](number, self.limit)


@dataclass(frozen=True, slots=True)
class Exceeds:
    """One cell's number is larger than another's; false when either holds none."""

    field_key: str
    other_key: str

    def formula(self, place: Place) -> str:
        """Return the condition as a formula."""
        cell, other = place(self.field_key), place(self.other_key)
        return f"AND(ISNUMBER({cell}),ISNUMBER({other}),{cell}>{other})"

    def holds(self, row: Row) -> bool:
        """Whether it holds."""
        number, other = number_of(row.get(self.field_key)), number_of(row.get(self.other_key))
        return number is not None and other is not None and number > other


@dataclass(frozen=True, slots=True)
class All:
    """Several conditions hold together."""

    conditions: tuple[Condition, ...]

    def formula(self, place: Place) -> str:
        """Return the condition as a formula."""
        parts = [condition.formula(place) for condition in self.conditions]
        return parts[0] if len(parts) == 1 else f"AND({','.join(parts)})"

    def holds(self, row: Row) -> bool:
        """Whether it holds."""
        return all(condition.holds(row) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of several conditions holds."""

    conditions: tuple[Condition, ...]

    def formula(self, place: Place) -> str:
        """Return the condition as a formula."""
        parts = [condition.formula(place) for condition in self.conditions]
        return parts[0] if len(parts) == 1 else f"OR({','.join(parts)})"

    def holds(self, row: Row) -> bool:
        """Whether it holds."""
        return any(condition.holds(row) for condition in self.conditions)
