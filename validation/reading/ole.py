"""The streams of an OLE file (MS-CFB), as .xls and .doc are; every chain is followed once."""

import struct
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalogue import Code
from validation.reading.model import RefusedFileError

_HEADER = struct.Struct("<8x16x6xH H6x3IIIIIII")
_ENTRY = struct.Struct("<64sHBB3I36xIQ")
_HEADER_CHAINS = 109  # how many sectors of the allocation table the header itself lists
_LAST_SECTOR = 0xFFFFFFFA
_NO_ENTRY = 0xFFFFFFFF
_SHORT_SECTOR = 64
_ROOT, _STREAM = 5, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One entry of the directory: its neighbours in the tree, and where its bytes are."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    first: int
    size: int


class Ole:
    """An OLE file's directory and streams."""

    def __init__(self, content: bytes) -> None:
        """Read the directory.

        Raises:
            RefusedFileError: The file is damaged.
        """
        self._content = content
        try:
            self._read_header()
        except (struct.error, LookupError, ValueError):
            raise RefusedFileError(Code.E001) from None

    def _read_header(self) -> None:
        power, _, _, _, directory, _, self._cutoff, short, _, extra = _HEADER.unpack_from(self._content)[:10]
        if power not in {9, 12}:
            raise ValueError(power)
        self._size = 1 << power
        listed = [*struct.unpack_from(f"<{_HEADER_CHAINS}I", self._content, _HEADER.size)]
        listed += self._more_lists(extra)
        self._table = _numbers(b"".join(self._sector(each) for each in dict.fromkeys(listed)))
        self._short_table = _numbers(self._chain(short))
        self._entries = [_entry(raw) for raw in _ENTRY.iter_unpack(self._whole(self._chain(directory)))]
        root = self._entries[0]
        if root.kind != _ROOT:
            raise ValueError(root.kind)
        self._short = self._chain(root.first) if root.size else b""

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._content[start : start + self._size]

    def _more_lists(self, sector: int) -> Iterator[int]:
        """Yield the sectors of the allocation table that the header has no room for."""
        seen: set[int] = set()
        while sector < _LAST_SECTOR and sector not in seen and (numbers := _numbers(self._sector(sector))):
            seen.add(sector)
            yield from numbers[:-1]
            sector = numbers[-1]

    def _chain(self, sector: int) -> bytes:
        return b"".join(self._sector(each) for each in _followed(self._table, sector))

    def _whole(self, raw: bytes) -> bytes:
        return raw[: len(raw) // _ENTRY.size * _ENTRY.size]

    @property
    def top(self) -> dict[str, _Entry]:
        """What stands at the top, by name."""
        found: dict[str, _Entry] = {}
        waiting, seen = [self._entries[0].child], {_NO_ENTRY}
        while waiting:
            number = waiting.pop()
            if number in seen or number >= len(self._entries):
                continue
            seen.add(number)
            entry = self._entries[number]
            found[entry.name] = entry
            waiting += (entry.left, entry.right)
        return found

    def stream(self, *names: str) -> bytes:
        """Return the first of these streams that is there.

        Raises:
            RefusedFileError: None is.
        """
        top = self.top
        entry = next((top[name] for name in names if name in top and top[name].kind == _STREAM), None)
        if entry is None:
            raise RefusedFileError(Code.E001)
        if entry.size >= self._cutoff:
            return self._chain(entry.first)[: entry.size]
        pieces = (
            self._short[each * _SHORT_SECTOR : (each + 1) * _SHORT_SECTOR]
            for each in _followed(self._short_table, entry.first)
        )
        return b"".join(pieces)[: entry.size]


def _numbers(raw: bytes) -> "array[int]":
    made = array("I", raw[: len(raw) // 4 * 4])
    if sys.byteorder == "big":
        made.byteswap()
    return made


def _followed(table: Sequence[int], sector: int) -> Iterator[int]:
    """Yield the sectors of a chain; one that runs in a circle or out of the table ends there."""
    seen: set[int] = set()
    while sector < len(table) and sector not in seen:
        seen.add(sector)
        yield sector
        sector = table[sector]


def _entry(raw: tuple[bytes, int, int, int, int, int, int, int, int]) -> _Entry:
    name, length, kind, _, left, right, child, first, size = raw
    return _Entry(
        name=name[: max(length - 2, 0)].decode("utf-16-le", errors="replace"),
        kind=kind,
        left=left,
        right=right,
        child=child,
        first=first,
        size=size & 0xFFFFFFFF,
    )
