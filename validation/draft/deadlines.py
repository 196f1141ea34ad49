"""Read the wording of a deadline as a span of days."""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from catalogue import clean
from catalogue.wording import draft as words

_DASHES = str.maketrans({"–": "-", "—": "-", "\n": " "})
_SPACES = re.compile(r"\s+")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_OPEN = re.compile(words.OPEN_PATTERN)
_LEADING_YEAR_WORDS = re.compile(rf"^(?:{words.YEAR_WORDS}\s+)+")
_LEADING_UNTIL_WORDS = re.compile(rf"^(?:{words.YEAR_WORDS}\s+)*{words.UNTIL_WORDS}\s+")
_RANGE = re.compile(rf"(.+?)\s*\b{words.RANGE_WORDS}\s+(.+)|(\d{{4}})\s*-\s*(\d{{4}})|(.+?)\s+-\s+(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A deadline read: both ends None for work without an end."""

    start: date | None
    end: date | None
    is_open: bool = False


def read_deadline(text: str, *, is_span: bool = False) -> Span | None:
    """Return a deadline's span, or None when its wording cannot be read.

    Args:
        text: As the plan words it.
        is_span: The column says when work is done; a single year is then the whole year. Else a single
            date is only an end.

    >>> read_deadline("Quý III/2027").end.isoformat()
    '2027-09-30'
    >>> read_deadline("2026 và các năm tiếp theo").is_open
    True
    """
    plain = _SPACES.sub(" ", clean(text).lower().translate(_DASHES)).strip(" .;,")
    if plain.startswith(words.CONTINUING):
        return Span(start=None, end=None, is_open=True)
    closed = _OPEN.sub("", plain)
    whole = _read(closed)
    if whole is None:
        return None
    is_open = closed != plain
    keeps_start = is_span or is_open or _is_range(closed)
    if _LEADING_UNTIL_WORDS.match(plain) and not _is_range(closed):
        keeps_start = False
    return replace(whole, start=whole.start if keeps_start else None, is_open=is_open)


def _is_range(text: str) -> bool:
    return _read_one(text) is None and _read_range(text) is not None


def _read(text: str) -> Span | None:
    return _read_one(text) or _read_range(text)


def _read_range(text: str) -> Span | None:
    """Return the span between two dates: "2026 - 2030"."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    left, right = (group for group in match.groups() if group)
    last = _read_one(right)
    first = _read_one(left) or (_read_one(f"{left}/{last.end.year}") if last and last.end else None)
    return Span(start=first.start, end=last.end) if first and last else None


def _read_one(text: str) -> Span | None:
    """Return the span of one day, month, quarter, part of a year or year."""
    body = _LEADING_YEAR_WORDS.sub("", text.strip())
    while (shorter := _LEADING_UNTIL_WORDS.sub("", body)) != body:
        body = _LEADING_YEAR_WORDS.sub("", shorter)
    for pattern, reader in _READERS:
        if match := pattern.fullmatch(body):
            try:
                return reader(match.groupdict())
            except ValueError:
                return None
    return None


def _day(parts: Mapping[str, str]) -> Span:
    day = date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    return Span(start=day, end=day)


def _months(year: int, first: int, last: int) -> Span:
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Span(start=date(year, first, 1), end=end)


def _month(parts: Mapping[str, str]) -> Span:
    if not 1 <= int(parts["month"]) <= 12:  # noqa: PLR2004 - months of a year
        raise ValueError(parts["month"])
    return _months(int(parts["year"]), int(parts["month"]), int(parts["month"]))


def _quarter(parts: Mapping[str, str]) -> Span:
    quarter = _ROMAN.get(parts["quarter"]) or int(parts["quarter"])
    return _months(int(parts["year"]), 3 * quarter - 2, 3 * quarter)


def _part_of_year(parts: Mapping[str, str]) -> Span:
    months, year = int(parts["months"]), int(parts["year"])
    return _months(year, 1, months) if parts["part"] == words.FIRST_PART else _months(year, 13 - months, 12)


def _year(parts: Mapping[str, str]) -> Span:
    return _months(int(parts["year"]), 1, 12)


_READERS: tuple[tuple[re.Pattern[str], Callable[[Mapping[str, str]], Span]], ...] = (
    (re.compile(words.DAY_PATTERN), _day),
    (re.compile(words.QUARTER_PATTERN), _quarter),
    (re.compile(words.HALF_PATTERN), _part_of_year),
    (re.compile(words.MONTH_PATTERN), _month),
    (re.compile(r"(?P<year>(?:19|20)\d{2})"), _year),
)
