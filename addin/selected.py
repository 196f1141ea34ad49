"""The row of the master, or of the board, that the officer has selected, read by its hidden keys."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from re import compile as pattern
from urllib.parse import unquote

from xlwings import Range, Sheet

from addin.seat import Seat
from catalogue import RoundError
from catalogue.wording import addin as words
from templates import KEY_ROW

LINK_KEYS = ("source", "file")
UNIT_KEY = "unit_code"
MOST_COLUMNS = 100
_TEXT = r'"((?:[^"]|"")*)"'
_LINK = pattern(rf"^=HYPERLINK\({_TEXT},{_TEXT}\)$")
_PLACE = pattern(r"^(?P<file>[^#]*)#'(?P<sheet>(?:[^']|'')*)'!(?P<cell>\$?[A-Z]{1,3}\$?\d{1,7})$")


@dataclass(frozen=True, kw_only=True)
class SelectedRow:
    """A row of a sheet that carries keys.

    Attributes:
        keys: The sheet's columns by their hidden keys, 1-based.
        field: The key of the selected column; blank when it has none.
    """

    sheet: Sheet
    number: int
    keys: dict[str, int]
    field: str

    def cell(self, key: str) -> Range:
        """Return a cell of the row."""
        return self.sheet.range((self.number, self.keys[key]))


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a row came from.

    Attributes:
        file: The file on disk, or the archive it came in, as seen from the workbook.
        shown: What the link shows: the file's name below `nhan-ve`, through archives, and the place in it.
        sheet, cell: The place in the file, blank when it is not known or the file is in an archive.
    """

    file: PurePosixPath
    shown: str
    sheet: str = ""
    cell: str = ""


def selected_row(seat: Seat) -> SelectedRow:
    """Return the selected row.

    Raises:
        RoundError: Nothing is selected, or not on a sheet that carries keys.
    """
    selection = seat.excel.selection
    if selection is None:
        raise RoundError(words.SELECT_A_ROW)
    sheet = selection.sheet
    first = sheet.range((KEY_ROW, 1), (KEY_ROW, MOST_COLUMNS)).value
    keys = {key: place for place, key in enumerate(first, start=1) if isinstance(key, str) and key}
    if not keys or selection.row <= KEY_ROW:
        raise RoundError(words.SELECT_A_ROW)
    field = next((key for key, place in keys.items() if place == selection.column), "")
    return SelectedRow(sheet=sheet, number=selection.row, keys=keys, field=field)


def source_of(row: SelectedRow) -> Source:
    """Return where a row came from.

    Raises:
        RoundError: The row has no link to a file.
    """
    for key in LINK_KEYS:
        if key in row.keys and (found := _LINK.match(str(row.cell(key).formula or ""))):
            return _source(*(text.replace('""', '"') for text in found.groups()))
    raise RoundError(words.NO_SOURCE_HERE)


def _source(url: str, shown: str) -> Source:
    place = _PLACE.match(url)
    if place is None:
        return Source(file=PurePosixPath(unquote(url)), shown=shown)
    return Source(
        file=PurePosixPath(unquote(place["file"])),
        shown=shown,
        sheet=place["sheet"].replace("''", "'"),
        cell=place["cell"].replace("$", ""),
    )
