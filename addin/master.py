"""The button “Tổng hợp”: rebuild the master, also while it is open in this Excel."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from xlwings import App, Book

from addin.busy import status_bar
from addin.seat import Seat
from addin.showing import open_book, open_workbook
from catalogue import LockedFileError
from catalogue.wording import addin as words
from cli.consolidate import rows_line, states_line, write_master
from cli.desk import Desk
from consolidate import Merged


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an officer was in the master: a sheet, and the cells selected on it."""

    sheet: str
    cells: str


def rebuild_master(seat: Seat) -> str:
    """Consolidate, and return who stands where and what became of the rows.

    A master open in this Excel is saved, closed, rebuilt and opened again at the same sheet and cell; the old
    one is opened again when rebuilding fails.
    """
    desk = seat.desk()
    path = desk.round.master_path
    book = open_book(seat.app, path) if seat.app else None
    if seat.app is None or book is None:
        return _counts(_rebuilt(seat.app, desk))
    place = _place(book)
    is_closed = _closed(book, path)
    try:
        told = _counts(_rebuilt(seat.app, desk))
    except LockedFileError as error:
        if is_closed:
            raise
        raise LockedFileError(_stays_open(path, str(error))) from error
    finally:
        if is_closed:
            _reopen(seat.app, path, place)
    return told if is_closed else _stays_open(path, told)


def _stays_open(path: Path, told: str) -> str:
    return f"{words.MASTER_STAYS_OPEN.format(name=path.name)}\n{told}"


def _rebuilt(app: App | None, desk: Desk) -> Merged:
    with status_bar(app):
        return write_master(desk)


def _counts(merged: Merged) -> str:
    return f"{states_line(merged)}\n{rows_line(merged)}"


def _place(book: Book) -> Place:
    book.activate()
    selection = book.app.selection
    return Place(sheet=book.sheets.active.name, cells=selection.address if selection else "A1")


def _closed(book: Book, path: Path) -> bool:
    """Save the open master and close it; whether Excel let us. What could not be saved stays open."""
    app = book.app
    try:
        if not book.api.Saved:
            book.save()
        book.close()
    except Exception:  # noqa: BLE001 - whatever COM raises, the master is still open and that is the answer
        return False
    return open_book(app, path) is None


def _reopen(app: App, path: Path, place: Place) -> None:
    if not path.is_file():
        return
    book = open_workbook(app, path, read_only=False)
    # A courtesy: the sheet may be gone, hidden, or protected against selecting.
    with suppress(Exception):
        book.sheets[place.sheet].activate()
        book.sheets[place.sheet].range(place.cells).select()
