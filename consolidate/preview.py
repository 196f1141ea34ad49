"""What consolidating again would change in the master: units, rows, cells, main figures; pure functions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from catalogue import MasterSheet, load_master, number_text
from catalogue.wording import preview as words
from consolidate.adjust.fields import REPORTED
from consolidate.jump import WITHIN
from consolidate.model import MasterTables

if TYPE_CHECKING:
    import pandas as pd

RowKey: TypeAlias = tuple[str, ...]
"""What tells a row from others: its key columns, and which of the rows with the same ones it is."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "submissions": ("unit_code",),
    "tasks": ("task_code",),
    "task_rows": ("task_code", "unit_code"),
    "indicators": ("indicator_code",),
    "indicator_rows": ("indicator_code", "unit_code"),
    "budgets": ("unit_code", "task_code", "funding_source"),
    "proposals": ("unit_code", "task_code", "content"),
    "sources": ("file", "sha256"),
}
"""The tables that are compared, and what identifies a row of each, however the sheet is sorted."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "submissions": ("unit_name",),
    "tasks": ("task_code", "name"),
    "task_rows": ("unit_name", "task_code"),
    "indicators": ("indicator_code", "name"),
    "indicator_rows": ("unit_name", "indicator_code"),
    "budgets": ("unit_name", "task_code", "funding_source"),
    "proposals": ("unit_name", "content"),
    "sources": ("file",),
}
"""What names a row for people."""

DETAIL = ("task_rows", "indicator_rows", "budgets", "proposals")
"""The tables whose rows come from submissions."""

_UNCOMPARED = frozenset({"number", "source"}) | WITHIN
"""Where a row stands, where it came from, links within the master: none of them changes what it says."""

MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """A cell that would change, in words; blank text is a blank cell."""

    row: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChange:
    """What would change in one table: rows by name, and cells of rows that stay."""

    key: str
    title: str
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    changed: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """A main figure before and after; before is None when there is no master yet."""

    label: str
    before: float | None
    after: float

    @property
    def is_same(self) -> bool:
        """Whether nothing changes."""
        return self.before == self.after


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What consolidating again would change.

    Attributes:
        is_first: There is no master yet.
        tables: The tables that would change, in workbook order.
        figures: The main figures.
    """

    is_first: bool
    tables: tuple[TableChange, ...] = ()
    figures: tuple[FigureChange, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Whether the master would stay as it is."""
        return not self.is_first and not self.tables


def compare_masters(before: MasterTables | None, after: MasterTables) -> Preview:
    """Return what changes from a master (None: there is none yet) to the next."""
    sheets = load_master()
    tables = (
        _table_change(
            sheets[key], before.tables[key] if before else after.tables[key].iloc[:0], after.tables[key]
        )
        for key in KEYS
    )
    was, now = (_figures(before) if before else {}), _figures(after)
    return Preview(
        is_first=before is None,
        tables=tuple(each for each in tables if each.added or each.dropped or each.changed),
        figures=tuple(FigureChange(label=label, before=was.get(label), after=now[label]) for label in now),
    )


def _table_change(sheet: MasterSheet, before: "pd.DataFrame", after: "pd.DataFrame") -> TableChange:
    was, now = _rows(sheet.key, before), _rows(sheet.key, after)
    return TableChange(
        key=sheet.key,
        title=sheet.title,
        added=tuple(_name(sheet.key, row) for key, row in now.items() if key not in was),
        dropped=tuple(_name(sheet.key, row) for key, row in was.items() if key not in now),
        changed=tuple(
            change for key, row in now.items() if key in was for change in _cells(sheet, was[key], row)
        ),
    )


def _rows(key: str, frame: "pd.DataFrame") -> dict[RowKey, dict[str, str]]:
    """Return the rows as texts, by what identifies each."""
    found: dict[RowKey, dict[str, str]] = {}
    seen: dict[RowKey, int] = {}
    columns = {str(name): [_text(value) for value in frame[name]] for name in frame.columns}
    for place in range(len(frame)):
        row = {name: values[place] for name, values in columns.items()}
        same = tuple(row[name] for name in KEYS[key])
        seen[same] = seen.get(same, 0) + 1
        found[*same, str(seen[same])] = row
    return found


def _text(value: object) -> str:
    import pandas as pd

    if value is None or value is pd.NA or value is pd.NaT:
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, int | float):
        return number_text(value, decimals=MOST_DECIMALS)
    return str(value)


def _cells(sheet: MasterSheet, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[CellChange]:
    """Yield the cells that differ, among the columns people see."""
    for column in sheet.columns:
        if column.is_hidden or column.key in _UNCOMPARED or old[column.key] == new[column.key]:
            continue
        figure = column.key.removeprefix(REPORTED)
        if figure != column.key and (old.get(figure), new.get(figure)) == (old[column.key], new[column.key]):
            continue  # what the unit reported is the figure in force: one change, told once
        yield CellChange(
            row=_name(sheet.key, new), field=column.header, old=old[column.key], new=new[column.key]
        )


def _name(key: str, row: Mapping[str, str]) -> str:
    return words.NAME_JOINT.join(part for name in NAMES[key] if (part := row[name]))


def _figures(master: MasterTables) -> dict[str, float]:
    """Return the main figures of a master by their labels."""
    submissions, tasks = master.tables["submissions"], master.tables["tasks"]
    budgets, indicators = master.tables["budgets"], master.tables["indicators"]
    states = submissions["state"].value_counts()
    overall = tasks["overall"].value_counts()
    return {
        words.FILES: float(len(master.tables["sources"])),
        **{words.UNITS.format(state=label): float(states.get(label, 0)) for label in words.UNIT_STATES},
        words.ROWS: float(sum(len(master.tables[key]) for key in DETAIL)),
        **{words.TASKS.format(state=label): float(overall.get(label, 0)) for label in words.OVERALL},
        words.INDICATORS: float(indicators["value"].notna().sum()),
        words.PLANNED: _sum(budgets["planned_vnd"]),
        words.DISBURSED: _sum(budgets["disbursed_vnd"]),
    }


def _sum(values: Iterable[float]) -> float:
    """Return a sum of million đồng to the đồng."""
    import pandas as pd

    return round(float(sum(value for value in values if not pd.isna(value))), MOST_DECIMALS)
