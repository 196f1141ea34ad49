"""Tasks over all their units: counts, share done, overall status, and standing against the deadline."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from catalogue import Deadline, Group, Plan, Role, SheetKey, Task, Unit
from consolidate.model import Merged, UnitStanding
from consolidate.records import Value, records
from consolidate.share import share_pct, total


class Overall(StrEnum):
    """A task's status over all its units; the first five are also the statuses a unit reports."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    PAUSED = "paused"
    NONE = "none"
    NO_REPORT = "no_report"


STATUSES = (Overall.DONE, Overall.IN_PROGRESS, Overall.NOT_STARTED, Overall.PAUSED, Overall.NONE)


class Due(StrEnum):
    """Where a task stands against its deadline at the period's cut-off."""

    MET = "met"
    NONE = "none"
    OVERDUE = "overdue"
    NOT_DUE = "not_due"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class TaskTally:
    """One task over units of which only the numbers are known.

    Attributes:
        owed_count: How many units owe the task.
        counts: Units by the status they reported.
        completion_pct: The one owing unit's own figure; None when several units owe the task, because
            percentages are not averaged.
        late_done_count: Units that are done, but only after the deadline.
        overdue_units: Units that owe the task and are not done though its deadline has passed.
    """

    task: Task
    owed_count: int
    counts: Mapping[Overall, int]
    completion_pct: float | None
    overall: Overall
    due: Due
    late_done_count: int
    overdue_units: int

    @property
    def reported_count(self) -> int:
        """How many units reported on it."""
        return sum(self.counts.values())

    @property
    def done_share_pct(self) -> float | None:
        """Units that are done in per cent of those that owe it; None while nobody has reported."""
        if not self.reported_count or not self.owed_count:
            return None
        return share_pct(self.counts[Overall.DONE], self.owed_count)


@dataclass(frozen=True, kw_only=True)
class TaskRollup(TaskTally):
    """One task over all units that owe it.

    Attributes:
        owing: The units that owe it, in the registry's order, each with its role.
        row_count: Rows of the detail, those whose status is in doubt among them.
    """

    owing: tuple[tuple[Unit, Role], ...]
    row_count: int


@dataclass(frozen=True, kw_only=True)
class GroupRollup:
    """The tasks of one group, counted by overall status.

    Attributes:
        weight: The weight of its tasks.
        done_weight: The weight of those that are done.
    """

    group: Group
    counts: Mapping[Overall, int]
    overdue_count: int
    weight: float
    done_weight: float

    @property
    def task_count(self) -> int:
        """How many tasks the group has, sub-tasks counted one by one."""
        return sum(self.counts.values())

    @property
    def done_pct(self) -> float | None:
        """The tasks that are done in per cent of all, by weight; None while nobody has reported on any."""
        if self.counts[Overall.NO_REPORT] == self.task_count:
            return None
        return share_pct(self.done_weight, self.weight)


def roll_up_tasks(merged: Merged, plan: Plan, *, data_to: date) -> tuple[TaskRollup, ...]:
    """Return every reported task over its units, in the plan's order.

    Args:
        merged: The round put together.
        plan: The plan.
        data_to: The period's last day.
    """
    owing = units_owing(merged.owing)
    rows: dict[object, list[dict[str, Value]]] = {}
    for row in records(merged.rows[SheetKey.TASKS]):
        rows.setdefault(row["row_key"], []).append(row)
    return tuple(
        _task(task, owing.get(task.code, ()), rows.get(task.code, ()), data_to=data_to)
        for task in plan.reported_tasks
    )


def units_owing(standings: Iterable[UnitStanding]) -> dict[str, tuple[tuple[Unit, Role], ...]]:
    """Return the units that owe each task and in which role, by task code."""
    owing: dict[str, tuple[tuple[Unit, Role], ...]] = {}
    for standing in standings:
        for duty in standing.duty.tasks:
            owing[duty.task.code] = (*owing.get(duty.task.code, ()), (standing.duty.unit, duty.role))
    return owing


def _task(
    task: Task, owing: tuple[tuple[Unit, Role], ...], rows: Sequence[Mapping[str, Value]], *, data_to: date
) -> TaskRollup:
    found = Counter(row["status"] for row in rows)
    counts = {status: found[status.value] for status in STATUSES}
    overall = overall_status(counts, owed=len(owing))
    shares = [share for row in rows if isinstance(share := row["completion_pct"], int | float)]
    is_past = is_over(task.deadline, data_to)
    return TaskRollup(
        task=task,
        owing=owing,
        owed_count=len(owing),
        counts=counts,
        completion_pct=sum(shares) if len(owing) == 1 and shares else None,
        overall=overall,
        due=due(overall, task.deadline, data_to=data_to),
        late_done_count=sum(_is_late(row, task.deadline) for row in rows),
        row_count=len(rows),
        overdue_units=len(owing) - counts[Overall.DONE] - counts[Overall.NONE] if is_past else 0,
    )


def _is_late(row: Mapping[str, Value], deadline: Deadline) -> bool:
    """Whether a unit is done, but only after the deadline."""
    day, end = row["completed_on"], deadline.binding_end
    return row["status"] == Overall.DONE and isinstance(day, date) and end is not None and day > end


def is_over(deadline: Deadline, data_to: date) -> bool:
    """Whether a deadline has passed on the period's last day."""
    return deadline.binding_end is not None and deadline.binding_end <= data_to


def overall_status(counts: Mapping[Overall, int], *, owed: int) -> Overall:
    """Return a task's status over all its units.

    Units without a case are left aside. Done means that every unit that owes the task has reported
    and none has work left; all not started, or all paused, give that status; every other mixture, and
    units done while others have not reported, is in progress.
    """
    reported = sum(counts.values())
    rest = reported - counts[Overall.NONE]
    if not reported:
        return Overall.NO_REPORT
    if not rest:
        return Overall.NONE
    if counts[Overall.DONE] == rest and reported == owed:
        return Overall.DONE
    for status in (Overall.NOT_STARTED, Overall.PAUSED):
        if counts[status] == rest:
            return status
    return Overall.IN_PROGRESS


def due(overall: Overall, deadline: Deadline, *, data_to: date) -> Due:
    """Return where a task stands against its deadline on the period's last day."""
    if overall is Overall.DONE:
        return Due.MET
    if overall is Overall.NONE:
        return Due.NONE
    if deadline.binding_end is None:
        return Due.UNKNOWN
    return Due.OVERDUE if is_over(deadline, data_to) else Due.NOT_DUE


def roll_up_groups(tasks: Iterable[TaskTally], plan: Plan) -> tuple[GroupRollup, ...]:
    """Return the groups of the plan with their tasks counted by overall status."""
    by_group: dict[str, list[TaskTally]] = {group.code: [] for group in plan.main_groups}
    for task in tasks:
        by_group[plan.main_group(task.task).code].append(task)
    return tuple(_group(group, by_group[group.code]) for group in plan.main_groups)


def _group(group: Group, tasks: Sequence[TaskTally]) -> GroupRollup:
    found = Counter(task.overall for task in tasks)
    return GroupRollup(
        group=group,
        counts={status: found[status] for status in Overall},
        overdue_count=sum(task.due is Due.OVERDUE for task in tasks),
        weight=total(task.task.weight for task in tasks),
        done_weight=total(task.task.weight for task in tasks if task.overall is Overall.DONE),
    )
