"""Open a workbook that came back and give its cells; the only module here that opens Excel files.

calamine reads a form about fifteen times faster than openpyxl, but it reads an error cell as blank and a
formula that was never calculated as blank or 0, and one stray cell at the far corner of a sheet exhausts
its memory. A look at the raw sheets tells which files need the slower, exact way.
"""

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from python_calamine import CalamineError, CalamineWorkbook, WorksheetNotFound

from catalogue import Code, clean
from validation.reading.model import CellError, RawWorkbook, RefusedFileError, Value

MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_UNPACKED_BYTES = 200_000_000

_FORMULA_CELL = re.compile(rb"<c\b([^>]*)><f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_ERROR_CELL = re.compile(rb'<c\b[^>]*\bt="e"')
_FAR_CELL = re.compile(rb'<c\b[^>]*?\br="(?:[A-Z]{3,}\d+|[A-Z]{1,2}\d{5,})"')
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|_x000[0-9A-Fa-f]_")
_TEXT_RESULT = re.compile(rb'\bt="str"')

# What the libraries raise on a damaged file. A parse error of XML is a SyntaxError; openpyxl trusts what it
# reads and fails with whatever its own code does on nonsense.
_BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, CalamineError, WorksheetNotFound),
    *(InvalidFileException, SyntaxError, EOFError, OSError, LookupError, ValueError, TypeError),
    *(AttributeError, ArithmeticError, AssertionError, RuntimeError, NotImplementedError),
)


def read_workbook(content: bytes) -> RawWorkbook:
    """Return the cells of an .xlsx file.

    Raises:
        RefusedFileError: The bytes are not a workbook that can be opened safely.
    """
    parts = _sheet_parts(content)
    if any(_needs_exact_way(part) for part in parts):
        return _read_exactly(content)
    return _read_fast(content)


def _sheet_parts(content: bytes) -> list[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED_BYTES:
                raise RefusedFileError(Code.E010)
            names = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
            return [archive.read(name) for name in names if name.endswith(".xml")]
    except _BROKEN:
        raise RefusedFileError(Code.E001) from None


def _needs_exact_way(part: bytes) -> bool:
    """Whether a sheet holds what calamine would misread."""
    if _ERROR_CELL.search(part) or _FAR_CELL.search(part):
        return True
    return any(not _TEXT_RESULT.search(match[1]) for match in _FORMULA_CELL.finditer(part))


def _read_fast(content: bytes) -> RawWorkbook:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {name: workbook.get_sheet_by_name(name) for name in workbook.sheet_names}
        return RawWorkbook(
            {
                clean(name): [
                    [_value(cell) for cell in row[:MAX_COLUMNS]]
                    for row in sheet.to_python(skip_empty_area=False)[:MAX_ROWS]
                ]
                for name, sheet in sheets.items()
            }
        )
    except _BROKEN:
        raise RefusedFileError(Code.E001) from None


def _read_exactly(content: bytes) -> RawWorkbook:
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except _BROKEN:
        raise RefusedFileError(Code.E001) from None
    return RawWorkbook(
        {
            clean(sheet.title): [
                [CellError(str(cell.value)) if cell.data_type == "e" else _value(cell.value) for cell in row]
                for row in sheet.iter_rows(
                    max_row=min(sheet.max_row, MAX_ROWS), max_col=min(sheet.max_column, MAX_COLUMNS)
                )
            ]
            for sheet in workbook.worksheets
        }
    )


def _value(cell: object) -> Value:
    """Return a cell's value in one of our own few types."""
    match cell:
        case None | "":
            return None
        case bool():
            return cell
        case int() | float():
            return float(cell)
        case str():
            return clean(_CONTROL.sub("", cell)) or None
        case datetime():
            return cell.date()
        case date():
            return cell
        case time() | timedelta():
            return str(cell)
        case _:
            return str(cell)
