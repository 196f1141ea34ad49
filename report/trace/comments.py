"""A copy of the report in which each figure carries a Word comment that says where it comes from."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from io import BytesIO
from itertools import count, groupby
from typing import TYPE_CHECKING

from lxml import etree

from catalogue.wording import report as words
from consolidate import MasterTables
from report.trace.marks import Figure
from report.trace.origin import Origin
from report.trace.places import Place, Rendered, W
from report.trace.sources import address, behind
from templates import repacked

if TYPE_CHECKING:
    from docx.document import Document

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SMALL = "18"


def traced(made: Rendered, tables: MasterTables) -> bytes:
    """Return a report's traced copy."""
    import docx

    document = docx.Document(BytesIO(made.content))
    comments = _comments(document)
    paragraphs = list(document.element.body.iter(f"{W}p"))
    figures = [place for place in made.places if isinstance(place.piece, Figure)]
    numbers = map(str, count())
    for number, places in groupby(figures, key=lambda place: place.text):
        if number < len(paragraphs):  # the texts of pictures come after the paragraphs, and take no comment
            for place in reversed(
                tuple(places)
            ):  # from the end, so that places before it stay where they are
                told = _text(place.piece.origin, tables) if isinstance(place.piece, Figure) else ()
                comments.append(_comment_on(paragraphs[number], place, number=next(numbers), lines=told))
    stream = BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def _comments(document: "Document") -> etree._Element:
    """Return the root of the document's comments, made when there is none."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import XmlPart

    assert document.comments is not None  # noqa: S101 - asking for it makes the part
    part = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
    assert isinstance(part, XmlPart)  # noqa: S101 - what python-docx makes of it
    root: etree._Element = part.element
    return root


def _comment_on(
    paragraph: etree._Element, place: Place, *, number: str, lines: Iterable[str]
) -> etree._Element:
    """Set a figure apart in a run of its own and return the comment on it."""
    run = _run_of(paragraph, place)
    run.addprevious(_element("commentRangeStart", id=number))
    reference = _element("r")
    reference.append(_element("commentReference", id=number))
    run.addnext(reference)
    run.addnext(_element("commentRangeEnd", id=number))
    return _comment(number, lines)


def _text(origin: Origin, tables: MasterTables) -> Iterator[str]:
    yield words.COMMENT.format(source=address(origin, tables))
    if units := behind(origin, tables):
        yield units


def _run_of(paragraph: etree._Element, place: Place) -> etree._Element:
    """Return the run that holds a place and nothing else, split from its neighbours."""
    at = 0
    for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}cr", f"{W}tab"):
        text = (node.text or "") if node.tag == f"{W}t" else "\n"
        if at <= place.start and place.end <= at + len(text):
            return _cut_out(node, place.start - at, place.end - at)
        at += len(text)
    raise LookupError(place)


def _cut_out(node: etree._Element, start: int, end: int) -> etree._Element:
    """Split the run of a text node in three and return the middle one."""
    run, text = node.getparent(), node.text or ""
    assert run is not None  # noqa: S101 - a text stands in a run
    after = list(node.itersiblings())
    middle, last = _like(run), _like(run)
    node.text = text[:start]
    node.set(_SPACE, "preserve")
    middle.append(_letters(text[start:end]))
    last.append(_letters(text[end:]))
    last.extend(after)
    run.addnext(middle)
    if text[end:] or after:
        middle.addnext(last)
    return middle


def _like(run: etree._Element) -> etree._Element:
    """Return an empty run with the letters of another."""
    made = _element("r")
    properties = run.find(f"{W}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _letters(text: str) -> etree._Element:
    made = _element("t")
    made.text = text
    made.set(_SPACE, "preserve")
    return made


def _comment(number: str, lines: Iterable[str]) -> etree._Element:
    made = _element("comment", id=number, author=words.COMMENT_AUTHOR, initials=words.COMMENT_INITIALS)
    for line in lines:
        paragraph, run, letters = _element("p"), _element("r"), _element("rPr")
        letters.append(_element("sz", val=_SMALL))
        run.extend([letters, _letters(line)])
        paragraph.append(run)
        made.append(paragraph)
    return made


def _element(name: str, **attributes: str) -> etree._Element:
    return etree.Element(W + name, {W + key: value for key, value in attributes.items()})
