"""Read what staff put into a master: notes and adjusted figures by row key, and sheets of their own."""

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from xlsxwriter.utility import xl_col_to_name

from catalogue import MasterSheet, UnreadableFileError, load_master
from catalogue.wording import adjust as words
from catalogue.wording import master as master_words
from consolidate.adjust.added import read_added
from consolidate.adjust.cells import remembered
from consolidate.adjust.fields import DETAILS, MEMORY, NOTE, WHY, Detail, is_staffs
from consolidate.adjust.findings import ORPHANS
from consolidate.adjust.grids import Book, Uncalculated, as_typed, open_book
from consolidate.adjust.model import NO_WORK, Overtyped, StaffRow, StaffWork
from consolidate.adjust.overtyped import overtyped
from consolidate.adjust.package import sheet_parts
from consolidate.adjust.values import in_words
from consolidate.identity import DOCUMENT
from consolidate.jump import WITHIN
from consolidate.table import FIRST_ROW, ROW_KEY, match_key
from templates import IDENTITY_SHEET

CODES = {
    "task_rows": ("task_code", "unit_code"),
    "indicator_rows": ("indicator_code", "unit_code"),
    "budgets": ("unit_code", "task_code"),
}
"""The hidden columns that begin the keys of a table's rows."""


def staff_work_of(path: Path, *, written: Path | None = None) -> StaffWork:
    """Return what staff put into the master at a path; nothing when there is none yet.

    Raises:
        UnreadableFileError: As `read_staff_work`.
    """
    return read_staff_work(path, written=written) if path.is_file() else NO_WORK


def read_staff_work(path: Path, *, written: Path | None = None) -> StaffWork:
    """Return what staff put into a master.

    Args:
        path: The master.
        written: The same master as it was written, to see what was typed over; None or a file that is not
            there or cannot be read shows nothing.

    Raises:
        UnreadableFileError: The file cannot be opened, is damaged, is not a master, lacks a detail table, or
            holds a formula of staff's that was not calculated. It must then not be overwritten.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(words.UNREADABLE.format(file=path)) from error
    book = open_book(path, content)
    if IDENTITY_SHEET not in book.titles or not _is_master(book):
        raise UnreadableFileError(words.NOT_A_MASTER.format(file=path))
    if {part.title for part in sheet_parts(content)} != set(book.titles):
        raise UnreadableFileError(words.UNREADABLE.format(file=path))
    titles = _titles(book, path)
    rows = [row for table, title in titles.items() for row in _Table(book, table, title, path).rows()]
    added = read_added(content, own=frozenset({*titles.values(), *own_titles()}), path=path)
    return StaffWork(
        rows=(*rows, *_orphans(book)),
        sheets=added.sheets,
        names=added.names,
        left_behind=added.left_behind,
        overtyped=_overtyped(book, written, titles),
        stamp=hashlib.sha256(content).hexdigest(),
    )


def is_as_read(path: Path, staff: StaffWork) -> bool:
    """Whether a master is still the one that was read: nobody saved it, put one there or took it away."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == staff.stamp
    except FileNotFoundError:
        return not staff.stamp
    except OSError as error:
        raise UnreadableFileError(words.UNREADABLE.format(file=path)) from error


def _overtyped(book: Book, written: Path | None, titles: Mapping[str, str]) -> tuple[Overtyped, ...]:
    try:
        before = written.read_bytes() if written else book.content
        if written is None or before == book.content:
            return ()
        renamed = {load_master()[table].title: title for table, title in titles.items()}
        return overtyped(book, open_book(written, before), titles=renamed)
    except (OSError, UnreadableFileError):
        return ()


def _is_master(book: Book) -> bool:
    return any(list(row[:2]) == ["document", DOCUMENT] for _, row in book.lines(IDENTITY_SHEET))


def own_titles() -> set[str]:
    """Return the titles of the master's own sheets."""
    return {sheet.title for sheet in load_master().values()} | {master_words.OVERVIEW_SHEET, IDENTITY_SHEET}


def _titles(book: Book, path: Path) -> dict[str, str]:
    """Return the title of every detail table, however staff renamed its sheet."""
    titles = {}
    for table in DETAILS:
        design = load_master()[table]
        title = design.title if design.title in book.titles else _renamed(book, design)
        if title is None or ROW_KEY not in _keys(book, title):
            raise UnreadableFileError(words.MISSING_TABLE.format(file=path, sheet=design.title))
        titles[table] = title
    return titles


def _renamed(book: Book, design: MasterSheet) -> str | None:
    others = [title for title in book.titles if title not in own_titles()]
    wanted = {column.key for column in design.columns} - WITHIN
    return next((title for title in others if wanted <= set(_keys(book, title))), None)


