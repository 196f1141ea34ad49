"""A cell as its reader sees it, and typed text without the traces of keyboards and other programs."""

from datetime import date
from functools import cache

from catalogue import comparison_key, date_text, number_text
from catalogue.wording import numbers as words
from validation.reading import CellError, PercentNumber, Value

# Full-width forms of phones' keyboards, the dashes and spaces of word processors, marks without width.
_TIDY = {
    **{0xFF01 + place: 0x21 + place for place in range(0x5E)},
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    **dict.fromkeys((0x00A0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc\u0060\u00b4"), "'"),
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF)),
}
_QUOTED = 120
_LONGEST_ANSWER = 40
_LOOSE_MARKS = " .,;:!"


def shown(raw: Value) -> str:
    """Return a cell's value as a Vietnamese reader sees it.

    >>> shown(PercentNumber(0.85)), shown(912345678.0)
    ('85 %', '912345678')
    """
    if isinstance(raw, str):  # nearly all are
        return str(raw)
    match raw:
        case None:
            return ""
        case bool():
            return str(raw).upper()
        case PercentNumber():
            return words.PERCENTAGE.format(number=number_text(raw * 100, decimals=6))
        case float():
            # A code or phone number typed into a text cell arrives as a float: no thousands marks.
            return str(int(raw)) if float(raw).is_integer() else number_text(raw, decimals=6)
        case date():
            return date_text(raw)
        case CellError():
            return raw.shown
    return raw.formula


def shortened(text: str) -> str:
    """Return the beginning of a text, short enough to stand in a sentence."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"


def tidy(text: str) -> str:
    """Return typed text with plain digits, dashes, spaces and apostrophes, and no mark of "this is text".

    >>> tidy("'１２\u2009345")
    '12 345'
    """
    return text.translate(_TIDY).strip().removeprefix("'").strip()


def says_one_of(text: str, answers: tuple[str, ...]) -> bool:
    """Whether a text is one of some answers, whatever its case, bullet and closing mark."""
    if len(text) > _LONGEST_ANSWER:
        return False
    keys = _keys(answers)
    key = comparison_key(tidy(text))
    return key in keys or key.strip(_LOOSE_MARKS) in keys or key.lstrip("-+*• ").rstrip(_LOOSE_MARKS) in keys


@cache
def _keys(answers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(comparison_key(answer) for answer in answers)
