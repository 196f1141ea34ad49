"""What the columns are that a rule's condition may name: fields, and what plan and history add to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.field import FormDesign, Kind, SheetKey
from catalogue.plan import Across, Measure, Role
from catalogue.rule import PREVIOUS, TASK


@dataclass(frozen=True, slots=True)
class ColumnType:
    """A column's kind, and for a choice the keys it takes."""

    kind: Kind
    choices: frozenset[str] = frozenset()


_FLAG = ColumnType(Kind.CHOICE, frozenset({"x"}))
PLAN_COLUMNS: Mapping[SheetKey, Mapping[str, ColumnType]] = {
    SheetKey.TASKS: {
        "role": ColumnType(Kind.CHOICE, frozenset(Role)),
        "task_end": ColumnType(Kind.DATE),
    },
    SheetKey.INDICATORS: {
        "measure": ColumnType(Kind.CHOICE, frozenset(Measure)),
        "across": ColumnType(Kind.CHOICE, frozenset(Across)),
        "is_share": _FLAG,
        "is_cumulative": _FLAG,
        "figure": ColumnType(Kind.NUMBER),
    },
}
"""`task_end`: the day after which a task is overdue. `figure`: the row's value, a ratio's computed.

`is_cumulative`: the figure counts from the start and cannot fall from one period to the next.
"""

PREVIOUS_COLUMNS: Mapping[SheetKey, tuple[str, ...]] = {
    SheetKey.TASKS: ("status", "completion_pct", "result_text"),
    SheetKey.INDICATORS: ("figure",),
}
"""What is kept of an earlier period."""


def rule_columns(sheet: SheetKey, design: FormDesign) -> dict[str, ColumnType]:
    """Return the columns that conditions on a sheet may name."""
    own = _own_columns(sheet, design)
    columns = own | {PREVIOUS + name: own[name] for name in PREVIOUS_COLUMNS.get(sheet, ())}
    if sheet is SheetKey.BUDGETS:
        tasks = _own_columns(SheetKey.TASKS, design)
        columns |= {f"{TASK}{name}": tasks[name] for name in ("status",)}
    return columns


def _own_columns(sheet: SheetKey, design: FormDesign) -> dict[str, ColumnType]:
    fields = {
        each.key: ColumnType(each.kind, frozenset(design.labels(each.choices)) if each.choices else _NONE)
        for each in design.fields_of(sheet)
        if not each.is_fixed
    }
    return fields | dict(PLAN_COLUMNS.get(sheet, {}))


_NONE: frozenset[str] = frozenset()
