"""`tasks` (Nhiệm vụ): one row per task over all its units, by formulas over the detail."""

from collections.abc import Sequence

from catalogue import Plan, Role, Task, Unit
from catalogue.wording import master as words
from catalogue.wording import rollups
from consolidate.context import Context
from consolidate.formula import blank_if, chain, counted, quoted
from consolidate.jump import jump
from consolidate.rollup_tasks import STATUSES, Due, Overall, TaskRollup, TaskTally
from consolidate.share import share_formula
from consolidate.table import Area, Cell, Formula, Row, Table, match_key

MOST_NAMES = 4
"""So many reporting units are named one by one; more are named as the plan names them."""

COUNT_KEYS = {status: f"{status}_count" for status in STATUSES}


def tasks_table(context: Context) -> Table:
    """Return one row per reported task, in the plan's order, and the totals."""
    rows = tuple(_row(context, rollup, index=index) for index, rollup in enumerate(context.tasks))
    return Table(
        design=context.areas["tasks"].design,
        rows=rows,
        totals=(task_totals(context.areas["tasks"], context.tasks),),
    )


def _row(context: Context, rollup: TaskRollup, *, index: int) -> Row:
    task = rollup.task
    return Row(
        key=match_key(task.code),
        cells={
            **planned(context.plan, task),
            "reporters": _reporters(context, task, owing=rollup.owing),
            "owed_count": rollup.owed_count,
            **_counts(context, rollup, index=index),
            "adjusted_count": context.adjusted_count("tasks", "task_rows", index),
            "completion_pct": completion(
                context.areas["tasks"], context.areas["task_rows"], rollup, index=index
            ),
            **states(context.areas["tasks"], rollup, index=index),
            "detail": jump(
                context.areas["task_rows"],
                span=context.areas["task_rows"].span("task_key"),
                match=context.areas["tasks"].key_cell(index),
                shown=rollups.GO_TO_DETAIL,
                is_any=rollup.row_count > 0,
            ),
        },
    )


def planned(plan: Plan, task: Task) -> dict[str, Cell]:
    """What the plan says of a task."""
    group = plan.main_group(task).code
    return {
        "task_code": task.code,
        "group_code": group,
        "group_key": match_key(group),
        "number": task.number,
        "name": plan.full_name(task),
        "product": task.product,
        "deadline": task.deadline.text,
        "deadline_end": task.deadline.binding_end,
        "is_priority": words.YES if plan.is_priority(task) else "",
        "is_scheme": words.YES if plan.is_scheme(task) else "",
        "weight": task.weight,
    }


def _reporters(context: Context, task: Task, *, owing: tuple[tuple[Unit, Role], ...]) -> str:
    """Name the units that owe a task: one by one when few, else as the plan names them, with their number."""
    if len(owing) <= MOST_NAMES:
        return "; ".join(unit.agency_name for unit, _ in owing)
    role = context.plan.reporting_role
    main = [unit for unit, unit_role in owing if unit_role is role]
    helpers = len(owing) - len(main)
    agencies = "; ".join(mention.agency for mention in task.mentions_in(role))
    if len(main) <= MOST_NAMES:
        parts = ["; ".join(unit.agency_name for unit in main)]
    else:
        parts = [words.MANY_REPORTERS.format(agencies=agencies, count=len(main))]
    if helpers:
        parts.append(words.COORDINATORS.format(count=helpers))
    return "; ".join(filter(None, parts))


def _counts(context: Context, rollup: TaskRollup, *, index: int) -> dict[str, Cell]:
    """Units by status, units that reported, and the share that is done."""
    area, detail = context.areas["tasks"], context.areas["task_rows"]
    cells: dict[str, Cell] = {}
    for status, key in COUNT_KEYS.items():
        text = counted(
            (detail.span("task_key"), area.key_cell(index)),
            (detail.span("status"), quoted(words.OVERALL[status])),
        )
        cells[key] = Formula(text=f"={text}", value=rollup.counts[status])
    return cells | shares(area, rollup, index=index) | _lateness(context, rollup, index=index)


def shares(area: Area, rollup: TaskTally, *, index: int) -> dict[str, Cell]:
    """Units that reported, and the share that is done, over the counts in the row."""
    reported, owed, done = (area.cell(key, index) for key in ("reported_count", "owed_count", "done_count"))
    first, last = area.cell("done_count", index), area.cell("none_count", index)
    share = blank_if(f"OR({reported}=0,{owed}=0)", share_formula(done, owed))
    return {
        "reported_count": Formula(text=f"=SUM({first}:{last})", value=rollup.reported_count),
        "done_share_pct": Formula(text=f"={share}", value=rollup.done_share_pct),
    }


