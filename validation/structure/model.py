"""What finding a form in a workbook gives: its sheets and rows where they stand now, and remarks on both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from catalogue import Code, Field, FormDesign, SheetKey
from validation.model import SheetPlace
from validation.reading import Value

ANSWER_SHEETS = (SheetKey.TASKS, SheetKey.INDICATORS, SheetKey.BUDGETS, SheetKey.PROPOSALS)
FIXED_SHEETS = (SheetKey.TASKS, SheetKey.INDICATORS)
CHECKED_SHEETS = (SheetKey.INFO, *ANSWER_SHEETS)

Printed = Mapping[str, Mapping[str, str | float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetForm:
    """One sheet as the form of this round has it.

    Attributes:
        fields: Every column (on the information sheet: every line) in order.
        asked: Keys of the fields a unit answers.
        headers: The visible header of every field.
        printed: What stands in the fixed fields, by row key and field key; nothing on a free sheet.
        known_columns: Where the columns of sheets as issued stand, once found.
    """

    key: SheetKey
    title: str
    fields: Mapping[str, Field]
    asked: tuple[str, ...]
    headers: Mapping[str, str]
    printed: Printed = field(default_factory=dict)
    known_columns: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_fixed(self) -> bool:
        """Whether the plan says which rows there are."""
        return self.key in FIXED_SHEETS


def sheet_form(key: SheetKey, design: FormDesign) -> SheetForm:
    """Return one sheet of the form, without any unit's rows."""
    fields = design.fields_of(key)
    return SheetForm(
        key=key,
        title=design.sheet(key).title,
        fields={each.key: each for each in fields},
        asked=tuple(each.key for each in fields if not each.is_fixed),
        headers={each.key: each.header for each in fields},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing noticed about a form's structure; `facts` are what its sentence says besides."""

    code: Code
    sheet_key: SheetKey | None = None
    row_key: str = ""
    field_key: str = ""
    cell: str = ""
    value: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


class LocatedRow(NamedTuple):
    """One row that counts.

    Attributes:
        number: 1-based; 0 for the information sheet, which is one row.
        key: The row key.
        cells: The cells of the asked fields by field key.
        doubted: Fields whose cell may not be this row's answer: a remark says why, nobody may use it.
        is_named: Whether the row's visible name is the one the form prints there.
    """

    number: int
    key: str
    cells: Mapping[str, Value]
    doubted: frozenset[str] = frozenset()
    is_named: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in any of the cells."""
        return all(value is None for value in self.cells.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedSheet:
    """A sheet as found: where it is, its rows in order, the asked fields it lacks, and what was noticed.

    Attributes:
        fixed: On the information sheet, address and content of the cells we fill in.
    """

    key: SheetKey
    place: SheetPlace
    rows: tuple[LocatedRow, ...]
    missing: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    fixed: Mapping[str, tuple[str, Value]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedForm:
    """A whole form as found: its sheets by key, and what was noticed about the workbook."""

    sheets: Mapping[SheetKey, LocatedSheet]
    remarks: tuple[Remark, ...]

    @property
    def named_rows(self) -> int:
        """How many rows bear the visible name the form prints there."""
        return sum(row.is_named for sheet in self.sheets.values() for row in sheet.rows)
