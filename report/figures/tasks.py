"""What was done: each task over its units, counted by group."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from catalogue import Plan
from catalogue.wording import master as master_words
from consolidate import MasterTables
from report.figures.cells import Line, lines
from report.trace.origin import Whole, counted, given, share_pct, tally

PLAN = "plan"
"""What gives a figure that is the plan's own."""
STATES = tuple(master_words.OVERALL)
UNIT_STATES = tuple(state for state in STATES if state != "no_report")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one unit says of one task; `state` is a key of `STATES`, blank when it says none.

    Attributes:
        at: Its row's position in the table of task rows.
    """

    at: int
    unit: str
    state: str
    completion_pct: float | None
    completed_on: date | None
    result: str
    difficulty: str
    cause: str
    proposal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One task over all the units that report it.

    Attributes:
        at: Its row's position in the table.
        units_by_state: Units by the state they reported.
        state: The task's state over all its units, a key of `STATES`.
        deadline_end: The last day of the deadline; None when it cannot be read.
    """

    at: int
    code: str
    group_code: str
    number: str
    name: str
    deadline: str
    deadline_end: date | None
    reporters: str
    is_priority: bool
    owed: int
    reported: int
    units_by_state: Mapping[str, int]
    completion_pct: float | None
    state: str
    due_state: str
    answers: tuple[Answer, ...]

    @property
    def is_overdue(self) -> bool:
        """Whether the deadline has passed and the task is not done."""
        return self.due_state == "overdue"

    @property
    def is_nobodys(self) -> bool:
        """Whether no unit is known to report it; a task whose units are all waived is not nobody's."""
        return not self.owed and not self.reporters

    @property
    def is_open(self) -> bool:
        """Whether work is left."""
        return self.state not in {"done", "none"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCounts:
    """Tasks counted by state."""

    total: int
    by_state: Mapping[str, int]
    share_pct: Mapping[str, float | None]
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """One group of tasks; `priority` counts its priority tasks, the parts of a task one by one.

    Attributes:
        number: Its number as the plan prints it.
    """

    code: str
    number: str
    name: str
    priority: int
    counts: TaskCounts
    tasks: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks:
    """All tasks, and how they are counted.

    Attributes:
        plan_count: Tasks as the plan counts them, a task with its parts as one.
        plan_priority: Priority tasks, counted the same way.
        complete: Tasks that every unit owing them has reported; `partial`: some; `unreported`: none;
            `nobodys`: no unit is known to report them.
    """

    groups: tuple[GroupLine, ...]
    counts: TaskCounts
    plan_count: int
    plan_priority: int
    complete: int
    partial: int
    unreported: int
    nobodys: int

    @property
    def lines(self) -> tuple[TaskLine, ...]:
        """All tasks, in the plan's order."""
        return tuple(task for group in self.groups for task in group.tasks)


def tasks(master: MasterTables, plan: Plan) -> Tasks:
    """Return the tasks of the master, by the plan's groups."""
    answers = _answers(master)
    found = [_task(line, answers.get(line.text("task_code"), ())) for line in lines(master, "tasks")]
    return Tasks(
        groups=tuple(_group(plan, code, found) for code in _group_codes(plan, found)),
        counts=_counts(found),
        plan_count=given(len(plan.counted_tasks), PLAN),
        plan_priority=given(sum(task.is_priority for task in plan.counted_tasks), PLAN),
        complete=tally("tasks", [task for task in found if 0 < task.owed <= task.reported]),
        partial=tally("tasks", [task for task in found if 0 < task.reported < task.owed]),
        unreported=tally("tasks", [task for task in found if not task.reported and not task.is_nobodys]),
        nobodys=tally("tasks", [task for task in found if task.is_nobodys]),
    )


def _group_codes(plan: Plan, found: Iterable[TaskLine]) -> tuple[str, ...]:
    """Return the groups that have tasks, in the plan's order; groups the plan does not know come last."""
    present = dict.fromkeys(task.group_code for task in found)
    known = [group.code for group in plan.groups if group.code in present]
    return tuple(dict.fromkeys((*known, *present)))


def _group(plan: Plan, code: str, found: Iterable[TaskLine]) -> GroupLine:
    own = tuple(task for task in found if task.group_code == code)
    known = next((group for group in plan.groups if group.code == code), None)
    return GroupLine(
        code=code,
        number=known.number if known else code,
        name=known.name if known else code,
        priority=tally("tasks", [task for task in own if task.is_priority]),
        counts=_counts(own, group_code=own[0].group_code),
        tasks=own,
    )


def _counts(found: Sequence[TaskLine], **scope: str) -> TaskCounts:
    total = counted(len(found), "tasks", **scope)
    by_state = {state: _in_state(found, state, **scope) for state in STATES}
    return TaskCounts(
        total=total,
        by_state=by_state,
        share_pct={state: share_pct(count, total) for state, count in by_state.items()},
        overdue=counted(
            sum(task.is_overdue for task in found),
            "tasks",
            due_state=master_words.DUE_STATES["overdue"],
            **scope,
        ),
    )


def _in_state(found: Sequence[TaskLine], state: str, **scope: str) -> Whole:
    count = sum(task.state == state for task in found)
    return counted(count, "tasks", overall=master_words.OVERALL[state], **scope)


def _task(line: Line, answers: tuple[Answer, ...]) -> TaskLine:
    return TaskLine(
        at=line.at,
        code=line.text("task_code"),
        group_code=line.text("group_code"),
        number=line.text("number"),
        name=line.text("name"),
        deadline=line.text("deadline"),
        deadline_end=line.day("deadline_end"),
        reporters=line.text("reporters"),
        is_priority=line.flag("is_priority"),
        owed=line.count("owed_count"),
        reported=line.count("reported_count"),
        units_by_state={state: line.count(f"{state}_count") for state in UNIT_STATES},
        completion_pct=line.number("completion_pct"),
        state=line.key_of("overall", master_words.OVERALL),
        due_state=line.key_of("due_state", master_words.DUE_STATES),
        answers=answers,
    )


def _answers(master: MasterTables) -> dict[str, tuple[Answer, ...]]:
    """Return what the units say, by task code."""
    found: dict[str, tuple[Answer, ...]] = {}
    for line in lines(master, "task_rows"):
        code = line.text("task_code")
        found[code] = (*found.get(code, ()), _answer(line))
    return found


def _answer(line: Line) -> Answer:
    return Answer(
        at=line.at,
        unit=line.text("unit_name"),
        state=line.key_of("status", {**master_words.OVERALL, "": ""}),
        completion_pct=line.number("completion_pct"),
        completed_on=line.day("completed_on"),
        result=line.text("result_text"),
        difficulty=line.text("difficulty_text"),
        cause=line.text("cause_text"),
        proposal=line.text("proposal_text"),
    )
