"""Read an .ods piece by piece: a sheet of ours is never laid out before what it holds is counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from catalogue import Code
from validation.reading.cells import BookCells, SheetCells
from validation.reading.limits import MAX_CELLS, MAX_COLUMNS
from validation.reading.links import LINKED
from validation.reading.looks import legacy_font
from validation.reading.markup import Listener, named, walk
from validation.reading.model import (
    Area,
    CellError,
    LegacyText,
    Note,
    PercentNumber,
    RawWorkbook,
    RefusedFileError,
    Uncalculated,
    Value,
)
from validation.reading.package import Package
from validation.reading.values import text_value

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_MACROS = "Basic/"
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_ASIDE = frozenset({"annotation", "shapes", "desc", "title"})
_ERROR_MARKS = ("#", "Err:")
_NUMBERS = frozenset({"float", "currency", "percentage"})
_ERROR = "error"
_LONGEST_COUNT = 9  # digits
_ELSEWHERE = ("'file:", "'http:", "'https:", "'smb:", "DDE(", "WEBSERVICE(")


def read_ods(package: Package) -> RawWorkbook:
    """Return the cells of an .ods.

    Raises:
        RefusedFileError: It is encrypted (E007), damaged (E001) or too large (E010).
    """
    names = package.names
    if "encrypted-package" in names or (_MANIFEST in names and b"encryption-data" in package.part(_MANIFEST)):
        raise RefusedFileError(Code.E007)
    fonts = _Fonts()
    if _STYLES in names:
        walk(package.part(_STYLES), fonts)
    content = _Content(fonts)
    walk(package.part(_CONTENT), content)
    notes = [Note(Code.E011)] if any(name.startswith(_MACROS) for name in names) else []
    return content.cells.workbook([*notes, LINKED] if content.is_linked else notes)


class _Fonts(Listener):
    """The legacy fonts of cell styles, own or inherited."""

    def __init__(self) -> None:
        self.families: dict[str, str] = {}
        self.own: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        self._style = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "font-face":
            self.families[named(attributes, "name")] = named(attributes, "font-family").strip("'\"")
        elif tag == "style":
            self._style = named(attributes, "name")
            self.parents[self._style] = named(attributes, "parent-style-name")
        elif tag == "text-properties" and self._style:
            name = named(attributes, "font-name")
            said = named(attributes, "font-family").strip("'\"") or self.families.get(name, name)
            if said:
                self.own[self._style] = said

    def end(self, tag: str) -> None:
        if tag == "style":
            self._style = ""

    def of(self, style: str) -> str:
        """Return a style's font if it is a legacy one."""
        for _ in range(len(self.parents) + 1):
            if style in self.own or not style:
                break
            style = self.parents.get(style, "")
        return legacy_font(self.own.get(style, ""))


@dataclass
class _Cell:
    """One cell while it is read; it may stand for many."""

    attributes: Mapping[str, str]
    columns: int
    lines: list[list[str]] = field(default_factory=list)


