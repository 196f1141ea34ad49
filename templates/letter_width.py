"""How wide a line of bold Times New Roman is, so that lines under it can be drawn to measure.

The widths are those of the font itself in thousandths of its size (read from Liberation Serif Bold, which
has the same); a letter is as wide with its tone mark as without.
"""

import re
import unicodedata

from catalogue.wording.report import KEPT_TOGETHER

_LETTERS_BY_WIDTH = {
    220: "|",
    250: " ,.\u00a0",
    278: "'/\\il",
    333: "!()-:;[]`fjt‘’",
    389: "Is",
    394: "{}",
    444: "cerz",
    500: "#$*0123456789?J_agovxy–“”",
    520: "~",
    555: '"',
    556: "Sbdhknpqu",
    570: "+<=>",
    581: "^",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYw",
    778: "GHKOQ",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W—…",
}
_HORNED = {"o": 554, "O": 778, "u": 600, "U": 796}
_HORN = "\u031b"
_STROKED = {0x0110: "D", 0x0111: "d"}  # as wide as without the stroke
_GLUE = "\u00a0"
_KEPT = re.compile(rf"\d+ [-–] \d+|\b(?:{'|'.join(KEPT_TOGETHER)})\b", re.IGNORECASE)
_WIDTHS = {letter: width for width, letters in _LETTERS_BY_WIDTH.items() for letter in letters}
_UNKNOWN_WIDTH = 722


def bold_width(text: str, size_pt: float) -> float:
    """Return the width of a line of bold Times New Roman, in points.

    >>> bold_width("VIỆT NAM", 10) == bold_width("VIET NAM", 10)
    True
    """
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKED))
    total = 0
    for position, char in enumerate(decomposed):
        if char == _HORN:
            bare = next(letter for letter in reversed(decomposed[:position]) if letter in _HORNED)
            total += _HORNED[bare] - _WIDTHS[bare]
        elif not unicodedata.combining(char):
            total += _WIDTHS.get(char, _UNKNOWN_WIDTH)
    return total * size_pt / 1000


def balanced_lines(text: str, size_pt: float, room_pt: float) -> tuple[str, ...]:
    """Break bold text into the fewest lines that fit, as even as they can be.

    A span of years, and two syllables that are one word, stay on one line. What is wider than the room
    keeps a line of its own.
    """
    words = _KEPT.sub(lambda found: found.group().replace(" ", _GLUE), text).split(" ")
    fewest = len(_fill(words, size_pt, room_pt))
    narrow, wide = 0.0, room_pt
    for _ in range(20):
        middle = (narrow + wide) / 2
        if len(_fill(words, size_pt, middle)) > fewest:
            narrow = middle
        else:
            wide = middle
    return tuple(line.replace(_GLUE, " ") for line in _fill(words, size_pt, wide) if line)


def _fill(words: list[str], size_pt: float, room_pt: float) -> list[str]:
    """Put words on lines, each as full as the room allows."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and bold_width(longer, size_pt) <= room_pt:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
