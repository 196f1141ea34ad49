"""The sheet `Thông tin`: the round, who filled the form in, and the live self-check."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from catalogue import Field, SheetKey, date_text
from catalogue.wording import forms as words
from templates.cells import shown, write_value
from templates.condition import Place, quoted
from templates.layout import (
    COUNTS_ROW,
    FIRST_COLUMN,
    KEY_ROW,
    MISSING_KEY,
    TITLE_ROW,
    VALUE_KEY,
    WRONG_KEY,
    Grid,
)
from templates.marks import Cell
from templates.measure import LINE_POINTS, height_of
from templates.page import protect, set_page, write_notes, write_title
from templates.selfcheck import Checks, Counts, count_formula, counts, info_checks
from templates.sheets.answers import sum_ranges
from templates.sheets.conditions import color_cells, of_field
from templates.sheets.desk import Desk
from templates.style import ALERT_COLOR, READY_COLOR, Look
from templates.table import ANSWER_SHEETS
from templates.validations import cell_rule

_VALUE_COLUMN = FIRST_COLUMN + 1
_LAST_COLUMN = FIRST_COLUMN + 2
_WIDTHS = (32, 36, 36)
_VALUE_WIDTH = sum(_WIDTHS[1:])
_COUNT_ROW = TITLE_ROW
_LAST_ROW = 40
_MISSING_COLUMN, _WRONG_COLUMN = _LAST_COLUMN + 1, _LAST_COLUMN + 2
_ROW_POINTS = 20.0
_HEADING_POINTS = 24.0
_FIRST_BLOCK_ROW = COUNTS_ROW + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """The rows of the sheet's parts, 0-based."""

    fixed: int
    answers: int
    check: int


def info_grid(fields: tuple[Field, ...]) -> Grid:
    """Return where the fields of the information sheet stand: below each other, a heading over each part."""
    places = _places(fields)
    fixed = [field.key for field in fields if field.is_fixed]
    asked = [field.key for field in fields if not field.is_fixed]
    rows = {key: places.fixed + 1 + position for position, key in enumerate(fixed)}
    rows |= {key: places.answers + 1 + position for position, key in enumerate(asked)}
    return Grid(columns={VALUE_KEY: _VALUE_COLUMN}, rows=rows)


def write_info(sheet: Worksheet, desk: Desk, found: Mapping[SheetKey, Counts]) -> None:
    """Write the sheet; `found` are the counts of the answer sheets."""
    fields = desk.order.design.fields_of(SheetKey.INFO)
    places, messages = _places(fields), desk.messages(SheetKey.INFO)
    _set_columns(sheet, desk)
    write_title(sheet, desk.order, desk.styles, words.TITLES[SheetKey.INFO])
    if desk.order.round_.is_invented:
        sheet.write_string(COUNTS_ROW, FIRST_COLUMN, words.INVENTED, desk.styles.alert())
    _write_heading(sheet, desk, places.fixed, words.FIXED_HEADING)
    _write_heading(sheet, desk, places.answers, words.ANSWERS_HEADING)
    for field in fields:
        _write_field(sheet, desk, field, is_marked=_cell(desk, field.key) in messages)
    own = _check_answers(sheet, desk, tuple(messages))
    _write_selfcheck(sheet, desk, places.check, {SheetKey.INFO: own, **found})
    write_notes(sheet, messages)
    protect(sheet)


def _places(fields: tuple[Field, ...]) -> _Places:
    fixed = sum(field.is_fixed for field in fields)
    answers = _FIRST_BLOCK_ROW + fixed + 1
    return _Places(fixed=_FIRST_BLOCK_ROW, answers=answers, check=answers + len(fields) - fixed + 1)


def _cell(desk: Desk, field_key: str) -> Cell:
    return desk.grids[SheetKey.INFO].rows[field_key], _VALUE_COLUMN


