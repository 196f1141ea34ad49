"""What staff put into the master themselves: notes, adjusted figures, sheets of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Typed: TypeAlias = str | float
"""What stands in a cell for adjustments: a number, or a text as typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """What staff wrote beside one row of a detail table.

    Attributes:
        table: The table's key.
        key: The row's key; blank for a row that lost it.
        about: What the row is, in words, for the day when it is no longer there.
        typed: Adjusted figures as typed, by the key of the figure.
        basis: What the unit's own figure was, in words, when each adjustment was made.
        why: The reason for the adjustment.
        note: The office's own note on the row.
    """

    table: str
    key: str
    about: str = ""
    typed: Mapping[str, Typed] = field(default_factory=dict)
    basis: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    note: str = ""


Look: TypeAlias = tuple[tuple[str, str | int | float | bool], ...]
"""A cell's format as XlsxWriter names its properties, sorted by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCell:
    """One cell of a sheet that staff added; row and column 0-based.

    Attributes:
        formula: The formula with its "=", blank for a plain value; `value` is then what it gave last.
        span: The cells of an array formula ("A1:B2"), blank for any other.
        link: Where a hyperlink leads, blank for none.
    """

    row: int
    column: int
    value: str | float | bool | None
    formula: str = ""
    span: str = ""
    look: Look = ()
    link: str = ""
    comment: str = ""
    comment_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffSheet:
    """A sheet that staff added to the master.

    Attributes:
        after: The title of the sheet of ours that it follows, blank in front of all.
        widths: First and last column (0-based), width in pixels, whether hidden.
        heights: Row (0-based), height in points (None: as it comes), whether hidden.
        merged: Merged areas ("A1:B2").
        frozen: Rows and columns that stay in view.
    """

    title: str
    after: str
    cells: tuple[StaffCell, ...] = ()
    widths: tuple[tuple[int, int, int, bool], ...] = ()
    heights: tuple[tuple[int, float | None, bool], ...] = ()
    merged: tuple[str, ...] = ()
    frozen: tuple[int, int] = (0, 0)
    tab: str = ""
    is_hidden: bool = False
    is_landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """What a sheet holds that a new master cannot carry; `kinds` are keys of `LEFT_KINDS`."""

    sheet: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtyped:
    """A cell of ours in which something else was typed; it is not used.

    Attributes:
        table: The table's key, blank on the overview.
        key, column: The keys of its row and column; blank beside the keyed cells.
        cell: Its address in that master.
        written, typed: What we wrote and what stands there, in words.
    """

    table: str
    key: str
    column: str
    cell: str
    written: str
    typed: str


@dataclass(frozen=True, kw_only=True)
class StaffWork:
    """Everything of staff's own in a master.

    Attributes:
        rows: Notes and adjustments; at most one per table and key, but for rows that lost their key.
        sheets: The sheets they added, in workbook order.
        names: Names they defined, with what each refers to.
        left_behind: What a new master cannot carry; the previous workbook is then kept as a copy.
        overtyped: What they typed over cells of ours; the previous workbook is then kept as a copy.
        stamp: The hash of the file it was read from, blank when there was none.
    """

    rows: tuple[StaffRow, ...] = ()
    sheets: tuple[StaffSheet, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    left_behind: tuple[LeftBehind, ...] = ()
    overtyped: tuple[Overtyped, ...] = ()
    stamp: str = ""


NO_WORK = StaffWork()
"""A master in which staff wrote nothing, or no master at all."""
