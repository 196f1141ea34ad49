"""XML, piece by piece: no document types, no entities, no endless depth."""

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from catalogue import Code
from validation.reading.limits import MAX_DEPTH
from validation.reading.model import RefusedFileError

_PIECE = 2**18


class Walker(Protocol):
    """What follows a document: told of every element, in order, without its namespace prefix."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text, perhaps one of several pieces."""


class Listener:
    """A walker that cares for nothing: take what you need and override it."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Ignore an element's beginning."""

    def end(self, tag: str) -> None:
        """Ignore an element's end."""

    def text(self, text: str) -> None:
        """Ignore text."""


def walk(part: bytes, walker: Walker) -> None:
    """Lead a walker through an XML document.

    Raises:
        RefusedFileError: It is not well-formed (E001), or made to harm (E010).
    """
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise RefusedFileError(Code.E010)
        walker.start(tag.rpartition(":")[2], attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        walker.end(tag.rpartition(":")[2])

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = walker.text
    view = memoryview(part)
    try:
        for at in range(0, len(part), _PIECE):
            parser.Parse(view[at : at + _PIECE], False)  # noqa: FBT003 - the parser takes it by position only
        parser.Parse(b"", True)  # noqa: FBT003 - the same
    except (expat.ExpatError, ValueError, LookupError):
        raise RefusedFileError(Code.E001) from None


def _refuse(*_: object) -> None:
    raise RefusedFileError(Code.E010)


def named(attributes: Mapping[str, str], name: str) -> str:
    """Return an attribute whatever its namespace prefix; blank when it is not there."""
    for key, value in attributes.items():
        if key.rpartition(":")[2] == name:
            return value
    return ""
