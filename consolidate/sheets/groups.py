"""`groups` (Nhóm nhiệm vụ): the tasks of each group by status, and its progress against the round before."""

from collections.abc import Mapping
from typing import Protocol

from catalogue.wording import master as words
from catalogue.wording import rollups
from consolidate.figures import group_cells
from consolidate.formula import blank_if, difference, quoted, summed
from consolidate.jump import jump
from consolidate.past import TASKS, Past, before, group_series
from consolidate.rollup_tasks import GroupRollup, Overall
from consolidate.share import SUM_DECIMALS, share_formula, share_pct, total
from consolidate.table import Area, Cell, Formula, Row, Table, match_key, without

PREVIOUS = ("previous_pct", "change")


class Grouped(Protocol):
    """What the table is made from: the tables around it, the groups, the earlier rounds."""

    @property
    def areas(self) -> Mapping[str, Area]:
        """Where each table stands, by sheet key."""

    @property
    def groups(self) -> tuple[GroupRollup, ...]:
        """Groups of tasks."""

    @property
    def pasts(self) -> tuple[Past, ...]:
        """Earlier rounds, the oldest first."""


def groups_table(context: Grouped) -> Table:
    """Return one row per main group, in the plan's order, and the whole plan under them."""
    design = context.areas["groups"].design
    return Table(
        design=design if context.pasts else without(design, PREVIOUS),
        rows=tuple(_row(context, group, index=index) for index, group in enumerate(context.groups)),
        totals=(_total(context),),
    )


def _row(context: Grouped, group: GroupRollup, *, index: int) -> Row:
    area, tasks, code = context.areas["groups"], context.areas["tasks"], group.group.code
    key = tasks.span("group_key"), area.key_cell(index)
    done = tasks.span("overall"), quoted(words.OVERALL[Overall.DONE])
    counts = {str(name): cell for name, cell in group_cells(tasks, group).items() if name != "total"}
    weights = {
        "weight": (summed(tasks.span("weight"), key, decimals=SUM_DECIMALS), group.weight),
        "done_weight": (summed(tasks.span("weight"), key, done, decimals=SUM_DECIMALS), group.done_weight),
    }
    return Row(
        key=match_key(code),
        cells={
            "group_code": code,
            "group_key": match_key(code),
            "name": group.group.name,
            "task_count": group_cells(tasks, group)["total"],
            **counts,
            **{name: Formula(text=f"={text}", value=value) for name, (text, value) in weights.items()},
            **_progress(
                _places(area, index=index),
                now=group.done_pct,
                previous=before(context.pasts, group_series(code)),
            ),
            "detail": jump(
                tasks,
                span=tasks.span("group_key"),
                match=area.key_cell(index),
                shown=rollups.GO_TO_DETAIL,
                is_any=bool(group.task_count),
            ),
        },
    )


def _places(area: Area, *, index: int | None) -> dict[str, str]:
    """Return the addresses a row's progress is made from; None means the row of totals."""
    keys = ("no_report", "task_count", "weight", "done_weight", "done_pct", "previous_pct")
    return {key: area.total_cell(key) if index is None else area.cell(key, index) for key in keys}


def _progress(at: Mapping[str, str], *, now: float | None, previous: float | None) -> dict[str, Cell]:
    share = blank_if(f"{at['weight']}=0", share_formula(at["done_weight"], at["weight"]))
    text = blank_if(f"{at['no_report']}={at['task_count']}", share)
    return {
        "done_pct": Formula(text=f"={text}", value=now),
        "previous_pct": previous,
        "change": difference(at["done_pct"], at["previous_pct"], now=now, then=previous),
    }


def _total(context: Grouped) -> dict[str, Cell]:
    area, groups = context.areas["groups"], context.groups
    sums: dict[str, float] = {
        "task_count": sum(group.task_count for group in groups),
        "overdue": sum(group.overdue_count for group in groups),
        "weight": total(group.weight for group in groups),
        "done_weight": total(group.done_weight for group in groups),
        **{str(status): sum(group.counts[status] for group in groups) for status in Overall},
    }
    cells: dict[str, Cell] = {"name": words.TOTAL}
    for key, value in sums.items():
        cells[key] = Formula(text=f"=ROUND(SUM({area.column(key)}),{SUM_DECIMALS})", value=value)
    is_blank = sums["no_report"] == sums["task_count"]
    now = None if is_blank else share_pct(sums["done_weight"], sums["weight"])
    return cells | _progress(_places(area, index=None), now=now, previous=before(context.pasts, TASKS))
