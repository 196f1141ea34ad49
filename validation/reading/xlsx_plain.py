"""Read plainly spelled parts of an .xlsx in one pass: the cells that `xlsx_exact` reads, four times sooner.

Excel, LibreOffice, WPS, openpyxl and XlsxWriter spell a cell that holds something in a handful of ways, and
one search splits a sheet at all of them. Nothing is taken on trust: whatever stands between must be tags of
rows and blank cells and nothing else. A part where it is not is left to the exact way, whose functions also
tell every value that is not a plain number or text.
"""

import math
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from validation.reading.cells import SheetCells
from validation.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from validation.reading.looks import Look, Shape
from validation.reading.markup import Listener, walk
from validation.reading.model import LegacyText, Value
from validation.reading.places import area_of, letters_of
from validation.reading.values import text_value, unescaped
from validation.reading.xlsx_book import looks_of
from validation.reading.xlsx_exact import RawCell, XlsxContext, cell_value, look_of, shared_texts

# Column, row, attributes; a formula; its result or the value; a blank result or a text of the cell's own.
_CELL = re.compile(
    rb'<c r="([A-Z]++)([1-9]\d{0,6}+)"([^<>/]*+)>(<f(?:>|[ /][^<>]*+>)(?:[^<]*+</f>)?)?'
    rb"(?:<v>([^<]*+)</v>|(<v ?/>|<is><t(?: [^<>]*+)?>[^<]*+</t></is>))?+</c>"
)
_PIECES = _CELL.groups + 1
_BETWEEN = re.compile(rb'(?:<row [^<>]*+>|</row>|<c r="[A-Z]++\d++"(?: s="\d++")? ?/>|\s)*+')
_ATTRIBUTES = re.compile(rb'(?: s="(\d{1,6})")?(?: t="(\w+)")?')
_FORMULA = re.compile(rb"<f[^<>]*+>([^<]*+)</f>")
_OWN_TEXT = re.compile(rb"<is><t[^<>]*>([^<]*)")
_MERGED_START, _MERGED_END = b"<mergeCell ", b"</mergeCells>"
_MERGED = re.compile(rb'<mergeCell ref="([A-Z0-9:]+)"')
_START = (
    rb'(?:\xef\xbb\xbf)?(?:<\?xml version=["\']1\.0["\'](?: encoding=["\'](?i:utf-8)["\'])?'
    rb'(?: standalone=["\']\w+["\'])?\s*\?>\s*)?'
)
_SHEET_START = re.compile(_START + rb"<worksheet\b")
_TEXT = re.compile(rb"<si><t(?: [^<>]*+)?>([^<]*+)</t></si>")
_BETWEEN_TEXTS = re.compile(_START + rb"<sst\b[^<>]*+>\s*</sst>\s*")
_DATA, _END = b"<sheetData>", b"</sheetData>"
_COLUMNS = {letters_of(column).encode(): column for column in range(1, MAX_COLUMNS + 1)}
_SHORT = 200
_MOST_KEPT = 8192


_Read = Callable[[bytes | None], Value]
"""Gives the value of a cell out of what it holds, if anything; None where only the exact way can tell."""


class _OddError(Exception):
    """A part is not plainly spelled."""


class _Spelling(NamedTuple):
    """What the attributes of a cell say.

    Attributes:
        read: Gives the value out of what the cell holds; None for the number of a shared text.
    """

    read: _Read | None
    kind: str
    style: str


class _Spellings(dict[bytes, _Spelling]):
    """What attributes say, by their bytes; found out once for workbooks of the same formats."""

    def __init__(self, looks: Sequence[Look]) -> None:
        super().__init__()
        self._looks = looks

    def __missing__(self, attributes: bytes) -> _Spelling:
        found = _ATTRIBUTES.fullmatch(attributes)
        if not found:
            raise _OddError
        kind, style = (found[2] or b"n").decode(), (found[1] or b"0").decode()
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[attributes] = spelling = _Spelling(_reader(kind, look_of(style, self._looks)), kind, style)
        return spelling


def _reader(kind: str, look: Look) -> _Read | None:
    if kind == "n" and look.shape is Shape.NUMBER:
        return _number_in
    return {"s": None, "str": _text_in}.get(kind, _nothing) if not look.legacy_font else _nothing


@lru_cache(maxsize=4)
def _spellings(styles: bytes) -> _Spellings:
    return _Spellings(looks_of(styles))


class PlainBook(dict[bytes, _Read]):
    """How the cells of a workbook are read, by their attributes."""

    def __init__(self, context: XlsxContext, styles: bytes) -> None:
        """Remember what cells refer to: what an exact reader is told, and the part of the formats."""
        super().__init__()
        self.context = context
        self.spellings = _spellings(styles)
        texts = dict(zip(_numerals(len(context.texts)), context.texts, strict=False))
        if LegacyText in map(type, context.texts):
            texts = {number: text for number, text in texts.items() if type(text) is not LegacyText}
        self._shared: _Read = texts.get  # type: ignore[assignment]  # nothing is at None

    def __missing__(self, attributes: bytes) -> _Read:
        """Find out how such cells are read."""
        self[attributes] = read = self.spellings[attributes].read or self._shared
        return read


