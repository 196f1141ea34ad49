"""Leave out of a large sheet the cells and rows that only carry a format: people format whole columns."""

import re
from collections.abc import Iterator

# Only cells and rows that say where they are may go: those after them must not move up.
_BLANK_CELL = re.compile(rb'<(?:\w+:)?c r="[A-Z]+\d+"[^<>]*?(?:/>|>\s{0,99}</(?:\w+:)?c>)')
_BLANK_ROW = re.compile(rb'<(?:\w+:)?row r="\d+"[^<>]*?(?:/>|>\s{0,99}</(?:\w+:)?row>)')
_UNPLACED = re.compile(rb"<(?:\w+:)?(?:c|row)(?! r=)[ />\s]")


def without_blank_cells(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a sheet's XML in pieces, without cells and rows that hold nothing."""
    pending = first
    for piece in rest:
        # A piece may end within a tag: that tag waits for the next piece.
        end = max(pending.rfind(b"<"), 0) or len(pending)
        yield _thinned(pending[:end])
        pending = pending[end:] + piece
    yield _thinned(pending)


def _thinned(xml: bytes) -> bytes:
    if _UNPLACED.search(xml):
        return xml
    return _BLANK_ROW.sub(b"", _BLANK_CELL.sub(b"", xml))
