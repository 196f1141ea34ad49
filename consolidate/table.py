"""A table of the master before it is drawn: cells by column key, and where they will stand."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeAlias

from xlsxwriter.utility import quote_sheetname, xl_col_to_name

from catalogue import MasterSheet

KEY_ROW = 1
TITLE_ROW = 2
CAPTION_ROW = 3
NOTICE_ROW = 4
HEADER_ROW = 5
FIRST_ROW = 6
KEY_COLUMN = "A"
ROW_KEY = "_key"
"""What stands in the corner of a table: below it the rows' keys, beside it the columns' keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A live formula and the value it has now.

    Attributes:
        text: It begins with "="; in braces, as Excel shows it, it works on whole columns (Ctrl+Shift+Enter).
        value: What the formula gives, computed by our own functions; None shows as blank.
    """

    text: str
    value: str | float | None


Cell: TypeAlias = str | int | float | date | Formula | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table: a key that identifies it however the sheet is sorted, and its cells."""

    key: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table of the master.

    Attributes:
        totals: Rows under the table that are not part of it, by column key.
    """

    design: MasterSheet
    rows: tuple[Row, ...]
    totals: tuple[Mapping[str, Cell], ...] = ()


def without(design: MasterSheet, keys: Collection[str]) -> MasterSheet:
    """Return a table's design with some columns hidden: those that have nothing to say in this round."""
    columns = (replace(column, is_hidden=column.is_hidden or column.key in keys) for column in design.columns)
    return replace(design, columns=tuple(columns))


def match_key(*codes: str) -> str:
    """Return a code as spreadsheets can compare it.

    COUNTIFS takes "1.1" and "1.10" for the same number; with a letter in front they stay texts.
    """
    return "k:" + "|".join(codes)


@dataclass(frozen=True)
class Area:
    """Where a table stands on its sheet; an empty table keeps one blank row, so formulas stay valid.

    A master's formulas name its cells some hundred thousand times: letters and title are worked out once.
    """

    design: MasterSheet
    count: int

    @cached_property
    def _letters(self) -> Mapping[str, str]:
        columns = enumerate(self.design.columns, start=1)
        return {column.key: str(xl_col_to_name(place)) for place, column in columns}

    @cached_property
    def _title(self) -> str:
        return str(quote_sheetname(self.design.title))

    @cached_property
    def start(self) -> str:
        """The column a reader sees first, from any sheet: where a link to a row leads."""
        first = next(column.key for column in self.design.columns if not column.is_hidden)
        return self.elsewhere(self.letter(first))

    @property
    def last_row(self) -> int:
        """The last row of the table, 1-based."""
        return FIRST_ROW + max(self.count, 1) - 1

    def letter(self, key: str) -> str:
        """Return a column's letter."""
        return self._letters[key]

    def cell(self, key: str, index: int) -> str:
        """Return the address of a cell of the table on its own sheet."""
        return f"${self.letter(key)}{FIRST_ROW + index}"

    def total_cell(self, key: str, index: int = 0) -> str:
        """Return the address of a cell in one of the rows under the table."""
        return f"${self.letter(key)}${self.last_row + 1 + index}"

    def column(self, key: str) -> str:
        """Return a whole column of the table, on its own sheet."""
        return f"${self.letter(key)}${FIRST_ROW}:${self.letter(key)}${self.last_row}"

    def elsewhere(self, address: str) -> str:
        """Return an address on this sheet as any other sheet writes it."""
        return f"{self._title}!{address}"

    def span(self, key: str) -> str:
        """Return a whole column of the table, from any sheet."""
        return self.elsewhere(self.column(key))

    @cached_property
    def keys(self) -> str:
        """The rows' keys, from any sheet."""
        return self.elsewhere(f"${KEY_COLUMN}${FIRST_ROW}:${KEY_COLUMN}${self.last_row}")

    def key_cell(self, index: int) -> str:
        """Return the address of a row's key, on its own sheet."""
        return f"${KEY_COLUMN}{FIRST_ROW + index}"
