"""Addresses of cells as row and column, 1-based."""

import re
from functools import lru_cache

from validation.reading.model import Area

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
_LETTERS = 26


@lru_cache(maxsize=1024)
def column_of(letters: str) -> int:
    """Return a column's number.

    >>> column_of("A"), column_of("XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


@lru_cache(maxsize=1024)
def letters_of(column: int) -> str:
    """Return a column's letters.

    >>> letters_of(1), letters_of(16384)
    ('A', 'XFD')
    """
    letters = ""
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def place_of(address: str) -> tuple[int, int] | None:
    """Return a cell's row and column; None for what is no address.

    >>> place_of("C12")
    (12, 3)
    """
    match = _PLACE.fullmatch(address)
    return (int(match[2]), column_of(match[1])) if match else None


@lru_cache(maxsize=1024)
def area_of(address: str) -> Area | None:
    """Return a rectangle of cells written as B2:C3; None for what is none."""
    first, _, last = address.partition(":")
    top, bottom = place_of(first), place_of(last or first)
    if top is None or bottom is None:
        return None
    (first_row, last_row), (first_column, last_column) = map(sorted, zip(top, bottom, strict=True))
    return Area(first_row, first_column, last_row, last_column)
