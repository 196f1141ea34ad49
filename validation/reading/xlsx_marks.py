"""What calamine does not say of a sheet, found in its XML: errors, missing results, formats, merged cells.

Quick searches come first; only a hit costs anything. Most of them go through the opening tags of the cells
alone, a sixth of the sheet. They rely on the spelling that Excel, LibreOffice, WPS, openpyxl and XlsxWriter
share; a sheet spelled otherwise is read the exact way.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalogue import Code
from validation.reading.limits import MAX_MERGED
from validation.reading.looks import Look
from validation.reading.model import Area, CellError, RefusedFileError, Uncalculated
from validation.reading.places import area_of, column_of
from validation.reading.xlsx_book import XlsxLooks

_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"([^<>]*)>')
_STYLE = re.compile(rb'\bs="(\d+)"')
_TYPE = re.compile(rb'\bt="(\w+)"')
_STORED = re.compile(rb"<v[^<>]*>([^<]*)</v>")
_FORMULA = re.compile(rb"<f\b[^<>]*>([^<]*)</f>")
_NO_RESULT = re.compile(rb"/f>\s{0,99}(?:<v ?/>|<v>\s{0,99}</v>)?\s{0,99}</c>")
_SHARED_NO_RESULT = re.compile(rb"<f [^<>]*/>\s{0,99}(?:<v ?/>|<v>\s{0,99}</v>)?\s{0,99}</c>")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z0-9:]+)"')
_ROOMY = re.compile(rb'r="(?:[A-Z]{3}|[J-Z][A-Z]|[A-Z]+\d{4})')
_PLACE = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"(?:[^<>]*[^/<>])?>')
_FORMULA_AND_RESULT = re.compile(rb"<f\b[^<>]*>[^<]*(?:</f>)?(?:<v>[^<\s])?")
_HEAD = re.compile(rb"<c\b[^<>]*>")
# In a tag's value these may be meant; then its sheet takes the exact way for nothing.
_ODD_SPELLINGS = (b" =", b"'", b't="d"')
_PLAIN_START = re.compile(rb"\s*(?:\xef\xbb\xbf)?(?:<\?xml[^<>]*\?>\s*)?<worksheet\b", re.IGNORECASE)
_PLAIN_ENCODING = re.compile(rb'<\?xml[^<>]*encoding=["\'](?!utf-8["\'])', re.IGNORECASE)

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is to be laid over a sheet that calamine read: places are (row, column), 1-based."""

    errors: dict[Place, CellError]
    uncalculated: dict[Place, Uncalculated]
    looks: dict[Place, Look]
    merged: list[Area]