def _set_columns(sheet: Worksheet, desk: Desk) -> None:
    set_page(sheet, desk.order, desk.title(SheetKey.INFO), pages_high=1)
    sheet.set_column(0, 0, 8, None, {"hidden": True})
    for position, width in enumerate(_WIDTHS):
        sheet.set_column(FIRST_COLUMN + position, FIRST_COLUMN + position, width)
    sheet.set_column(_MISSING_COLUMN, _WRONG_COLUMN, 8, None, {"hidden": True})
    sheet.set_row(KEY_ROW - 1, None, None, {"hidden": True})
    sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, _LAST_ROW, _LAST_COLUMN)})
    sheet.write_string(KEY_ROW - 1, _VALUE_COLUMN, VALUE_KEY)


def _write_heading(sheet: Worksheet, desk: Desk, row: int, text: str) -> None:
    sheet.set_row(row, _HEADING_POINTS)
    sheet.write_string(row, FIRST_COLUMN, text, desk.styles.heading())


def _write_field(sheet: Worksheet, desk: Desk, field: Field, *, is_marked: bool) -> None:
    row, _ = _cell(desk, field.key)
    value = _fixed_values(desk)[field.key] if field.is_fixed else _answers(desk).get(field.key)
    look = Look.MARKED if is_marked else Look.FIXED if field.is_fixed else Look.ANSWER
    style = desk.styles.alone(field, look, is_locked=field.is_fixed)
    sheet.set_row(row, max(height_of([(shown(value), _VALUE_WIDTH - 2)]) + 4, _ROW_POINTS))
    sheet.write_string(row, 0, field.key)
    sheet.write_string(row, FIRST_COLUMN, field.header, desk.styles.label())
    sheet.merge_range(row, _VALUE_COLUMN, row, _LAST_COLUMN, None, style)
    write_value(sheet, row, _VALUE_COLUMN, value, style)
    if not field.is_fixed:
        sheet.data_validation(row, _VALUE_COLUMN, row, _VALUE_COLUMN, cell_rule(field, desk.period))


def _fixed_values(desk: Desk) -> Mapping[str, str]:
    order, period = desk.order, desk.period
    return {
        "unit": order.duty.unit.agency_name,
        "plan": order.plan.title,
        "period": period.label[:1].upper() + period.label[1:],
        "data_span": words.DATA_SPAN.format(start=date_text(period.data_from), end=date_text(period.data_to)),
        "deadline": deadline_text(desk),
    }


def deadline_text(desk: Desk) -> str:
    """Return the last day to submit, or who will announce it."""
    deadline = desk.order.round_.deadline
    return date_text(deadline) if deadline else words.NO_DEADLINE


def _answers(desk: Desk) -> Mapping[str, object]:
    return {key: cells.get(VALUE_KEY) for key, cells in desk.order.answers(SheetKey.INFO).items()}


def _check_answers(sheet: Worksheet, desk: Desk, marked: tuple[Cell, ...]) -> Counts:
    """Write the sheet's own counts into its hidden first row, and colour its cells."""
    checks = info_checks(desk.order.design, desk.period)
    found = counts(checks, _answers(desk))
    missing = count_formula(checks.missing, _place(desk), when_failing=0)
    wrong = count_formula(checks.wrong, _place(desk), when_failing=1)
    sheet.write_row(KEY_ROW - 1, _MISSING_COLUMN, (MISSING_KEY, WRONG_KEY))
    sheet.write_formula(_COUNT_ROW, _MISSING_COLUMN, missing, None, found.missing)
    sheet.write_formula(_COUNT_ROW, _WRONG_COLUMN, wrong, None, found.wrong)
    for field in desk.order.design.fields_of(SheetKey.INFO):
        if not field.is_fixed and _cell(desk, field.key) not in marked:
            _color(sheet, desk, field, checks)
    return found


def _place(desk: Desk) -> Place:
    return lambda field_key: xl_rowcol_to_cell(*_cell(desk, field_key), row_abs=True, col_abs=True)


def _color(sheet: Worksheet, desk: Desk, field: Field, checks: Checks) -> None:
    color_cells(sheet, desk.styles, (_cell(desk, field.key),), of_field(checks, field.key), _place(desk))


