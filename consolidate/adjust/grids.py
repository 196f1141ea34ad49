"""The cells of a master's own sheets: the fast way, or the exact way where the fast one loses something."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

from python_calamine import CalamineError, CalamineWorkbook

from catalogue import UnreadableFileError
from catalogue.wording import adjust as words
from consolidate.adjust.broken import BROKEN
from consolidate.identity import CALCULATED
from templates import IDENTITY_SHEET

Line: TypeAlias = tuple[int, Sequence[object]]
Lines: TypeAlias = Callable[[str], Iterator[Line]]

SHEETS = "xl/worksheets/"
LARGEST = 2 << 30
"""Bytes of a master once unpacked: no round comes near."""

MOST_COLUMNS = 100
ERROR = b' t="e"'
FAR = re.compile(rb'<row [^>]*?r="\d{7}|<c r="[A-Z]{3}\d')
"""A cell so far out that a dense grid of the sheet would not fit in memory."""


@dataclass(frozen=True, kw_only=True)
class Book:
    """A workbook on disk.

    Attributes:
        titles: Its sheets, in order.
        lines: The rows of a sheet from the first, each with its number and values; a value that is a
            number is a float, blank is "".
    """

    content: bytes
    titles: tuple[str, ...]
    lines: Lines


def open_book(path: Path, content: bytes) -> Book:
    """Open a workbook.

    Raises:
        UnreadableFileError: It is damaged, or no workbook.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            is_too_large = sum(part.file_size for part in package.infolist()) > LARGEST
            parts = [name for name in package.namelist() if name.startswith(SHEETS)]
            if is_too_large or not parts:
                raise UnreadableFileError(words.UNREADABLE.format(file=path))
            is_plain = not any(_is_tricky(package.read(part)) for part in parts)
        book = _fast(content) if is_plain else None
        return book if book and _is_calculated(book) else _exact(path, content)
    except (zipfile.BadZipFile, CalamineError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFileError(words.UNREADABLE.format(file=path)) from error


def _is_tricky(sheet: bytes) -> bool:
    return ERROR in sheet or FAR.search(sheet) is not None


def _is_calculated(book: Book) -> bool:
    """Whether the program that saved it last stored what its formulas give."""
    return IDENTITY_SHEET in book.titles and any(
        row[:2] == [CALCULATED, 1] for _, row in book.lines(IDENTITY_SHEET)
    )


def _fast(content: bytes) -> Book:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))

    def lines(title: str) -> Iterator[Line]:
        sheet = workbook.get_sheet_by_name(title)
        yield from enumerate(sheet.to_python(skip_empty_area=False), start=1)

    return Book(content=content, titles=tuple(workbook.sheet_names), lines=lines)


def _exact(path: Path, content: bytes) -> Book:
    """Read with openpyxl, which shows errors, and formulas that were never calculated."""
    from openpyxl import load_workbook

    try:
        formulas = load_workbook(BytesIO(content), read_only=True)
        values = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except BROKEN as error:
        raise UnreadableFileError(words.UNREADABLE.format(file=path)) from error

    def lines(title: str) -> Iterator[Line]:
        pairs = zip(_rows(formulas[title]), _rows(values[title]), strict=False)
        for number, (written, given) in enumerate(pairs, start=1):
            yield number, [_value(*pair) for pair in zip(written, given, strict=False)]

    return Book(content=content, titles=tuple(values.sheetnames), lines=lines)


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()
    yield from sheet.iter_rows(max_col=MOST_COLUMNS)


class Uncalculated(str):
    """A formula that was stored without what it gives."""

    __slots__ = ()


def _value(written: Any, given: Any) -> object:
    if given.value is None:
        return Uncalculated(written.value) if written.data_type == "f" else ""
    if isinstance(given.value, bool):
        return given.value
    return float(given.value) if isinstance(given.value, int) else given.value


def as_typed(value: object) -> str | float:
    """Return a cell's value as a number or as text."""
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).upper()
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, datetime | date | time | timedelta):
        return value.isoformat() if not isinstance(value, timedelta) else str(value)
    return str(value)
