"""A worksheet that writes the plain cells of forms and the master without the library's detours."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, CellNumberTuple, CellStringTuple, Worksheet

PlainCell: TypeAlias = tuple[str | float | date | None, Format, str]
"""A value, its format, and the formula that gives the value: in braces for an array's, blank for none."""

_column_letters = cache(xl_col_to_name)


class PlainWorksheet(Worksheet):  # type: ignore[misc]  # the library ships no types
    """The same bytes as the library's worksheet in half the time, for workbooks kept in memory.

    XlsxWriter searches every formula for some seventy functions newer than Excel 2010, and for those that
    fill several cells; forms and the master use none of them. It puts each cell together from a list of
    attributes, every one searched for characters to mask: an address and the number of a format have none.
    And it finds out for every cell again whether it is on the sheet at all.
    """

    def put(self, row: int, column: int, cells: Sequence[PlainCell]) -> None:
        """Write cells side by side; each value by the type it has, a text never as a formula.

        Args:
            row: Their row, 0-based.
            column: The first one's column, 0-based.
            cells: The cells; no text is longer than a cell holds.

        Raises:
            TypeError: A number is none a sheet can hold (infinite, not a number).
        """
        if not cells:
            return
        string_index = self.str_table._get_shared_string_index  # noqa: SLF001 - texts have no public way in
        stored = self.table[row]
        for place, (value, style, formula) in enumerate(cells, column):
            if formula:
                shown = "" if value is None else value
                if formula.startswith("{"):
                    self._write_array_formula(row, place, row, place, formula[1:-1], style, shown)
                    continue
                stored[place] = CellFormulaTuple(self._prepare_formula(formula), style, shown)
            elif value is None or value == "":
                stored[place] = CellBlankTuple(style)
            elif isinstance(value, str):
                stored[place] = CellStringTuple(string_index(value), style)
            elif isinstance(value, date):
                stored[place] = CellNumberTuple(self._convert_date_time(value), style)
            else:
                self._write_number(row, place, value, style)
        for edge in (column, column + len(cells) - 1):
            self._check_dimensions(row, edge)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - the library's signature
        return formula.removeprefix("=")

    def _write_formula(
        self,
        row: int,
        col: int,
        formula: str,
        cell_format: Format | None = None,
        value: object = 0,
    ) -> int:
        if self._check_dimensions(row, col):
            return -1
        self.table[row][col] = CellFormulaTuple(self._prepare_formula(formula), cell_format, value)
        return 0

    def _write_rows(self) -> None:
        self._calculate_spans()
        for row in range(self.dim_rowmin, self.dim_rowmax + 1):
            cells, look, spans = self.table.get(row), self.row_info.get(row), self.row_spans.get(row // 16)
            if cells:
                self._write_row(row, spans, look)
                self._write_cells(row, cells)
                self._xml_end_tag("row")
            elif look or row in self.comments:
                self._write_empty_row(row, spans, look)

    def _calculate_spans(self) -> None:
        if self.comments:
            super()._calculate_spans()
            return
        edges: dict[int, list[int]] = {}  # the columns where rows start and end, by block of sixteen rows
        for row, cells in self.table.items():
            if cells:
                edges.setdefault(row // 16, []).extend((min(cells), max(cells)))
        self.row_spans = {block: f"{min(own) + 1}:{max(own) + 1}" for block, own in edges.items()}

    def _write_cells(self, row: int, cells: Mapping[int, Any]) -> None:
        plain: list[str] = []
        at = str(row + 1)
        for column in sorted(cells):
            cell = cells[column]
            kind, style = type(cell), cell.format
            if kind is CellStringTuple:
                rest = f' t="s"><v>{cell.string}</v></c>'
            elif kind is CellBlankTuple:
                rest = "/>"
            elif kind is CellNumberTuple:
                rest = f"><v>{cell.number:.16G}</v></c>"
            elif kind is CellFormulaTuple and not _is_special(cell.value):
                rest = _result(cell)
            else:
                style, rest = None, ""
            if not style:  # what the library has to write, in its turn
                self.fh.write("".join(plain))
                plain.clear()
                self._write_cell(row, column, cell)
                continue
            index = style._get_xf_index()  # noqa: SLF001 - as the library does: formats are numbered when first used
            plain.append(f'<c r="{_column_letters(column)}{at}" s="{index}"{rest}')
        self.fh.write("".join(plain))


def _result(cell: CellFormulaTuple) -> str:
    told = ' t="str"' if isinstance(cell.value, str) and cell.value else ""
    return f"{told}><f>{_masked(cell.formula)}</f><v>{_masked(cell.value)}</v></c>"


def _is_special(value: object) -> bool:
    """Whether a formula's value is of the kinds that say so: true or false, an error."""
    return isinstance(value, bool) or (isinstance(value, str) and value.startswith("#"))


def _masked(value: object) -> object:
    if not isinstance(value, str):
        return value
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
