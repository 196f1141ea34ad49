"""What the sheets of a plan's workbook share: title block, cells, rules, the notes of guesses."""

from collections import Counter
from collections.abc import Mapping

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from catalogue import (
    CatalogueError,
    PlanColumn,
    PlanTables,
    plan_choices,
    plan_columns,
    shown_cell,
    table_title,
)
from catalogue.wording import plan_book as words
from templates.layout import COUNTS_ROW, FIRST_COLUMN, HEADER_ROW, KEY_ROW, SUBTITLE_ROW, TITLE_ROW
from templates.measure import height_of
from templates.style import MISSING_FILL, TEXT_FORMAT, Styles
from templates.validations import MESSAGE_LENGTH, short_title

# The last row a reader looks at: rules and formats reach as far.
LAST_ROW = 4_999
_MOST_CHARACTERS = 32_767
_CHARACTERS_OF_A_PAGE = 210


def add_sheet(workbook: Workbook, styles: Styles, table: str, *, subtitle: str, hint: str) -> Worksheet:
    """Add a table's sheet with its hidden name, its title, the plan's name and a line on how to fill it."""
    sheet = workbook.add_worksheet(table_title(table))
    sheet.set_row(KEY_ROW - 1, None, None, {"hidden": True})
    sheet.write_string(KEY_ROW - 1, 0, table)
    for row, height in ((TITLE_ROW, 24), (SUBTITLE_ROW, 18), (COUNTS_ROW, 18)):
        sheet.set_row(row, height)
    # A narrow first column stays in view and on every page, but would cut the title off there.
    column = FIRST_COLUMN + (pages_wide(table) > 1)
    sheet.write_string(TITLE_ROW, column, words.TITLES[table], styles.title())
    sheet.write_string(SUBTITLE_ROW, column, subtitle, styles.subtitle())
    sheet.write_string(COUNTS_ROW, column, hint, styles.hint())
    sheet.set_column(0, 0, 8, None, {"hidden": True})
    return sheet


def write_headers(sheet: Worksheet, styles: Styles, headers: Mapping[str, tuple[str, float]]) -> None:
    """Write the hidden keys and the visible headers of columns; each has a width."""
    for column, (key, (header, width)) in enumerate(headers.items(), start=FIRST_COLUMN):
        sheet.write_string(KEY_ROW - 1, column, key)
        sheet.write_string(HEADER_ROW, column, header, styles.header())
        sheet.set_column(column, column, width, styles.get(num_format=TEXT_FORMAT, text_wrap=True))
    sheet.set_row(HEADER_ROW, height_of(headers.values(), bold=True))


def header_text(column: PlanColumn) -> str:
    """Return a column's header, marked when its cells must be filled."""
    return column.header + words.REQUIRED_MARK * column.is_required


def text_to_show(column: PlanColumn, text: str) -> str:
    """Return what a cell shows.

    Raises:
        CatalogueError: It is longer than a cell can hold.
    """
    shown = shown_cell(column, text)
    if len(shown) > _MOST_CHARACTERS:
        places = {"sheet": table_title(column.table), "header": column.header}
        raise CatalogueError(words.TOO_LONG.format(**places, length=len(shown), limit=_MOST_CHARACTERS))
    return shown


def write_cell(
    sheet: Worksheet, row: int, column: int, text: str, *, styles: Styles, is_short: bool, is_guess: bool
) -> None:
    """Write a text as text, whatever it looks like."""
    fill = {"bg_color": MISSING_FILL} if is_guess else {}
    align = "center" if is_short else "left"
    put_text(sheet, row, column, text, style=styles.boxed(num_format=TEXT_FORMAT, align=align, **fill))


def put_text(sheet: Worksheet, row: int, column: int, text: str, *, style: Format) -> None:
    """Write a text, or a cell that is truly blank."""
    if text:
        sheet.write_string(row, column, text, style)
    else:
        sheet.write_blank(row, column, None, style)


def add_rule(sheet: Worksheet, column: PlanColumn, first: tuple[int, int], last: tuple[int, int]) -> None:
    """Add a column's dropdown, and what a cell says when selected."""
    rule: dict[str, object] = {"validate": "any"}
    if column.choices:
        labels = [choice.label for choice in plan_choices()[column.choices]]
        rule = {"validate": "list", "source": labels, "error_message": words.CHOICE_ERROR}
        rule |= {"error_title": words.ERROR_TITLE}
    if column.prompt:
        rule |= {"input_title": short_title(column.header), "input_message": column.prompt[:MESSAGE_LENGTH]}
    if len(rule) > 1:
        sheet.data_validation(*first, *last, rule)


def guess_at(tables: PlanTables, table: str, row: int, *, column: str) -> str:
    """Return the sentence of a guess about a cell or its whole row, blank where there is none."""
    of_cell = tables.guesses.get((table, row, column), "")
    return of_cell or tables.guesses.get((table, row, ""), "")


def guesses_text(tables: PlanTables) -> str:
    """Return the sentence that counts the guesses of every sheet, blank when there are none."""
    counts = Counter(table for table, _, _ in tables.guesses)
    places = [
        words.GUESSES_OF_SHEET.format(sheet=title, count=counts[table])
        for table, title in words.SHEETS.items()
        if counts[table]
    ]
    return words.GUESSES.format(count=counts.total(), places=", ".join(places)) if places else ""


def pages_wide(table: str) -> int:
    """Return over how many pages a table is printed, so that it can still be read."""
    return 1 if sum(column.width for column in plan_columns()[table]) <= _CHARACTERS_OF_A_PAGE else 2
