"""Documents right in every rule, made line by line, so that tests can break one thing at a time."""

import copy
import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from templates import bold_width

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
FONT = "Times New Roman"
MM = 1440 / 25.4
POINT_MM = 25.4 / 72
HEAD_MM = (65, 100)
NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


@dataclass(kw_only=True)
class Spec:
    """One paragraph and what it is; `ratio` makes it a drawn line under the component `under`."""

    component: str
    text: str = ""
    size: float = 14
    bold: bool = False
    label: int = 0  # so many first letters have the other weight and slant
    italic: bool = False
    underline: bool = False
    align: str = "both"
    first_mm: float = 0
    left_mm: float = 0
    before: float = 0
    line: tuple[str, float] = ("auto", 1)
    under: str = ""
    ratio: float = 0
    border: str = "single"
    fonts: dict[str, str] = field(
        default_factory=lambda: dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), FONT)
    )
    language: str = "vi-VN"
    color: str = "000000"


@dataclass(kw_only=True)
class Page:
    """One section; `number` is the paragraph with the page's number, in the head or the foot."""

    size_mm: tuple[float, float] = (210, 297)
    margins: dict[str, float] = field(
        default_factory=lambda: {"top": 20, "bottom": 20, "left": 30, "right": 15, "header": 10}
    )
    is_title_page: bool = True
    start: int | None = None
    digits: str = "decimal"


@dataclass(kw_only=True)
class Document:
    """Head and end in tables, the text between, appendices each with its own page and a table."""

    left: list[list[Spec]]
    right: list[list[Spec]]
    body: list[Spec]
    receivers: list[list[Spec]]
    signer: list[list[Spec]]
    appendices: list[list[Spec]]
    page: Page
    appendix_pages: list[Page]
    number: Spec | None
    is_number_in_foot: bool = False
    is_header_repeated: bool = True
    are_rows_whole: bool = True

    def specs(self, component=None):
        """Return all specs, or those of one component, in order."""
        cells = (*self.left, *self.right, self.body, *self.receivers, *self.signer, *self.appendices)
        found = [spec for cell in cells for spec in cell]
        return [spec for spec in found if component in (None, spec.component)]

    def remove(self, *components):
        """Take all lines of some components out."""
        cells = (*self.left, *self.right, self.body, *self.receivers, *self.signer, *self.appendices)
        for cell in cells:
            cell[:] = [spec for spec in cell if spec.component not in components]

    def pages(self):
        return [self.page, *self.appendix_pages]

    def copy(self):
        return copy.deepcopy(self)


# -------------------------------------------------------------------------------------- Word documents


def docx(document):
    """Return a document as the bytes of a .docx."""
    return package(package_parts(document))


