"""A form as sheets of cells that know which answer they hold, so that it can be altered and judged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from catalogue import SheetKey
from tests.corpus.truth import STRAY, Ask, Truth


@dataclass(frozen=True, slots=True)
class Fault:
    """An error value: #REF! and the like."""

    shown: str


@dataclass(frozen=True, slots=True)
class Markup:
    """Text given as the XML inside its <si> or <is> element: rich text, phonetic guides."""

    xml: str


Content = None | str | float | bool | date | Fault | Markup


@dataclass(slots=True)
class Cell:
    """One cell; with a formula, its content is the stored result (None: never calculated)."""

    content: Content = None
    style: int = 0
    formula: str = ""
    truth: Truth | None = None

    @property
    def is_written(self) -> bool:
        return self.content is not None or bool(self.formula)


@dataclass(slots=True)
class Row:
    cells: list[Cell]
    attributes: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A merged area, 0-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int

    def moved(self, *, rows: int = 0, columns: int = 0) -> "Area":
        return Area(self.top + rows, self.left + columns, self.bottom + rows, self.right + columns)

    def without_column(self, at: int) -> "Area | None":
        """Return what is left of the area when a column goes; None when it was in that column only."""
        left, right = self.left - (self.left > at), self.right - (self.right >= at)
        return Area(self.top, left, self.bottom, right) if right >= left else None

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(slots=True)
class Sheet:
    """One sheet; `head`, `middle` and `tail` are its XML before, between and after rows and merged areas."""

    name: str
    key: SheetKey | None
    rows: list[Row]
    state: str = ""
    columns: dict[int, str] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    head: str = ""
    middle: str = ""
    tail: str = ""
    dimension: str = ""

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, made if there is none yet."""
        while len(self.rows) <= row:
            self.rows.append(Row([]))
        cells = self.rows[row].cells
        while len(cells) <= column:
            cells.append(Cell())
        return cells[column]

    def insert_rows(self, at: int, *rows: Row) -> None:
        self.rows[at:at] = rows
        self.merges = [area.moved(rows=len(rows)) if area.top >= at else area for area in self.merges]

    def insert_column(self, at: int) -> list[Cell]:
        """Insert a column and return its cells from the top."""
        made = []
        for number in range(len(self.rows)):
            self.cell(number, max(at - 1, 0))
            made.append(Cell())
            self.rows[number].cells.insert(at, made[-1])
        self.columns = {(at_ + (at_ >= at)): kept for at_, kept in self.columns.items()}
        self.merges = [area.moved(columns=1) if area.left >= at else area for area in self.merges]
        return made

    def delete_column(self, at: int) -> None:
        for row in self.rows:
            del row.cells[at : at + 1]
        self.columns = {(at_ - (at_ > at)): kept for at_, kept in self.columns.items() if at_ != at}
        self.merges = [left for area in self.merges if (left := area.without_column(at))]


class Spot(NamedTuple):
    """Where a cell stands, 0-based."""

    sheet: Sheet
    row: int
    column: int
    cell: Cell


@dataclass(slots=True)
class Book:
    """A workbook that can be altered; written by `tests.corpus.package.packed`."""

    sheets: list[Sheet]
    parts: dict[str, bytes]
    names: str
    styles: dict[str, int]
    extension: str = ".xlsx"
    is_1904: bool = False
    has_inline_text: bool = False
    has_references: bool = True
    part_changes: list[Callable[[dict[str, bytes]], None]] = field(default_factory=list)
    byte_changes: list[Callable[[bytes], bytes]] = field(default_factory=list)

    def sheet(self, key: SheetKey) -> Sheet | None:
        """Return the first sheet that stands for one of the form's, or None when it is gone."""
        return next((sheet for sheet in self.sheets if sheet.key is key), None)

    def spots(self) -> Iterator[Spot]:
        """Return every cell."""
        for sheet in self.sheets:
            for number, row in enumerate(sheet.rows):
                for column, cell in enumerate(row.cells):
                    yield Spot(sheet, number, column, cell)

    def answers(self, *keys: SheetKey, fields: tuple[str, ...] = ()) -> list[Spot]:
        """Return the answered cells that are still as the unit first wrote them."""
        return [
            spot
            for spot in self.spots()
            if (truth := spot.cell.truth)
            and truth.place
            and not truth.is_blank
            and truth.ask is Ask.NEVER
            and (not keys or truth.place[0] in keys)
            and (not fields or truth.place[2] in fields)
        ]

    def clone(self) -> "Book":
        """Return a copy that shares no cell."""
        sheets = [copied_sheet(sheet) for sheet in self.sheets]
        return replace(
            self, sheets=sheets, parts=dict(self.parts), part_changes=[], byte_changes=[], styles=self.styles
        )


def copied_row(row: Row) -> Row:
    """Return a copy of a row."""
    return Row([Cell(c.content, c.style, c.formula, c.truth) for c in row.cells], row.attributes)


def copied_sheet(sheet: Sheet, **changes: object) -> Sheet:
    """Return a copy of a sheet, with changes."""
    rows = [copied_row(row) for row in sheet.rows]
    return replace(sheet, rows=rows, columns=dict(sheet.columns), merges=list(sheet.merges), **changes)


def stray(content: Content) -> Cell:
    """Return a cell with content that is no answer of the form."""
    return Cell(content, truth=STRAY)