def _lateness(context: Context, rollup: TaskRollup, *, index: int) -> dict[str, Cell]:
    """Units done after the deadline, and units not done though it has passed."""
    area, detail = context.areas["tasks"], context.areas["task_rows"]
    end, owed, done, none = (
        area.cell(key, index) for key in ("deadline_end", "owed_count", "done_count", "none_count")
    )
    late = counted(
        (detail.span("task_key"), area.key_cell(index)),
        (detail.span("status"), quoted(words.OVERALL[Overall.DONE])),
        (detail.span("completed_on"), f'">"&{end}'),
    )
    left = chain([(f'{end}=""', "0"), (f"{end}>th_data_to", "0")], f"{owed}-{done}-{none}")
    return {
        "late_done_count": Formula(text=f'=IF({end}="",0,{late})', value=rollup.late_done_count),
        "overdue_units": Formula(text=f"={left}", value=rollup.overdue_units),
    }


def completion(area: Area, detail: Area, rollup: TaskTally, *, index: int) -> Formula | None:
    """The one owing unit's own percentage; nothing for a task of several units."""
    if rollup.owed_count != 1:
        return None
    key = (detail.span("task_key"), area.key_cell(index))
    found = counted(key, (detail.span("completion_pct"), quoted(">=0")))
    own = f"SUMIFS({detail.span('completion_pct')},{key[0]},{key[1]})"
    return Formula(text=f"={blank_if(f'{found}=0', own)}", value=rollup.completion_pct)


def states(area: Area, rollup: TaskTally, *, index: int) -> dict[str, Cell]:
    """The overall status, and where the task stands against its deadline."""
    return {
        "overall": _overall(area, rollup, index=index),
        "due_state": _due(area, rollup, index=index),
    }


def _overall(area: Area, rollup: TaskTally, *, index: int) -> Formula:
    """The rule of `overall_status`, over the counts in the row."""
    count = {status: area.cell(key, index) for status, key in COUNT_KEYS.items()}
    reported, owed = area.cell("reported_count", index), area.cell("owed_count", index)
    without_case = count[Overall.NONE]
    cases = [
        (f"{reported}=0", Overall.NO_REPORT),
        (f"{without_case}={reported}", Overall.NONE),
        (f"AND({reported}={owed},{count[Overall.DONE]}+{without_case}={reported})", Overall.DONE),
        (f"{count[Overall.NOT_STARTED]}+{without_case}={reported}", Overall.NOT_STARTED),
        (f"{count[Overall.PAUSED]}+{without_case}={reported}", Overall.PAUSED),
    ]
    text = chain(
        [(condition, quoted(words.OVERALL[status])) for condition, status in cases],
        quoted(words.OVERALL[Overall.IN_PROGRESS]),
    )
    return Formula(text=f"={text}", value=words.OVERALL[rollup.overall])


def _due(area: Area, rollup: TaskTally, *, index: int) -> Formula:
    """The rule of `due`, over the overall status and the hidden end of the deadline."""
    overall, end = area.cell("overall", index), area.cell("deadline_end", index)
    text = chain(
        [
            (f"{overall}={quoted(words.OVERALL[Overall.DONE])}", quoted(words.DUE_STATES[Due.MET])),
            (f"{overall}={quoted(words.OVERALL[Overall.NONE])}", quoted(words.DUE_STATES[Due.NONE])),
            (f'{end}=""', quoted(words.DUE_STATES[Due.UNKNOWN])),
            (f"{end}<=th_data_to", quoted(words.DUE_STATES[Due.OVERDUE])),
        ],
        quoted(words.DUE_STATES[Due.NOT_DUE]),
    )
    return Formula(text=f"={text}", value=words.DUE_STATES[rollup.due])


def task_totals(area: Area, tasks: Sequence[TaskTally]) -> dict[str, Cell]:
    """Sums over the tasks: units counted once for each task they owe."""
    sums = {
        "owed_count": sum(rollup.owed_count for rollup in tasks),
        "reported_count": sum(rollup.reported_count for rollup in tasks),
        "late_done_count": sum(rollup.late_done_count for rollup in tasks),
        "overdue_units": sum(rollup.overdue_units for rollup in tasks),
    }
    for status, key in COUNT_KEYS.items():
        sums[key] = sum(rollup.counts[status] for rollup in tasks)
    totals: dict[str, Cell] = {"name": words.TOTAL}
    for key, value in sums.items():
        totals[key] = Formula(text=f"=SUM({area.column(key)})", value=value)
    return totals