class _Content(Listener):
    def __init__(self, fonts: _Fonts) -> None:
        self.fonts = fonts
        self.cells = BookCells()
        self.is_linked = False
        self._sheet: SheetCells | None = None
        self._row, self._rows, self._column = 1, 1, 1
        self._cell: _Cell | None = None
        self._placed: list[tuple[int, int, Value]] = []
        self._merged: list[Area] = []
        self._aside = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._sheet is None:
            self._start_outside(tag, attributes)
        elif tag in _ASIDE:
            self._aside += 1
        elif self._aside:
            return
        elif tag == "table-row":
            self._rows, self._column, self._placed = _times(attributes, "number-rows-repeated"), 1, []
        elif tag in _CELLS:
            self._cell = _Cell(_local(attributes), _times(attributes, "number-columns-repeated"))
        elif self._cell is not None:
            _start_in_cell(self._cell, tag, attributes)

    def _start_outside(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "table":
            self._sheet, self._row = self.cells.sheet(named(attributes, "name")), 1
        else:
            self.fonts.start(tag, attributes)

    def text(self, text: str) -> None:
        if self._cell is not None and self._cell.lines and not self._aside:
            self._cell.lines[-1].append(text)

    def end(self, tag: str) -> None:
        if self._sheet is None:
            self.fonts.end(tag)
        elif tag in _ASIDE:
            self._aside -= 1
        elif self._aside:
            return
        elif tag in _CELLS and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif tag == "table-row":
            self._end_row(self._sheet)
        elif tag == "table":
            self._sheet = None

    def _end_cell(self, cell: _Cell) -> None:
        value = self._value(cell)
        if value is not None:
            # A value repeated over the rest of a row is told once too often to be counted.
            if cell.columns > MAX_COLUMNS:
                raise RefusedFileError(Code.E010)
            self._placed += [(self._column + each, 0, value) for each in range(cell.columns)]
        self._note_span(cell.attributes)
        self._column += cell.columns

    def _note_span(self, attributes: Mapping[str, str]) -> None:
        rows, columns = (
            _times(attributes, "number-rows-spanned"),
            _times(attributes, "number-columns-spanned"),
        )
        if self._sheet and rows * columns > 1:
            area = Area(self._row, self._column, self._row + rows - 1, self._column + columns - 1)
            self._sheet.merge(area)

    def _end_row(self, sheet: SheetCells) -> None:
        if self._placed and len(self._placed) * self._rows > MAX_CELLS:
            raise RefusedFileError(Code.E010)
        for row in range(self._row, self._row + (self._rows if self._placed else 0)):
            for column, _, value in self._placed:
                sheet.put(row, column, value)
        self._row += self._rows

    def _value(self, cell: _Cell) -> Value:
        attributes = cell.attributes
        kind = attributes.get("value-type", "")
        formula = attributes.get("formula", "")
        self.is_linked = self.is_linked or any(mark in formula for mark in _ELSEWHERE)
        shown = "\n".join("".join(line) for line in cell.lines)
        if kind == _ERROR or (formula and shown.startswith(_ERROR_MARKS)):
            return CellError(shown)
        if kind in _NUMBERS:
            return _number(kind, attributes.get("value", ""), shown)
        if kind == "date":
            return _date(attributes.get("date-value", ""), shown)
        if kind == "boolean":
            return attributes.get("boolean-value") == "true"
        if not kind and formula and not shown:
            return Uncalculated(f"={formula.partition('=')[2]}")
        return self._text(shown or attributes.get("string-value", ""), attributes.get("style-name", ""))

    def _text(self, shown: str, style: str) -> Value:
        text, font = text_value(shown), self.fonts.of(style)
        return LegacyText(text, font) if text and font else text


def _local(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return attributes without prefixes; LibreOffice says twice what a value is, and of errors only once."""
    if not attributes:
        return {}
    local = {key.rpartition(":")[2]: value for key, value in attributes.items() if not _is_extra(key)}
    if attributes.get("calcext:value-type") == _ERROR:
        local["value-type"] = _ERROR
    return local


def _is_extra(name: str) -> bool:
    return name.startswith("calcext:")


def _start_in_cell(cell: _Cell, tag: str, attributes: Mapping[str, str]) -> None:
    if tag == "p":
        cell.lines.append([])
    elif cell.lines and tag == "s":
        cell.lines[-1].append(" " * min(_times(attributes, "c"), 1_000))
    elif cell.lines and tag == "tab":
        cell.lines[-1].append("\t")
    elif cell.lines and tag == "line-break":
        cell.lines[-1].append("\n")


def _times(attributes: Mapping[str, str], name: str) -> int:
    said = named(attributes, name)
    return max(int(said), 1) if said.isdecimal() and len(said) <= _LONGEST_COUNT else 1


def _number(kind: str, stored: str, shown: str) -> Value:
    try:
        number = float(stored)
    except ValueError:
        return text_value(shown)
    return PercentNumber(number) if kind == "percentage" else number


def _date(stored: str, shown: str) -> Value:
    try:
        return date.fromisoformat(stored[:10])
    except ValueError:
        return text_value(shown)
