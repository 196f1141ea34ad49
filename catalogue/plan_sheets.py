"""The columns of a plan's workbook, as data: what each holds, how it is called and written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from catalogue.field import Choice
from catalogue.plan_tables import PlanTables
from catalogue.rows import DATA, Row, read_rows
from catalogue.wording import plan_book as words

ABOUT = "about"
CALENDAR = "calendar"
# What stands between several codes or column names in one cell: in the workbook, and in the files.
CELL_SEPARATOR, FILE_SEPARATOR = "; ", "|"
# Settings of a plan that the workbook has no row for keep their type as JSON, behind this mark.
JSON_PREFIX = "json:"

_WIDE = 14

# Settings whose absence means something else than a blank.
_LEFT_OUT_WHEN_BLANK = re.compile(
    r"counts\..+|role_labels\..+|party_office\..+|office\.(?!name|symbol|place|authority).+"
)
_THREE_DECIMALS = re.compile(r"-?\d{1,3}\.\d{3}", re.ASCII)


class ColumnKind(StrEnum):
    """How the cells of a column are written."""

    TEXT = "text"
    ID = "id"
    CODE = "code"
    REFERENCE = "reference"
    REFERENCES = "references"
    COLUMNS = "columns"
    CHOICE = "choice"
    FLAG = "flag"
    INTEGER = "integer"
    YEAR = "year"
    NUMBER = "number"
    DATE = "date"
    DUE = "due"
    ITEMS = "items"

    @property
    def is_code(self) -> bool:
        """Whether the text must never be taken for a number or a date."""
        return self in {ColumnKind.ID, ColumnKind.CODE, ColumnKind.REFERENCE, ColumnKind.REFERENCES}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanColumn:
    """One column of a plan's table, or one setting of the plan.

    Attributes:
        key: The column's name in the files; a setting inside a table of `plan.toml` as "office.name".
        choices: The list of `plan_choices` its cells are taken from.
        refers_to: The table whose codes its cells name.
        prompt: How to write it.
    """

    table: str
    key: str
    header: str
    kind: ColumnKind
    is_required: bool
    choices: str
    refers_to: str
    width: float
    prompt: str

    @property
    def is_short(self) -> bool:
        """Whether the cells hold a word or a number and are centred."""
        return self.kind is not ColumnKind.COLUMNS and (
            self.kind is not ColumnKind.TEXT or self.width < _WIDE
        )

    @property
    def is_left_out_when_blank(self) -> bool:
        """Whether a blank setting is not written at all."""
        return bool(_LEFT_OUT_WHEN_BLANK.fullmatch(self.key))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChoice(Choice):
    """One value of a closed list, as people read it and what it means."""

    meaning: str


@cache
def plan_columns() -> Mapping[str, tuple[PlanColumn, ...]]:
    """Return the columns of every table of the workbook, in order; `about` holds the plan's settings."""
    columns: dict[str, tuple[PlanColumn, ...]] = {}
    for row in read_rows(DATA / "plan_columns.csv"):
        column = _column(row)
        columns[column.table] = (*columns.get(column.table, ()), column)
    return columns


@cache
def plan_choices() -> Mapping[str, tuple[PlanChoice, ...]]:
    """Return the closed lists."""
    choices: dict[str, tuple[PlanChoice, ...]] = {}
    for row in read_rows(DATA / "plan_choices.csv"):
        choice = PlanChoice(key=row.text("key"), label=row.text("label"), meaning=row.text("meaning"))
        choices[row.text("list")] = (*choices.get(row.text("list"), ()), choice)
    return choices


def table_title(table: str) -> str:
    """Return the name of a table's sheet."""
    return words.SHEETS[table]


def plan_rows(tables: PlanTables, table: str) -> Sequence[Mapping[str, str]]:
    """Return the rows of one table; the calendar is a table too."""
    rows: Sequence[Mapping[str, str]] = (
        tables.about.get(CALENDAR, ()) if table == CALENDAR else tables.tables[table]
    )
    return rows


def shown_cell(column: PlanColumn, text: str) -> str:
    """Return a text of the files as the workbook shows it; nothing is lost.

    A closed value is shown by its label, a list of codes with semicolons; a number that could be taken for
    thousands ("1.234") gets one more digit.
    """
    match column.kind:
        case ColumnKind.CHOICE:
            return {each.key: each.label for each in plan_choices()[column.choices]}.get(text, text)
        case ColumnKind.COLUMNS:
            headers = {each.key: each.header for each in plan_columns()[column.table]}
            return CELL_SEPARATOR.join(headers.get(key, key) for key in _parts(text))
        case ColumnKind.REFERENCES:
            return CELL_SEPARATOR.join(_parts(text))
        case ColumnKind.NUMBER if _THREE_DECIMALS.fullmatch(text):
            return f"{text}0"
        case _:
            return text


def flat_settings(about: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the settings of a plan, those inside a known table as "office.name"; not the calendar."""
    inner = {column.key.partition(".")[0] for column in plan_columns()[ABOUT] if "." in column.key}
    for key, value in about.items():
        if key in inner and isinstance(value, Mapping):
            yield from ((f"{key}.{name}", each) for name, each in value.items())
        elif key != CALENDAR:
            yield key, value


def nested_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings as `plan.toml` holds them: the reverse of `flat_settings`."""
    about: dict[str, Any] = {}
    for key, value in settings.items():
        table, dot, name = key.partition(".")
        if dot:
            about.setdefault(table, {})[name] = value
        else:
            about[key] = value
    return about


def _parts(text: str) -> list[str]:
    return text.split(FILE_SEPARATOR) if text else []


def _column(row: Row) -> PlanColumn:
    return PlanColumn(
        table=row.text("table"),
        key=row.text("key"),
        header=row.text("header"),
        kind=row.enum("kind", ColumnKind),
        is_required=row.flag("is_required"),
        choices=row.text("choices"),
        refers_to=row.text("refers_to"),
        width=row.number("width") or 0,
        prompt=row.text("prompt"),
    )
