"""Find the cell of each problem on a marked copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from catalogue import SheetKey
from templates.layout import FIRST_COLUMN, HEADER_ROW, TITLE_ROW, VALUE_KEY, Grid
from templates.model import Mark

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMark:
    """A problem and its cell, 0-based; no sheet and no cell for a problem of the whole file."""

    sheet_key: SheetKey | None
    cell: Cell | None
    message: str

    @property
    def address(self) -> str:
        """The cell's address ("H12"), blank for a problem of the whole file."""
        return xl_rowcol_to_cell(*self.cell) if self.cell else ""


def place_marks(
    marks: Sequence[Mark],
    grids: Mapping[SheetKey, Grid],
    aliases: Mapping[SheetKey, Mapping[str, str]],
) -> tuple[PlacedMark, ...]:
    """Return the marks in their order, each with its cell.

    Args:
        marks: The problems.
        grids: Where fields and rows stand, by sheet.
        aliases: The row an answer row was moved to, by sheet and row key.
    """
    return tuple(_placed(mark, grids, aliases) for mark in marks)


def messages_by_cell(placed: Sequence[PlacedMark], sheet_key: SheetKey) -> dict[Cell, str]:
    """Return the messages of one sheet's cells, several of one cell on separate lines."""
    messages: dict[Cell, list[str]] = {}
    for mark in placed:
        if mark.sheet_key is sheet_key and mark.cell is not None:
            messages.setdefault(mark.cell, []).append(mark.message)
    return {cell: "\n".join(dict.fromkeys(lines)) for cell, lines in messages.items()}


def _placed(
    mark: Mark, grids: Mapping[SheetKey, Grid], aliases: Mapping[SheetKey, Mapping[str, str]]
) -> PlacedMark:
    grid = grids.get(mark.sheet_key) if mark.sheet_key else None
    if grid is None:
        return PlacedMark(sheet_key=None, cell=None, message=mark.message)
    row_key, field_key = mark.row_key, mark.field_key
    if mark.sheet_key is SheetKey.INFO and field_key != VALUE_KEY:
        row_key, field_key = field_key or row_key, VALUE_KEY
    moved = aliases.get(mark.sheet_key, {}) if mark.sheet_key else {}
    row, column = grid.rows.get(moved.get(row_key, row_key)), grid.columns.get(field_key)
    return PlacedMark(sheet_key=mark.sheet_key, cell=_nearest(row, column), message=mark.message)


def _nearest(row: int | None, column: int | None) -> Cell:
    """Return the cell, or the row's first cell, the column's header, the sheet's title: what is known."""
    if row is not None:
        return row, FIRST_COLUMN if column is None else column
    return (TITLE_ROW, FIRST_COLUMN) if column is None else (HEADER_ROW, column)
