"""Page and paragraph styles of the official format (Nghị định 30/2020/NĐ-CP), as data.

Sizes are in points, distances in millimetres, the space before a paragraph in points.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from catalogue.wording import report as words

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
PAGE_MM = (210, 297)
MARGINS_MM = {"top": 20, "right": 15, "bottom": 20, "left": 30, "header": 10, "footer": 10}
TEXT_WIDTH_MM = PAGE_MM[0] - MARGINS_MM["left"] - MARGINS_MM["right"]
HEAD_WIDTHS_MM = (65.0, 100.0)
AGENCY_ROOM_MM = 62.0
FIRST_LINE_MM = 10.0
APPENDIX_LINE_MM = 50.0
MM_PER_POINT = 25.4 / 72
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SINGLE = 240
BUILT_IN_STYLES = {
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "Header": "header",
}
"""The styles that Word knows by itself: our id, Word's name."""


def twips(millimetres: float) -> int:
    """Return a distance in twentieths of a point.

    >>> twips(10)
    567
    """
    return round(millimetres * 1440 / 25.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """One style: letters, place on the line, distances.

    Attributes:
        align: left, center, right or both.
        line: Line spacing in 240ths of a line.
        exact_pt: The line's fixed height, for paragraphs that are only a drawn line or a gap.
        has_rule: A line drawn along the paragraph's top edge, from its left to its right indent.
        outline: Level in the document map, 0 the highest; None for text.
    """

    size: float = 14
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    align: str = "left"
    before: float = 0
    after: float = 0
    line: int = _SINGLE
    exact_pt: float | None = None
    left_mm: float = 0
    right_mm: float = 0
    first_line_mm: float = 0
    hanging_mm: float = 0
    keep_next: bool = False
    has_rule: bool = False
    is_boxed: bool = False
    outline: int | None = None


_TEXT = ParagraphStyle(align="both", before=6, line=264, first_line_mm=FIRST_LINE_MM)
_LYING_SIDE_MM = (PAGE_MM[1] - MARGINS_MM["left"] - MARGINS_MM["right"] - APPENDIX_LINE_MM) / 2
_RULE = ParagraphStyle(exact_pt=4, before=2, size=2, has_rule=True, align="center")

STYLES: dict[str, ParagraphStyle] = {
    "Nation": ParagraphStyle(size=13, is_bold=True, align="center"),
    "Motto": ParagraphStyle(size=14, is_bold=True, align="center"),
    "MottoLine": _RULE,
    "ParentAgency": ParagraphStyle(size=13, align="center"),
    "Agency": ParagraphStyle(size=13, is_bold=True, align="center"),
    "AgencyLine": _RULE,
    "Number": ParagraphStyle(size=13, align="center", before=4),
    "PlaceDate": ParagraphStyle(size=14, is_italic=True, align="center", before=4),
    "DocumentType": ParagraphStyle(is_bold=True, align="center", before=18, keep_next=True),
    "Subject": ParagraphStyle(is_bold=True, align="center", keep_next=True),
    "SubjectLine": _RULE,
    "Invented": ParagraphStyle(
        size=13, is_bold=True, align="center", before=8, after=2, is_boxed=True, left_mm=8, right_mm=8
    ),
    "AddressedOne": ParagraphStyle(align="center", before=12, after=6),
    "Addressed": ParagraphStyle(before=12, left_mm=25, keep_next=True),
    "Addressee": ParagraphStyle(left_mm=46, hanging_mm=3),
    "Prose": _TEXT,
    "Lead": replace(_TEXT, keep_next=True),
    "Heading1": replace(_TEXT, before=10, is_bold=True, keep_next=True, outline=0),
    "Heading2": replace(_TEXT, before=8, is_bold=True, keep_next=True, outline=1),
    "Heading3": replace(_TEXT, keep_next=True, outline=2),
    "Caption": ParagraphStyle(size=13, is_bold=True, align="center", before=8, after=4, keep_next=True),
    "Picture": ParagraphStyle(align="center", before=8, keep_next=True),
    "PictureCaption": ParagraphStyle(size=13, is_bold=True, align="center", before=2, after=8),
    "TableHead": ParagraphStyle(size=11, is_bold=True, align="center", before=2, after=2, keep_next=True),
    "TableText": ParagraphStyle(size=11, before=1.5, after=2.5),
    "TableCentre": ParagraphStyle(size=11, align="center", before=1.5, after=2.5),
    "TableNumber": ParagraphStyle(size=11, align="right", before=1.5, after=2.5),
    "TableKept": ParagraphStyle(size=11, before=1.5, after=2.5, keep_next=True),
    "TableKeptCentre": ParagraphStyle(size=11, align="center", before=1.5, after=2.5, keep_next=True),
    "TableKeptNumber": ParagraphStyle(size=11, align="right", before=1.5, after=2.5, keep_next=True),
    "TableGroup": ParagraphStyle(size=11, is_bold=True, before=2, after=2, keep_next=True),
    "TableTotal": ParagraphStyle(size=11, is_bold=True, before=1.5, after=2.5),
    "TableTotalCentre": ParagraphStyle(size=11, is_bold=True, align="center", before=1.5, after=2.5),
    "TableTotalNumber": ParagraphStyle(size=11, is_bold=True, align="right", before=1.5, after=2.5),
    "TableUnit": ParagraphStyle(size=12, is_italic=True, align="right", before=4, after=3, keep_next=True),
    "TableNote": ParagraphStyle(size=12, is_italic=True, before=4),
    "Gap": ParagraphStyle(size=6, exact_pt=10),
    "SignatureGap": ParagraphStyle(size=6, exact_pt=10, keep_next=True),
    "SectionEnd": ParagraphStyle(size=1, exact_pt=1),
    "ReceiversHead": ParagraphStyle(size=12, is_bold=True, is_italic=True, keep_next=True),
    "Receiver": ParagraphStyle(size=11, keep_next=True),
    "SignerTitle": ParagraphStyle(is_bold=True, align="center", keep_next=True),
    "SignerName": ParagraphStyle(is_bold=True, align="center"),
    "AppendixNumber": ParagraphStyle(is_bold=True, align="center", keep_next=True, outline=0),
    "AppendixName": ParagraphStyle(is_bold=True, align="center", keep_next=True, outline=1),
    "AppendixOf": ParagraphStyle(is_italic=True, align="center", keep_next=True),
    "AppendixLine": replace(_RULE, left_mm=_LYING_SIDE_MM, right_mm=_LYING_SIDE_MM, after=8, keep_next=True),
    "AppendixPart": ParagraphStyle(size=13, is_bold=True, before=10, after=4, keep_next=True, outline=2),
    "Header": ParagraphStyle(size=14, align="center"),
}
"""Every style of the report by its id; headings are Word's own, so that navigation finds them."""


def run_properties(style: ParagraphStyle) -> str:
    """Return a style's letters as XML, the font in all four slots."""
    half_points = round(style.size * 2)
    bold = "<w:b/><w:bCs/>" if style.is_bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    italic = "<w:i/><w:iCs/>" if style.is_italic else '<w:i w:val="0"/><w:iCs w:val="0"/>'
    line = '<w:u w:val="single"/>' if style.is_underlined else ""
    return (
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'{bold}{italic}<w:color w:val="000000"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        f'{line}<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="{LANGUAGE}"/></w:rPr>'
    )


def paragraph_properties(style: ParagraphStyle) -> str:
    """Return a style's place and distances as XML, in the order the schema wants."""
    line = f'w:line="{style.line}" w:lineRule="auto"'
    if style.exact_pt is not None:
        line = f'w:line="{round(style.exact_pt * 20)}" w:lineRule="exact"'
    first = f'w:firstLine="{twips(style.first_line_mm)}"'
    if style.hanging_mm:
        first = f'w:hanging="{twips(style.hanging_mm)}"'
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return (
        f"<w:pPr>{'<w:keepNext/>' if style.keep_next else ''}<w:widowControl/>{_borders(style)}"
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" {line}/>'
        f'<w:ind w:left="{twips(style.left_mm)}" w:right="{twips(style.right_mm)}" {first}/>'
        f'<w:jc w:val="{style.align}"/>{outline}</w:pPr>'
    )


def _borders(style: ParagraphStyle) -> str:
    sides = ("top", "left", "bottom", "right") if style.is_boxed else ("top",) if style.has_rule else ()
    space = 4 if style.is_boxed else 0
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="{space}" w:color="000000"/>' for side in sides
    )
    return f"<w:pBdr>{lines}</w:pBdr>" if lines else ""


