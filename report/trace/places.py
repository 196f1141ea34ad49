"""Places of marked pieces in a document: found when the marks are taken out, found again in what was written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from report.trace.marks import CLOSE, NUMBERED, OPEN, Piece

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
DESCRIPTION = "descr"
BODY_PART = "word/document.xml"
_MARK = re.compile(f"{OPEN}(\\d+){NUMBERED}|{CLOSE}")
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece stands: in which text of the document, from and to which character, and what it says."""

    text: int
    start: int
    end: int
    words: str
    piece: Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A rendered document: its bytes, and where its figures, names and quotes stand."""

    content: bytes
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a document: a paragraph, or what a screen reader says of a picture (of no style)."""

    style: str
    words: str


def take_out(root: etree._Element, pieces: Sequence[Piece]) -> tuple[Place, ...]:
    """Take the marks out of a document's texts and return where their pieces stand."""
    places: list[Place] = []
    for number, parts in enumerate(_texts(root)):
        if any(CLOSE in part.text for part in parts):
            spans = tuple(_taken_out(parts))
            words = "".join(part.text for part in parts)
            places += [
                Place(text=number, start=start, end=end, words=words[start:end], piece=pieces[index])
                for index, start, end in spans
            ]
    return tuple(places)


def texts_of(content: bytes) -> list[Text]:
    """Return the texts of a document as written, in the order places count them."""
    with ZipFile(BytesIO(content)) as package:
        root = etree.fromstring(package.read(BODY_PART))
    return [
        Text(style=parts[0].style if parts else "", words="".join(part.text for part in parts))
        for parts in _texts(root)
    ]


class _Part:
    """A piece of a text: an element's text, one of its attributes, or a break that has no letters."""

    def __init__(self, element: etree._Element, *, style: str, attribute: str = "") -> None:
        self.element, self.attribute, self.style = element, attribute, style

    @property
    def text(self) -> str:
        if self.attribute:
            return self.element.get(self.attribute) or ""
        return _BREAKS.get(str(self.element.tag)) or self.element.text or ""

    @text.setter
    def text(self, text: str) -> None:
        if self.attribute:
            self.element.set(self.attribute, text)
        else:
            self.element.text = text


def _texts(root: etree._Element) -> Iterator[list[_Part]]:
    """Yield the paragraphs' texts, then those of the pictures."""
    for paragraph in root.iter(f"{W}p"):
        style = _style_of(paragraph)
        yield [_Part(node, style=style) for node in paragraph.iter(f"{W}t", *_BREAKS)]
    for picture in root.iter(DRAWING):
        yield [_Part(picture, style="", attribute=DESCRIPTION)]


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val") or ""


def _taken_out(parts: Sequence[_Part]) -> Iterator[tuple[int, int, int]]:
    """Take the marks out of one text and yield each piece's number, start and end.

    A piece may run over several parts of a text.
    """
    length, open_ = 0, (-1, 0)
    for part in parts:
        kept, last = [], 0
        text = part.text
        for mark in _MARK.finditer(text):
            kept.append(text[last : mark.start()])
            length += mark.start() - last
            last = mark.end()
            if mark[1] is not None:
                open_ = (int(mark[1]), length)
            else:
                yield (*open_, length)
        kept.append(text[last:])
        length += len(text) - last
        if last:
            part.text = "".join(kept)