def _write_selfcheck(sheet: Worksheet, desk: Desk, row: int, found: Mapping[SheetKey, Counts]) -> None:
    styles = desk.styles
    _write_heading(sheet, desk, row, words.CHECK_HEADING)
    sheet.write_string(row, _VALUE_COLUMN, words.CHECK_HINT, styles.hint())
    columns = (FIRST_COLUMN, FIRST_COLUMN + 1, FIRST_COLUMN + 2)
    sheet.set_row(row + 1, _ROW_POINTS)
    for column, header in zip(columns, words.CHECK_HEADERS, strict=True):
        sheet.write_string(row + 1, column, header, styles.header())
    keys = (SheetKey.INFO, *ANSWER_SHEETS)
    for position, key in enumerate(keys, start=row + 2):
        _write_check_row(sheet, desk, position, key, found[key])
    _write_total(sheet, desk, row + 2, row + 2 + len(keys), sum(found.values(), Counts(0, 0)))


def _write_check_row(sheet: Worksheet, desk: Desk, row: int, key: SheetKey, found: Counts) -> None:
    label = desk.styles.boxed(valign="vcenter", indent=1)
    number = desk.styles.boxed(align="center", valign="vcenter", num_format="0")
    if key is SheetKey.INFO:
        columns = (_MISSING_COLUMN, _WRONG_COLUMN)
        missing, wrong = (xl_rowcol_to_cell(_COUNT_ROW, column) for column in columns)
    else:
        missing, wrong = sum_ranges(desk.grids[key], prefix=f"'{desk.title(key)}'!")
    sheet.set_row(row, _ROW_POINTS)
    sheet.write_string(row, FIRST_COLUMN, desk.title(key), label)
    sheet.write_formula(row, FIRST_COLUMN + 1, f"=SUM({missing})", number, found.missing)
    sheet.write_formula(row, FIRST_COLUMN + 2, f"=SUM({wrong})", number, found.wrong)


def _write_total(sheet: Worksheet, desk: Desk, first: int, row: int, total: Counts) -> None:
    """Write the totals, and under them in words whether the form can be sent."""
    label = desk.styles.boxed(bold=True, valign="vcenter", indent=1)
    number = desk.styles.boxed(bold=True, align="center", valign="vcenter", num_format="0")
    sheet.set_row(row, _ROW_POINTS)
    sheet.write_string(row, FIRST_COLUMN, words.CHECK_TOTAL, label)
    for column, value in ((FIRST_COLUMN + 1, total.missing), (FIRST_COLUMN + 2, total.wrong)):
        top, bottom = xl_rowcol_to_cell(first, column), xl_rowcol_to_cell(row - 1, column)
        sheet.write_formula(row, column, f"=SUM({top}:{bottom})", number, value)
    _write_verdict(sheet, desk, row + 1, total)


def _write_verdict(sheet: Worksheet, desk: Desk, row: int, total: Counts) -> None:
    """Say below the totals whether the form can be sent: in red, in green once it can."""
    missing, wrong = (xl_rowcol_to_cell(row - 1, FIRST_COLUMN + position) for position in (1, 2))
    formula, text = _verdict(missing, wrong, total)
    style = desk.styles.get(bold=True, font_color=ALERT_COLOR, valign="vcenter", text_wrap=True)
    sheet.set_row(row, 2 * LINE_POINTS)
    sheet.merge_range(row, FIRST_COLUMN, row, _LAST_COLUMN, None, style)
    sheet.write_formula(row, FIRST_COLUMN, formula, style, text)
    green = desk.styles.plain(font_color=READY_COLOR)
    ready = {"type": "formula", "criteria": f"={missing}+{wrong}=0", "format": green}
    sheet.conditional_format(row, FIRST_COLUMN, row, FIRST_COLUMN, ready)


def _verdict(missing: str, wrong: str, total: Counts) -> tuple[str, str]:
    before, between, after = words.CHECK_NOT_READY
    texts = [quoted(text) for text in (words.CHECK_READY, before, between, after)]
    formula = f"=IF({missing}+{wrong}=0,{texts[0]},{texts[1]}&{missing}&{texts[2]}&{wrong}&{texts[3]})"
    if total == Counts(0, 0):
        return formula, words.CHECK_READY
    return formula, f"{before}{total.missing}{between}{total.wrong}{after}"
