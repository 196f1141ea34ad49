"""Cells of ours that staff typed over, or typed beside: the master held against itself as it was written.

Sorting, filtering, formats, recalculation and saving in another program are no typing: rows and columns are
found by their hidden keys, a formula that is still one may give anything, and numbers may lose a last digit.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from io import BytesIO
from math import isclose

from xlsxwriter.utility import xl_col_to_name

from catalogue import load_master
from catalogue.wording import master as master_words
from consolidate.adjust.fields import is_staffs
from consolidate.adjust.grids import Book, as_typed
from consolidate.adjust.model import Overtyped, Typed
from consolidate.adjust.package import sheet_parts
from consolidate.adjust.values import in_words
from consolidate.identity import MADE_FROM
from consolidate.table import FIRST_ROW, KEY_ROW, ROW_KEY
from templates import IDENTITY_SHEET

CLOSE = 1e-9
"""Programs store a number with 15 to 17 digits."""

_FORMULA = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"[^>]*><f[ />]')


def overtyped(now: Book, written: Book, *, titles: Mapping[str, str]) -> tuple[Overtyped, ...]:
    """Return the cells that hold something other than what was written there, in the order of the sheets.

    Args:
        now: The master as it stands.
        written: The master as it was written.
        titles: What staff renamed sheets of ours to, by our title.

    Returns:
        Nothing where the two do not come from the same files: one of them was put there by hand.
    """
    if _made_from(now) != _made_from(written):
        return ()
    tables = {sheet.title: key for key, sheet in load_master().items()} | {master_words.OVERVIEW_SHEET: ""}
    return tuple(
        cell
        for title, table in tables.items()
        if title in written.titles and titles.get(title, title) in now.titles
        for cell in _typed_over(table, _Sheet(now, titles.get(title, title)), _Sheet(written, title))
    )


def _made_from(book: Book) -> object:
    lines = book.lines(IDENTITY_SHEET) if IDENTITY_SHEET in book.titles else ()
    return next((row[1] for _, row in lines if list(row[:1]) == [MADE_FROM]), "")


@dataclass(frozen=True)
class _Sheet:
    """One sheet of a workbook: its cells, and which of them hold formulas."""

    book: Book
    title: str

    @cached_property
    def rows(self) -> Mapping[int, Sequence[object]]:
        return dict(self.book.lines(self.title))

    @cached_property
    def keys(self) -> list[str]:
        """The hidden keys of the columns; none on a sheet that is no table."""
        found = [str(key) for key in self.rows.get(KEY_ROW, ())]
        return found if ROW_KEY in found else []

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The number of each row by its key; a key that stands twice says nothing."""
        if not self.keys:
            return {}
        corner = self.keys.index(ROW_KEY)
        found = [(str(row[corner]), number) for number, row in self.rows.items() if number >= FIRST_ROW]
        counts = Counter(key for key, _ in found)
        return {key: number for key, number in found if key and counts[key] == 1}

    @cached_property
    def formulas(self) -> frozenset[str]:
        part = next(part.name for part in sheet_parts(self.book.content) if part.title == self.title)
        with zipfile.ZipFile(BytesIO(self.book.content)) as package:
            return frozenset(address.decode() for address in _FORMULA.findall(package.read(part)))

    def cell(self, number: int, place: int) -> Typed:
        row = self.rows[number]
        return _plain(row[place]) if place < len(row) else ""

    def loose(self) -> Iterator[tuple[int, int]]:
        """Yield the cells that no key names: titles, headers, totals, and what staff wrote beside a table."""
        named = frozenset(self.places.values())
        keyed = frozenset(place for place, key in enumerate(self.keys) if key)
        for number, row in self.rows.items():
            if number != KEY_ROW or not self.keys:
                yield from ((number, at) for at in range(len(row)) if number not in named or at not in keyed)


def _typed_over(table: str, now: _Sheet, written: _Sheet) -> Iterator[Overtyped]:
    if written.formulas and not now.formulas:
        return  # saved in a way that does not show which cells are formulas
    yield from _named(table, now, written)
    yield from _loose(table, now, written)


def _named(table: str, now: _Sheet, written: _Sheet) -> Iterator[Overtyped]:
    """Yield the cells of rows and columns that both have."""
    columns = [key for key in written.keys if key != ROW_KEY and key in now.keys and not is_staffs(key)]
    at = [(key, now.keys.index(key), written.keys.index(key)) for key in columns]
    for key, number in now.places.items():
        line = written.places.get(key)
        if line is None:
            continue
        for column, place, before in at:
            old, new = written.cell(line, before), now.cell(number, place)
            if _is_same(old, new) or (
                _address(line, before) in written.formulas and _address(number, place) in now.formulas
            ):
                continue
            yield _found(table, _address(number, place), old, new, row=key, column=column)


def _loose(table: str, now: _Sheet, written: _Sheet) -> Iterator[Overtyped]:
    """Yield the values beside the keyed cells that were not written anywhere there."""
    known = Counter(_mark(written.cell(*place)) for place in written.loose())
    for number, place in now.loose():
        value, address = now.cell(number, place), _address(number, place)
        if value == "" or address in now.formulas:
            continue
        if known[_mark(value)] <= 0:
            yield _found(table, address, "", value)
        known[_mark(value)] -= 1


def _found(table: str, cell: str, old: Typed, new: Typed, *, row: str = "", column: str = "") -> Overtyped:
    return Overtyped(
        table=table, key=row, column=column, cell=cell, written=in_words(old), typed=in_words(new)
    )


def _address(number: int, place: int) -> str:
    return f"{xl_col_to_name(place)}{number}"


def _plain(value: object) -> Typed:
    """Return a value as a file stores it: a format makes no difference between a day and its number."""
    from openpyxl.utils.datetime import to_excel

    if isinstance(value, datetime | date | time | timedelta):
        return float(to_excel(value))  # type: ignore[no-untyped-call]
    typed = as_typed(value)
    return typed.replace("\r\n", "\n").strip() if isinstance(typed, str) else typed


def _is_same(old: Typed, new: Typed) -> bool:
    if old == new:
        return True
    try:
        return isclose(float(old), float(new), rel_tol=CLOSE, abs_tol=CLOSE)
    except ValueError:
        return False


def _mark(value: Typed) -> str:
    return value if isinstance(value, str) else f"{value:.9g}"
