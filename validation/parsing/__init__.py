"""Parsing: in goes one cell as typed, out comes its value the Vietnamese way, or what to ask the unit.

What is ambiguous is asked back, never guessed. The numbers, dates, choices and texts that are understood,
with the codes of those that are not, stand in `docs/cach-doc-so-lieu.md`.
"""

from validation.parsing.choices import Dropdowns, dropdowns_of
from validation.parsing.days import parse_day
from validation.parsing.numbers import parse_number
from validation.parsing.parse import parse
from validation.parsing.parsed import BLANK, Parsed
from validation.parsing.shown import shortened, shown

__all__ = [
    "BLANK",
    "Dropdowns",
    "Parsed",
    "dropdowns_of",
    "parse",
    "parse_day",
    "parse_number",
    "shortened",
    "shown",
]
