"""Fields (cột của biểu mẫu): one row of data feeds the form, the schema, the master and the report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property


class SheetKey(StrEnum):
    """The sheets of a form, by key; their titles are data."""

    GUIDE = "guide"
    INFO = "info"
    TASKS = "tasks"
    INDICATORS = "indicators"
    BUDGETS = "budgets"
    PROPOSALS = "proposals"


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    TASK = "task"
    PERCENT = "percent"
    NUMBER = "number"
    MILLION_VND = "million_vnd"
    DATE = "date"

    @property
    def is_number(self) -> bool:
        """Whether the cell holds a number."""
        return self in (Kind.PERCENT, Kind.NUMBER, Kind.MILLION_VND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A condition on another field of the same row: its value is one of some choices."""

    field_key: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column of an answer sheet, or one cell of the information sheet.

    Attributes:
        is_fixed: Filled by us and locked; the unit does not answer here.
        is_required: An answer is needed in every row (every row that has any answer, on a free sheet)
            that meets all of `required_when`.
        blank_when: The cell must be blank where all these clauses hold.
        choices: Key of the list in `choices.csv` for `Kind.CHOICE`, else blank.
        minimum: Smallest number allowed, in the unit the unit types (per cent, million đồng).
        max_length: Longest text allowed, in characters.
        width: Column width in characters.
        prompt: What the cell's input message says.
    """

    sheet: SheetKey
    key: str
    header: str
    kind: Kind
    is_fixed: bool
    is_required: bool
    required_when: tuple[Clause, ...]
    blank_when: tuple[Clause, ...]
    choices: str
    minimum: float | None
    maximum: float | None
    max_length: int | None
    width: float
    prompt: str
    source: str
    valid_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a form: its title, and how many free rows it offers (0: rows are fixed by the plan)."""

    key: SheetKey
    title: str
    free_rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer of a dropdown: the key the program uses and the words the unit sees.

    Attributes:
        variants: Other words that mean this answer beyond doubt.
    """

    key: str
    label: str
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FormDesign:
    """The sheets, fields and dropdowns of the standard form at one date."""

    version: str
    sheets: tuple[Sheet, ...]
    fields: tuple[Field, ...]
    choices: Mapping[str, tuple[Choice, ...]]

    def sheet(self, key: SheetKey) -> Sheet:
        """Return one sheet."""
        return next(sheet for sheet in self.sheets if sheet.key is key)

    def fields_of(self, sheet: SheetKey) -> tuple[Field, ...]:
        """Return the fields of one sheet, in column order."""
        return self._by_sheet.get(sheet, ())

    def field(self, sheet: SheetKey, key: str) -> Field:
        """Return one field."""
        return self._by_key[sheet, key]

    def labels(self, choices: str) -> Mapping[str, str]:
        """Return the words of a dropdown by key, in order."""
        return self._labels[choices]

    # Every cell of every form asks for its field and its dropdown: each is looked up, not searched for.
    @cached_property
    def _by_sheet(self) -> Mapping[SheetKey, tuple[Field, ...]]:
        sheets = {field.sheet for field in self.fields}
        return {sheet: tuple(field for field in self.fields if field.sheet is sheet) for sheet in sheets}

    @cached_property
    def _by_key(self) -> Mapping[tuple[SheetKey, str], Field]:
        return {(field.sheet, field.key): field for field in self.fields}

    @cached_property
    def _labels(self) -> Mapping[str, Mapping[str, str]]:
        return {
            name: {choice.key: choice.label for choice in choices} for name, choices in self.choices.items()
        }
