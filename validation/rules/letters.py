"""How much a text says."""

import re
from functools import cache

import pandas as pd

from catalogue import comparison_key, load_thin_texts

_NOT_WORDS = re.compile(r"[\W_]+")


def has_letters(texts: pd.Series, count: int) -> pd.Series:
    """Return which texts have at least so many letters; missing ones have none."""
    wanted = re.compile(rf"(?:[^\W\d_][\W\d_]*){{{count}}}")
    return pd.Series(
        [isinstance(text, str) and wanted.search(text) is not None for text in texts.tolist()],
        index=texts.index,
        dtype=bool,
    )


def says_nothing(texts: pd.Series) -> pd.Series:
    """Return which texts are one of the phrases that say nothing, whatever their case and punctuation."""
    longest = max(map(len, load_thin_texts()))
    return pd.Series(
        [
            isinstance(text, str) and len(text) <= 2 * longest and _phrase(text) in load_thin_texts()
            for text in texts.tolist()
        ],
        index=texts.index,
        dtype=bool,
    )


@cache
def _phrase(text: str) -> str:
    return comparison_key(_NOT_WORDS.sub(" ", text))
