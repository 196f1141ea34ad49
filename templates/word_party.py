"""The template of a report to a Party committee, by Hướng dẫn 05-HD/VPTW (from an unofficial extract).

Only the frame and the look differ from the administrative report; its sections and tables are the same.
"""

from dataclasses import replace

from catalogue.wording import letters as party
from catalogue.wording import report as words
from templates.letter_width import bold_width
from templates.word_package import section, section_end, word_package
from templates.word_report import (
    appendix_contents,
    appendix_head,
    drawn_line,
    notice,
    sections,
    signature,
)
from templates.word_styles import MM_PER_POINT, STYLES, ParagraphStyle, styles_xml
from templates.word_xml import cell, each, paragraph, row, table, when

PARTY_HEAD_WIDTHS_MM = (75.0, 90.0)
_LINE_PT = 20
_DRAWN = frozenset({"Motto", "MottoLine", "AgencyLine", "SubjectLine", "AppendixLine"})
_TEXTS = ("Prose", "Lead", "Heading1", "Heading3")
_UNDERLINED = ParagraphStyle(size=14, is_underlined=True, keep_next=True)
_STAR = ParagraphStyle(align="center")

PARTY_STYLES: dict[str, ParagraphStyle] = (
    {key: style for key, style in STYLES.items() if key not in _DRAWN}
    | {key: replace(STYLES[key], exact_pt=_LINE_PT) for key in _TEXTS}
    | {
        "Heading2": replace(STYLES["Heading2"], is_bold=False, exact_pt=_LINE_PT),
        "Nation": replace(STYLES["Nation"], size=15),
        "ParentAgency": replace(STYLES["ParentAgency"], size=14),
        "Agency": replace(STYLES["Agency"], size=14),
        "Number": replace(STYLES["Number"], size=14),
        "DocumentType": replace(STYLES["DocumentType"], size=16),
        "NationLine": STYLES["MottoLine"],
        "Star": _STAR,
        "Hyphens": replace(_STAR, keep_next=True),
        "ReceiversHead": _UNDERLINED,
        "Receiver": replace(STYLES["Receiver"], size=12),
        "SignerAuthority": STYLES["SignerTitle"],
        "SignerTitle": replace(STYLES["SignerTitle"], is_bold=False),
    }
)
"""The styles of the report that look otherwise in a Party document."""


def build_party_template() -> bytes:
    """Return the template of the report to a Party committee."""
    return word_package(_report, styles=styles_xml(PARTY_STYLES), title=words.DOCUMENT_TYPE)


def _report(headers: str) -> str:
    parts = [_letterhead() + _title() + _addressed(), sections(party.APPENDICES_ATTACHED)]
    parts += [signature("SignerAuthority"), section_end(headers)]
    *first, last = [
        appendix_head(words.APPENDIX.format(number=number), name, line=paragraph("Hyphens", party.HYPHENS))
        + content
        for number, (name, content) in enumerate(
            zip(words.APPENDIX_NAMES, appendix_contents(), strict=True), start=1
        )
    ]
    for appendix in first:
        parts += [appendix, section_end(headers, is_landscape=True)]
    return "".join(parts) + last + section(headers, is_landscape=True)


def _letterhead() -> str:
    left, right = PARTY_HEAD_WIDTHS_MM
    agency = (
        each("head.parent_lines", "ParentAgency")
        + each("head.agency_lines", "Agency")
        + paragraph("Star", party.STAR)
    )
    nation_mm = bold_width(party.NATION, PARTY_STYLES["Nation"].size) * MM_PER_POINT
    nation = paragraph("Nation", party.NATION) + drawn_line("NationLine", nation_mm, room_mm=right)
    number, place = paragraph("Number", "{{ head.number }}"), paragraph("PlaceDate", "{{ head.place_date }}")
    rows = (row([cell(agency, left), cell(nation, right)]), row([cell(number, left), cell(place, right)]))
    return table(PARTY_HEAD_WIDTHS_MM, rows, has_lines=False)


def _title() -> str:
    return (
        paragraph("DocumentType", words.DOCUMENT_TYPE)
        + each("head.subject_lines", "Subject")
        + paragraph("Hyphens", party.HYPHENS)
        + notice()
    )


def _addressed() -> str:
    """Return whom the report is addressed to, the words "Kính gửi" in italics."""
    label = f'<w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">{words.ADDRESSED_TO} </w:t></w:r>'
    name = '<w:r><w:t xml:space="preserve">{{ head.addressees[0] }}</w:t></w:r>'
    one = f'<w:p><w:pPr><w:pStyle w:val="AddressedOne"/></w:pPr>{label}{name}</w:p>'
    many = f'<w:p><w:pPr><w:pStyle w:val="Addressed"/></w:pPr>{label}</w:p>'
    return when("head.addressees | length == 1", one, otherwise=many + each("head.addressees", "Addressee"))
