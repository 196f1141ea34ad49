"""Read an .xlsb: the package's binary records, one by one (MS-XLSB)."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catalogue import Code
from validation.reading.binary import double, error_shown, short_number
from validation.reading.cells import BookCells, SheetCells
from validation.reading.limits import MAX_RECORDS
from validation.reading.links import links_in
from validation.reading.looks import PLAIN, Look, built_in, legacy_font, shape_of
from validation.reading.model import Area, CellError, RawWorkbook, RefusedFileError, Value
from validation.reading.package import Package
from validation.reading.relations import part_of_type, relations
from validation.reading.values import looking, number_value, text_value

_ROW, _BLANK = 0, 1
_NUMBER, _ERROR, _BOOLEAN, _DOUBLE, _SHARED = 2, 3, 4, 5, 7
_FORMULA_NUMBER, _FORMULA_BOOLEAN, _FORMULA_ERROR = 9, 10, 11
_RICH_TEXT = 62
_SHARED_ITEM, _FONT, _FORMAT, _LOOK = 19, 43, 44, 47
_LOOKS_BEGIN, _LOOKS_END = 617, 618
_BOOK_SETTINGS, _SHEET, _MERGED = 153, 156, 176
_CELLS = frozenset({*range(_NUMBER, _FORMULA_ERROR + 1), _RICH_TEXT})
# The same as 1 to 7 for a cell right of the one before: its column is left out.
_SHORT = {11 + kind: kind for kind in range(_BLANK, _SHARED + 1)}
_1904 = 1
_LONG = 0x80
_SIZE_BITS = 28  # four bytes of seven
_NO_TEXT = 0xFFFFFFFF


@dataclass(frozen=True, kw_only=True)
class _Book:
    """What the cells of a workbook refer to."""

    texts: Sequence[str | None]
    looks: Sequence[Look]
    is_1904: bool


def read_xlsb(package: Package) -> RawWorkbook:
    """Return the cells of an .xlsb.

    Raises:
        RefusedFileError: It is damaged or too large.
    """
    try:
        return _read(_Reader(package))
    except (struct.error, IndexError, UnicodeDecodeError):
        raise RefusedFileError(Code.E001) from None


class _Reader:
    """The records of a package's parts; counts them all together."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._count = 0

    def records(self, name: str) -> Iterator[tuple[int, bytes]]:
        """Yield the type and the body of each record of a part."""
        part = self.package.part(name)
        at, end = 0, len(part)
        while at < end:
            kind = part[at]
            at += 1
            if kind & _LONG:
                kind = (kind & 0x7F) | (part[at] << 7)
                at += 1
            size = shift = 0
            while shift < _SIZE_BITS:
                byte = part[at]
                at += 1
                size |= (byte & 0x7F) << shift
                shift += 7
                if not byte & _LONG:
                    break
            self._count += 1
            if self._count > MAX_RECORDS:
                raise RefusedFileError(Code.E010)
            yield kind, part[at : at + size]
            at += size


def _read(reader: _Reader) -> RawWorkbook:
    package = reader.package
    workbook = part_of_type(relations(package, ""), "officeDocument") or "xl/workbook.bin"
    parts = relations(package, workbook)
    is_1904, sheets = False, []
    for kind, body in reader.records(workbook):
        if kind == _BOOK_SETTINGS:
            is_1904 = bool(body[0] & _1904)
        elif kind == _SHEET:
            target, at = _wide_text(body, 8)
            sheets.append((_wide_text(body, at)[0], target))
    book = _Book(
        texts=_shared_texts(reader, part_of_type(parts, "sharedStrings")),
        looks=_looks(reader, part_of_type(parts, "styles")),
        is_1904=is_1904,
    )
    cells = BookCells()
    for name, target in sheets:
        if target in parts and parts[target].kind == "worksheet":
            _read_sheet(reader.records(parts[target].target), cells.sheet(name), book)
    return cells.workbook(links_in(package.names, ()))


def _shared_texts(reader: _Reader, part: str | None) -> list[str | None]:
    if part is None:
        return []
    return [text_value(_wide_text(body, 1)[0]) for kind, body in reader.records(part) if kind == _SHARED_ITEM]


def _looks(reader: _Reader, part: str | None) -> list[Look]:
    """Return the cell formats, in order."""
    fonts: list[str] = []
    formats: dict[int, str] = {}
    looks: list[Look] = []
    inside = False
    for kind, body in reader.records(part) if part else ():
        if kind == _FONT:
            fonts.append(_wide_text(body, 21)[0])
        elif kind == _FORMAT:
            formats[struct.unpack_from("<H", body)[0]] = _wide_text(body, 2)[0]
        elif kind in {_LOOKS_BEGIN, _LOOKS_END}:
            inside = kind == _LOOKS_BEGIN
        elif kind == _LOOK and inside:
            number, font = struct.unpack_from("<HH", body, 2)
            look = Look(shape=shape_of(formats.get(number) or built_in(number)))
            looks.append(replace(look, legacy_font=legacy_font(fonts[font]) if font < len(fonts) else ""))
    return looks


def _read_sheet(records: Iterator[tuple[int, bytes]], cells: SheetCells, book: _Book) -> None:
    row = column = 0
    for kind, body in records:
        if kind == _ROW:
            row, column = struct.unpack_from("<I", body)[0] + 1, 0
        elif kind in _SHORT:
            column += 1
            _put(cells, (row, column), _SHORT[kind], struct.pack("<I", column - 1) + body, book)
        elif kind in _CELLS or kind == _BLANK:
            column = struct.unpack_from("<I", body)[0] + 1
            _put(cells, (row, column), kind, body, book)
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<4I", body)
            cells.merge(Area(top + 1, left + 1, bottom + 1, right + 1))


def _put(cells: SheetCells, place: tuple[int, int], kind: int, body: bytes, book: _Book) -> None:
    if kind == _BLANK:
        return
    style = struct.unpack_from("<I", body, 4)[0] & 0xFFFFFF
    look = book.looks[style] if style < len(book.looks) else PLAIN
    cells.put(*place, _cell_value(kind, body, look, book))


def _cell_value(kind: int, body: bytes, look: Look, book: _Book) -> Value:
    if kind == _NUMBER:
        return number_value(short_number(body, 8), look, is_1904=book.is_1904)
    if kind in {_DOUBLE, _FORMULA_NUMBER}:
        return number_value(double(body, 8), look, is_1904=book.is_1904)
    if kind in {_ERROR, _FORMULA_ERROR}:
        return CellError(error_shown(body[8]))
    if kind in {_BOOLEAN, _FORMULA_BOOLEAN}:
        return bool(body[8])
    if kind == _SHARED:
        (number,) = struct.unpack_from("<I", body, 8)
        return looking(book.texts[int(number)], look)
    return looking(text_value(_wide_text(body, 9 if kind == _RICH_TEXT else 8)[0]), look)


def _wide_text(body: bytes, at: int) -> tuple[str, int]:
    """Return the text at a place, and where the next thing begins."""
    (length,) = struct.unpack_from("<I", body, at)
    if length == _NO_TEXT:
        return "", at + 4
    end = at + 4 + 2 * length
    return body[at + 4 : end].decode("utf-16-le", errors="replace"), end
