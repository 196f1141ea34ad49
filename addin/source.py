"""The button “Mở tệp nguồn”: from a row of the master to the unit's file, sheet and cell."""

from pathlib import Path

from xlwings import Book, Sheet

from addin.seat import Seat
from addin.selected import MOST_COLUMNS, SelectedRow, Source, selected_row, source_of
from addin.showing import open_workbook
from catalogue import RoundError, clean
from catalogue.wording import addin as words
from cli.desk import Desk
from templates import KEY_ROW


def open_source(seat: Seat) -> str:
    """Open the file the selected row came from, for reading only, at the cell of the selected column."""
    desk = seat.desk()
    row = selected_row(seat)
    source = source_of(row)
    path = _received(desk, source)
    book = open_workbook(seat.excel, path, read_only=True)
    if not source.sheet:
        return words.SOURCE_FILE_OPENED.format(file=path.name)
    return _show(book, row, source)


def _show(book: Book, row: SelectedRow, source: Source) -> str:
    if source.sheet not in (sheet.name for sheet in book.sheets):
        return words.SHEET_GONE.format(file=book.name, sheet=source.sheet)
    sheet = book.sheets[source.sheet]
    cell = _cell(sheet, row, source)
    sheet.activate()
    sheet.range(cell).select()
    return words.SOURCE_OPENED.format(file=book.name, sheet=source.sheet, cell=cell)


def _cell(sheet: Sheet, row: SelectedRow, source: Source) -> str:
    """Return the selected column's own cell where the form still has its key, else the cell of the link."""
    linked = sheet.range(source.cell)
    keys = sheet.range((KEY_ROW, 1), (KEY_ROW, MOST_COLUMNS)).value
    if not row.field or row.field not in keys:
        return source.cell
    own = sheet.range((linked.row, keys.index(row.field) + 1))
    return str(own.get_address(row_absolute=False, column_absolute=False))


def _received(desk: Desk, source: Source) -> Path:
    """Return the file on disk: one below `nhan-ve`, whatever the cell says.

    Raises:
        RoundError: The link leads elsewhere or to an archive, or the file is not there.
    """
    home = desk.round.received_dir.resolve()
    path = (desk.round.master_path.parent / source.file).resolve()
    if not path.is_relative_to(home):
        raise RoundError(words.SOURCE_OUTSIDE.format(file=source.file))
    if not path.is_file():
        raise RoundError(words.SOURCE_GONE.format(file=source.file))
    if place := _place_within(path.relative_to(home), source):
        raise RoundError(words.SOURCE_IN_ARCHIVE.format(archive=path, place=place))
    return path


def _place_within(path: Path, source: Source) -> str:
    """Return the place in an archive, whose path is relative to `nhan-ve`; blank when it is a plain file."""
    archive = f"{clean(path.as_posix())}/"
    return source.shown.removeprefix(archive) if source.shown.startswith(archive) else ""
