"""Read parts whose XML is spelled as nearly every program spells it: with one pattern, ten times faster.

It stands only if the pattern took every value and formula that is there; all else is read the exact way.
What a cell means is the exact way's to say: there is one set of rules.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from validation.reading.cells import SheetCells
from validation.reading.model import Uncalculated, Value
from validation.reading.places import area_of, column_of
from validation.reading.values import text_value, unescaped
from validation.reading.xlsx_exact import Cell, XlsxContext, cell_value

_CELL = re.compile(
    rb'<c r="([A-Z]{1,3}+)([1-9]\d{0,6}+)"(?: s="(\d++)")?+(?: t="(\w++)")?+>'
    rb"(<f(?: [^<>]*)?(?:/>|>[^<]*+</f>))?+"
    rb'(<v>[^<]*+</v>|<v ?/>|<is><t(?: xml:space="preserve")?>[^<]*+</t></is>)?+</c>'
)
_TEXT = re.compile(rb'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_INSIDE = re.compile(rb"(?:<is>)?<[^<>]*>([^<]*)<")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z0-9:]+)"')
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^<>]*\?>\s*)?<(?:worksheet|sst)[ >]")
_ENDS = (b"</worksheet>", b"</sst>")
_OTHER_ENCODING = re.compile(rb'<\?xml[^<>]*encoding=["\'](?!utf-8["\'])', re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:(\w+);|#(\d{1,7});|#x([0-9A-Fa-f]{1,6});)?")
_NAMED = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}
_BLANKS, _LETTERS = b"\t\n\r", range(0x20, 0xD800)
# What is found takes memory of its own; larger sheets are read cell by cell.
_MOST_BYTES = 8 * 2**20

_Found = tuple[bytes, bytes, bytes, bytes, bytes, bytes]


class _OddError(Exception):
    """Text that does not stand for itself."""


def plain_texts(part: bytes) -> list[Value] | None:
    """Return a workbook's shared texts; None where they are spelled in another way, as rich text is."""
    texts = _TEXT.findall(part)
    if not _is_whole(part) or len(texts) != part.count(b"<si"):
        return None
    try:
        return [_text(text) for text in texts]
    except (_OddError, UnicodeDecodeError):
        return None


def read_plainly(part: bytes, cells: SheetCells, context: XlsxContext) -> bool:
    """Read the cells of one sheet's part; False, and nothing was read, where it is spelled in another way.

    Raises:
        RefusedFileError: The part is too large.
    """
    first, last = part.find(b"<sheetData"), part.rfind(b"</sheetData>")
    data, tail = part[max(first, 0) : max(last, 0)], part[max(last, 0) :]
    if len(data) > _MOST_BYTES or not _is_whole(part):
        return False
    found, merged = _CELL.findall(data), _MERGED.findall(tail)
    # What was not found is spelled in another way; a single sign is sooner searched for than a comment.
    if data.count(b"</c") != len(found) or tail.count(b"<mergeCell ") != len(merged):
        return False
    if b"!" in data and b"<!" in data:
        return False
    try:
        rows = _rows(found, context)
    except (_OddError, UnicodeDecodeError, KeyError):
        return False
    cells.put_rows(rows)
    for address in merged:
        if area := area_of(address.decode()):
            cells.merge(area)
    return True


def _is_whole(part: bytes) -> bool:
    is_ours = _ROOT.match(part) and not _OTHER_ENCODING.match(part)
    return bool(is_ours) and part.rstrip().endswith(_ENDS)


def _rows(found: Sequence[_Found], context: XlsxContext) -> dict[int, dict[int, Value]]:
    """Return the cells that hold something by row and column.

    Most cells point to shared texts, and many formulas have the same result: neither is looked at twice.
    """
    texts, telling = context.text_by_value, context.telling_styles
    known: dict[tuple[bytes, bytes, bytes], Value] = {}
    rows: dict[int, dict[int, Value]] = {}
    last, at = b"", dict[int, Value]()
    for letters, row, style, kind, formula, stored in found:
        if row != last:
            last, at = row, rows.setdefault(int(row), {})
        if kind == b"s" and style not in telling:
            value = texts[stored]
        elif (style, kind, stored) in known:
            value = known[style, kind, stored]
        else:
            value = _value(style, kind, formula, stored, context)
            if not isinstance(value, Uncalculated):
                known[style, kind, stored] = value
        if value is not None:
            at[_column(letters)] = value
    return {row: cells for row, cells in rows.items() if cells}


def _value(style: bytes, kind: bytes, formula: bytes, stored: bytes, context: XlsxContext) -> Value:
    inside = _inside(stored)
    is_own_text = stored.startswith(b"<is")
    cell = Cell(
        kind=kind.decode() or "n",
        style=style.decode(),
        value=inside if stored and not is_own_text else None,
        formula=None if not formula else "" if inside else _inside(formula),
        pieces=[inside] if is_own_text else [],
    )
    return cell_value(cell, context)


def _inside(element: bytes) -> str:
    match = _INSIDE.match(element)
    return _plain(match[1]) if match else ""


def _plain(raw: bytes) -> str:
    """Return text as its reader sees it.

    Raises:
        _OddError: It holds what only a reader of XML knows: other line ends, other names of characters.
    """
    if b"\r" in raw:
        raise _OddError
    return _REFERENCE.sub(_meant, raw.decode()) if b"&" in raw else raw.decode()


def _meant(match: re.Match[str]) -> str:
    named, decimal, hexadecimal = match.groups()
    number = int(decimal or "0") or int(hexadecimal or "0", 16)
    if named in _NAMED or number in _LETTERS or number in _BLANKS:
        return _NAMED.get(named) or chr(number)
    raise _OddError


@lru_cache(maxsize=4096)
def _text(raw: bytes) -> str | None:
    return text_value(unescaped(_plain(raw)))


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    return column_of(letters.decode())
