"""Compare what a cell shows with what the form prints; only what is unambiguous counts as found."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from catalogue import comparison_key, plain_key
from validation.parsing import shown
from validation.reading import Value

# How alike (0 to 100) two texts must be to count as one with slips of the pen, and how far the next must be.
NAME_CUTOFF = 92.0
HEADER_CUTOFF = 86.0
MARGIN = 6.0
# Below this a text was not edited but replaced.
STRANGER_BELOW = 50.0

# Of two texts of such lengths a fifth is alike at best.
_TIMES_AS_LONG = 10
_NUMBER = re.compile(r"\d+")
_BRACKETS = re.compile(r"\(([^()]*)\)")


def same_text(cell: Value, printed: str | float) -> bool:
    """Whether a cell shows what is printed; case, spaces, line breaks and tone-mark places do not count."""
    if cell == printed:
        return True
    text = printed if isinstance(printed, str) else shown(float(printed))
    return comparison_key(shown(cell)) == comparison_key(text)


def likeness(left: str, right: str) -> float:
    """Return how alike two texts are, 0 to 100."""
    if _says_more(left, right):
        return 0.0
    return fuzz.ratio(comparison_key(left), comparison_key(right))


def _says_more(text: str, name: str) -> bool:
    """Whether a text is so long, blanks aside, that it cannot come near a name: comparing takes memory."""
    most = _TIMES_AS_LONG * (len(name) + 1)
    return len(text) > most and len(" ".join(text.split())) > most


def may_mean(text: str, keys: Iterable[str]) -> bool:
    """Whether a text begins as one of some comparison keys does: sooner told than the text's own key.

    >>> may_mean("Ốc đảo", ["oc"]), may_mean("Tổng", ["oc"])
    (True, False)
    """
    first = first_letter(text.lstrip())
    return not first or any(first_letter(key) == first for key in keys)


@lru_cache(maxsize=4096)
def _plain_letter(char: str) -> str:
    plain = unicodedata.normalize("NFD", char.casefold())[:1]
    return "" if unicodedata.combining(plain) else plain


def first_letter(text: str) -> str:
    """Return the letter a text's comparison key begins with, without its marks; blank when in doubt."""
    return _plain_letter(text[0]) if text else ""


@lru_cache(maxsize=1024)
def key_of(header: str) -> str:
    """Return the comparison key of what is the same in many forms: a header."""
    return comparison_key(header)


def numbers_in(text: str) -> list[str]:
    """Return the numbers in a text: two names that differ in one of them are two names."""
    return _NUMBER.findall(text)


def in_brackets(text: str) -> frozenset[str]:
    """Return what stands in round brackets, where headers name their unit of measure."""
    return frozenset(plain_key(each) for each in _BRACKETS.findall(text))


def nearest(text: str, names: Mapping[str, str], *, cutoff: float) -> str | None:
    """Return the key of the one name that a text means, or None when there is none or more than one.

    A text without its diacritics means the one name that reads the same without them.
    """
    keys = [key for key in names if not _says_more(text, names[key])]
    if not keys:
        return None
    plain = plain_key(text)
    same = [key for key in keys if plain_key(names[key]) == plain]
    if same:
        return same[0] if len(same) == 1 else None
    found = process.extract(
        comparison_key(text),
        [comparison_key(names[key]) for key in keys],
        scorer=fuzz.ratio,
        score_cutoff=cutoff - MARGIN,
        limit=2,
    )
    if not found or found[0][1] < cutoff or (len(found) > 1 and found[0][1] - found[1][1] < MARGIN):
        return None
    key = keys[found[0][2]]
    return key if numbers_in(text) == numbers_in(names[key]) else None
