"""Undo what a word processor changes by saving: names of styles, and where sections end."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from catalogue.wording.report import STYLES
from templates import BUILT_IN_STYLES

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_NAMING = ".//w:pStyle | .//w:basedOn | .//w:next | .//w:link"


def repair(document: "Document") -> None:
    """Give our styles their own ids again, and every end of a section a paragraph of its own.

    A program may save a style under an id made from its name, and may end a section in the paragraph of a
    tag, which disappears when it is filled.
    """
    _rename_styles(document)
    for paragraph in document.element.body.xpath("./w:p[w:pPr/w:sectPr][.//w:t]"):
        section = paragraph.pPr.sectPr
        ended = deepcopy(paragraph)
        for child in list(ended):
            if child is not ended.pPr:
                ended.remove(child)
        ended.style = "SectionEnd"
        paragraph.pPr.remove(section)
        paragraph.addnext(ended)


def _rename_styles(document: "Document") -> None:
    from docx.oxml.ns import qn

    renamed = _renamed(document)
    for style in document.styles.element.xpath("./w:style"):
        style.set(qn("w:styleId"), renamed.get(style.get(qn("w:styleId")), style.get(qn("w:styleId"))))
    for root in (document.styles.element, *_roots(document)):
        for node in root.xpath(_NAMING):
            node.set(qn("w:val"), renamed.get(node.get(qn("w:val")), node.get(qn("w:val"))))


def _renamed(document: "Document") -> Mapping[str, str]:
    """Return our id of each style of ours that has another one."""
    ids = {name.casefold(): key for key, name in (STYLES | BUILT_IN_STYLES).items()}
    found = {style.style_id: ids.get((style.name or "").casefold(), "") for style in document.styles}
    return {old: new for old, new in found.items() if new and new not in found}


def _roots(document: "Document") -> "Iterator[BaseOxmlElement]":
    yield document.element.body
    for section in document.sections:
        for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            if not part.is_linked_to_previous:
                yield part._element  # noqa: SLF001 - python-docx offers no way to a header's paragraphs' XML
