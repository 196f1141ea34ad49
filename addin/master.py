"""The button “Tổng hợp”: rebuild the master, also while it is open in an Excel of this user."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from xlwings import App, Book

from addin.busy import show, writing
from addin.changes import told_changes
from addin.refresh import refresh
from addin.seat import Seat, is_on_web
from addin.showing import bring_forward, open_anywhere, open_workbook
from catalogue import LockedFileError, RoundError, TongHopError
from catalogue.wording import addin as words
from catalogue.wording import master as master_words
from cli.consolidate import rows_line, states_line, write_master
from cli.desk import Desk
from consolidate import MasterTables, Merged, compare_masters, read_master


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an officer was in the master: a sheet, and the cells selected on it."""

    sheet: str
    cells: str


def rebuild_master(seat: Seat) -> str:
    """Consolidate, and return who stands where, what became of the rows, and what changed.

    A master open in an Excel is saved first, so that what staff put into it counts; then it is closed,
    rebuilt and opened again at the same sheet and cell. One that Excel does not close is filled anew where
    it is open, sheet by sheet. The old one is opened again when rebuilding fails.

    Raises:
        TongHopError: The master cannot be saved or written, or Excel has it from the web.
    """
    desk = seat.desk()
    path = desk.round.master_path
    _refuse_web(seat, path)
    book = open_anywhere(seat.app, path)
    with writing(seat.app, desk):
        if book is None:
            return seat.told(desk, *_rebuilt(seat.app, desk))
        app, place = book.app, _place(book)
        _save(book)
        if not _closed(book, path):
            return seat.told(desk, *_rebuilt_in_place(seat.app, desk, book))
        try:
            return seat.told(desk, *_rebuilt(seat.app, desk))
        finally:
            _reopen(app, path, place)


def _refuse_web(seat: Seat, path: Path) -> None:
    """Refuse while Excel has a book of the master's name from the web: it may be the master."""
    for book in seat.app.books if seat.app else ():
        if book.name.lower() == path.name.lower() and is_on_web(book):
            raise RoundError(words.MASTER_ON_THE_WEB.format(name=book.name, path=path))


def _rebuilt(app: App | None, desk: Desk) -> tuple[str, ...]:
    path = desk.round.master_path
    before = _tables(path)
    merged = write_master(desk)
    show(app, words.COMPARING)
    return _told(merged, before, path)


def _rebuilt_in_place(app: App | None, desk: Desk, book: Book) -> tuple[str, ...]:
    """Rebuild a master that stays open, and fill the open book with it."""
    path = desk.round.master_path
    aside = path.with_stem(path.stem + master_words.ASIDE_SUFFIX)
    before, older = _tables(path), _stamp(aside)
    try:
        merged = write_master(desk)
    except LockedFileError as error:
        if _stamp(aside) == older:
            raise
        built, merged = aside, desk.merge(desk.check())
        lines = _told(merged, before, built)
        _fill(book, built, error)
        aside.unlink(missing_ok=True)
    else:
        lines = _told(merged, before, path)
        _fill(book, path)
    show(app, words.COMPARING)
    return (words.MASTER_REFRESHED.format(name=path.name), *lines)


def _stamp(path: Path) -> int | None:
    """Return when a file was written, None when there is none."""
    return path.stat().st_mtime_ns if path.is_file() else None


def _fill(book: Book, built: Path, reason: Exception | None = None) -> None:
    """Fill the open master from a file and save it.

    Raises:
        LockedFileError: Excel lets it not be filled or saved: a protected sheet, say.
    """
    try:
        refresh(book, built)
        book.save()
    except Exception as error:
        told_reason = str(reason) if reason else ""
        raise LockedFileError(
            words.MASTER_STAYS_OPEN.format(name=book.name, reason=told_reason).strip()
        ) from error


def _tables(path: Path) -> MasterTables | str | None:
    """Return the master that is there, None when there is none, or in words why it cannot be read."""
    if not path.is_file():
        return None
    try:
        return read_master(path)
    except TongHopError as error:
        return str(error)


def _told(merged: Merged, before: MasterTables | str | None, path: Path) -> tuple[str, ...]:
    counts = (states_line(merged), rows_line(merged))
    if isinstance(before, str):
        return (*counts, words.CHANGES_UNKNOWN.format(reason=before))
    return (*counts, *told_changes(compare_masters(before, read_master(path))))


def _place(book: Book) -> Place:
    bring_forward(book)
    selection = book.app.selection
    return Place(sheet=book.sheets.active.name, cells=selection.address if selection else "A1")


def _save(book: Book) -> None:
    """Save what staff have not saved: consolidating reads the file.

    Raises:
        LockedFileError: Excel does not save it; nothing has been changed.
    """
    if book.api.Saved:
        return
    try:
        book.save()
    except Exception as error:  # whatever COM raises: read-only, locked, busy
        raise LockedFileError(words.MASTER_NOT_SAVED.format(name=book.name)) from error


def _closed(book: Book, path: Path) -> bool:
    """Close the open master; whether Excel let us."""
    app = book.app
    try:
        book.close()
    except Exception:  # noqa: BLE001 - whatever COM raises, the master is still open and that is the answer
        return False
    return open_anywhere(app, path) is None


def _reopen(app: App, path: Path, place: Place) -> None:
    if not path.is_file():
        return
    book = open_workbook(app, path, read_only=False)
    # A courtesy: the sheet may be gone, hidden, or protected against selecting.
    with suppress(Exception):
        book.sheets[place.sheet].activate()
        book.sheets[place.sheet].range(place.cells).select()
