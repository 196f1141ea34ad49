"""One answer sheet: keys, title, header, rows, hidden counts."""

from collections.abc import Mapping, Sequence

from xlsxwriter.utility import xl_col_to_name, xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from catalogue import Field, SheetKey
from catalogue.wording import forms as words
from templates.cells import shown, write_value
from templates.layout import (
    COUNTS_ROW,
    FIRST_COLUMN,
    FIRST_ROW,
    HEADER_ROW,
    KEY_ROW,
    MISSING_KEY,
    TITLE_ROW,
    WRONG_KEY,
    Grid,
)
from templates.marks import Cell
from templates.measure import height_of
from templates.page import protect, set_page, write_notes, write_title
from templates.ratio import derived, ratio_formula
from templates.selfcheck import Alike, Counts, alike_rows
from templates.sheets.conditions import add_conditions
from templates.sheets.desk import Desk
from templates.style import QUOTIENT_FORMAT, YEAR_FORMAT, Look
from templates.table import Line, Table, is_answered
from templates.validations import cell_rule

# Room for a short answer; on fixed sheets answers tell what was done, on free ones they are shorter.
MIN_LINES = 4
MIN_FREE_LINES = 3
_YEARS = frozenset({"target_year"})
_FROZEN = "name"


def write_answers(desk: Desk, key: SheetKey) -> Counts:
    """Write one answer sheet, and return what its self-check counts."""
    table, messages = desk.tables[key], desk.messages(key)
    sheet = desk.workbook.add_worksheet(table.title)
    rows = alike_rows(table, desk.order.design, desk.period, desk.grids[key].letter)
    _set_columns(sheet, desk, table)
    _write_header(sheet, desk, table, messages)
    found = Counts(0, 0)
    for line, alike in zip(table.lines, rows, strict=True):
        _write_line(sheet, desk, table, line, messages)
        found += _write_counts(sheet, desk, table, line, alike)
    if table.lines:
        _write_sums(sheet, desk, table, found)
    else:
        _write_no_rows(sheet, desk, table)
    _add_validations(sheet, desk, table, rows)
    add_conditions(sheet, desk, table, rows, tuple(messages))
    write_notes(sheet, messages)
    protect(sheet)
    return found


def sum_ranges(grid: Grid, *, prefix: str = "") -> tuple[str, str]:
    """Return the cells that hold a sheet's counts per row: what is missing, what is wrong."""
    first, last = FIRST_ROW + 1, grid.last_row + 1
    letters = (xl_col_to_name(grid.missing_column), xl_col_to_name(grid.wrong_column))
    missing, wrong = (f"{prefix}${letter}${first}:${letter}${last}" for letter in letters)
    return missing, wrong


def _set_columns(sheet: Worksheet, desk: Desk, table: Table) -> None:
    grid = desk.grids[table.sheet_key]
    sheet.set_column(0, 0, 8, None, {"hidden": True})
    for field in table.fields:
        sheet.set_column(grid.columns[field.key], grid.columns[field.key], field.width)
    sheet.set_column(grid.missing_column, grid.wrong_column, 8, None, {"hidden": True})
    set_page(sheet, desk.order, table.title)
    sheet.repeat_rows(HEADER_ROW)
    sheet.print_area(TITLE_ROW, FIRST_COLUMN, grid.last_row, grid.last_column)
    # Excel need not point at codes and telephone numbers kept as text, nor at the one formula in a column.
    used = xl_range(0, 0, grid.last_row, grid.wrong_column)
    sheet.ignore_errors({"number_stored_as_text": used, "formula_differs": used})
    sheet.freeze_panes(FIRST_ROW, _frozen_columns(table, grid))


def _frozen_columns(table: Table, grid: Grid) -> int:
    """Keep the row's name in view where it is ours; on free sheets only its number."""
    return FIRST_COLUMN + 1 if table.is_free else grid.columns[_FROZEN] + 1


def _write_header(sheet: Worksheet, desk: Desk, table: Table, messages: Mapping[Cell, str]) -> None:
    grid, styles = desk.grids[table.sheet_key], desk.styles
    hidden = {grid.missing_column: MISSING_KEY, grid.wrong_column: WRONG_KEY}
    keys = {column: key for key, column in grid.columns.items()}
    for column, key in (keys | hidden).items():
        sheet.write_string(KEY_ROW - 1, column, key)
    sheet.set_row(KEY_ROW - 1, None, None, {"hidden": True})
    write_title(sheet, desk.order, styles, words.TITLES[table.sheet_key])
    height = height_of(((field.header, field.width) for field in table.fields), at_least=2, bold=True)
    sheet.set_row(HEADER_ROW, height)
    for field in table.fields:
        cell = HEADER_ROW, grid.columns[field.key]
        sheet.write_string(*cell, field.header, styles.header(is_marked=cell in messages))


