"""Write one value into one cell, never guessing what a text might mean."""

from datetime import date, datetime

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from catalogue import date_text, number_text

_MOST_CHARACTERS = 32_767


def write_value(sheet: Worksheet, row: int, column: int, value: object, style: Format) -> None:
    """Write a number as a number, a date as a date, anything else as text; None as a blank cell."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value.replace(tzinfo=None), style)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, style)
    elif isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < float("inf"):
        sheet.write_number(row, column, value, style)
    else:
        sheet.write_string(row, column, shown(value)[:_MOST_CHARACTERS], style)


def shown(value: object) -> str:
    """Return a value as the cell shows it, near enough to measure it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        return date_text(value)
    return number_text(value) if isinstance(value, int | float) else str(value)
