"""How the columns of staff's own work look, what may be typed there, and how adjusted figures stand out."""

from collections.abc import Mapping
from typing import Any

from catalogue import FormDesign, MasterColumn, MasterSheet
from catalogue.wording import adjust as words
from consolidate.adjust.fields import ADJUSTED, DETAILS, MARK, REPORTED, WHY, Adjustable, is_staffs
from consolidate.adjust.findings import header_of
from consolidate.adjust.formulas import YES
from consolidate.formula import quoted
from consolidate.styles import Styles
from consolidate.table import FIRST_ROW, Area

INPUT_FILL = "#FFFBE6"
REPORTED_INK = "#7F7F7F"
SUMMED = {
    "tasks": ("done_share_pct", "completion_pct", "overall", "due_state", "adjusted_count"),
    "indicators": ("numerator", "denominator", "value", "assessment", "adjusted_count"),
}
"""The columns of a summary that show when any of its detail rows is adjusted."""

LONGEST_MESSAGE = 255
LONGEST_TITLE = 32


def kind_of(column: MasterColumn, design: MasterSheet) -> str:
    """Return what a column holds; where staff adjust a figure, the kind of that figure."""
    if column.kind != "adjusted":
        return column.kind
    return design.columns[design.position(column.key.removeprefix(ADJUSTED))].kind


def look_of(column: MasterColumn, table: str) -> dict[str, object]:
    """Return how the cells of a column differ from others: staff's own are open and pale yellow."""
    if table not in DETAILS:
        return {}
    if is_staffs(column.key):
        return {"bg_color": INPUT_FILL, "locked": False}
    return {"font_color": REPORTED_INK} if column.key.startswith(REPORTED) else {}


def header_style(column: MasterColumn, table: str) -> str:
    """Return the style of a column's header."""
    return "staff_header" if table in DETAILS and is_staffs(column.key) else "header"


def draw_inputs(sheet: Any, area: Area, *, styles: Styles, design: FormDesign, lines: int) -> None:
    """Say what may be typed in the columns for adjustments, and let adjusted figures stand out.

    Args:
        sheet: The sheet, its table already drawn.
        area: The table.
        styles: The workbook's formats.
        design: The standard form, for the words of its dropdowns.
        lines: Lines of totals under the table.
    """
    detail = DETAILS.get(area.design.key)
    if detail:
        for figure in detail.figures:
            sheet.data_validation(_place(area, figure.adjusted), _rule(figure, area, design))
        shown = (*(figure.key for figure in detail.figures), MARK)
        # What staff type would make the print too small to read; the mark is printed.
        sheet.print_area(0, 0, area.last_row + lines - 1, area.design.position(MARK) + 1)
        _stand_out(sheet, area, shown, f"=${area.letter(MARK)}{FIRST_ROW}={quoted(YES)}", styles=styles)
    if area.design.key in SUMMED:
        condition = f"=${area.letter('adjusted_count')}{FIRST_ROW}>0"
        _stand_out(sheet, area, SUMMED[area.design.key], condition, styles=styles)


def _place(area: Area, key: str) -> str:
    return area.column(key).replace("$", "")


def _stand_out(sheet: Any, area: Area, keys: tuple[str, ...], condition: str, *, styles: Styles) -> None:
    rule = {"type": "formula", "criteria": condition, "format": styles.condition("adjusted")}
    for key in keys:
        sheet.conditional_format(_place(area, key), rule)


def _rule(figure: Adjustable, area: Area, design: FormDesign) -> Mapping[str, Any]:
    expected = figure.expected(design)
    message = words.INPUT_VALUE.format(expected=expected, why=header_of(area.design, WHY))
    told = {
        "ignore_blank": True,
        "input_title": words.INPUT_TITLE[:LONGEST_TITLE],
        "input_message": message[:LONGEST_MESSAGE],
        "error_title": words.INPUT_TITLE[:LONGEST_TITLE],
        "error_message": words.INPUT_ERROR.format(expected=expected)[:LONGEST_MESSAGE],
    }
    if figure.choices:
        return told | {"validate": "list", "source": list(design.labels(figure.choices).values())}
    return told | {"validate": "decimal", **_bounds(figure)}


def _bounds(figure: Adjustable) -> Mapping[str, Any]:
    if figure.minimum is None:
        return {"criteria": "between", "minimum": -1e15, "maximum": 1e15}
    if figure.maximum is not None:
        return {"criteria": "between", "minimum": figure.minimum, "maximum": figure.maximum}
    return {"criteria": ">" if figure.is_above else ">=", "value": figure.minimum}
