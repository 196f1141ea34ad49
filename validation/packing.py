"""What was taken out of a file as plain JSON: so it comes from worker processes and is kept beside the round.

JSON cannot run anything, whoever wrote it.
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cached_property
from typing import Any

from catalogue import Code, SheetKey
from validation.model import Contact, Finding, SheetPlace
from validation.reading import LegacyText, PercentNumber, Value
from validation.taken import ROW_HEAD, AnswerRow, AnswerTable, Taken, Typed

_FINDING_TEXTS = ("sheet", "cell", "row_key", "field_key", "value", "message", "explanation")
_CONTACT = tuple(each.name for each in fields(Contact))
# What JSON has a type for; all other fields of `Taken` are packed below.
_PLAIN = tuple(
    each.name
    for each in fields(Taken)
    if each.name not in {"file", "findings", "places", "typed", "contact", "tables"}
)

# The sign keeps these names apart from those of fields.
_DATE, _PERCENT, _LEGACY = "$date", "$percent", "$legacy"

BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError)
"""What `unpacked` raises on text that it did not write."""


def packed(taken: Taken) -> bytes:
    """Return what was taken out of a file, but for the file's name, as text in UTF-8."""
    told = {
        "plain": [getattr(taken, name) for name in _PLAIN],
        "findings": [_finding_told(each) for each in taken.findings],
        "places": [
            [key, place.name, list(place.columns), list(place.columns.values())]
            for key, place in taken.places.items()
        ],
        "contact": [getattr(taken.contact, name) for name in _CONTACT],
        "tables": [[key, table.names, table.rows] for key, table in taken.tables.items()],
        "typed": _typed_told(taken),
    }
    return _WRITE(told).encode(errors="surrogatepass")


def unpacked(text: bytes, file: str) -> Taken:
    """Return what was taken out of a file.

    Raises:
        ValueError, KeyError, TypeError, AttributeError, IndexError: The text is none of `packed`.
    """
    told = _DECODER.decode(text.decode(errors="surrogatepass"))
    plain = dict(zip(_PLAIN, told["plain"], strict=True))
    places = {
        SheetKey(key): SheetPlace(name=name, columns=dict(zip(names, columns, strict=True)))
        for key, name, names, columns in told["places"]
    }
    unit = plain["unit_code"]
    return Taken(
        file=file,
        findings=[_finding(each, file, unit) for each in told["findings"]],
        places=places,
        typed=_PackedTyped(told["typed"]),
        contact=Contact(**dict(zip(_CONTACT, told["contact"], strict=True))),
        tables=dict(_table(key, names, rows, places) for key, names, rows in told["tables"]),
        **plain,
    )


class _Later(ABC, Mapping[SheetKey, Mapping[str, Mapping[str, Value]]]):
    """Cells by sheet, row key and field key, unpacked when somebody asks, as few do."""

    @abstractmethod
    def _unpacked(self) -> Typed: ...

    @cached_property
    def _cells(self) -> Typed:
        return self._unpacked()

    def __getitem__(self, key: SheetKey) -> dict[str, dict[str, Value]]:
        """Return the cells of a sheet."""
        return self._cells[key]

    def __iter__(self) -> Iterator[SheetKey]:
        """Go through the sheets."""
        return iter(self._cells)

    def __len__(self) -> int:
        """Return how many sheets have such cells."""
        return len(self._cells)


class PackedAnswers(_Later):
    """A unit's answers as typed."""

    def __init__(self, text: bytes) -> None:
        """Remember what `packed` gave."""
        self._text = text

    def _unpacked(self) -> Typed:
        return unpacked(self._text, "").answers


class _PackedTyped(_Later):
    """What cells hold whose answer is not the same."""

    def __init__(self, text: str) -> None:
        self._text = text

    def _unpacked(self) -> Typed:
        return {SheetKey(key): rows for key, rows in _DECODER.decode(self._text).items()}


def _marked(value: object) -> object:
    """Return a value as JSON has it; where JSON has no type for it, under the name of its kind."""
    kind = type(value)
    if kind is date:
        return {_DATE: value.isoformat()}  # type: ignore[attr-defined]  # a date, see above
    if kind is PercentNumber:
        return {_PERCENT: float(value)}  # type: ignore[arg-type]  # a number, see above
    if isinstance(value, LegacyText):
        return {_LEGACY: [str(value), value.font]}
    return value


def _meant(told: dict[str, Any]) -> object:
    if len(told) != 1:
        return told
    ((name, value),) = told.items()
    return _KINDS[name](value) if name in _KINDS else told


_KINDS: Mapping[str, Callable[[Any], object]] = {
    _DATE: date.fromisoformat,
    _PERCENT: PercentNumber,
    _LEGACY: lambda told: LegacyText(*told),
}
_DECODER = json.JSONDecoder(object_hook=_meant)
_WRITE = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_marked
).encode


def _typed_told(taken: Taken) -> str:
    """Return what was typed as text of its own: it is read only when something is said of a cell."""
    marked = {
        key: {row: {name: _marked(value) for name, value in cells.items()} for row, cells in rows.items()}
        for key, rows in taken.typed.items()
    }
    return _WRITE(marked)


def _finding_told(finding: Finding) -> list[object]:
    return [finding.code.name, finding.sheet_key, *(getattr(finding, name) for name in _FINDING_TEXTS)]


def _finding(told: list[Any], file: str, unit: str) -> Finding:
    code, key, *texts = told
    return Finding(
        file=file,
        unit_code=unit,
        code=Code[code],
        sheet_key=SheetKey(key) if key else None,
        **dict(zip(_FINDING_TEXTS, texts, strict=True)),
    )


def _table(
    key: str, names: list[str], rows: list[AnswerRow], places: Mapping[SheetKey, SheetPlace]
) -> tuple[SheetKey, AnswerTable]:
    sheet = SheetKey(key)
    if sheet not in places or not {*map(len, rows)} <= {ROW_HEAD + len(names)}:
        raise ValueError(key)
    return sheet, AnswerTable(names=names, rows=rows)
