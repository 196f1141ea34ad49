"""Conditional formats: what is missing, what is wrong, and whole numbers without an idle separator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from catalogue import Field
from templates.condition import AnyOf, Place
from templates.layout import Grid
from templates.marks import Cell
from templates.ratio import derived
from templates.selfcheck import Alike, Checks
from templates.sheets.desk import Desk
from templates.style import MISSING_FILL, WHOLE_FORMATS, WRONG_FILL, Styles
from templates.table import Table


@dataclass(frozen=True, slots=True)
class _Run:
    """Cells of one column, all checked alike."""

    cells: tuple[Cell, ...]
    checks: Checks


def add_conditions(
    sheet: Worksheet, desk: Desk, table: Table, rows: Sequence[Alike], marked: Sequence[Cell]
) -> None:
    """Colour the answers of a table by their checks; a marked cell keeps the colour of its mark.

    Args:
        sheet: The sheet.
        desk: Where the sheet is written.
        table: The table.
        rows: What each of its rows shares with others.
        marked: The cells that are marked.
    """
    grid = desk.grids[table.sheet_key]
    for field in table.fields:
        for run in _runs(field, table, grid, rows, marked):
            _color(sheet, desk.styles, grid, run)
        lines = [
            line
            for line, alike in zip(table.lines, rows, strict=True)
            if field.key in alike.answered or derived(field, line)
        ]
        if field.kind in WHOLE_FORMATS and lines:
            cells = tuple((grid.rows[line.key], grid.columns[field.key]) for line in lines)
            add_whole_number(sheet, desk.styles, field, cells)


def add_whole_number(sheet: Worksheet, styles: Styles, field: Field, cells: tuple[Cell, ...]) -> None:
    """Show whole numbers without a decimal separator."""
    cell = xl_rowcol_to_cell(*cells[0])
    criteria = f"=AND(ISNUMBER({cell}),{cell}=ROUND({cell},0))"
    _add(sheet, cells, criteria, styles.plain(num_format=WHOLE_FORMATS[field.kind]))


def _runs(
    field: Field, table: Table, grid: Grid, rows: Sequence[Alike], marked: Sequence[Cell]
) -> Iterator[_Run]:
    """Group a column's answered, unmarked cells by the checks that hold for them."""
    own = {alike: of_field(alike.checks, field.key) for alike in dict.fromkeys(rows)}
    groups: dict[Checks, list[Cell]] = {}
    for line, alike in zip(table.lines, rows, strict=True):
        cell = grid.rows[line.key], grid.columns[field.key]
        if field.key in alike.answered and cell not in marked:
            groups.setdefault(own[alike], []).append(cell)
    for of_column, cells in groups.items():
        yield _Run(tuple(cells), of_column)


def of_field(checks: Checks, field_key: str) -> Checks:
    """Return the checks that blame one field."""
    return Checks(
        missing=tuple(check for check in checks.missing if check.field_key == field_key),
        wrong=tuple(check for check in checks.wrong if check.field_key == field_key),
    )


def _color(sheet: Worksheet, styles: Styles, grid: Grid, run: _Run) -> None:
    row = run.cells[0][0]

    def place(field_key: str) -> str:
        return str(xl_rowcol_to_cell(row, grid.columns[field_key], col_abs=True))

    color_cells(sheet, styles, run.cells, run.checks, place)


def color_cells(
    sheet: Worksheet, styles: Styles, cells: tuple[Cell, ...], checks: Checks, place: Place
) -> None:
    """Colour cells whose checks fail; `place` gives addresses as the first cell sees them."""
    for failing, fill in ((checks.missing, MISSING_FILL), (checks.wrong, WRONG_FILL)):
        if failing:
            formula = AnyOf(tuple(check.condition for check in failing)).formula(place)
            _add(sheet, cells, f"={formula}", styles.plain(bg_color=fill))


def _add(sheet: Worksheet, cells: tuple[Cell, ...], criteria: str, style: object) -> None:
    row, column = cells[0]
    covered = " ".join(ranges(cells))
    options = {"type": "formula", "criteria": criteria, "format": style, "multi_range": covered}
    sheet.conditional_format(row, column, row, column, options)


def ranges(cells: Sequence[Cell]) -> Iterator[str]:
    """Return cells of one column as ranges, neighbours joined.

    >>> list(ranges([(4, 1), (5, 1), (7, 1)]))
    ['B5:B6', 'B8']
    """
    start = 0
    for position, (row, column) in enumerate(cells, start=1):
        if position < len(cells) and cells[position][0] == row + 1:
            continue
        first, last = xl_rowcol_to_cell(*cells[start]), xl_rowcol_to_cell(row, column)
        yield first if first == last else f"{first}:{last}"
        start = position
