"""Formulas that reach outside their workbook: never followed, only said."""

import re
from collections.abc import Iterable

from catalogue import Code
from validation.reading.model import Note

_LINKED_BOOKS = "/externalLinks/"
_REACHING = re.compile(rb"<(?:\w+:)?f\b[^<>]*>[^<]*\b(?:WEBSERVICE|RTD)\(")
_LINK, _WEB, _LIVE = b"HYPERLINK(", b"WEBSERVICE(", b"RTD("
_FILE_LINK = re.compile(rb'HYPERLINK\((?:"|&quot;)(?!#|"|&quot;|https?:|mailto:)')

LINKED = Note(Code.E012)


def links_in(names: Iterable[str], formulas: Iterable[bytes]) -> tuple[Note, ...]:
    """Return a note if an OOXML workbook's formulas reach for other files or for the network.

    Args:
        names: The names of all its parts; other workbooks and DDE have parts of their own.
        formulas: The XML of formulas, or of whole sheets, if that is what they are in.
    """
    is_linked = any(_LINKED_BOOKS in name for name in names) or any(map(_reaches_out, formulas))
    return (LINKED,) if is_linked else ()


def _reaches_out(part: bytes) -> bool:
    # A single letter is found ten times as fast as a word, and few formulas have these.
    is_online = (b"W" in part and _WEB in part) or _LIVE in part
    is_linked = b"Y" in part and _LINK in part
    return bool((is_online and _REACHING.search(part)) or (is_linked and _FILE_LINK.search(part)))
