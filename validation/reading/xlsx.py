"""Read an .xlsx: with calamine and what it does not say laid over, or cell by cell where that is not safe.

calamine reads a form about ten times faster than we can, but it reads an error cell as blank and a formula
that was never calculated as blank or 0, knows no formats, and one stray cell at the far corner of a sheet
exhausts its memory. It is given only parts that were looked at.
"""

import io
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from catalogue import Code, clean
from validation.reading.cells import BookCells, unique
from validation.reading.limits import MAX_AREA, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, MAX_TEXT_BYTES
from validation.reading.links import links_in
from validation.reading.model import Area, RawWorkbook, RefusedFileError, Value
from validation.reading.package import Package, stored
from validation.reading.values import looking, plain_rows
from validation.reading.xlsx_book import XlsxBook, XlsxLooks, looks_of, read_book
from validation.reading.xlsx_exact import XlsxContext, read_sheet, shared_texts
from validation.reading.xlsx_marks import Marks, SheetPart

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_FIXED_PARTS = ("[Content_Types].xml", "_rels/.rels")
_LEGACY_RUNS = (b'<rFont val=".V', b'<rFont val="VNI')
_FEW_SHEETS = 12
_NO_STYLES = b"<styleSheet/>"
_PLAIN_START = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^<>]*\?>\s*)?<[A-Za-z]")


def read_xlsx(package: Package, *, only_exact: bool = False) -> RawWorkbook:
    """Return the cells of an .xlsx or .xlsm.

    Args:
        package: The file.
        only_exact: Never use calamine; it already ended a process over this file.

    Raises:
        RefusedFileError: The file is damaged or too large.
    """
    book = read_book(package)
    if not book.sheets:
        raise RefusedFileError(Code.E001)
    if len(book.sheets) > MAX_SHEETS:
        raise RefusedFileError(Code.E010)
    parts = _parts(package, book)
    _refuse_document_types(parts)
    seen = {name: SheetPart(parts[name]) for name in book.sheets.values()}
    if only_exact or not all(sheet.is_plainly_spelled for sheet in seen.values()):
        read, formulas = _read_exactly(parts, book), [parts[name] for name in seen]
    else:
        read = _read_fast(parts, book, seen) or _read_exactly(parts, book)
        formulas = [sheet.formulas for sheet in seen.values()]
    return replace(read, notes=links_in(package.names, formulas))


def _refuse_document_types(parts: Mapping[str, bytes]) -> None:
    # Where the first element follows at once there is no room for one.
    if any(b"<!DOCTYPE" in part for part in parts.values() if not _PLAIN_START.match(part)):
        raise RefusedFileError(Code.E010)


def _parts(package: Package, book: XlsxBook) -> dict[str, bytes]:
    """Return the parts that tell of cells, by name; nothing else of the file is unpacked."""
    folder, _, name = book.workbook.rpartition("/")
    small = (*_FIXED_PARTS, book.workbook, f"{folder}/_rels/{name}.rels", book.styles, book.shared_texts)
    parts = {each: package.part(each) for each in small if each in package.names and each}
    return parts | {each: package.part(each, thin=True) for each in book.sheets.values()}


def _is_safe_for_calamine(sheets: Sequence[SheetPart], texts: bytes) -> bool:
    """Whether calamine reads these texts rightly, and the sheets that show them within bounds."""
    if any(run in texts for run in _LEGACY_RUNS):
        return False
    shown = sum(sheet.cells for sheet in sheets)
    longest = max(map(len, texts.split(b"</si>")))
    return shown * longest <= MAX_TEXT_BYTES and _fit(sheets)


def _fit(sheets: Sequence[SheetPart]) -> bool:
    """Whether the rectangles that calamine would lay out are of a bounded size."""
    if len(sheets) <= _FEW_SHEETS and all(sheet.is_small for sheet in sheets):
        return True
    area = 0
    for rows, columns in (sheet.extent for sheet in sheets):
        area += rows * columns
        if rows > MAX_ROWS or columns > MAX_COLUMNS or area > MAX_AREA:
            return False
    return True


def _read_fast(
    parts: Mapping[str, bytes], book: XlsxBook, seen: Mapping[str, SheetPart]
) -> RawWorkbook | None:
    """Return what calamine reads with what it does not say laid over; None where it is not to."""
    from python_calamine import CalamineError, CalamineWorkbook, WorksheetNotFound

    if not _is_safe_for_calamine(list(seen.values()), parts.get(book.shared_texts or "", b"")):
        return None
    looks = _looks(parts, book)
    sheets: dict[str, list[list[Value]]] = {}
    merged: dict[str, list[Area]] = {}
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(stored(parts)))
        for name, part in book.sheets.items():
            marks = seen[part].marks(looks)
            cleaned = unique(clean(name), sheets)
            sheets[cleaned] = _laid_over(_grid(workbook, name), marks)
            if _is_far(sheets[cleaned]):
                return None
            if marks.merged:
                merged[cleaned] = marks.merged
    except (CalamineError, WorksheetNotFound, OSError, ValueError):
        return None
    return RawWorkbook(sheets, merged=merged)


def _looks(parts: Mapping[str, bytes], book: XlsxBook) -> XlsxLooks:
    return looks_of(parts[book.styles] if book.styles else _NO_STYLES)


def _grid(workbook: "CalamineWorkbook", name: str) -> list[list[Value]]:
    return plain_rows(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))


def _is_far(grid: list[list[Value]]) -> bool:
    """Whether a grid goes beyond the bounds after all; the exact way keeps what stands there as strays."""
    return len(grid) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in grid[:1])


def _laid_over(grid: list[list[Value]], marks: Marks) -> list[list[Value]]:
    told: dict[tuple[int, int], Value] = {**marks.errors, **marks.uncalculated}
    if told:
        _widen(grid, told)
    for (row, column), value in told.items():
        grid[row - 1][column - 1] = value
    for (row, column), look in marks.looks.items():
        if row <= len(grid) and column <= len(grid[row - 1]):
            grid[row - 1][column - 1] = looking(grid[row - 1][column - 1], look)
    return grid


def _widen(grid: list[list[Value]], places: Collection[tuple[int, int]]) -> None:
    """Make room for these places, once: calamine's rectangle ends where it saw the last value."""
    rows, columns = zip(*places, strict=True)
    width = max(len(grid[0]) if grid else 0, *columns)
    grid += [[] for _ in range(max(rows) - len(grid))]
    for cells in grid:
        cells.extend([None] * (width - len(cells)))


def _read_exactly(parts: Mapping[str, bytes], book: XlsxBook) -> RawWorkbook:
    context = XlsxContext(
        texts=shared_texts(parts[book.shared_texts]) if book.shared_texts else (),
        looks=_looks(parts, book).all,
        is_1904=book.is_1904,
    )
    cells = BookCells()
    for name, part in book.sheets.items():
        read_sheet(parts[part], cells.sheet(name), context)
    return cells.workbook()
