"""How rows are numbered: the style of a number, and the codes made of numbers."""

import re
from collections.abc import Collection, Iterable

from validation.draft.placing import BULLETS

_ROMAN = re.compile(r"[IVXLC]+")
_DIGITS = re.compile(r"\d+(?:\.\d+)*")
# Roman numbers that are letters too, with the letter that stands before each in the alphabet.
_LETTER_BEFORE = {"I": "H", "V": "U", "X": "V", "L": "K", "C": "B"}


def plain_number(number: str) -> str:
    """Return a number without the mark after it: "1.", "a)", "2/"."""
    return number.rstrip(".)/")


def is_digits(number: str) -> bool:
    """Whether a number is written in digits: "1", "8.3.1"."""
    return bool(_DIGITS.fullmatch(plain_number(number)))


def style_of(number: str, last_letter: str = "") -> str:
    """Return how a row is numbered: "roman", "letter", "1" … by depth of digits, "bullet", or "" for none.

    >>> style_of("IV"), style_of("8.3.1"), style_of("C", "B")
    ('roman', '3', 'letter')
    """
    plain = plain_number(number)
    if not plain:
        return ""
    if plain in BULLETS:
        return "bullet"
    if _DIGITS.fullmatch(plain):
        return str(plain.count(".") + 1)
    if _ROMAN.fullmatch(plain) and not (last_letter and _LETTER_BEFORE.get(plain) == last_letter):
        return "letter" if plain in {"L", "C"} else "roman"
    return "letter" if plain.isupper() else "small"


def styles_of(numbers: Iterable[str]) -> list[str]:
    """Return every row's style; whether I, V, X is a letter depends on the letter before."""
    styles: list[str] = []
    last_letter = ""
    for number in numbers:
        style = style_of(number, last_letter)
        if style == "letter":
            last_letter = plain_number(number)
        elif style == "roman":
            last_letter = ""
        styles.append(style)
    return styles


def code_under(parent: str, number: str) -> str:
    """Return a code: the number under its parent's code, once where the number already says it."""
    if not parent or number.startswith(f"{parent}."):
        return number
    return f"{parent}.{number}"


def is_part_of(number: str, of: str) -> bool:
    """Whether a number is a part of another, as 2.1 of 2."""
    return bool(of) and number.rstrip(".").startswith(f"{of}.")


def unused(code: str, used: Collection[str]) -> str:
    """Return a code, with a count where it is taken."""
    if code not in used:
        return code
    return next(f"{code}-{count}" for count in range(2, len(used) + 3) if f"{code}-{count}" not in used)
