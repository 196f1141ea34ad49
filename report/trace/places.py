"""Places of marked pieces in a document: found when the marks are taken out, and found again as written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain, repeat
from zipfile import ZipFile

from lxml import etree

from report.trace.marks import CLOSE, NUMBERED, OPEN, Piece

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
DESCRIPTION = "descr"
BODY_PART = "word/document.xml"
_MARK = re.compile(f"{OPEN}(\\d+){NUMBERED}|{CLOSE}")
_WHOLE = re.compile(f"{OPEN}(\\d+){NUMBERED}([^{OPEN}{CLOSE}]*){CLOSE}")
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}
_TEXT_TAGS = (f"{W}t", *_BREAKS)


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
        if len(parts) == 1 and (whole := _WHOLE.fullmatch(parts[0].text)):  # a cell of a table: nearly all
            parts[0].text = words = whole[2]
            places.append(Place(number, 0, len(words), words, pieces[int(whole[1])]))
        elif any(CLOSE in part.text for part in parts):
            spans = tuple(_taken_out(parts))
            words = "".join(part.text for part in parts)
            places += [
                Place(number, start, end, words[start:end], pieces[index]) for index, start, end in spans
            ]
    return tuple(places)


def texts_of(content: bytes) -> list[Text]:
    """Return the texts of a document as written, in the order places count them."""
    with ZipFile(BytesIO(content)) as package:
        root = etree.fromstring(package.read(BODY_PART))
    styles = chain(map(_style_of, root.iter(f"{W}p")), repeat(""))
    return [
        Text(style=style, words="".join(part.text for part in parts))
        for style, parts in zip(styles, _texts(root), strict=False)
    ]


class _Letters:
    """A text node, or a break that has no letters of its own."""

    __slots__ = ("element",)

    def __init__(self, element: etree._Element) -> None:
        self.element = element

    @property
    def text(self) -> str:
        return self.element.text or _BREAKS.get(str(self.element.tag), "")

    @text.setter
    def text(self, text: str) -> None:
        self.element.text = text


class _Description(_Letters):
    """What a screen reader says of a picture."""

    __slots__ = ()

    @property
    def text(self) -> str:
        return self.element.get(DESCRIPTION) or ""

    @text.setter
    def text(self, text: str) -> None:
        self.element.set(DESCRIPTION, text)


def _texts(root: etree._Element) -> Iterator[list[_Letters]]:
    """Yield the paragraphs' texts, then those of the pictures."""
    for paragraph in root.iter(f"{W}p"):
        yield [_Letters(node) for node in paragraph.iter(*_TEXT_TAGS)]
    for picture in root.iter(DRAWING):
        yield [_Description(picture)]


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val") or ""


def _taken_out(parts: Sequence[_Letters]) -> Iterator[tuple[int, int, int]]:
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
