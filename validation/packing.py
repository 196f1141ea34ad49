"""What was taken out of a file as MessagePack: so it comes from workers and is kept beside the round.

It is plain data, as JSON is, and cannot run anything, whoever wrote it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import IntEnum
from functools import cached_property, lru_cache, partial
from typing import Any, NamedTuple

from msgpack import ExtType, packb, unpackb

from catalogue import Code, SheetKey
from validation.model import Contact, Finding, SheetPlace
from validation.reading import LegacyText, PercentNumber, Value
from validation.taken import ROW_HEAD, AnswerRow, AnswerTable, Taken, Typed

_FINDING_TEXTS = ("sheet", "cell", "row_key", "field_key", "value", "message", "explanation")
_CONTACT = tuple(each.name for each in fields(Contact))
# What MessagePack has a type for; all other fields of `Taken` are packed below.
_PLAIN = tuple(
    each.name
    for each in fields(Taken)
    if each.name not in {"file", "findings", "places", "typed", "contact", "tables"}
)

BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError)
"""What `unpacked` raises on bytes that it did not write."""


class _Type(IntEnum):
    """Types of our own."""

    DATE = 1
    LARGE = 2
    PERCENT = 3
    LEGACY = 4


def packed(taken: Taken) -> bytes:
    """Return what was taken out of a file, but for the file's name."""
    told = {
        "plain": [getattr(taken, name) for name in _PLAIN],
        "findings": [_finding_told(each) for each in taken.findings],
        "contact": [getattr(taken.contact, name) for name in _CONTACT],
        "tables": [[key, table.rows] for key, table in taken.tables.items()],
        # Bytes of their own: forms of one round are alike, what stands where in them is unpacked once.
        "form": _PACK(_form_told(taken)),
        # The same: these are unpacked only when something is said of a cell.
        "typed": _PACK_TYPED({key.value: rows for key, rows in taken.typed.items()}),
    }
    return _PACK(told)


def unpacked(content: bytes, file: str) -> Taken:
    """Return what was taken out of a file.

    Raises:
        ValueError, KeyError, TypeError, AttributeError, IndexError: The bytes are none of `packed`.
    """
    told = _UNPACK(content)
    plain = dict(zip(_PLAIN, told["plain"], strict=True))
    form, unit = _form(told["form"]), plain["unit_code"]
    return Taken(
        file=file,
        findings=[_finding(each, file, unit) for each in told["findings"]],
        places=form.places.copy(),
        typed=_Later(told["typed"], _typed),
        contact=Contact(**dict(zip(_CONTACT, told["contact"], strict=True))),
        tables=dict(_table(key, rows, form) for key, rows in told["tables"]),
        **plain,
    )


class _Later(Mapping[SheetKey, Mapping[str, Mapping[str, Value]]]):
    """Cells by sheet, row key and field key, unpacked when somebody asks, as few do."""

    def __init__(self, content: bytes, unpack: Callable[[bytes], Typed]) -> None:
        self._content, self._unpack = content, unpack

    @cached_property
    def _cells(self) -> Typed:
        return self._unpack(self._content)

    def __getitem__(self, key: SheetKey) -> dict[str, dict[str, Value]]:
        """Return the cells of a sheet."""
        return self._cells[key]

    def __iter__(self) -> Iterator[SheetKey]:
        """Go through the sheets."""
        return iter(self._cells)

    def __len__(self) -> int:
        """Return how many sheets have such cells."""
        return len(self._cells)


def answers_in(content: bytes) -> Mapping[SheetKey, Mapping[str, Mapping[str, Value]]]:
    """Return a unit's answers as typed, out of what `packed` gave."""
    return _Later(content, _answers)


def _answers(content: bytes) -> Typed:
    return unpacked(content, "").answers


def _typed(content: bytes) -> Typed:
    """Return what cells hold whose answer is not the same."""
    return {SheetKey(key): rows for key, rows in _UNPACK(content).items()}


def _ours(value: object) -> ExtType:
    """Return a value for which MessagePack has no type."""
    match value:
        case date() if type(value) is date:
            return ExtType(_Type.DATE, value.isoformat().encode())
        case PercentNumber():
            return ExtType(_Type.PERCENT, packb(float(value)))
        case LegacyText():
            return ExtType(_Type.LEGACY, _PACK([str(value), value.font]))
        case int():
            return ExtType(_Type.LARGE, str(value).encode())
    raise TypeError(type(value))


def _meant(type_: int, told: bytes) -> object:
    match type_:
        case _Type.DATE:
            return date.fromisoformat(told.decode())
        case _Type.LARGE:
            return int(told)
        case _Type.PERCENT:
            return PercentNumber(unpackb(told))
        case _Type.LEGACY:
            return LegacyText(*_UNPACK(told))
    raise ValueError(type_)


# Half a character, which some programs write, is kept as it is.
_PACK: Callable[[object], bytes] = partial(packb, default=_ours, unicode_errors="surrogatepass")
_PACK_TYPED: Callable[[object], bytes] = partial(
    packb, default=_ours, unicode_errors="surrogatepass", strict_types=True
)
_UNPACK: Callable[[bytes], Any] = partial(unpackb, ext_hook=_meant, unicode_errors="surrogatepass")


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


class _Form(NamedTuple):
    """Where the answers stand in a file, and which its tables have."""

    places: dict[SheetKey, SheetPlace]
    names: dict[SheetKey, tuple[str, ...]]


def _form_told(taken: Taken) -> list[object]:
    places = [[key, place.name, dict(place.columns)] for key, place in taken.places.items()]
    return [places, [[key, table.names] for key, table in taken.tables.items()]]


@lru_cache(maxsize=256)
def _form(content: bytes) -> _Form:
    places, names = _UNPACK(content)
    return _Form(
        places={SheetKey(key): SheetPlace(name=name, columns=columns) for key, name, columns in places},
        names={SheetKey(key): tuple(each) for key, each in names},
    )


def _table(key: str, rows: list[AnswerRow], form: _Form) -> tuple[SheetKey, AnswerTable]:
    sheet = SheetKey(key)
    if sheet not in form.places or not {*map(len, rows)} <= {ROW_HEAD + len(form.names[sheet])}:
        raise ValueError(key)
    return sheet, AnswerTable(names=form.names[sheet], rows=rows)
