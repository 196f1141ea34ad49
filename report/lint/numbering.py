"""Numbers that Word writes itself before paragraphs of a list."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from report.lint.properties import Properties, W, flat

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
_SPACE = " "


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: how its number is written and where its text stands."""

    digits: str
    text: str
    start: int
    paragraph: Properties


@dataclass(slots=True, kw_only=True)
class Numbering:
    """The lists of a document, counted as its paragraphs are read in order."""

    levels: Mapping[tuple[str, int], Level]
    lists: Mapping[str, str]
    counts: dict[tuple[str, int], int] = field(default_factory=lambda: defaultdict(int))

    def level(self, list_id: str, depth: int) -> Level | None:
        """Return a list's level, None where nothing defines it."""
        return self.levels.get((self.lists.get(list_id, ""), depth))

    def next_label(self, list_id: str, depth: int) -> str:
        """Count a paragraph and return what Word writes before it, blank for bullets that are signs."""
        level = self.level(list_id, depth)
        if level is None:
            return ""
        own = self.lists[list_id]
        self.counts[own, depth] = self.counts.get((own, depth), level.start - 1) + 1
        for key in [key for key in self.counts if key[0] == own and key[1] > depth]:
            del self.counts[key]
        if level.digits == "bullet":
            return "- " if level.text in {"-", "–", "\uf02d"} else ""
        return self._written(own, level.text) + _SPACE

    def _written(self, own: str, text: str) -> str:
        for depth in range(9):
            level = self.levels.get((own, depth))
            if level is not None and f"%{depth + 1}" in text:
                count = self.counts.get((own, depth), level.start)
                text = text.replace(f"%{depth + 1}", _FORMATS.get(level.digits, str)(count))
        return text


def read_numbering(root: _Element | None) -> Numbering:
    """Return the lists of a numbering part; none where a document has no such part."""
    if root is None:
        return Numbering(levels={}, lists={})
    levels = {
        (abstract.get(f"{W}abstractNumId", ""), int(level.get(f"{W}ilvl", "0"))): _level(level)
        for abstract in root.iterfind(f"{W}abstractNum")
        for level in abstract.iterfind(f"{W}lvl")
    }
    lists = {
        each.get(f"{W}numId", ""): flat(each).get("abstractNumId", "") for each in root.iterfind(f"{W}num")
    }
    return Numbering(levels=levels, lists=lists)


def _level(element: _Element) -> Level:
    own = flat(element)
    start = own.get("start", "1")
    return Level(
        digits=own.get("numFmt", "decimal"),
        text=own.get("lvlText", ""),
        start=int(start) if start.isdigit() else 1,
        paragraph=flat(element.find(f"{W}pPr")),
    )


def roman(count: int) -> str:
    """Return a number in Roman digits.

    >>> roman(14)
    'XIV'
    """
    digits = ""
    for value, letters in _ROMAN:
        digits += letters * (count // value)
        count %= value
    return digits


def letter(count: int) -> str:
    """Return a number as Word's letters: a to z, then aa, bb.

    >>> letter(28)
    'bb'
    """
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "upperRoman": roman,
    "lowerRoman": lambda count: roman(count).lower(),
    "upperLetter": lambda count: letter(count).upper(),
    "lowerLetter": letter,
    "decimalZero": lambda count: f"{count:02d}",
}
