"""Read an .xlsx cell by cell, by an XML parser: exact, however it is spelled, and within bounds."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from catalogue import Code
from validation.reading.cells import SheetCells
from validation.reading.looks import PLAIN, Look, legacy_font
from validation.reading.markup import Listener, walk
from validation.reading.model import CellError, LegacyText, RefusedFileError, Uncalculated, Value
from validation.reading.places import area_of, place_of
from validation.reading.values import looking, number_value, text_value, unescaped

_KEPT_TAGS = frozenset({"v", "f", "t"})
_TRUE = frozenset({"1", "true"})


@dataclass(frozen=True, kw_only=True)
class XlsxContext:
    """What the cells of a workbook refer to."""

    texts: Sequence[Value]
    looks: Sequence[Look]
    is_1904: bool


class _SharedTexts(Listener):
    """Collects shared texts; the reading aids of East Asian texts are not part of them."""

    def __init__(self) -> None:
        self.texts: list[Value] = []
        self._pieces: list[str] = []
        self._font = ""
        self._skipping = self._inside = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "si":
            self._pieces, self._font = [], ""
        elif tag == "rPh":
            self._skipping = True
        elif tag == "rFont":
            self._font = self._font or legacy_font(attributes.get("val", ""))
        self._inside = tag == "t" and not self._skipping

    def end(self, tag: str) -> None:
        self._inside = False
        if tag == "rPh":
            self._skipping = False
        elif tag == "si":
            text = text_value(unescaped("".join(self._pieces)))
            self.texts.append(LegacyText(text, self._font) if text and self._font else text)

    def text(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)


def shared_texts(part: bytes) -> list[Value]:
    """Return a workbook's shared texts.

    Raises:
        RefusedFileError: The part is damaged.
    """
    walker = _SharedTexts()
    walk(part, walker)
    return walker.texts


@dataclass
class RawCell:
    """One cell as its XML spells it: kind, number of its format, value, formula, pieces of its own text."""

    kind: str
    style: str
    value: str | None = None
    formula: str | None = None
    pieces: list[str] = field(default_factory=list)


class _Sheet(Listener):
    def __init__(self, cells: SheetCells, context: XlsxContext) -> None:
        self.cells = cells
        self.context = context
        self.row = self.column = 0
        self.cell: RawCell | None = None
        self.heard: list[str] | None = None
        self.skipping = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "c":
            place = place_of(attributes.get("r", ""))
            self.row, self.column = place or (self.row, self.column + 1)
            self.cell = RawCell(attributes.get("t", "n"), attributes.get("s", ""))
        elif tag == "row":
            said = attributes.get("r", "")
            self.row, self.column = int(said) if said.isdecimal() else self.row + 1, 0
        elif tag in _KEPT_TAGS:
            self.heard = [] if not self.skipping else None
        elif tag == "rPh":
            self.skipping = True
        elif tag == "mergeCell" and (area := area_of(attributes.get("ref", ""))):
            self.cells.merge(area)

    def text(self, text: str) -> None:
        if self.heard is not None:
            self.heard.append(text)

    def end(self, tag: str) -> None:
        if tag == "c" and self.cell:
            self.cells.put(self.row, self.column, cell_value(self.cell, self.context))
            self.cell = None
        elif tag == "rPh":
            self.skipping = False
        elif tag in _KEPT_TAGS and self.heard is not None:
            self._keep(tag, "".join(self.heard))
            self.heard = None

    def _keep(self, tag: str, heard: str) -> None:
        if self.cell is None:
            return
        if tag == "v":
            self.cell.value = heard
        elif tag == "f":
            self.cell.formula = heard
        else:
            self.cell.pieces.append(heard)


def read_sheet(part: bytes, cells: SheetCells, context: XlsxContext) -> None:
    """Read the cells of one sheet's part.

    Raises:
        RefusedFileError: The part is damaged or too large.
    """
    walk(part, _Sheet(cells, context))


def cell_value(cell: RawCell, context: XlsxContext) -> Value:
    """Return what a cell holds.

    Raises:
        RefusedFileError: It names a shared text that is not there (E001).
    """
    look = look_of(cell.style, context.looks)
    if cell.kind == "inlineStr":
        return looking(text_value(unescaped("".join(cell.pieces))), look)
    stored = (cell.value or "").strip()
    if cell.kind == "str":
        return (
            looking(text_value(unescaped(cell.value or "")), look)
            if cell.value is not None
            else _missing(cell)
        )
    if not stored:
        return _missing(cell)
    return looking(_stored_value(cell.kind, stored, look, context), look)


def look_of(style: str, looks: Sequence[Look]) -> Look:
    """Return the format that a cell names by number; a plain one where there is none."""
    number = int(style) if style.isdecimal() else 0
    return looks[number] if number < len(looks) else PLAIN


def _missing(cell: RawCell) -> Value:
    return None if cell.formula is None else Uncalculated(f"={cell.formula}" if cell.formula else "")


def _stored_value(kind: str, stored: str, look: Look, context: XlsxContext) -> Value:
    if kind == "e":
        return CellError(stored)
    if kind == "b":
        return stored in _TRUE
    if kind == "s":
        number = int(stored) if stored.isdecimal() else len(context.texts)
        if number >= len(context.texts):
            raise RefusedFileError(Code.E001)
        return context.texts[number]
    if kind == "d":
        return _iso_date(stored)
    return _number(stored, look, context)


def _number(stored: str, look: Look, context: XlsxContext) -> Value:
    try:
        number = float(stored)
    except ValueError:
        return text_value(stored)
    if not math.isfinite(number) or "_" in stored:
        return text_value(stored)
    return number_value(number, look, is_1904=context.is_1904)


def _iso_date(stored: str) -> Value:
    try:
        return date.fromisoformat(stored[:10])
    except ValueError:
        return text_value(stored)
