"""Marks around the pieces of a text that hold numbers: kept through the rendering, then taken out again.

A mark is three characters of the private use area, which no answer can hold (`printable` drops them). They
are written only while somebody collects them, so that sentences made for other purposes are plain.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeAlias

from report.trace.origin import Origin, origin_of

OPEN, NUMBERED, CLOSE = "\ue000", "\ue001", "\ue002"
MARK_CHARACTERS = frozenset((OPEN, NUMBERED, CLOSE))
_DIGIT = re.compile(r"\d")
_OPENING = re.compile(f"{OPEN}\\d+{NUMBERED}")
_LEADING = re.compile(f"(?:{_OPENING.pattern})*")

Write: TypeAlias = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the master: where it comes from and how it is written."""

    origin: Origin
    write: Write


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are taken as they stand: `is_quote` when an agency wrote them, else a name or a code."""

    is_quote: bool


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number that only counts lines: of a list, a table, a caption."""


Piece: TypeAlias = Figure | Words | Ordinal
_collected: ContextVar[list[Piece] | None] = ContextVar("marks", default=None)


@contextmanager
def collecting() -> Iterator[list[Piece]]:
    """Collect the pieces marked meanwhile; a mark's number is its piece's position in the list."""
    pieces: list[Piece] = []
    token = _collected.set(pieces)
    try:
        yield pieces
    finally:
        _collected.reset(token)


def written(value: float, write: Write) -> str:
    """Return a number as text, marked with its origin when it has one."""
    origin = origin_of(value)
    text = write(value)
    return text if origin is None else _marked(text, Figure(origin, write))


def quoted(text: str) -> str:
    """Return what an agency wrote, marked as its words."""
    return _marked(text, Words(is_quote=True))


def called(text: str) -> str:
    """Return a name or a code, marked as such."""
    return _marked(text, Words(is_quote=False))


def ordinal(number: int) -> str:
    """Return a number that only counts lines."""
    return _marked(str(number), Ordinal())


def _marked(text: str, piece: Piece) -> str:
    pieces = _collected.get()
    if pieces is None or not _DIGIT.search(text):
        return text
    pieces.append(piece)
    return f"{OPEN}{len(pieces) - 1}{NUMBERED}{text}{CLOSE}"


def first_changed(text: str, change: Callable[[str], str]) -> str:
    """Return text with its first letter changed, whatever marks stand before it."""
    found = _LEADING.match(text)
    start = found.end() if found else 0
    return text[:start] + change(text[start : start + 1]) + text[start + 1 :]


def unmarked(text: str) -> str:
    """Return text without its marks.

    >>> unmarked(f"a {OPEN}0{NUMBERED}12{CLOSE} b")
    'a 12 b'
    """
    return _OPENING.sub("", text).replace(CLOSE, "")
