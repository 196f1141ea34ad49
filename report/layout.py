"""What depends on how wide the words are: lines of names and titles, and the lines drawn under them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from templates import AGENCY_ROOM_MM, HEAD_WIDTHS_MM, MM_PER_POINT, TEXT_WIDTH_MM, balanced_lines, bold_width

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.parfmt import CT_PPr

AGENCY_SIZE = 13
SUBJECT_SIZE = 14
TWIPS_PER_MM = 1440 / 25.4
LINE_SHARE = 0.42
"""A line under a name or title takes a third to a half of the words' length (Phụ lục I, II.2.c, II.5.b)."""


def agency_lines(name: str) -> tuple[str, ...]:
    """Return the agency's name broken into lines of its column."""
    return balanced_lines(name, AGENCY_SIZE, AGENCY_ROOM_MM / MM_PER_POINT)


def subject_lines(subject: str) -> tuple[str, ...]:
    """Return the title's words broken into lines of the page."""
    return balanced_lines(subject, SUBJECT_SIZE, TEXT_WIDTH_MM * 0.96 / MM_PER_POINT)


def measure_lines(docx: "Document", *, agency: Sequence[str], subject: Sequence[str]) -> None:
    """Draw the lines under the agency's name and the title as long as the last line of words wants."""
    rooms = {
        "AgencyLine": (HEAD_WIDTHS_MM[0], bold_width(agency[-1], AGENCY_SIZE)),
        "SubjectLine": (TEXT_WIDTH_MM, bold_width(subject[-1], SUBJECT_SIZE)),
    }
    for style, (room_mm, words_pt) in rooms.items():
        side = (room_mm - min(room_mm, words_pt * MM_PER_POINT) * LINE_SHARE) / 2
        for properties in docx.element.body.xpath(f".//w:pPr[w:pStyle/@w:val='{style}']"):
            _indent(properties, round(side * TWIPS_PER_MM))


def _indent(properties: "CT_PPr", twips: int) -> None:
    from docx.shared import Twips

    properties.ind_left = Twips(twips)
    indents = properties.get_or_add_ind()
    indents.right = Twips(twips)