def _numerals(count: int) -> Sequence[bytes]:
    """Return at least so many numbers, as cells spell them."""
    return _FIRST_NUMERALS if count <= len(_FIRST_NUMERALS) else [b"%d" % each for each in range(count)]


_FIRST_NUMERALS = tuple(b"%d" % each for each in range(2_000))


def shared_texts_of(part: bytes) -> Sequence[Value]:
    """Return a workbook's shared texts, however they are spelled.

    Raises:
        RefusedFileError: The part is damaged.
    """
    pieces = _TEXT.split(part)
    try:
        if _BETWEEN_TEXTS.fullmatch(b"".join(pieces[::2])):
            return [*map(_text_in, pieces[1::2])]
    except UnicodeDecodeError:
        pass
    return shared_texts(part)


def read_plain_sheet(part: bytes, cells: SheetCells, book: PlainBook) -> bytes | None:
    """Read the cells of one sheet's part if it is plainly spelled.

    Returns:
        Its formulas, one after the other; None for another sheet, of which nothing was read.

    Raises:
        RefusedFileError: A text is damaged, or more areas are merged than any form has.
    """
    first, last = part.find(_DATA) + len(_DATA), part.rfind(_END)
    merged_until = part.rfind(_MERGED_END, last) + 1
    merged = _MERGED.findall(part, last, merged_until) if merged_until else []
    is_plain = len(_DATA) <= first <= last and _SHEET_START.match(part)
    if not is_plain or part.find(b"<c ", last) >= 0 or len(merged) != part.count(_MERGED_START, last):
        return None
    pieces = _CELL.split(part[first:last])
    if not _BETWEEN.fullmatch(b"".join(pieces[::_PIECES])):
        return None
    try:
        rows = _rows(pieces, book)
    except (_OddError, KeyError, UnicodeDecodeError):
        return None  # a KeyError: a column beyond any form
    count = len(pieces) // _PIECES
    if max(rows, default=0) > MAX_ROWS or cells.held.count + count > MAX_CELLS:
        return None
    cells.put_all(rows, count=count)
    for area in filter(None, (area_of(each.decode()) for each in merged)):
        cells.merge(area)
    return b"".join(filter(None, pieces[4::_PIECES]))


def _rows(pieces: Sequence[bytes], book: PlainBook) -> dict[int, dict[int, Value]]:
    """Return what cells hold by row and column, out of a sheet split at its cells."""
    rows: dict[int, dict[int, Value]] = {}
    row: dict[int, Value] = {}
    before = b""
    cells = zip(*(pieces[at::_PIECES] for at in range(1, _PIECES)), strict=True)
    for letters, place, attributes, formula, held, other in cells:
        value = book[attributes](held)
        if value is None:
            value = _exactly(book.spellings[attributes], formula, held, other, book.context)
            if value is None:
                continue
        if place != before:
            row, before = rows.setdefault(int(place), {}), place
        row[_COLUMNS[letters]] = value
    return rows


def _exactly(
    spelling: _Spelling, formula: bytes | None, held: bytes | None, other: bytes | None, context: XlsxContext
) -> Value:
    """Return the value of a cell that is not just a number or a text."""
    cell = RawCell(spelling.kind, spelling.style)
    if formula is not None:
        told = _FORMULA.match(formula)
        cell.formula = _told(told[1]) if told else ""
    if held is not None:
        cell.value = _told(held)
    elif other is not None:
        own = _OWN_TEXT.match(other)
        cell.value = None if own else ""
        cell.pieces = [_told(own[1])] if own else []
    value = cell_value(cell, context)
    if type(value) is LegacyText:  # the exact way counts these: each is a copy
        raise _OddError
    return value


class _Memo(dict[bytes, Value]):
    """What stretches of XML mean, found out once: forms of one round share most texts and numbers."""

    def __init__(self, meaning: Callable[[bytes], Value]) -> None:
        super().__init__()
        self._meaning = meaning

    def __missing__(self, raw: bytes | None) -> Value:
        if raw is None:
            return None
        value = self._meaning(raw)
        if len(self) >= _MOST_KEPT:
            self.clear()
        if len(raw) <= _SHORT:
            self[raw] = value
        return value


def _number(raw: bytes) -> float | None:
    try:
        number = float(raw)
    except ValueError:
        return None
    return number if math.isfinite(number) and b"_" not in raw else None


def _text(raw: bytes) -> Value:
    return text_value(unescaped(_told(raw)))


def _nothing(_: bytes | None) -> None:
    """Leave a value to the exact way."""


class _Characters(Listener):
    def __init__(self) -> None:
        self.pieces: list[str] = []

    def text(self, text: str) -> None:
        self.pieces.append(text)


def _told(raw: bytes) -> str:
    """Return the characters that a stretch of XML without tags stands for."""
    if b"&" not in raw and b"\r" not in raw:
        return raw.decode()
    heard = _Characters()
    walk(b"<t>%b</t>" % raw, heard)
    return "".join(heard.pieces)


_number_in: _Read = _Memo(_number).__getitem__  # type: ignore[assignment]  # answers for None, too
_text_in: _Read = _Memo(_text).__getitem__  # type: ignore[assignment]  # the same
