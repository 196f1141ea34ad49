"""A letter in words: what the template prints of it."""

from dataclasses import dataclass

from report.prose.tables import TableRow


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHead:
    """The frame's lines as they are printed; names and titles broken into lines."""

    parent_lines: tuple[str, ...]
    agency_lines: tuple[str, ...]
    number: str
    subject: str
    place_date: str
    notice: str
    addressees: tuple[str, ...]
    receivers: tuple[str, ...]
    authority: tuple[str, ...]
    signer_title: tuple[str, ...]
    signer_name: str
    attached: str


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
