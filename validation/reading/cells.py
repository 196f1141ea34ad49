"""Collect the cells of a workbook one by one, and give them as grids of a bounded size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from catalogue import Code, clean
from validation.reading.limits import (
    MAX_AREA,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_COPIED_TEXT,
    MAX_MERGED,
    MAX_ROWS,
    MAX_SHEETS,
    MAX_STRAYS,
)
from validation.reading.model import Area, Grid, LegacyText, Note, RawWorkbook, RefusedFileError, Stray, Value


@dataclass(slots=True)
class Held:
    """What the sheets of a workbook hold together: cells, characters of texts of their own, and area."""

    count: int = 0
    copied: int = 0
    area: int = 0


@dataclass(kw_only=True)
class SheetCells:
    """One sheet while it is read; places are 1-based.

    It does not know its workbook: the cells of both are let go at once, and not by the garbage collector.
    """

    held: Held
    rows: dict[int, dict[int, Value]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)

    def put(self, row: int, column: int, value: Value) -> None:
        """Remember a cell that holds something."""
        if value is None:
            return
        self.held.count += 1
        if isinstance(value, LegacyText):  # a copy; every other text is shared
            self.held.copied += len(value)
        is_too_much = self.held.count > MAX_CELLS or self.held.copied > MAX_COPIED_TEXT
        if is_too_much or len(self.strays) >= MAX_STRAYS:
            raise RefusedFileError(Code.E010)
        if row > MAX_ROWS or column > MAX_COLUMNS:
            self.strays.append(Stray(row, column, value))
        else:
            self.rows.setdefault(row, {})[column] = value

    def put_all(self, rows: dict[int, dict[int, Value]], *, count: int) -> None:
        """Remember many cells by row and column, none of them beyond the grid nor a text of its own.

        Args:
            rows: The cells; the sheet has none before.
            count: How many they are.
        """
        self.held.count += count
        self.rows = rows

    def merge(self, area: Area) -> None:
        """Remember a merged area."""
        if area.first_row == area.last_row and area.first_column == area.last_column:
            return
        self.merged.append(area)
        if len(self.merged) > MAX_MERGED:
            raise RefusedFileError(Code.E010)

    def grid(self) -> Grid:
        """Return the cells as rows of one width; blank rows are one and the same."""
        width = max(set().union(*self.rows.values()), default=0)
        height = max(self.rows, default=0)
        self.held.area += width * height
        if self.held.area > MAX_AREA:
            raise RefusedFileError(Code.E010)
        blank: Sequence[Value] = (None,) * width
        grid, columns = [blank] * height, range(1, width + 1)
        for row, cells in self.rows.items():
            grid[row - 1] = [*map(cells.get, columns)]
        return grid


@dataclass(kw_only=True)
class BookCells:
    """A workbook while it is read."""

    sheets: dict[str, SheetCells] = field(default_factory=dict)
    held: Held = field(default_factory=Held)

    def sheet(self, name: str) -> SheetCells:
        """Start the next sheet."""
        if len(self.sheets) >= MAX_SHEETS:
            raise RefusedFileError(Code.E010)
        made = SheetCells(held=self.held)
        self.sheets[unique(clean(name), self.sheets)] = made
        return made

    def workbook(self, notes: Sequence[Note] = ()) -> RawWorkbook:
        """Return the workbook."""
        return RawWorkbook(
            {name: sheet.grid() for name, sheet in self.sheets.items()},
            merged={name: sheet.merged for name, sheet in self.sheets.items() if sheet.merged},
            notes=notes,
            strays={name: sheet.strays for name, sheet in self.sheets.items() if sheet.strays},
        )


def unique(name: str, taken: Mapping[str, object]) -> str:
    """Return a sheet's name, told apart from sheets whose names are the same once cleaned."""
    made, number = name, 2
    while made in taken:
        made, number = f"{name} ({number})", number + 1
    return made
