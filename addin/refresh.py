"""Fill an open workbook with what a file holds, sheet by sheet: for a master that Excel does not close.

Values, formulas and number formats are taken over, a few calls per sheet. Charts, heights and colours stay
as they were open; the next consolidation that may close the master makes all of it anew.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet
from xlwings import Book, Sheet

AS_TEXT, GENERAL = "@", "General"


def refresh(book: Book, path: Path) -> None:
    """Fill the sheets of an open workbook with those of a file; sheets only the open one has stay.

    Raises:
        Exception: Whatever Excel raises: a protected sheet, a cell being edited.
    """
    there = {sheet.name for sheet in book.sheets}
    for source in openpyxl.load_workbook(path).worksheets:
        sheet = book.sheets[source.title] if source.title in there else _added(book, source.title)
        _refresh(sheet, source)


def _added(book: Book, title: str) -> Sheet:
    return book.sheets.add(title, after=book.sheets[len(book.sheets) - 1])


def _refresh(sheet: Sheet, source: Worksheet) -> None:
    sheet.clear_contents()
    for place, column in enumerate(source.iter_cols(), start=1):
        for number_format, first, last in _runs(column):
            sheet.range((first, place), (last, place)).number_format = number_format
    rows = list(source.iter_rows())
    sheet.range((1, 1)).value = [[_typed(cell) for cell in row] for row in rows]
    for row in rows:
        for cell in row:
            if isinstance(cell.value, ArrayFormula):
                sheet.range(cell.value.ref).api.FormulaArray = cell.value.text


def _runs(column: Sequence[Cell | MergedCell]) -> Iterator[tuple[str, int, int]]:
    """Yield the formats of a column from top to bottom: format, first row, last row."""
    for number_format, cells in groupby(enumerate(column, start=1), key=lambda each: _format(each[1])):
        rows = [row for row, _ in cells]
        yield number_format, rows[0], rows[-1]


def _format(cell: Cell | MergedCell) -> str:
    # A formula that is typed into a cell of text stays text.
    is_formula = cell.data_type == "f"
    return GENERAL if is_formula and cell.number_format == AS_TEXT else str(cell.number_format)


def _typed(cell: Cell | MergedCell) -> object:
    """Return a value as one types it: a text stays text whatever it looks like."""
    if isinstance(cell.value, ArrayFormula):
        return None
    is_text = isinstance(cell.value, str) and cell.data_type != "f"
    # A cell of text takes an apostrophe for a letter of the text; any other cell needs it.
    return f"'{cell.value}" if is_text and cell.number_format != AS_TEXT else cell.value