def _write_line(sheet: Worksheet, desk: Desk, table: Table, line: Line, messages: Mapping[Cell, str]) -> None:
    grid = desk.grids[table.sheet_key]
    row = grid.rows[line.key]
    sheet.write_string(row, 0, line.key)
    texts = []
    for field in table.fields:
        cell = row, grid.columns[field.key]
        value = (line.fixed if field.is_fixed else line.answers).get(field.key)
        texts.append((shown(value), field.width))
        if derived(field, line):
            _write_ratio(sheet, desk, table, line, is_marked=cell in messages)
        else:
            _write_cell(sheet, desk, table, (field, line), is_marked=cell in messages)
    sheet.set_row(row, height_of(texts, at_least=MIN_FREE_LINES if table.is_free else MIN_LINES))


def _write_cell(
    sheet: Worksheet, desk: Desk, table: Table, place: tuple[Field, Line], *, is_marked: bool
) -> None:
    field, line = place
    grid = desk.grids[table.sheet_key]
    value = (line.fixed if field.is_fixed else line.answers).get(field.key)
    look, is_locked = _look(field, line, table)
    style = desk.styles.cell(
        field,
        Look.MARKED if is_marked else look,
        is_locked=is_locked,
        number_format=YEAR_FORMAT if field.key in _YEARS else "",
    )
    write_value(sheet, grid.rows[line.key], grid.columns[field.key], value, style)


def _look(field: Field, line: Line, table: Table) -> tuple[Look, bool]:
    """Return how a cell looks and whether it is locked.

    What a unit wrote where nothing was asked stays unlocked on a marked copy: it must be able to clear it.
    """
    if field.is_fixed:
        return Look.FIXED, True
    if is_answered(field, line, table.tasks):
        return Look.ANSWER, False
    return Look.UNUSED, field.key not in line.answers


def _write_ratio(sheet: Worksheet, desk: Desk, table: Table, line: Line, *, is_marked: bool) -> None:
    grid, field = desk.grids[table.sheet_key], next(each for each in table.fields if each.key == "value")
    formula, value = ratio_formula(table, line, desk.order.design, grid)
    look = Look.MARKED if is_marked else Look.UNUSED
    style = desk.styles.cell(field, look, is_locked=True, number_format=QUOTIENT_FORMAT)
    sheet.write_formula(grid.rows[line.key], grid.columns[field.key], formula, style, value)


def _write_counts(sheet: Worksheet, desk: Desk, table: Table, line: Line, alike: Alike) -> Counts:
    grid = desk.grids[table.sheet_key]
    row, found = grid.rows[line.key], alike.counts(line)
    missing, wrong = alike.formulas_at(row + 1)
    sheet.write_formula(row, grid.missing_column, missing, None, found.missing)
    sheet.write_formula(row, grid.wrong_column, wrong, None, found.wrong)
    return found


def _write_no_rows(sheet: Worksheet, desk: Desk, table: Table) -> None:
    grid = desk.grids[table.sheet_key]
    style = desk.styles.boxed(italic=True, valign="vcenter", align="center")
    text = words.NO_ROWS[table.sheet_key]
    sheet.set_row(FIRST_ROW, 30)
    sheet.merge_range(FIRST_ROW, FIRST_COLUMN, FIRST_ROW, grid.last_column, text, style)


def _write_sums(sheet: Worksheet, desk: Desk, table: Table, found: Counts) -> None:
    """Write the line under the title that counts this sheet's open points."""
    missing, wrong = sum_ranges(desk.grids[table.sheet_key])
    before, between, after = words.SHEET_COUNTS
    formula = f'="{before}"&SUM({missing})&"{between}"&SUM({wrong})&"{after}"'
    value = f"{before}{found.missing}{between}{found.wrong}{after}"
    sheet.write_formula(COUNTS_ROW, FIRST_COLUMN, formula, desk.styles.hint(), value)


def _add_validations(sheet: Worksheet, desk: Desk, table: Table, alike: Sequence[Alike]) -> None:
    grid = desk.grids[table.sheet_key]
    for field in table.fields:
        lines = zip(table.lines, alike, strict=True)
        rows = [grid.rows[line.key] for line, each in lines if field.key in each.answered]
        if not rows:
            continue
        column, rule = grid.columns[field.key], cell_rule(field, desk.period)
        others = [[row, column, row, column] for row in rows]
        if rows == list(range(rows[0], rows[-1] + 1)):
            sheet.data_validation(rows[0], column, rows[-1], column, rule)
        else:
            first = xl_rowcol_to_cell(rows[0], column)
            sheet.data_validation(first, rule | {"other_cells": others[1:]})
