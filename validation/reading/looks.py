"""What a cell's format says of its value: a date, a percentage, text in a legacy font."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

_UNSHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_CALENDAR = re.compile(r"[dy]|mmm", re.IGNORECASE)
_CLOCK = re.compile(r"[hs]|\[m+\]", re.IGNORECASE)
_LEGACY_FONT = re.compile(r"\s*(?:\.Vn|VNI[- ])", re.IGNORECASE)

# The numbers of formats that are never spelled out: see ECMA-376, part 1, 18.8.30.
_BUILT_IN = {9: "0%", 10: "0.00%", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0"}
_BUILT_IN |= dict.fromkeys((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)), "dd/mm/yyyy")
_BUILT_IN |= dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35), "h:mm")


_LONGEST_CODE = 255


class Shape(Enum):
    """How a number is shown."""

    NUMBER = auto()
    PERCENT = auto()
    DATE = auto()
    TIME = auto()


@dataclass(frozen=True, slots=True)
class Look:
    """A cell format: the shape of its numbers, and its font's name if that is a legacy one."""

    shape: Shape = Shape.NUMBER
    legacy_font: str = ""


PLAIN = Look()


@lru_cache(maxsize=1024)
def shape_of(code: str) -> Shape:
    """Return how a number format shows a number.

    >>> shape_of("0.0%"), shape_of('0" %"'), shape_of("[$-42A]dd/mm/yyyy;@")
    (<Shape.PERCENT: 2>, <Shape.NUMBER: 1>, <Shape.DATE: 3>)
    """
    if code.casefold() in {"general", "standard"}:
        return Shape.NUMBER
    shown = _UNSHOWN.sub("", code[:_LONGEST_CODE].partition(";")[0])
    if _CALENDAR.search(shown):
        return Shape.DATE
    if _CLOCK.search(shown):
        return Shape.TIME
    return Shape.PERCENT if "%" in shown else Shape.NUMBER


def built_in(number: int) -> str:
    """Return the code of a number format that a file does not spell out."""
    return _BUILT_IN.get(number, "General")


def legacy_font(name: str) -> str:
    """Return a font's name if it is a legacy Vietnamese one (.VnTime, VNI-Times), else nothing."""
    return name.strip() if _LEGACY_FONT.match(name) else ""
