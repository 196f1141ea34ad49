"""Dates in every common form; a month or quarter is its last day, and said so."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache

from catalogue import Code, comparison_key, date_text, plain_key
from catalogue.wording import numbers as words
from validation.parsing.parsed import BLANK, Parsed, understood
from validation.parsing.shown import says_one_of, tidy
from validation.reading import Note, PercentNumber, Value

# Day 0 of Excel's calendar, as it counts from March 1900 on.
_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = (date(2000, 1, 1) - _EPOCH).days, (date(2100, 12, 31) - _EPOCH).days
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_CENTURY, _SHORT_YEARS = 2000, range(15, 46)
_MONTHS, _MONTHS_PER_QUARTER = 12, 3
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_LONGEST = 80
_MOST_WORDS_OF_A_PLACE = 5


def parse_day(raw: Value) -> Parsed:
    """Return a date, from a date, from the number Excel keeps for one, or from text.

    >>> parse_day("ngày 30 tháng 11 năm 2026").value
    datetime.date(2026, 11, 30)
    >>> parse_day("Quý IV/2026").value, parse_day("Quý IV/2026").notes[0].code.name
    (datetime.date(2026, 12, 31), 'C218')
    """
    if isinstance(raw, datetime):
        return _exact(raw.date())
    if isinstance(raw, date):
        return _exact(raw)
    if isinstance(raw, str):
        return _from_text(tidy(raw))
    if isinstance(raw, float) and not isinstance(raw, PercentNumber):
        return _from_serial(raw)
    return Parsed(problem=Code.C207)


def _exact(day: date) -> Parsed:
    in_range = _FIRST_YEAR <= day.year <= _LAST_YEAR
    return Parsed(day) if in_range else Parsed(problem=Code.C207)


def _noted(day: date) -> Parsed:
    return Parsed(day, notes=understood(date_text(day)), kept=day)


def _from_serial(number: float) -> Parsed:
    if not _FIRST_SERIAL <= number < _LAST_SERIAL + 1:
        return Parsed(problem=Code.C207)
    return _noted(_EPOCH + timedelta(days=int(number)))


def _from_text(text: str) -> Parsed:
    if not text:
        return BLANK
    if len(text) > _LONGEST:
        return Parsed(problem=Code.C207)
    if says_one_of(text, words.NO_ANSWER):
        return Parsed(problem=Code.C214)
    key = comparison_key(_without_place(text))
    for pattern, read in _forms():
        if match := pattern.fullmatch(key):
            return read(match)
    return Parsed(problem=Code.C207)


def _without_place(text: str) -> str:
    """Take off the place a document's date line begins with: "Hải Phòng, ngày …"."""
    place, _, rest = text.partition(",")
    names = place.split()
    is_place = 0 < len(names) <= _MOST_WORDS_OF_A_PLACE and all(name[0].isupper() for name in names)
    is_day = comparison_key(rest).startswith(tuple(comparison_key(word) for word in words.DAYS))
    return rest if is_place and is_day else text


def _day(match: re.Match[str]) -> Parsed:
    """Read day, month and year; a year of two digits is said, or asked back when it is far away."""
    named = match["month"]
    month = int(named) if named.isdecimal() else _month_names()[named]
    year = int(match["year"])
    is_short = len(match["year"]) < len("2026")
    if is_short and year not in _SHORT_YEARS:
        return Parsed(problem=Code.C219)
    try:
        day = date(year + _CENTURY * is_short, month, int(match["day"]))
    except ValueError:
        is_month_first = month > _MONTHS and 0 < int(match["day"]) <= _MONTHS
        month_days = monthrange(_CENTURY, int(match["day"]))[1] if is_month_first else 0
        return Parsed(problem=Code.C219 if month <= month_days else Code.C207)
    return _noted(day) if is_short else _exact(day)


def _month(match: re.Match[str]) -> Parsed:
    named = match["month"]
    return _last_day(int(match["year"]), int(named) if named.isdecimal() else _month_names()[named])


def _quarter(match: re.Match[str]) -> Parsed:
    return _last_day(int(match["year"]), _QUARTERS[match["quarter"]] * _MONTHS_PER_QUARTER)


def _last_day(year: int, month: int) -> Parsed:
    """Return the last day of a month, with the warning that the day is ours."""
    if not (1 <= month <= _MONTHS and _FIRST_YEAR <= year <= _LAST_YEAR):
        return Parsed(problem=Code.C207)
    day = date(year, month, monthrange(year, month)[1])
    return Parsed(day, notes=(Note(Code.C218, {"read_as": date_text(day)}),))


@cache
def _month_names() -> dict[str, int]:
    plain = {plain_key(name): number for name, number in words.MONTH_NAMES.items()}
    return plain | {comparison_key(name): number for name, number in words.MONTH_NAMES.items()}


def _any_of(spellings: tuple[str, ...]) -> str:
    keys = {key(word) for word in spellings for key in (comparison_key, plain_key)}
    return "(?:" + "|".join(re.escape(key) for key in sorted(keys, key=len, reverse=True)) + ")"


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Parsed]], ...]:
    """Return the forms of a date over comparison keys, each with how it is read."""
    day, month, year = (_any_of(each) for each in (words.DAYS, words.MONTHS, words.YEARS))
    quarter, end = _any_of(words.QUARTERS), _any_of(words.ENDS_OF)
    mark, full_year = r"\s*[/.\\-]\s*", "(?P<year>[0-9]{4})"
    joint = rf"\s*(?:[/.,\\-]|{year})?\s*"
    time = r"(?:[t ]\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?z?)?"
    day_number, month_number = "(?P<day>[0-9]{1,2})", "(?P<month>[0-9]{1,2})"
    any_month = rf"{month}\s*(?P<month>[0-9]{{1,2}}|{_any_of(tuple(words.MONTH_NAMES))})"
    any_quarter = rf"{quarter}\s*(?P<quarter>iii|ii|iv|i|[1-4])"
    any_year = "(?P<year>[0-9]{4}|[0-9]{2})"
    forms = (
        (f"(?:{day}\\s*)?{day_number}{mark}{month_number}{mark}{any_year}{time}", _day),
        (f"{full_year}[/.-]{month_number}[/.-]{day_number}{time}", _day),
        (f"(?:{day}\\s*)?{day_number}\\s*-?\\s*{any_month}{joint}{full_year}", _day),
        (f"(?:{end}\\s+)?{any_month}{joint}{full_year}", _month),
        (f"{month_number}{mark}{full_year}", _month),
        (f"{full_year}-{month_number}", _month),
        (f"(?:{end}\\s+)?{any_quarter}{joint}{full_year}", _quarter),
    )
    return tuple((re.compile(pattern), read) for pattern, read in forms)
