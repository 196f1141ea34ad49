"""What depends on how wide the words are: lines of names and titles, and the lines drawn under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from templates import (
    AGENCY_ROOM_MM,
    APPENDIX_LINE_MM,
    HEAD_WIDTHS_MM,
    MM_PER_POINT,
    PARTY_HEAD_WIDTHS_MM,
    TEXT_WIDTH_MM,
    balanced_lines,
    bold_width,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.section import CT_SectPr
    from docx.oxml.text.parfmt import CT_PPr

AGENCY_SIZE = 13
SUBJECT_SIZE = 14
TWIPS_PER_MM = 1440 / 25.4
LINE_SHARE = 0.42
"""A line under a name or title takes a third to a half of the words' length (Phụ lục I, II.2.c, II.5.b)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How large an agency's name is printed, and how much room it has."""

    agency_size: float
    agency_room_mm: float


BY_DECREE = Look(agency_size=AGENCY_SIZE, agency_room_mm=AGENCY_ROOM_MM)
OF_THE_PARTY = Look(agency_size=14, agency_room_mm=PARTY_HEAD_WIDTHS_MM[0] - 3)


def agency_lines(name: str, look: Look = BY_DECREE) -> tuple[str, ...]:
    """Return the agency's name broken into lines of its column."""
    return balanced_lines(name, look.agency_size, look.agency_room_mm / MM_PER_POINT)


def subject_lines(subject: str) -> tuple[str, ...]:
    """Return the title's words broken into lines of the page."""
    return balanced_lines(subject, SUBJECT_SIZE, TEXT_WIDTH_MM * 0.96 / MM_PER_POINT)


def measure_lines(
    docx: "Document", *, agency: Sequence[str], subject: Sequence[str], has_many_heads: bool = False
) -> None:
    """Draw the lines under the agency's name and the title as long as the last line of words wants.

    Args:
        docx: The document.
        agency: The lines of the agency's name.
        subject: The lines of the title's words.
        has_many_heads: Whether it holds several letters, each with its head, and not one report.
    """
    rooms = {
        "AgencyLine": (HEAD_WIDTHS_MM[0], bold_width("".join(agency[-1:]), AGENCY_SIZE)),
        "SubjectLine": (TEXT_WIDTH_MM, bold_width("".join(subject[-1:]), SUBJECT_SIZE)),
    }
    body = docx.element.body
    # Only what stands before the appendices, whose long tables take long to search.
    before_appendices = "./w:p[w:pPr/w:sectPr][1]/preceding-sibling::*"
    first = (not has_many_heads and body.xpath(before_appendices)) or [body]
    for style, (room_mm, words_pt) in rooms.items():
        side = (room_mm - min(room_mm, words_pt * MM_PER_POINT) * LINE_SHARE) / 2
        for properties in chain(*(block.xpath(f".//w:pPr[w:pStyle/@w:val='{style}']") for block in first)):
            _indent(properties, round(side * TWIPS_PER_MM))


def stand_upright(docx: "Document") -> None:
    """Turn the pages of sections that hold no table upright: only tables may lie (Phụ lục I, I.2)."""
    from docx.oxml.ns import qn

    begun: list[CT_PPr] = []
    is_appendix = has_table = False
    for block in docx.element.body:
        has_table |= block.tag == qn("w:tbl")
        is_appendix |= bool(block.xpath("./w:pPr[w:pStyle/@w:val='AppendixNumber']"))
        begun += block.xpath("./w:pPr[w:pStyle/@w:val='AppendixLine']")
        section = block if block.tag == qn("w:sectPr") else next(iter(block.xpath("./w:pPr/w:sectPr")), None)
        if section is not None:
            if is_appendix and not has_table:
                _stand(section, begun)
            begun, is_appendix, has_table = [], False, False


def _stand(section: "CT_SectPr", lines: "Sequence[CT_PPr]") -> None:
    """Turn one section upright and centre the lines drawn in it anew."""
    from docx.enum.section import WD_ORIENT

    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = section.page_height, section.page_width
    for properties in lines:
        _indent(properties, round((TEXT_WIDTH_MM - APPENDIX_LINE_MM) / 2 * TWIPS_PER_MM))


def _indent(properties: "CT_PPr", twips: int) -> None:
    from docx.shared import Twips

    properties.ind_left = Twips(twips)
    indents = properties.get_or_add_ind()
    indents.right = Twips(twips)
