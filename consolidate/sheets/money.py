"""`money` (Kinh phí - nhiệm vụ): money by task, with sums by group under it."""

from collections.abc import Iterable

from catalogue import SheetKey, Task
from catalogue.wording import master as words
from catalogue.wording import rollups
from consolidate.context import Context
from consolidate.formula import blank_if, counted, quoted, summed
from consolidate.rollup_budgets import NO_TASK, TaskMoney, million, together
from consolidate.share import share_formula
from consolidate.sheets.budgets import AMOUNTS, DECIMALS
from consolidate.table import Area, Cell, Formula, Row, Table, match_key

NOTHING = TaskMoney(planned_vnd=None, disbursed_vnd=None)


def money_table(context: Context) -> Table:
    """Return one row per reported task and one for money of no task; then groups and the total."""
    tasks = [*context.plan.reported_tasks, None]
    rows = tuple(_row(context, task, index=index) for index, task in enumerate(tasks))
    return Table(design=context.areas["money"].design, rows=rows, totals=_totals(context))


def _row(context: Context, task: Task | None, *, index: int) -> Row:
    area, code = context.areas["money"], task.code if task else NO_TASK
    group = context.plan.main_group(task).code if task else ""
    detail, money = context.areas["budgets"], context.budgets.by_task.get(code, NOTHING)
    key = detail.span("task_key"), area.key_cell(index)
    lines = sum(str(row["task"] or NO_TASK) == code for row in context.records[SheetKey.BUDGETS])
    return Row(
        key=match_key(code),
        cells={
            "task_code": code,
            "group_code": group,
            "group_key": match_key(group),
            "number": task.number if task else "",
            "name": context.task_name(code) if task else rollups.NO_TASK_MONEY,
            "line_count": Formula(text=f"={counted(key)}", value=lines),
            **amounts(detail, key, money),
            "disbursed_pct": rate(
                area.cell("planned_vnd", index), area.cell("disbursed_vnd", index), value=money.disbursed_pct
            ),
        },
    )


def amounts(detail: Area, pair: tuple[str, str], money: TaskMoney) -> dict[str, Cell]:
    """Return what was planned and disbursed over the rows that meet a pair; blank when none says."""
    cells: dict[str, Cell] = {}
    for key in AMOUNTS:
        amount = money.planned_vnd if key == "planned_vnd" else money.disbursed_vnd
        is_none = f"{counted(pair, (detail.span(key), quoted('>=0')))}=0"
        text = blank_if(is_none, summed(detail.span(key), pair, decimals=DECIMALS))
        cells[key] = Formula(text=f"={text}", value=None if amount is None else million(amount))
    return cells


def rate(planned: str, disbursed: str, *, value: float | None) -> Formula:
    """Return what was disbursed in per cent of what was planned; blank while either is unknown."""
    share = blank_if(f"{planned}=0", share_formula(disbursed, planned))
    either = f'OR({planned}="",{disbursed}="")'
    return Formula(text=f"={blank_if(either, share)}", value=value)


def _totals(context: Context) -> tuple[dict[str, Cell], ...]:
    """One line for each group, and one for everything."""
    area, by_task, plan = context.areas["money"], context.budgets.by_task, context.plan
    lines: list[tuple[str, tuple[str, str], list[TaskMoney]]] = [
        (
            rollups.GROUP_MONEY.format(group=words.GROUP_NAME.format(code=group.code, name=group.name)),
            (area.span("group_key"), quoted(match_key(group.code))),
            [
                by_task.get(task.code, NOTHING)
                for task in plan.reported_tasks
                if plan.main_group(task).code == group.code
            ],
        )
        for group in plan.main_groups
    ]
    lines.append((words.TOTAL, (area.span("group_key"), quoted("*")), list(by_task.values())))
    return tuple(
        _total(area, name, pair, money, index=index) for index, (name, pair, money) in enumerate(lines)
    )


def _total(
    area: Area, name: str, pair: tuple[str, str], parts: Iterable[TaskMoney], *, index: int
) -> dict[str, Cell]:
    money = together(parts)
    places = (area.total_cell(key, index) for key in AMOUNTS)
    return {
        "name": name,
        **amounts(area, pair, money),
        "disbursed_pct": rate(*places, value=money.disbursed_pct),
    }
