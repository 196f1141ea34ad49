"""The sheet `Kế hoạch`: one row per setting of the plan, one per item of a list."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from catalogue import ABOUT, JSON_PREFIX, ColumnKind, PlanColumn, PlanTables, flat_settings, plan_columns
from catalogue.wording import plan_book as words
from templates.layout import COUNTS_ROW, FIRST_COLUMN, FIRST_ROW, HEADER_ROW, TITLE_ROW
from templates.measure import height_of
from templates.page import set_paper, write_notes
from templates.plan_book_sheet import (
    add_rule,
    add_sheet,
    guess_at,
    guesses_text,
    header_text,
    put_text,
    text_to_show,
    write_cell,
    write_headers,
)
from templates.style import Styles

_WIDTHS = {"label": 40.0, "value": 88.0, "prompt": 52.0}
_LABEL, _VALUE, _PROMPT = range(FIRST_COLUMN, FIRST_COLUMN + len(_WIDTHS))


@dataclass(frozen=True, slots=True)
class _Line:
    """One row: a setting or one item of it; the label stands on a setting's first row."""

    column: PlanColumn
    text: str
    is_first: bool = True

    @property
    def label(self) -> str:
        return header_text(self.column) if self.is_first else ""

    @property
    def prompt(self) -> str:
        return self.column.prompt if self.is_first else ""


def write_about(workbook: Workbook, styles: Styles, tables: PlanTables) -> None:
    """Write the sheet."""
    subtitle = str(tables.about.get("short_title", ""))
    guesses = guesses_text(tables)
    sheet = add_sheet(workbook, styles, ABOUT, subtitle=subtitle, hint=guesses or words.ABOUT_HINT)
    if guesses:
        sheet.write_string(COUNTS_ROW, FIRST_COLUMN, guesses, styles.alert())
    write_headers(sheet, styles, {key: (words.ABOUT_COLUMNS[key], width) for key, width in _WIDTHS.items()})
    lines = list(_lines(tables.about))
    for row, line in enumerate(lines, start=FIRST_ROW):
        _write_line(sheet, styles, row, line, is_guess=bool(_guess(tables, line)))
    write_notes(sheet, _notes(tables, lines))
    _set_page(sheet, str(tables.about.get("id", "")), last_row=FIRST_ROW + len(lines) - 1)


def _write_line(sheet: Worksheet, styles: Styles, row: int, line: _Line, *, is_guess: bool) -> None:
    texts = {"label": line.label, "value": line.text, "prompt": line.prompt}
    sheet.set_row(row, height_of([(text, _WIDTHS[key]) for key, text in texts.items()]))
    sheet.write_string(row, 0, line.column.key)
    put_text(sheet, row, _LABEL, line.label, style=styles.label())
    write_cell(sheet, row, _VALUE, line.text, styles=styles, is_short=False, is_guess=is_guess)
    put_text(sheet, row, _PROMPT, line.prompt, style=styles.boxed(italic=True))
    add_rule(sheet, line.column, (row, _VALUE), (row, _VALUE))


def _set_page(sheet: Worksheet, plan_id: str, *, last_row: int) -> None:
    set_paper(sheet, words.SHEETS[ABOUT], plan_id)
    sheet.repeat_rows(HEADER_ROW)
    sheet.freeze_panes(FIRST_ROW, 0)
    sheet.print_area(TITLE_ROW, FIRST_COLUMN, last_row, _PROMPT)
    sheet.ignore_errors({"number_stored_as_text": f"A1:D{last_row + 1}"})


def _guess(tables: PlanTables, line: _Line) -> str:
    return guess_at(tables, ABOUT, 0, column=line.column.key)


def _notes(tables: PlanTables, lines: list[_Line]) -> Mapping[tuple[int, int], str]:
    firsts = [(row, line) for row, line in enumerate(lines, start=FIRST_ROW) if line.is_first]
    return {(row, _VALUE): _guess(tables, line) for row, line in firsts if _guess(tables, line)}


def _lines(about: Mapping[str, Any]) -> Iterator[_Line]:
    """Yield the known settings in the order of the data, then whatever else the plan has."""
    settings = dict(flat_settings(about))
    for column in plan_columns()[ABOUT]:
        yield from _lines_of(column, settings.pop(column.key, None))
    for key, value in settings.items():
        yield _Line(_unknown(key), json.dumps(value, ensure_ascii=False, default=str))


def _lines_of(column: PlanColumn, value: object) -> Iterator[_Line]:
    if column.kind is not ColumnKind.ITEMS:
        yield _Line(column, text_to_show(column, "" if value is None else str(value)))
        return
    items = value if isinstance(value, list | tuple) and value else [""]
    for position, item in enumerate(items):
        yield _Line(column, text_to_show(column, str(item)), is_first=position == 0)


def _unknown(key: str) -> PlanColumn:
    return PlanColumn(
        table=ABOUT,
        key=f"{JSON_PREFIX}{key}",
        header=key,
        kind=ColumnKind.TEXT,
        is_required=False,
        choices="",
        refers_to="",
        width=0,
        prompt="",
    )
