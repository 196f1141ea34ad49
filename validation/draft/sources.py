"""Read the rows of an appendix from a .docx, .xlsx, .csv or text file; only this module opens them."""

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue import UnreadableFileError, clean, date_text
from catalogue.wording import draft as words
from validation.draft.columns import is_header
from validation.draft.model import Line
from validation.draft.text_rows import piped_lines, tabbed_lines
from validation.reading import (
    Area,
    CellError,
    Grid,
    RefusedFileError,
    Uncalculated,
    Value,
    read_workbook,
)

if TYPE_CHECKING:
    from docx.oxml.table import CT_Tc

_MARKUP = re.compile(r"</?(?:i|b|u|em|strong)>|\*{1,3}(?=\S)|(?<=\S)\*{1,3}")
_DELIMITERS = ",;\t|"


def read_appendix(path: Path) -> tuple[Line, ...]:
    """Return the rows of the file's tables, in order.

    Raises:
        UnreadableFileError: The file cannot be read, or is of another kind.
    """
    readers = {".docx": _docx_lines, ".xlsx": _xlsx_lines, ".csv": _csv_lines, ".txt": _text_file_lines}
    reader = readers.get(path.suffix.lower())
    message = words.NOT_A_SOURCE.format(path=path)
    if reader is None:
        raise UnreadableFileError(message)
    try:
        return tuple(reader(path))
    except (RefusedFileError, OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise UnreadableFileError(message) from error


def text_lines(text: str) -> tuple[Line, ...]:
    """Return the rows of the first task table in a text, its cells separated by tabs or by "|"."""
    plain = unicodedata.normalize("NFC", _MARKUP.sub("", text)).replace("\u00a0", " ")
    physical = plain.replace("\r\n", "\n").replace("\f", "\n\n").split("\n")
    for start, line in enumerate(physical):
        if is_header(line.split("\t")):
            return tuple(tabbed_lines(physical[start:]))
        if is_header(line.split("|")):
            return tuple(piped_lines(physical[start:]))
    return ()


def _text_file_lines(path: Path) -> tuple[Line, ...]:
    return text_lines(path.read_text(encoding="utf-8-sig"))


def _csv_lines(path: Path) -> Iterator[Line]:
    """Yield the rows of a CSV file, with the delimiter that shows a header."""
    text = path.read_text(encoding="utf-8-sig")
    for delimiter in _DELIMITERS:
        rows = [[clean(cell) for cell in row] for row in csv.reader(io.StringIO(text), delimiter=delimiter)]
        header = next((row for row in rows if is_header(row)), None)
        if header:
            yield from (Line(_padded(row, len(header))) for row in rows)
            return


def _padded(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row, *("" for _ in range(width - len(row))))


def _xlsx_lines(path: Path) -> Iterator[Line]:
    """Yield the rows of the first sheet that has a task table."""
    workbook = read_workbook(path.read_bytes())
    for name, grid in workbook.sheets.items():
        lines = list(_sheet_lines(grid, workbook.merged.get(name, ())))
        if any(is_header(line.cells) for line in lines):
            yield from lines
            return


def _sheet_lines(grid: Grid, merged: Sequence[Area]) -> Iterator[Line]:
    width = max(map(len, grid), default=0)
    below = {
        (row, column)
        for area in merged
        for row in range(area.first_row + 1, min(area.last_row, len(grid)) + 1)
        for column in range(area.first_column, min(area.last_column, width) + 1)
    }
    for number, row in enumerate(grid, start=1):
        yield Line(
            tuple(
                None if (number, column) in below else _shown(value)
                for column, value in enumerate(row, start=1)
            )
        )


def _shown(value: Value) -> str:
    """Return a cell as text: a date the Vietnamese way, a numbering like 1.1 as it stands."""
    match value:
        case None | Uncalculated():
            return ""
        case date():
            return date_text(value)
        case CellError():
            return value.shown
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _docx_lines(path: Path) -> Iterator[Line]:
    """Yield the rows of every table of a Word document, a page break before each table but the first."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(path))
    except PackageNotFoundError:
        raise ValueError(path) from None
    counters: dict[str, int] = {}
    for position, table in enumerate(document.tables):
        for index, row in enumerate(table.rows):
            cells = [cell for tc in row._tr.tc_lst for cell in _grid_cells(tc, counters)]  # noqa: SLF001 - merges
            yield Line(tuple(cells), after_break=bool(position) and not index)


def _grid_cells(tc: "CT_Tc", counters: dict[str, int]) -> list[str | None]:
    """Return a cell's text in the first column it covers; None when it continues the cell above."""
    text = None if tc.vMerge == "continue" else _tc_text(tc) or _automatic_number(tc, counters)
    rest: list[str | None] = [None if text is None else "" for _ in range(tc.grid_span - 1)]
    return [text, *rest]


def _tc_text(tc: "CT_Tc") -> str:
    paragraphs = tc.xpath("./w:p")
    texts = ("".join(node.text or "" for node in paragraph.xpath(".//w:t")) for paragraph in paragraphs)
    return "\n".join(filter(None, map(clean, texts)))


def _automatic_number(tc: "CT_Tc", counters: dict[str, int]) -> str:
    """Return the number Word itself shows in a blank cell, counted by list; blank when it shows none."""
    lists = tc.xpath("./w:p/w:pPr/w:numPr/w:numId/@w:val")
    if not lists:
        return ""
    counters[lists[0]] = counters.get(lists[0], 0) + 1
    return str(counters[lists[0]])
