"""What units mean in their own words: phrases that point to a theme, and texts that say nothing."""

from collections.abc import Mapping
from functools import cache

from catalogue.rows import DATA, read_rows
from catalogue.text import name_key


@cache
def load_theme_phrases() -> Mapping[str, tuple[str, ...]]:
    """Return the phrases that point to each theme of the form's dropdown, as `name_key` writes them."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows(DATA / "theme_phrases.csv"):
        theme = row.text("theme")
        found[theme] = (*found.get(theme, ()), name_key(row.text("phrase")))
    return found


@cache
def load_nothing_texts() -> frozenset[str]:
    """Return the texts by which people say that there is nothing to say, as `name_key` writes them."""
    return frozenset(name_key(row.text("text")) for row in read_rows(DATA / "nothing_texts.csv"))


def theme_of(text: str) -> str:
    """Return the theme that most of a text's phrases point to, the first of several; blank for none.

    >>> theme_of("Kinh phí bố trí còn hạn chế.")
    'funding'
    """
    words = f" {name_key(text)} "
    hits = {theme: sum([phrase in words for phrase in phrases]) for theme, phrases in _whole_words().items()}
    best = max(hits, key=lambda theme: hits[theme])
    return best if hits[best] else ""


@cache
def _whole_words() -> Mapping[str, tuple[str, ...]]:
    """Return the phrases with a blank at either end: no word is found within another."""
    return {
        theme: tuple(f" {phrase} " for phrase in phrases) for theme, phrases in load_theme_phrases().items()
    }


def says_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing.

    >>> says_nothing("Không có khó khăn, vướng mắc."), says_nothing("Thiếu vốn.")
    (True, False)
    """
    key = " ".join(name_key(text).split())
    return not key or key in load_nothing_texts()
