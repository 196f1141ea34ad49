"""The sheet `Hướng dẫn` of a plan's workbook: how to write, and what each choice means."""

from collections.abc import Iterator

from xlsxwriter.workbook import Workbook

from catalogue import plan_choices, table_title
from catalogue.wording import plan_book as words
from templates.layout import COUNTS_ROW, FIRST_COLUMN, TITLE_ROW
from templates.measure import height_of
from templates.page import set_paper
from templates.style import HEADER_FILL, Styles

_LABEL_WIDTH = 32
_TEXT_WIDTH = 108
_HEADING_POINTS = 21.0
GUIDE = "guide"


def write_plan_guide(workbook: Workbook, styles: Styles) -> None:
    """Write the sheet."""
    sheet = workbook.add_worksheet(table_title(GUIDE))
    sheet.set_column(0, 0, 1.5)
    sheet.set_column(FIRST_COLUMN, FIRST_COLUMN, _LABEL_WIDTH)
    sheet.set_column(FIRST_COLUMN + 1, FIRST_COLUMN + 1, _TEXT_WIDTH)
    sheet.set_row(TITLE_ROW, 24)
    sheet.write_string(TITLE_ROW, FIRST_COLUMN, words.TITLES[GUIDE], styles.title())
    set_paper(sheet, table_title(GUIDE), words.BOOK_TITLE)
    band = styles.boxed(bold=True, valign="vcenter", indent=1, bg_color=HEADER_FILL)
    text_style = styles.boxed(valign="vcenter", indent=1)
    for row, (label, text) in enumerate(_entries(), start=COUNTS_ROW - 1):
        if text is None:
            sheet.set_row(row, _HEADING_POINTS)
            sheet.write_string(row, FIRST_COLUMN, label, styles.heading())
            continue
        sheet.set_row(row, height_of([(label, _LABEL_WIDTH - 2), (text, _TEXT_WIDTH - 2)], bold=True))
        sheet.write_string(row, FIRST_COLUMN, label, band)
        sheet.write_string(row, FIRST_COLUMN + 1, text, text_style)


def _entries() -> Iterator[tuple[str, str | None]]:
    """Yield label and text of every line; a heading has no text."""
    yield words.GUIDE_HOW_HEADING, None
    yield from words.GUIDE_HOW
    yield words.GUIDE_CHOICES_HEADING, None
    for name, label in words.GUIDE_CHOICES.items():
        yield label, "\n".join(_meaning(choice.label, choice.meaning) for choice in plan_choices()[name])


def _meaning(label: str, meaning: str) -> str:
    return f"{label}: {meaning}" if meaning else label