def styles_xml(styles: Mapping[str, ParagraphStyle] = STYLES) -> str:
    """Return the whole styles part."""
    own = "".join(_style(key, style) for key, style in styles.items())
    plain = ParagraphStyle()
    return (
        f"<w:styles {_NAMESPACE}><w:docDefaults><w:rPrDefault>{run_properties(plain)}</w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/><w:qFormat/>{run_properties(plain)}</w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
        "</w:style>"
        f"{own}</w:styles>"
    )


def _style(key: str, style: ParagraphStyle) -> str:
    name = BUILT_IN_STYLES.get(key) or words.STYLES[key]
    following = "Prose" if key.startswith("Heading") else key
    return (
        f'<w:style w:type="paragraph"{"" if key in BUILT_IN_STYLES else " w:customStyle=" + quoteattr("1")} '
        f'w:styleId="{key}"><w:name w:val={quoteattr(name)}/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="{following}"/><w:qFormat/>{paragraph_properties(style)}{run_properties(style)}'
        "</w:style>"
    )


def settings_xml() -> str:
    """Return the whole settings part: today's layout rules, Vietnamese separators."""
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", "15"),
            ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"),
            ("doNotFlipMirrorIndents", "1"),
        )
    )
    return (
        f'<w:settings {_NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        f'<w:themeFontLang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="{LANGUAGE}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )
