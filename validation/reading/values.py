"""One cell's value in one of our own few types."""

import re
import unicodedata
from datetime import datetime, timedelta

from catalogue import clean
from validation.reading.looks import Look, Shape
from validation.reading.model import LegacyText, PercentNumber, Value

# Control characters, halves of characters, and marks nobody sees: none of them can be written again.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u200b\ufeff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ESCAPED_CONTROL = re.compile(r"_x(00[01][0-9A-Fa-f])_")
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's dates have no time zone
_DAYS_TO_1904 = 1462
_LAST_SERIAL = 2_958_466  # the first day after 31/12/9999
_PHANTOM_DAY = 60  # 29/2/1900 never was, but spreadsheets count it


def text_value(text: str) -> str | None:
    """Return text in NFC without control characters; None if nothing is left."""
    if text.isprintable() and "_x00" not in text and unicodedata.is_normalized("NFC", text):
        return text.strip() or None
    told = _ESCAPED_CONTROL.sub(_unescaped, text).replace("\r\n", "\n").replace("\r", "\n")
    return clean(_UNWRITABLE.sub("", told)) or None


def unescaped(text: str) -> str:
    """Return the text that OOXML means: characters it may not hold are written _x000D_."""
    return _ESCAPED.sub(_unescaped, text) if "_x" in text else text


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def number_value(number: float, look: Look, *, is_1904: bool) -> Value:
    """Return a stored number as its cell's format means it."""
    if look.shape is Shape.PERCENT:
        return PercentNumber(number)
    if look.shape is Shape.NUMBER:
        return float(number)
    return moment(number, is_1904=is_1904, is_time=look.shape is Shape.TIME)


def moment(serial: float, *, is_1904: bool, is_time: bool = False) -> Value:
    """Return a serial number's date; a time of day or a duration as text; no date at all as the number.

    >>> moment(44196.0, is_1904=False), moment(42734.0, is_1904=True)
    (datetime.date(2020, 12, 31), datetime.date(2020, 12, 31))
    """
    days = serial + _DAYS_TO_1904 if is_1904 else serial
    if not 0 <= days < _LAST_SERIAL:
        return float(serial)
    if is_time and serial < 1:
        return str((_FIRST_DAY + timedelta(seconds=round(serial * 86_400))).time())
    if 0 < days < _PHANTOM_DAY:
        days += 1
    return (_FIRST_DAY + timedelta(days=days)).date()


def looking(value: Value, look: Look) -> Value:
    """Return a value read without its format, with what the format says of it."""
    if type(value) is float and look.shape is Shape.PERCENT:
        return PercentNumber(value)
    if look.legacy_font and isinstance(value, str):
        return LegacyText(value, look.legacy_font)
    return value
