"""The sheet `Cần sửa` of a marked copy: every problem in order, with a link to its cell."""

from xlsxwriter.worksheet import Worksheet

from catalogue.wording import forms as words
from templates.layout import COUNTS_ROW, FIRST_COLUMN, FIRST_ROW, HEADER_ROW, TITLE_ROW
from templates.marks import PlacedMark
from templates.measure import height_of
from templates.page import protect, set_page, write_title
from templates.sheets.desk import Desk

_WIDTHS = (6, 16, 10, 104)


def write_fixes(desk: Desk) -> Worksheet:
    """Write the sheet."""
    sheet = desk.workbook.add_worksheet(words.FIXES_SHEET)
    set_page(sheet, desk.order, words.FIXES_SHEET)
    sheet.set_column(0, 0, 1.5)
    write_title(sheet, desk.order, desk.styles, words.FIXES_TITLE)
    sheet.write_string(COUNTS_ROW, FIRST_COLUMN, words.FIXES_HINT, desk.styles.hint())
    sheet.set_row(HEADER_ROW, 22)
    for position, (header, width) in enumerate(zip(words.FIXES_HEADERS, _WIDTHS, strict=True)):
        sheet.set_column(FIRST_COLUMN + position, FIRST_COLUMN + position, width)
        sheet.write_string(HEADER_ROW, FIRST_COLUMN + position, header, desk.styles.header())
    for position, mark in enumerate(desk.marks):
        _write_mark(sheet, desk, position, mark)
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.repeat_rows(HEADER_ROW)
    last = FIRST_ROW + max(len(desk.marks), 1) - 1
    sheet.print_area(TITLE_ROW, FIRST_COLUMN, last, FIRST_COLUMN + len(_WIDTHS) - 1)
    protect(sheet)
    return sheet


def _write_mark(sheet: Worksheet, desk: Desk, position: int, mark: PlacedMark) -> None:
    row, styles = FIRST_ROW + position, desk.styles
    middle, left = styles.boxed(align="center"), styles.boxed()
    title = desk.title(mark.sheet_key) if mark.sheet_key else words.WHOLE_FILE
    sheet.set_row(row, height_of([(mark.message, _WIDTHS[-1]), (title, _WIDTHS[1])]))
    sheet.write_number(row, FIRST_COLUMN, position + 1, middle)
    sheet.write_string(row, FIRST_COLUMN + 1, title, left)
    if mark.address:
        link = styles.boxed(align="center", font_color="#0563C1", underline=1)
        url = f"internal:'{title}'!{mark.address}"
        sheet.write_url(row, FIRST_COLUMN + 2, url, link, mark.address)
    else:
        sheet.write_blank(row, FIRST_COLUMN + 2, None, middle)
    sheet.write_string(row, FIRST_COLUMN + 3, mark.message, left)
