"""How many lines a text takes in a cell: XlsxWriter does not fit row heights, so they are computed here.

Widths are those of Times New Roman, in thousandths of the font size; a letter with marks is as wide as
the letter without them.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

FONT_SIZE = 11
LINE_POINTS = 14.0
MOST_POINTS = 409.0
_PADDING_POINTS = 4.0
_CELL_PADDING_PIXELS = 6
_DIGIT_PIXELS = 7
_PIXELS_PER_POINT = 96 / 72
# Bold is wider, screens round each letter's width up, and no two programs break lines alike.
_SAFETY = 1.04
_BOLD = 1.07

_WIDTHS = {
    250: " ,.",
    278: "/:;ijlt",
    180: "'",
    333: "!()-I[]`fr",
    389: "Js",
    408: '"',
    444: "?acez",
    500: "#$*0123456789_bdghknopquvxy–",
    541: "{|}~",
    556: "FPS",
    564: "+<=>≤≥",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "…—",
}
_WIDTH_OF = {char: width for width, chars in _WIDTHS.items() for char in chars}
_HORN = "\N{COMBINING HORN}"
_HORN_WIDTH = 40
_WIDEST_PIXELS = (max(_WIDTHS) + _HORN_WIDTH) / 1000 * FONT_SIZE * _PIXELS_PER_POINT * _SAFETY
# Letters not listed: d with a stroke, and whatever else people type.
_CAPITAL_WIDTH, _SMALL_WIDTH = 722, 520


@lru_cache(maxsize=4096)
def _char_width(char: str) -> int:
    parts = unicodedata.normalize("NFD", char)
    return _WIDTH_OF.get(parts[0], _CAPITAL_WIDTH if char.isupper() else _SMALL_WIDTH) + (
        _HORN_WIDTH if _HORN in parts else 0
    )


@lru_cache(maxsize=65536)
def _word_pixels(word: str) -> float:
    return sum(_char_width(char) for char in word) / 1000 * FONT_SIZE * _PIXELS_PER_POINT * _SAFETY


def lines_of(text: str, width: float, *, scale: float = 1.0) -> int:
    """Return how many lines a text takes in a column.

    Args:
        text: The text, with its own line breaks.
        width: The column's width in characters, as Excel counts it.
        scale: How much larger than the table's text the font is.

    >>> lines_of("a b", 10), lines_of("a" * 40, 10), lines_of("a", 10, scale=2.0)
    (1, 4, 1)
    """
    return _lines(text, _room(width, scale))


def sure_fit(width: float) -> int:
    """Return how many characters fit on one line of a column whatever they are, if none breaks the line.

    >>> sure_fit(10), lines_of("M" * sure_fit(10), 10)
    (4, 1)
    """
    return int(_room(width, 1.0) / _WIDEST_PIXELS)


def _room(width: float, scale: float) -> float:
    return (width * _DIGIT_PIXELS + 5 - _CELL_PADDING_PIXELS) / scale


@lru_cache(maxsize=4096)  # names and states stand in many rows
def _lines(text: str, room: float) -> int:
    return sum(_wrapped_lines(paragraph, room) for paragraph in text.split("\n"))


def _wrapped_lines(paragraph: str, room: float) -> int:
    space = _word_pixels(" ")
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        width = _word_pixels(word)
        if used and used + space + width <= room:
            used += space + width
            continue
        lines += bool(used)
        whole, used = divmod(width, room) if width > room else (0, width)
        lines += int(whole)
    return lines


def height_of(cells: Iterable[tuple[str, float]], *, at_least: int = 1, bold: bool = False) -> float:
    """Return the height in points of a row whose cells hold texts in columns of given widths."""
    scale = _BOLD if bold else 1.0
    lines = at_least
    for text, width in cells:
        lines = max(lines, _lines(text, _room(width, scale)))
    return min(lines * LINE_POINTS + _PADDING_POINTS, MOST_POINTS)