def package_parts(document):
    """Return a document's parts by name."""
    return {
        "[Content_Types].xml": content_types(
            document_main="document.xml", header="header1.xml", footer="footer1.xml"
        ),
        "_rels/.rels": relationships(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relationships(header="header1.xml", footer="footer1.xml"),
        "word/document.xml": f"<w:document {NS}><w:body>{_body(document)}</w:body></w:document>",
        "word/header1.xml": _margin(document, "hdr", is_shown=not document.is_number_in_foot),
        "word/footer1.xml": _margin(document, "ftr", is_shown=document.is_number_in_foot),
    }


def package(parts):
    """Return parts zipped."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content if content.startswith("<?xml") else XML + content)
    return stream.getvalue()


def _body(document):
    text_mm = _text_mm(document.page)
    parts = [_table(HEAD_MM, zip(document.left, document.right, strict=True), document)]
    parts += [_paragraph(spec, text_mm, document) for spec in document.body]
    parts.append(_table((75, 90), zip(document.receivers, document.signer, strict=True), document))
    sections = [_section(page) for page in document.pages()]
    for appendix, page, section in zip(
        document.appendices, document.appendix_pages, sections[:-1], strict=True
    ):
        parts.append(f"<w:p><w:pPr>{section}</w:pPr></w:p>")
        parts += [_paragraph(spec, _text_mm(page), document) for spec in appendix]
        parts.append(_data_table(document))
    return "".join(parts) + sections[-1]


def _text_mm(page):
    return page.size_mm[0] - page.margins["left"] - page.margins["right"]


def _section(page):
    width, height = (round(side * MM) for side in page.size_mm)
    margins = " ".join(f'w:{side}="{round(length * MM)}"' for side, length in page.margins.items())
    start = "" if page.start is None else f' w:start="{page.start}"'
    title = "<w:titlePg/>" if page.is_title_page else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
        '<w:footerReference w:type="default" r:id="rId2"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar {margins} w:footer="567" w:gutter="0"/>'
        f'<w:pgNumType w:fmt="{page.digits}"{start}/>{title}</w:sectPr>'
    )


def _margin(document, tag, *, is_shown):
    inner = "<w:p/>"
    if document.number is not None and is_shown:
        run = _run(document.number, document.number.text)
        properties = _properties(document.number, 165, document)
        inner = f'<w:p>{properties}<w:fldSimple w:instr=" PAGE ">{run}</w:fldSimple></w:p>'
    return f"<w:{tag} {NS}>{inner}</w:{tag}>"


def _table(widths, rows, document):
    found = "".join(
        "<w:tr>"
        + "".join(_cell(cell, width, document) for cell, width in zip(cells, widths, strict=True))
        + "</w:tr>"
        for cells in rows
    )
    grid = "".join(f'<w:gridCol w:w="{round(width * MM)}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{NO_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{found}</w:tbl>"


def _cell(specs, width, document):
    inner = "".join(_paragraph(spec, width, document) for spec in specs) or "<w:p/>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{round(width * MM)}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def _data_table(document):
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "insideH", "insideV"))
    whole = "<w:cantSplit/>" if document.are_rows_whole else ""
    header = "<w:tblHeader/>" if document.is_header_repeated else ""
    cell = _cell([Spec(component="cell", text="Sở Tài chính", size=11, align="left")], 60, document)
    rows = "".join(f"<w:tr><w:trPr>{whole}{mark}</w:trPr>{cell * 2}</w:tr>" for mark in (header, "", ""))
    grid = '<w:gridCol w:w="3402"/>' * 2
    properties = f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _paragraph(spec, room_mm, document):
    runs = _run(spec, spec.text)
    if spec.label:
        runs = _run(_other(spec), spec.text[: spec.label])
        runs += _run(spec, spec.text[spec.label :])
    return f"<w:p>{_properties(spec, room_mm, document)}{runs if spec.text else ''}</w:p>"


def _other(spec):
    """Return a label's look: articles are labelled in bold, addressees in italics."""
    other = copy.copy(spec)
    other.bold = spec.component == "article"
    other.italic = spec.italic or spec.component == "addressed"
    return other


def _properties(spec, room_mm, document):
    rule, value = spec.line
    left, right, border = spec.left_mm, 0.0, ""
    if spec.ratio:
        words = document.specs(spec.under)[-1:]
        length = sum(bold_width(each.text, each.size) for each in words) * POINT_MM * spec.ratio
        left = right = (room_mm - length) / 2
        border = f'<w:pBdr><w:top w:val="{spec.border}" w:sz="6" w:space="0"/></w:pBdr>'
    height = round(value * (240 if rule == "auto" else 20))
    return (
        f'<w:pPr>{border}<w:spacing w:before="{round(spec.before * 20)}" w:after="0" '
        f'w:line="{height}" w:lineRule="{rule}"/><w:ind w:left="{round(left * MM)}" '
        f'w:right="{round(right * MM)}" w:firstLine="{round(spec.first_mm * MM)}"/>'
        f'<w:jc w:val="{spec.align}"/></w:pPr>'
    )


def _run(spec, text):
    fonts = " ".join(f'w:{slot}="{name}"' for slot, name in spec.fonts.items())
    marks = "".join(f"<w:{mark}/>" for mark, is_on in (("b", spec.bold), ("i", spec.italic)) if is_on) + (
        '<w:u w:val="single"/>' if spec.underline else ""
    )
    return (
        f'<w:r><w:rPr><w:rFonts {fonts}/>{marks}<w:color w:val="{spec.color}"/>'
        f'<w:sz w:val="{round(spec.size * 2)}"/>'
        f'<w:lang w:val="{spec.language}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def content_types(**parts):
    """Return the list of a package's parts: file names by kind."""
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_OFFICE}.{kind.replace("_", ".")}+xml"/>'
        for kind, name in parts.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )


def relationships(**parts):
    """Return the relationships to some parts: their files by kind, numbered in order."""
    named = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{name}"/>'
        for number, (kind, name) in enumerate(parts.items(), start=1)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{named}</Relationships>'


_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
