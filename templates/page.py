"""What every visible sheet shares: protection, paper, footer, title block, notes."""

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from catalogue.wording import forms as words
from templates.layout import COUNTS_ROW, FIRST_COLUMN, SUBTITLE_ROW, TITLE_ROW
from templates.marks import Cell
from templates.measure import lines_of
from templates.model import Order
from templates.style import FONT, NOTE_FONT_SIZE, Styles

_A4 = 9
_FOOTER_FONT = f'&"{FONT},Regular"&9 '
_MOST_FOOTER_PART = 70
_NOTE_WIDTH = 40
_NOTE_PIXELS = 300
_NOTE_LINE_PIXELS = 19


def set_page(sheet: Worksheet, order: Order, title: str, *, pages_high: int = 0) -> None:
    """Set A4 landscape, one page wide, with a footer."""
    set_paper(sheet, title, order.duty.unit.agency_name, pages_high=pages_high)


def set_paper(sheet: Worksheet, left: str, middle: str, *, pages_wide: int = 1, pages_high: int = 0) -> None:
    """Set A4 landscape, so many pages wide, with two texts and the page's number in the footer."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(pages_wide, pages_high)
    sheet.center_horizontally()
    texts = {"title": _footer_text(left), "unit": _footer_text(middle)}
    sheet.set_footer(words.FOOTER.format(font=_FOOTER_FONT, **texts), {"margin": 0.3})


def protect(sheet: Worksheet) -> None:
    """Lock what is not an answer, without a password; widths and heights may be changed."""
    sheet.protect("", {"format_columns": True, "format_rows": True})


def write_title(sheet: Worksheet, order: Order, styles: Styles, title: str) -> None:
    """Write the title, and under it the unit, the period and the plan."""
    subtitle = words.SUBTITLE.format(
        unit=order.duty.unit.agency_name, period=order.round_.period.label, plan=order.plan.short_title
    )
    sheet.set_row(TITLE_ROW, 24)
    sheet.set_row(SUBTITLE_ROW, 18)
    sheet.set_row(COUNTS_ROW, 18)
    sheet.write_string(TITLE_ROW, FIRST_COLUMN, title, styles.title())
    sheet.write_string(SUBTITLE_ROW, FIRST_COLUMN, subtitle, styles.subtitle())


def write_notes(sheet: Worksheet, messages: Mapping[Cell, str]) -> None:
    """Write the problems of a sheet's cells as notes."""
    for (row, column), message in messages.items():
        options = {
            "author": "",
            "font_name": FONT,
            "font_size": NOTE_FONT_SIZE,
            "width": _NOTE_PIXELS,
            "height": _NOTE_LINE_PIXELS * (lines_of(message, _NOTE_WIDTH) + 1),
        }
        sheet.write_comment(row, column, message, options)


def _footer_text(text: str) -> str:
    return text[:_MOST_FOOTER_PART].replace("&", "&&")
