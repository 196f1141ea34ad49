"""Read an .xls (BIFF5 and BIFF8): xlrd reads it, once cells that only carry a format are hidden from it."""

import io
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

from catalogue import Code
from validation.reading.binary import error_shown
from validation.reading.cells import BookCells, SheetCells
from validation.reading.limits import MAX_CELLS, MAX_RECORDS
from validation.reading.links import LINKED
from validation.reading.looks import PLAIN, Look, legacy_font, shape_of
from validation.reading.model import Area, CellError, Note, RawWorkbook, RefusedFileError, Value
from validation.reading.ole import Ole
from validation.reading.values import looking, number_value, text_value

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

_OLE = b"\xd0\xcf\x11\xe0"
_HEAD = struct.Struct("<HH")
_BLANK, _MANY_BLANKS, _IGNORED = 0x0201, 0x00BE, 0x0FFF
_ENCRYPTED, _OTHER_BOOK = 0x002F, 0x01AE
_OWN_BOOK, _ADD_IN = b"\x01\x04", b"\x01\x3a"
_MANY_NUMBERS, _TEXTS = 0x00BD, 0x00FC
_MACROS = "_VBA_PROJECT_CUR"

# What xlrd raises on damage: it trusts every number of the file.
_BROKEN = (
    *(struct.error, LookupError, ValueError, TypeError, AssertionError, AttributeError),
    *(ArithmeticError, RecursionError, NotImplementedError, EOFError),
)


def read_xls(content: bytes) -> RawWorkbook:
    """Return the cells of an .xls.

    Raises:
        RefusedFileError: It is encrypted (E007), damaged (E001) or too large (E010).
    """
    from xlrd import open_workbook
    from xlrd.biffh import XLRDError
    from xlrd.formula import FormulaError

    stream, notes = _stream(content)
    notes += _prepare(stream)
    try:
        with open_workbook(
            file_contents=bytes(stream),
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
            logfile=io.StringIO(),
        ) as book:
            return _read(book, notes)
    except (XLRDError, FormulaError, *_BROKEN):
        raise RefusedFileError(Code.E001) from None


def _stream(content: bytes) -> tuple[bytearray, list[Note]]:
    """Return the workbook's records, and a note on macros if there are any."""
    if not content.startswith(_OLE):
        return bytearray(content), []
    ole = Ole(content)
    return bytearray(ole.stream("Workbook", "Book")), [Note(Code.E011)] if _MACROS in ole.top else []


def _prepare(stream: bytearray) -> list[Note]:
    """Hide blank cells from what comes next, refuse what is too much, and note links to other files."""
    count = links = 0
    for at, kind, size in _records(stream):
        if kind == _ENCRYPTED:
            raise RefusedFileError(Code.E007)
        if kind in {_BLANK, _MANY_BLANKS}:
            stream[at : at + 2] = _IGNORED.to_bytes(2, "little")
            continue
        count += 1
        if kind == _MANY_NUMBERS:
            count += size // 6
        elif kind == _TEXTS:
            count += int.from_bytes(stream[at + 8 : at + 12], "little")
        elif kind == _OTHER_BOOK:
            links += stream[at + 6 : at + 8] not in (_OWN_BOOK, _ADD_IN)
        if count > MAX_CELLS:
            raise RefusedFileError(Code.E010)
    return [LINKED] if links else []


def _records(stream: bytearray) -> Iterator[tuple[int, int, int]]:
    """Yield the place, type and size of each record."""
    at, count, end = 0, 0, len(stream) - _HEAD.size
    while at <= end:
        kind, size = _HEAD.unpack_from(stream, at)
        count += 1
        if count > MAX_RECORDS:
            raise RefusedFileError(Code.E010)
        yield at, kind, size
        at += _HEAD.size + size


def _read(book: "Book", notes: list[Note]) -> RawWorkbook:
    looks = [_look(book, number) for number in range(len(book.xf_list))]
    cells = BookCells()
    reader = _Reader(book, looks)
    for number, name in enumerate(book.sheet_names()):
        reader.read(book.sheet_by_index(number), cells.sheet(name))
        book.unload_sheet(number)
    return cells.workbook(notes)


def _look(book: "Book", number: int) -> Look:
    form = book.xf_list[number]
    known = book.format_map.get(form.format_key)
    return Look(
        shape=shape_of(known.format_str if known else "General"),
        legacy_font=legacy_font(book.font_list[form.font_index].name)
        if form.font_index < len(book.font_list)
        else "",
    )


class _Reader:
    """Reads the sheets of one workbook."""

    def __init__(self, book: "Book", looks: list[Look]) -> None:
        self._looks = looks
        self._is_1904 = bool(book.datemode)
        self._texts: dict[str, str | None] = {}

    def read(self, sheet: "Sheet", cells: SheetCells) -> None:
        """Read one sheet's cells and merged areas."""
        for row in range(sheet.nrows):
            for column in range(sheet.row_len(row)):
                value = self._value(sheet, row, column)
                cells.put(row + 1, column + 1, value)
        for top, bottom, left, right in sheet.merged_cells:
            cells.merge(Area(top + 1, left + 1, bottom, right))

    def _value(self, sheet: "Sheet", row: int, column: int) -> Value:
        from xlrd import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER, XL_CELL_TEXT

        kind = sheet.cell_type(row, column)
        if kind == XL_CELL_ERROR:
            return CellError(error_shown(int(sheet.cell_value(row, column))))
        if kind == XL_CELL_BOOLEAN:
            return bool(sheet.cell_value(row, column))
        if kind in {XL_CELL_NUMBER, XL_CELL_DATE}:
            return number_value(
                float(sheet.cell_value(row, column)), self._look(sheet, row, column), is_1904=self._is_1904
            )
        if kind == XL_CELL_TEXT:
            return looking(self._text(sheet.cell_value(row, column)), self._look(sheet, row, column))
        return None

    def _look(self, sheet: "Sheet", row: int, column: int) -> Look:
        number = sheet.cell_xf_index(row, column)
        return self._looks[number] if 0 <= number < len(self._looks) else PLAIN

    def _text(self, text: str) -> str | None:
        """Return a text cleaned; texts that many cells share stay one."""
        if text not in self._texts:
            self._texts[text] = text_value(text)
        return self._texts[text]