class SheetPart:
    """A sheet's XML, and the opening tags of its cells.

    Attributes:
        cells: How many cells there are, blank ones too.
        formulas: All its formulas, one after the other.
    """

    def __init__(self, xml: bytes) -> None:
        """Find the tags."""
        self._xml = xml
        self._first, self._last = xml.find(b"<sheetData"), xml.rfind(b"</sheetData")
        tags = _HEAD.findall(xml, max(self._first, 0), max(self._last, 0))
        self.cells, self._tags = len(tags), b"".join(tags)
        found = _FORMULA_AND_RESULT.findall(xml, max(self._first, 0), max(self._last, 0))
        self.formulas = b"".join(found)
        self._is_calculated = self.formulas.count(b"<v>") == len(found)

    @property
    def is_plainly_spelled(self) -> bool:
        """Whether the searches of this module see everything in the sheet."""
        xml, tags = self._xml, self._tags
        if not _PLAIN_START.match(xml) or _PLAIN_ENCODING.match(xml):
            return False
        if not self.cells:
            return xml.find(b":c", self._first, self._last) < 0
        return (
            tags.count(b'<c r="') == self.cells
            and not any(odd in tags for odd in _ODD_SPELLINGS)
            # A value may hold the sign that ends a tag: then a quotation mark has no partner.
            and tags.count(b'"') == 2 * tags.count(b"=")
            and not self._holds_markup
        )

    @property
    def _holds_markup(self) -> bool:
        """Whether there are comments or sections of plain text; a single sign is sooner searched for."""
        first, last = self._first, self._last
        return self._xml.find(b"!", first, last) >= 0 and self._xml.find(b"<!", first, last) >= 0

    @property
    def is_small(self) -> bool:
        """Whether the sheet surely ends before row 1000 and column JA."""
        return not _ROOMY.search(self._tags)

    @property
    def extent(self) -> Place:
        """The last row and column that hold something."""
        rows, columns = {0}, {b"A"}
        for match in _PLACE.finditer(self._tags):
            columns.add(match[1])
            rows.add(int(match[2]))
        return max(rows), max(map(_column, columns))

    def _told(self, looks: XlsxLooks) -> dict[Place, Look]:
        if not looks.telling or not looks.telling.search(self._tags):
            return {}
        return dict(_looks(self._xml, looks.all, looks.telling))

    def marks(self, looks: XlsxLooks) -> Marks:
        """Return what is to be laid over the sheet."""
        xml, tags = self._xml, self._tags
        has_merged = xml.find(b"<mergeCell ", max(self._last, 0)) >= 0
        return Marks(
            errors=dict(_errors(xml)) if b't="e"' in tags else {},
            uncalculated={} if self._is_calculated else dict(_uncalculated(xml)),
            looks=self._told(looks),
            merged=list(_merged(xml)) if has_merged else [],
        )


def _column(letters: bytes) -> int:
    return column_of(letters.decode("ascii"))


def _place(match: re.Match[bytes]) -> Place:
    return int(match[2]), _column(match[1])


def _cells_at(part: bytes, positions: Iterator[int]) -> Iterator[tuple[re.Match[bytes], bytes]]:
    """Yield the opening tag of the cell around each position, and what follows until the next cell.

    No stretch of the sheet is searched twice, whatever stands in it.
    """
    before = 0
    for position in positions:
        match = _CELL.match(part, max(part.rfind(b"<c ", before, position), 0))
        before = position
        if match and not match[3].endswith(b"/"):
            after = part.find(b"<c ", match.end())
            yield match, part[match.end() : after if after >= 0 else part.rfind(b"</sheetData")]


def _errors(part: bytes) -> Iterator[tuple[Place, CellError]]:
    for match, inside in _cells_at(part, (hit.start() for hit in re.finditer(b't="e"', part))):
        stored = _STORED.search(inside)
        if _type(match) == b"e" and stored:
            yield _place(match), CellError(_text(stored[1]))


def _uncalculated(part: bytes) -> Iterator[tuple[Place, Uncalculated]]:
    for pattern in (_NO_RESULT, _SHARED_NO_RESULT):
        for match, inside in _cells_at(part, (hit.start() for hit in pattern.finditer(part))):
            if _type(match) != b"str" or b"<v" not in inside:
                formula = _FORMULA.search(inside)
                text = _text(formula[1]) if formula else ""
                yield _place(match), Uncalculated(f"={text}" if text else "")


def _type(match: re.Match[bytes]) -> bytes:
    found = _TYPE.search(match[3])
    return found[1] if found else b"n"


def _text(raw: bytes) -> str:
    return html.unescape(raw.decode("utf-8", errors="replace"))


def _looks(part: bytes, looks: Sequence[Look], telling: re.Pattern[bytes]) -> Iterator[tuple[Place, Look]]:
    for match, _ in _cells_at(part, (hit.start() for hit in telling.finditer(part))):
        style = _STYLE.search(match[3])
        if style:
            yield _place(match), looks[int(style[1])]


def _merged(part: bytes) -> Iterator[Area]:
    for number, match in enumerate(_MERGED.finditer(part)):
        area = area_of(match[1].decode("ascii"))
        if number >= MAX_MERGED:
            raise RefusedFileError(Code.E010)
        if area:
            yield area