def _keys(book: Book, title: str) -> list[str]:
    return next(([str(key) for key in row] for _, row in book.lines(title)), [])


class _Table:
    """One detail table as it stands in a master."""

    def __init__(self, book: Book, table: str, title: str, path: Path) -> None:
        self.book, self.table, self.title, self.path = book, table, title, path
        self.keys = _keys(book, title)
        self.detail: Detail = DETAILS[table]
        self.own = [(place, key) for place, key in enumerate(self.keys) if is_staffs(key)]

    def rows(self) -> Iterator[StaffRow]:
        """Yield the rows on which staff wrote; of two with one key, the second loses it."""
        seen: set[str] = set()
        for number, row in self.book.lines(self.title):
            if number < FIRST_ROW or not any(row[place] != "" for place, _ in self.own if place < len(row)):
                continue
            found = self._row(number, dict(zip(self.keys, row, strict=False)))
            if found.typed or found.why or found.note:
                yield replace(found, key="") if found.key in seen else found
                seen.add(found.key)

    def _row(self, number: int, cells: Mapping[str, object]) -> StaffRow:
        for place, key in self.own:
            if isinstance(cells.get(key), Uncalculated):
                cell = f"{xl_col_to_name(place)}{number}"
                raise UnreadableFileError(
                    words.NOT_CALCULATED.format(file=self.path, sheet=self.title, cell=cell)
                )
        why = text_of(cells.get(WHY))
        values = {
            figure.key: typed
            for figure in self.detail.figures
            if (typed := _typed(cells.get(figure.adjusted))) != ""
        }
        memory = remembered(text_of(cells.get(MEMORY)), why=why)
        basis = {}
        for figure in self.detail.figures:
            if figure.key in values:
                before = memory.get(figure.key)
                is_same = before is not None and before[0] == values[figure.key]
                now = in_words(as_typed(cells.get(figure.reported, "")))
                basis[figure.key] = before[1] if before and is_same else now
        return StaffRow(
            table=self.table,
            key=_key(self.table, cells),
            about=_about(cells),
            typed=values,
            basis=basis,
            why=why,
            note=text_of(cells.get(NOTE)),
        )


def _key(table: str, cells: Mapping[str, object]) -> str:
    """Return a row's key; where somebody sorted the table without its key column, what its codes say.

    A budget line's key also counts lines that are alike, so the codes alone do not give it back.
    """
    written = text_of(cells.get(ROW_KEY))
    codes = [text_of(cells.get(name)) for name in CODES[table]]
    own = match_key(*codes)
    if written == own or written.startswith(f"{own}|") or not text_of(cells.get("unit_code")):
        return written
    return "" if table == "budgets" else own


def _typed(value: object) -> str | float:
    typed = as_typed("" if value is None else value)
    return text_of(typed) if isinstance(typed, str) else typed


def text_of(value: object) -> str:
    """Return a cell as clean text: composed, without blanks around it; a whole number without decimals."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unicodedata.normalize("NFC", str(as_typed(value))).strip()


def _about(cells: Mapping[str, object]) -> str:
    """Say which row it is: the unit, then the task or indicator, then the funding source."""
    unit, name = text_of(cells.get("unit_name")), text_of(cells.get("name", cells.get("task")))
    number = text_of(cells.get("number")) if "name" in cells else ""
    row = words.ABOUT_ROW.format(number=number, name=name) if number else name
    parts = [part for part in (row, text_of(cells.get("funding_source"))) if part]
    return (
        words.ABOUT.format(unit=unit, row=words.CHANGE_JOINT.join(parts))
        if unit
        else words.CHANGE_JOINT.join(parts)
    )


def _orphans(book: Book) -> Iterator[StaffRow]:
    """Yield what an earlier consolidation found no row for: the row may be back."""
    title = load_master()[ORPHANS].title
    if title not in book.titles:
        return
    keys = _keys(book, title)
    for number, row in book.lines(title):
        cells = dict(zip(keys, row, strict=False))
        if number >= FIRST_ROW and cells.get("table") in DETAILS:
            yield _orphan(cells)


def _orphan(cells: Mapping[str, object]) -> StaffRow:
    told = _told(text_of(cells.get("memory")))
    values, basis = told.get("values"), told.get("basis")
    return StaffRow(
        table=text_of(cells["table"]),
        key=str(told.get("key", "")),
        about=text_of(cells.get("about")),
        typed=values if isinstance(values, dict) else {},
        basis=basis if isinstance(basis, dict) else {},
        why=text_of(cells.get("why")),
        note=text_of(cells.get(NOTE)),
    )


def _told(memory: str) -> Mapping[str, object]:
    try:
        told = json.loads(memory)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
