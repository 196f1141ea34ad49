"""A zip package, opened without trusting what it says about itself."""

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping
from functools import cached_property

from zlib_ng import zlib_ng as zlib

from catalogue import Code
from validation.reading.limits import (
    MAX_ENTRIES,
    MAX_KEPT_BYTES,
    MAX_PART_BYTES,
    MAX_UNPACKED_BYTES,
)
from validation.reading.model import RefusedFileError
from validation.reading.thin import without_blank_cells

_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_PIECE = 2**20
_ENCRYPTED = 1


class Package:
    """The parts of a zip package by name; every read is bounded, whatever sizes the package declares."""

    def __init__(self, content: bytes) -> None:
        """Read the list of parts.

        Raises:
            RefusedFileError: The list is damaged (E001) or endless (E010).
        """
        self._content = content
        self._unpacked = self._kept = 0
        self._small: dict[str, bytes] = {}
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                self._entries = archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error):
            raise RefusedFileError(Code.E001) from None
        if len(self._entries) > MAX_ENTRIES:
            raise RefusedFileError(Code.E010)

    @cached_property
    def _by_name(self) -> Mapping[str, zipfile.ZipInfo]:
        return {entry.filename: entry for entry in self._entries}

    @property
    def names(self) -> Mapping[str, zipfile.ZipInfo]:
        """The names of the parts, in the package's order."""
        return self._by_name

    @property
    def is_ambiguous(self) -> bool:
        """Whether two parts have one name, so that programs would differ about what they read."""
        return len(self._by_name) != len(self._entries)

    def part(self, name: str, *, thin: bool = False) -> bytes:
        """Return a part's bytes.

        Args:
            name: The part; a package without it is damaged.
            thin: The part is a sheet: leave out cells and rows that only carry a format, if it is large.

        Raises:
            RefusedFileError: The part is missing or damaged (E001), encrypted (E007) or too large (E010).
        """
        if name in self._small:
            return self._small[name]
        pieces = self._pieces(self._entry(name))
        first = next(pieces, b"")
        if len(first) < _PIECE:
            next(pieces, b"")  # there is no other; the checksum is compared
            return self._small.setdefault(name, self._keep(first))
        kept = io.BytesIO()
        for piece in without_blank_cells(first, pieces) if thin else _joined(first, pieces):
            if kept.tell() + len(piece) > MAX_PART_BYTES:
                raise RefusedFileError(Code.E010)
            kept.write(piece)
        return self._keep(kept.getvalue())

    def beginning(self, name: str, size: int) -> bytes:
        """Return at most the first bytes of a part."""
        return next(self._pieces(self._entry(name)), b"")[:size]

    def _entry(self, name: str) -> zipfile.ZipInfo:
        try:
            return self._by_name[name]
        except KeyError:
            raise RefusedFileError(Code.E001) from None

    def _keep(self, part: bytes) -> bytes:
        self._kept += len(part)
        if self._kept > MAX_KEPT_BYTES:
            raise RefusedFileError(Code.E010)
        return part

    def _pieces(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        """Yield a part's bytes, a mebibyte at a time; the checksum is compared after the last."""
        check = 0
        for piece in self._raw_pieces(entry):
            check = zlib.crc32(piece, check)
            self._unpacked += len(piece)
            if self._unpacked > MAX_UNPACKED_BYTES:
                raise RefusedFileError(Code.E010)
            yield piece
        if check != entry.CRC:
            raise RefusedFileError(Code.E001)

    def _raw_pieces(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        packed = self._packed(entry)
        if entry.compress_type == zipfile.ZIP_STORED:
            for start in range(0, len(packed), _PIECE):
                yield bytes(packed[start : start + _PIECE])
            return
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        rest: bytes | memoryview = packed
        try:
            while not inflater.eof and (rest or inflater.unconsumed_tail):
                piece = inflater.decompress(rest, _PIECE)
                rest = inflater.unconsumed_tail
                yield piece
        except zlib.error:  # type: ignore[misc]  # its stubs take the class for an instance
            raise RefusedFileError(Code.E001) from None

    def _packed(self, entry: zipfile.ZipInfo) -> memoryview:
        """Return a part as it stands in the file."""
        if entry.flag_bits & _ENCRYPTED:
            raise RefusedFileError(Code.E007)
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise RefusedFileError(Code.E001)
        view = memoryview(self._content)
        try:
            header = _LOCAL_HEADER.unpack_from(view, entry.header_offset)
        except struct.error:
            raise RefusedFileError(Code.E001) from None
        start = entry.header_offset + _LOCAL_HEADER.size + header[-2] + header[-1]
        return view[start : start + entry.compress_size]


def _joined(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest
