"""The button “Tình trạng nộp”: the board, a workbook of its own with one row per unit."""

from datetime import date, datetime, time
from pathlib import Path
from typing import TypeAlias

from xlwings import App, Book, Sheet

from addin.busy import is_busy
from addin.seat import Seat
from addin.showing import bring_forward, open_book, open_workbook
from catalogue import LockedFileError, TongHopError, date_text
from catalogue.wording import addin as words
from catalogue.wording import master as master_words
from cli.consolidate import states_line
from cli.desk import Desk
from cli.send_back import marked_copy_name
from consolidate import Formula, Merged, UnitStanding, file_link, path_link, received_path

TITLE_ROW = 2
COUNTS_ROW = 3
HEADER_ROW = 4
FIRST_ROW = 5
TITLE_SIZE = 14
HEADER_COLOR = (217, 225, 242)
AS_TEXT = "@"

Value: TypeAlias = str | int | datetime | None


def show_board(seat: Seat) -> str:
    """Fill the board and bring it to the front; without Excel, say the same counts in words."""
    desk = seat.desk()
    merged = desk.merge(desk.check())
    counts = states_line(merged)
    if seat.app is None:
        return counts
    path = desk.round.master_path.with_name(words.BOARD_FILE)
    _show(seat.app, desk, merged, path)
    return f"{counts}\n{words.BOARD_READY.format(path=path)}"


def _show(app: App, desk: Desk, merged: Merged, path: Path) -> None:
    """Fill the board and save it.

    Raises:
        LockedFileError: It is read-only, locked, protected, or on the web.
    """
    try:
        _fill(_board(app, path), desk, merged)
    except TongHopError:
        raise
    except Exception as error:
        if is_busy(error):
            raise
        raise LockedFileError(words.BOARD_KEPT.format(path=path)) from error


def _board(app: App, path: Path) -> Book:
    """Return the board, open; a new one when there is none yet."""
    found = open_book(app, path)
    if found is None and not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        found = app.books.add()
        found.save(path)
    return found or open_workbook(app, path, read_only=False)


def _fill(book: Book, desk: Desk, merged: Merged) -> None:
    """Write everything anew in three calls: each cell on its own would take Excel minutes."""
    sheet = _sheet(book)
    sheet.clear()
    # Excel would take a code such as "001" for a number.
    sheet.range((FIRST_ROW, 1), (HEADER_ROW + len(merged.standings), 1)).number_format = AS_TEXT
    keys = list(words.BOARD_HEADERS)
    rows = [_row(standing, desk) for standing in merged.standings]
    sheet.range((1, 1)).value = [keys]
    sheet.range((TITLE_ROW, 1)).value = words.BOARD_TITLE.format(
        plan=desk.plan.short_title, period=desk.round.period.label, deadline=date_text(merged.deadline)
    )
    sheet.range((COUNTS_ROW, 1)).value = states_line(merged)
    sheet.range((HEADER_ROW, 1)).value = [list(words.BOARD_HEADERS.values()), *rows]
    _dress(sheet, len(keys), len(rows))
    bring_forward(book)
    sheet.activate()
    book.save()


def _sheet(book: Book) -> Sheet:
    if words.BOARD_SHEET in (sheet.name for sheet in book.sheets):
        return book.sheets[words.BOARD_SHEET]
    sheet = book.sheets[0]
    sheet.name = words.BOARD_SHEET
    return sheet


def _dress(sheet: Sheet, width: int, height: int) -> None:
    sheet.range((TITLE_ROW, 1)).font.bold = True
    sheet.range((TITLE_ROW, 1)).font.size = TITLE_SIZE
    header = sheet.range((HEADER_ROW, 1), (HEADER_ROW, width))
    header.font.bold = True
    header.color = HEADER_COLOR
    sheet.range((HEADER_ROW, 1), (HEADER_ROW + height, width)).columns.autofit()
    sheet.range((1, 1)).row_height = 0


def _row(standing: UnitStanding, desk: Desk) -> list[Value]:
    current = standing.current
    late = {None: "", False: master_words.ON_TIME, True: master_words.LATE}[standing.is_late]
    file = file_link(current, folder=received_path(desk.round)) if current else ""
    cells: dict[str, Value] = {
        "unit_code": standing.duty.unit.code,
        "unit_name": standing.duty.unit.agency_name,
        "state": master_words.UNIT_STATES[standing.shown],
        "timeliness": late,
        "received_on": _moment(current.received_on) if current else None,
        "errors": len(current.errors) if current else 0,
        "warnings": standing.warning_count,
        "file": _as_text(file),
        "returned": _as_text(_returned(standing, desk)),
    }
    return [cells[key] for key in words.BOARD_HEADERS]


def _moment(day: date | None) -> datetime | None:
    """Return a day as Excel takes it: without a zone."""
    return datetime.combine(day, time()) if day else None


def _returned(standing: UnitStanding, desk: Desk) -> Formula | str:
    """Return a link to the unit's marked copy, blank when there is none."""
    copy = desk.round.returned_dir / marked_copy_name(standing.duty, desk.round.period)
    return path_link(f"../{copy.parent.name}/{copy.name}", shown=copy.name) if copy.is_file() else ""


def _as_text(link: Formula | str) -> str:
    """Return a link as Excel takes it; a name too long for a link stays text."""
    if isinstance(link, Formula):
        return link.text
    return f"'{link}" if link else ""
