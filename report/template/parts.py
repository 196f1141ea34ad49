"""The texts of a template that are filled: of its body, headers, footers, footnotes and properties."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from catalogue.wording import letters as words
from report.template.problem import cut
from report.template.tags import Snippet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_MARKS = ("{{", "{%", "{#")


def snippets_of(document: "Document") -> Iterator[list[Snippet]]:
    """Yield the texts of each part that is filled, in their order."""
    yield list(_body(_plain(document.element.body)))
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in words.PARTS and not relation.is_external:
            yield list(_part(relation.target_part, words.PARTS[kind]))
    for name in _PROPERTIES:
        text = getattr(document.core_properties, name)
        yield [Snippet(place=words.PART_PROPERTY.format(name=name), text=text)]


def _plain(element: etree._Element) -> etree._Element:
    """Return an element without python-docx's own classes, whose text is that of all below them."""
    return etree.fromstring(etree.tostring(element))


def _body(root: etree._Element) -> Iterator[Snippet]:
    places = _cell_places(root)
    for paragraph in root.iter(f"{_W}p"):
        text = _text(paragraph)
        cell = next(paragraph.iterancestors(f"{_W}tc"), None)
        place = words.IN_BODY if cell is None else places[cell]
        yield Snippet(place=place.format(words=cut(text)), text=text)
        yield from _hidden(paragraph)


def _cell_places(root: etree._Element) -> dict[etree._Element, str]:
    """Return in words where each cell is: which table, row and cell, counted from 1."""
    return {
        cell: words.IN_CELL.format(table=table, row=row, cell=number, words="{words}")
        for table, grid in enumerate(root.iter(f"{_W}tbl"), start=1)
        for row, line in enumerate(grid.findall(f"{_W}tr"), start=1)
        for number, cell in enumerate(line.findall(f"{_W}tc"), start=1)
    }


def _part(part: "Part", name: str) -> Iterator[Snippet]:
    for paragraph in etree.fromstring(part.blob).iter(f"{_W}p"):
        text = _text(paragraph)
        yield Snippet(place=words.IN_PART.format(part=name, words=cut(text)), text=text)
        yield from _hidden(paragraph)


def _text(paragraph: etree._Element) -> str:
    """Return a paragraph's own text; a text box in it has paragraphs of its own."""
    own = (node for node in paragraph.iter(f"{_W}t") if next(node.iterancestors(f"{_W}p")) is paragraph)
    return "".join(node.text or "" for node in own)


def _hidden(paragraph: etree._Element) -> Iterator[Snippet]:
    """Yield what is filled though nobody reads it as text: attributes, fields."""
    for node in paragraph.iter():
        texts = [str(text) for text in node.attrib.values()]
        if node.tag != f"{_W}t":
            texts.append(node.text or "")
        for text in texts:
            if any(mark in text for mark in _MARKS):
                yield Snippet(place=words.IN_BODY.format(words=cut(_text(paragraph))), text=text)
