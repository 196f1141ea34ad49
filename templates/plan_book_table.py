"""One table of a plan as a sheet: hidden keys, headers, dropdowns, one row per row of the file."""

from collections.abc import Mapping, Sequence

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from catalogue import PlanColumn, PlanTables, plan_columns, plan_rows
from catalogue.wording import plan_book as words
from templates.layout import FIRST_COLUMN, FIRST_ROW, HEADER_ROW, TITLE_ROW
from templates.measure import height_of
from templates.page import set_paper, write_notes
from templates.plan_book_sheet import (
    LAST_ROW,
    add_rule,
    add_sheet,
    guess_at,
    header_text,
    pages_wide,
    text_to_show,
    write_cell,
    write_headers,
)
from templates.style import BORDER_COLOR, Styles


def write_table(workbook: Workbook, styles: Styles, tables: PlanTables, table: str) -> None:
    """Write one table's sheet."""
    columns, rows = plan_columns()[table], plan_rows(tables, table)
    subtitle, plan_id = (str(tables.about.get(key, "")) for key in ("short_title", "id"))
    hint = words.ROW_COUNT.format(count=len(rows))
    sheet = add_sheet(workbook, styles, table, subtitle=subtitle, hint=hint)
    write_headers(sheet, styles, {column.key: (header_text(column), column.width) for column in columns})
    for number, row in enumerate(rows):
        _write_row(sheet, styles, tables, columns, number, row)
    _add_rules(sheet, columns)
    _outline_new_rows(sheet, styles, columns, first=FIRST_ROW + len(rows))
    write_notes(sheet, _notes(tables, table, columns))
    _set_page(sheet, table, plan_id, columns, last_row=FIRST_ROW + max(len(rows), 1) - 1)


def _write_row(
    sheet: Worksheet,
    styles: Styles,
    tables: PlanTables,
    columns: Sequence[PlanColumn],
    number: int,
    row: Mapping[str, str],
) -> None:
    texts = [text_to_show(column, row.get(column.key) or "") for column in columns]
    widths = [column.width for column in columns]
    sheet.set_row(FIRST_ROW + number, height_of(zip(texts, widths, strict=True)))
    for place, (column, text) in enumerate(zip(columns, texts, strict=True), start=FIRST_COLUMN):
        is_guess = bool(guess_at(tables, column.table, number, column=column.key))
        write_cell(
            sheet, FIRST_ROW + number, place, text, styles=styles, is_short=column.is_short, is_guess=is_guess
        )


def _add_rules(sheet: Worksheet, columns: Sequence[PlanColumn]) -> None:
    for place, column in enumerate(columns, start=FIRST_COLUMN):
        add_rule(sheet, column, (FIRST_ROW, place), (LAST_ROW, place))


def _outline_new_rows(sheet: Worksheet, styles: Styles, columns: Sequence[PlanColumn], *, first: int) -> None:
    """Give a row that is added below the table its borders as soon as something is written in it."""
    left, right = xl_col_to_name(FIRST_COLUMN), xl_col_to_name(FIRST_COLUMN + len(columns) - 1)
    criteria = f"=COUNTA(${left}{first + 1}:${right}{first + 1})>0"
    border = styles.plain(border=1, border_color=BORDER_COLOR)
    place = (first, FIRST_COLUMN, LAST_ROW, FIRST_COLUMN + len(columns) - 1)
    sheet.conditional_format(*place, {"type": "formula", "criteria": criteria, "format": border})


def _notes(tables: PlanTables, table: str, columns: Sequence[PlanColumn]) -> Mapping[tuple[int, int], str]:
    """Return the sentences of guesses by cell; one about a whole row stands at its first cell."""
    places = {column.key: place for place, column in enumerate(columns, start=FIRST_COLUMN)}
    notes: dict[tuple[int, int], str] = {}
    for (of_table, row, key), sentence in sorted(tables.guesses.items()):
        if of_table == table:
            cell = (FIRST_ROW + row, places.get(key, FIRST_COLUMN))
            notes[cell] = "\n".join(filter(None, (notes.get(cell, ""), sentence)))
    return notes


def _set_page(
    sheet: Worksheet, table: str, plan_id: str, columns: Sequence[PlanColumn], *, last_row: int
) -> None:
    wide = pages_wide(table)
    last_column = FIRST_COLUMN + len(columns) - 1
    set_paper(sheet, words.SHEETS[table], plan_id, pages_wide=wide)
    sheet.repeat_rows(HEADER_ROW)
    if wide > 1:
        sheet.repeat_columns(FIRST_COLUMN)
    sheet.freeze_panes(FIRST_ROW, FIRST_COLUMN + 1)
    sheet.autofilter(HEADER_ROW, FIRST_COLUMN, last_row, last_column)
    sheet.print_area(TITLE_ROW, FIRST_COLUMN, last_row, last_column)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(last_column)}{LAST_ROW + 1}"})
