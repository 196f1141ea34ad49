"""Formulas that reach outside their workbook: never followed, only said."""

import re
from collections.abc import Iterable

from catalogue import Code
from validation.reading.model import Note

_LINKED_BOOKS = "/externalLinks/"
_REACHING = re.compile(rb"<(?:\w+:)?f\b[^<>]*>[^<]*\b(?:WEBSERVICE|RTD)\(")
_FILE_LINK = re.compile(rb'HYPERLINK\((?:"|&quot;)(?!#|"|&quot;|https?:|mailto:)')
_QUICK = ((b"W", b"WEBSERVICE("), (b"R", b"RTD("), (b"Y", b"HYPERLINK("))  # a letter is sooner searched for

LINKED = Note(Code.E012)


def links_in(names: Iterable[str], sheets: Iterable[bytes]) -> tuple[Note, ...]:
    """Return a note if an OOXML workbook's formulas reach for other files or for the network.

    Args:
        names: The names of all its parts; other workbooks and DDE have parts of their own.
        sheets: The XML of its sheets, if that is what they are in.
    """
    is_linked = any(_LINKED_BOOKS in name for name in names) or any(map(_reaches_out, sheets))
    return (LINKED,) if is_linked else ()


def _reaches_out(part: bytes) -> bool:
    is_likely = any(letter in part and word in part for letter, word in _QUICK)
    return is_likely and bool(_REACHING.search(part) or _FILE_LINK.search(part))
