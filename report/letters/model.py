"""A letter in words: what the template prints of it."""

from dataclasses import dataclass

from report.prose.head import Frame
from report.prose.tables import TableRow


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHead(Frame):
    """A letter's frame; names broken into lines."""

    parent_lines: tuple[str, ...]
    agency_lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter.

    Attributes:
        paragraphs: Its text but for the last paragraph; one that ends in a colon leads to the next.
        forms: Rows of the list of forms, for an appendix; none otherwise.
        reminded: Rows of the list of units reminded, for an appendix; none otherwise.
    """

    head: LetterHead
    paragraphs: tuple[str, ...]
    closing: str
    forms: tuple[TableRow, ...] = ()
    reminded: tuple[TableRow, ...] = ()
