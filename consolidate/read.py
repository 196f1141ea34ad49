"""Read a master workbook back: sheets found by their hidden keys, rows by theirs."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from python_calamine import CalamineError, CalamineWorkbook
from xlsxwriter.utility import xl_col_to_name

from catalogue import MasterColumn, MasterSheet, UnreadableFileError, load_master
from catalogue.wording import master as words
from consolidate.error_cells import refuse_errors
from consolidate.identity import CALCULATED, DOCUMENT
from consolidate.jump import WITHIN
from consolidate.model import MasterTables, SheetCells
from consolidate.table import HEADER_ROW, KEY_ROW, ROW_KEY
from templates import IDENTITY_SHEET

if TYPE_CHECKING:
    import pandas as pd

Grid: TypeAlias = Sequence[Sequence[object]]

_DTYPES = {
    "integer": "Int64",
    "number": "Float64",
    "percent": "Float64",
    "million_vnd": "Float64",
    "date": "datetime64[s]",
}


def read_master(path: Path) -> MasterTables:
    """Read a master workbook, as it stands now with whatever staff changed in it.

    Raises:
        UnreadableFileError: The file cannot be opened, is not a master, misses a table or a column (of
            links within it none is missed), or holds formulas that were not calculated or that give an error.
    """
    try:
        workbook = CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError, zipfile.BadZipFile):
        raise UnreadableFileError(words.UNREADABLE_MASTER.format(file=path)) from None
    about = _about(workbook, path)
    refuse_errors(path)
    grids = {key: _grid(workbook, sheet.title) for key, sheet in load_master().items()}
    tables = {key: _table(grids[key], sheet, path=path) for key, sheet in load_master().items()}
    cells = {key: _cells(grid) for key, grid in grids.items()}
    return MasterTables(about=about, tables=tables, cells=cells)


def _grid(workbook: CalamineWorkbook, title: str) -> Grid:
    """Return a sheet's cells with row i at i - 1, or nothing when it is missing."""
    if title not in workbook.sheet_names:
        return ()
    return workbook.get_sheet_by_name(title).to_python(skip_empty_area=False)


def _about(workbook: CalamineWorkbook, path: Path) -> dict[str, str]:
    entries = {str(row[0]): row[1] for row in _grid(workbook, IDENTITY_SHEET) if len(row) > 1}
    if entries.get("document") != DOCUMENT:
        raise UnreadableFileError(words.NOT_A_MASTER.format(file=path))
    if entries.pop(CALCULATED, None) != 1:
        raise UnreadableFileError(words.NOT_CALCULATED.format(file=path))
    return {name: _about_text(value) for name, value in entries.items()}


def _about_text(value: object) -> str:
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else str(value)


def _table(grid: Grid, sheet: MasterSheet, *, path: Path) -> "pd.DataFrame":
    import pandas as pd

    keys = [str(key) for key in grid[0]] if grid else []
    if ROW_KEY not in keys:
        raise UnreadableFileError(words.MISSING_TABLE.format(file=path, sheet=sheet.title))
    columns = [column for column in sheet.columns if column.key in keys or column.key not in WITHIN]
    missing = next((column for column in columns if column.key not in keys), None)
    if missing:
        raise UnreadableFileError(
            words.MISSING_COLUMN.format(file=path, sheet=sheet.title, header=missing.header)
        )
    rows = _rows(grid, corner=keys.index(ROW_KEY))
    return pd.DataFrame(
        {
            column.key: _column(rows, column, place=keys.index(column.key), sheet=sheet, path=path)
            for column in columns
        }
    )


def _cells(grid: Grid) -> SheetCells:
    """Return where a table stands; its headers as they are shown, which may name periods."""
    keys, headers = grid[KEY_ROW - 1], grid[HEADER_ROW - 1]
    places = {str(key): place for place, key in enumerate(keys) if key}
    return SheetCells(
        rows=tuple(_rows(grid, corner=places[ROW_KEY])),
        letters={key: xl_col_to_name(place) for key, place in places.items()},
        headers={key: str(headers[place]) for key, place in places.items()},
    )


def _rows(grid: Grid, *, corner: int) -> dict[int, Sequence[object]]:
    """Return the rows that have a key, by their number on the sheet."""
    return {number: row for number, row in enumerate(grid[1:], start=2) if row[corner]}


def _column(
    rows: Mapping[int, Sequence[object]], column: MasterColumn, *, place: int, sheet: MasterSheet, path: Path
) -> "pd.Series[Any]":
    import pandas as pd

    values = []
    for number, row in rows.items():
        try:
            values.append(_value(row[place], column))
        except ValueError:
            cell = f"{xl_col_to_name(place)}{number}"
            raise UnreadableFileError(
                words.BAD_CELL.format(
                    file=path, sheet=sheet.title, cell=cell, value=row[place], header=column.header
                )
            ) from None
    return pd.Series(values, dtype=_DTYPES.get(column.kind, "string"))


def _value(value: object, column: MasterColumn) -> object:
    """Return a cell as its column's type; blank text is "", other blanks are None.

    Raises:
        ValueError: The cell holds something else.
    """
    if column.kind not in _DTYPES:
        return _text(value)
    if value == "":
        return None
    if column.kind == "date":
        return _day(value)
    number = float(str(value))
    if column.kind != "integer":
        return number
    if not number.is_integer():
        raise ValueError(value)
    return int(number)


def _text(value: object) -> str:
    """Return a cell as text; a whole number typed into a text column stays free of decimals."""
    is_whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if is_whole and isinstance(value, float) else str(value)


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    return date.fromisoformat(str(value))
