"""A Word package from XML: styles, settings, page numbers, sections; nothing that names other fonts."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from templates.repack import repacked
from templates.word_styles import LANGUAGE, MARGINS_MM, PAGE_MM, settings_xml, twips
from templates.word_xml import paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_UNUSED_PARTS = (
    "stylesWithEffects",
    "webSettings",
    "fontTable",
    "theme",
    "customXml",
    "numbering",
    "thumbnail",
)


def word_package(content: Callable[[str], str], *, styles: str, title: str) -> bytes:
    """Return a Word document.

    Args:
        content: Makes the body's XML, its last section included, from the references to the headers that
            every section names.
        styles: The styles part's XML.
        title: What the document's properties call it.
    """
    import docx

    document = docx.Document()
    _drop_unused(document)
    _replace(document.styles.element, styles)
    _replace(document.settings.element, settings_xml())
    _fill_headers(document)
    body = content(_header_references(document))
    _replace(document.element.body, f"<w:body {_NAMESPACES}>{body}</w:body>")
    _set_properties(document, title)
    stream = BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def _drop_unused(document: Document) -> None:
    """Leave out parts of python-docx's own template: they name other fonts and serve nothing here."""
    package = document.part.package
    for relations in (document.part.rels, package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_UNUSED_PARTS)]:
            del relations[key]


def _replace(element: object, xml: str) -> None:
    """Replace a part's root's children by those of some XML."""
    from docx.oxml.parser import parse_xml
    from lxml import etree

    assert isinstance(element, etree._Element)  # noqa: S101, SLF001 - what every part's root is
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(xml)):
        element.append(child)


def _fill_headers(document: Document) -> None:
    """Put the page number into the top margin, and nothing on first pages."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    number = (
        f'<w:hdr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>'
    )
    blank = f"<w:hdr {_NAMESPACES}>{paragraph('Header')}</w:hdr>"
    _replace(section.header._element, number)  # noqa: SLF001 - python-docx offers no way to replace a header whole - python-docx has no fields
    _replace(section.first_page_header._element, blank)  # noqa: SLF001 - python-docx offers no way to replace a header whole


def _header_references(document: Document) -> str:
    """Return the headers of the only section there is, for every section to name."""
    from docx.oxml.ns import qn

    references = document.element.body.sectPr.findall(qn("w:headerReference"))
    return "".join(
        f'<w:headerReference w:type="{found.get(qn("w:type"))}" r:id="{found.get(qn("r:id"))}"/>'
        for found in references
    )


def section(headers: str, *, is_landscape: bool = False) -> str:
    """Return the properties of a section whose pages are numbered from 1, the first without its number."""
    width, height = (twips(side) for side in (PAGE_MM[::-1] if is_landscape else PAGE_MM))
    orientation = ' w:orient="landscape"' if is_landscape else ""
    margins = " ".join(f'w:{side}="{twips(distance)}"' for side, distance in MARGINS_MM.items())
    return (
        f'<w:sectPr>{headers}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{orientation}/>'
        f'<w:pgMar {margins} w:gutter="0"/><w:pgNumType w:start="1"/><w:cols w:space="720"/><w:titlePg/>'
        "</w:sectPr>"
    )


def section_end(headers: str, *, is_landscape: bool = False) -> str:
    """Return the small paragraph that ends a section."""
    ended = section(headers, is_landscape=is_landscape)
    return f'<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{ended}</w:pPr></w:p>'


def _set_properties(document: Document, title: str) -> None:
    from datetime import datetime

    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = LANGUAGE
    properties.created = properties.modified = datetime(2026, 1, 1)  # noqa: DTZ001 - Word's own dates have no zone
    properties.revision = 1
