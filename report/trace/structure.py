"""Numbers that are no figures, told apart by what stands around them: references, dates, numbering."""

import re
from collections.abc import Iterator
from functools import cache

from catalogue.wording import report as words

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
FRAME_STYLES = frozenset(
    {
        "Nation",
        "Motto",
        "ParentAgency",
        "Agency",
        "Number",
        "PlaceDate",
        "DocumentType",
        "Subject",
        "AddressedOne",
        "Addressee",
        "Heading1",
        "Heading2",
        "Heading3",
        "AppendixNumber",
        "AppendixName",
        "AppendixOf",
        "AppendixPart",
        "Receiver",
        "SignerTitle",
        "SignerName",
    }
)
"""Styles of the official frame and of headings: what stands there comes from the round's file or the plan."""


def is_frame(style: str) -> bool:
    """Whether a paragraph belongs to the frame of the document."""
    return style in FRAME_STYLES


def explained(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are references, dates or numbering."""
    for found in _structure().finditer(text):
        yield found.span()


@cache
def _structure() -> re.Pattern[str]:
    named = "|".join(words.REFERENCES)
    years = "|".join(words.YEARS)
    return re.compile(
        rf"(?:{named})\s+\d+(?:\.\d+)*"  # a table, a figure, an article
        r"|\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{1,2}/\d{4}\b"  # a date, a month
        rf"|(?:{years})\s+\d{{4}}\b"
        r"|\b\d+(?:/\d{4})?(?:/|-)[^\W\d_]{2,}[^\s,;.)]*"  # the number of a document: 30/2020/NĐ-CP, 08-NQ/TU
        r"|^\d+(?:\.\d+)*\.\s",  # the number of a clause
        re.MULTILINE,
    )
