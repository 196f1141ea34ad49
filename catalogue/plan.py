"""Plans (kế hoạch): groups, tasks (nhiệm vụ), indicators (chỉ tiêu) and who answers for them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from catalogue.errors import CatalogueError
from catalogue.office import Office
from catalogue.period import Period
from catalogue.wording import catalogue as words


class Role(StrEnum):
    """In which role a plan names an agency for a task."""

    LEAD = "lead"
    ADVISING = "advising"
    COORDINATING = "coordinating"


class Measure(StrEnum):
    """How an indicator is measured."""

    RATIO = "ratio"
    COUNT = "count"
    NUMBER = "number"
    RANK = "rank"
    TEXT = "text"


class Direction(StrEnum):
    """How a value is held against its target."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EQUAL = "="
    RANGE = "range"
    RANK = "rank"
    NONE = ""


class Across(StrEnum):
    """How the values of several units become one."""

    RATIO_OF_SUMS = "ratio_of_sums"
    SUM = "sum"
    SINGLE = "single"
    MAXIMUM = "max"
    MINIMUM = "min"
    COUNT_MEETING = "count_meeting"
    NONE = "none"


class OverTime(StrEnum):
    """How the values of several periods become one."""

    LATEST = "latest"
    SUM = "sum"
    MAXIMUM = "maximum"
    CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading tasks stand under, with the counts the plan's own narrative states (None: it states none).

    Attributes:
        parent_code: The heading above, blank for a main group.
        number: The heading's number as printed.
        coverage_text: How much of a national list the group takes over, as printed ("18/20").
    """

    code: str
    name: str
    task_count: int | None
    priority_count: int | None
    parent_code: str
    number: str
    coverage_text: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One report the plan itself asks for.

    Attributes:
        kind: year, half, quarter, midterm, final or on_request.
        due: "MM-DD" every year, an ISO date once, or blank when the plan sets none.
        text: The sentence that sets it, as written.
        place: Where in the document it stands.
    """

    kind: str
    due: str
    text: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A deadline as written, and as a span; both ends None when it cannot be read."""

    text: str
    start: date | None
    end: date | None
    is_open: bool

    @property
    def binding_end(self) -> date | None:
        """The day after which the task is overdue: never (`date.max`) when it goes on after its end."""
        return date.max if self.is_open else self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One agency as a task's row names it, and the limit the row puts on its part, as written."""

    role: Role
    agency: str
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One row of a plan's appendix; every text is kept as the document words it.

    Attributes:
        inherited: Columns that are blank in the document and continue the row above (a merged cell).
        weight: How much the task counts in the progress of its group and plan; 1 where the plan weighs none.
    """

    code: str
    group_code: str
    number: str
    parent_code: str
    name: str
    product: str
    is_priority: bool
    is_scheme: bool
    deadline: Deadline
    agencies: Mapping[Role, str]
    mentions: tuple[Mention, ...]
    resources: str
    inherited: tuple[str, ...]
    note: str
    weight: float = 1

    def mentions_in(self, role: Role) -> tuple[Mention, ...]:
        """Return the agencies named in one role, in order."""
        return tuple(mention for mention in self.mentions if mention.role is role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """A priority the plan words on its own, over one, several or none of its tasks."""

    code: str
    number: str
    task_codes: tuple[str, ...]
    lead_text: str
    text: str
    deadline: Deadline
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One measured target.

    Attributes:
        target_low: Lower bound of the target; None when the target has only an upper one.
        target_high: Upper bound; for a rank the worst rank that still meets the target.
        task_code: The task that carries the target, blank when the plan has none. Who reports the
            target is derived from that task; the plan itself does not say.
        is_share: The numerator is a part of the denominator and cannot exceed it.
        target_text: The target in the plan's words where it is not a number (`Measure.TEXT`).
    """

    code: str
    target_number: str
    name: str
    unit_of_measure: str
    measure: Measure
    direction: Direction
    is_direction_derived: bool
    target_low: float | None
    target_high: float | None
    year: int
    baseline_year: int | None
    baseline_value: float | None
    across: Across
    over_time: OverTime
    numerator: str
    denominator: str
    is_share: bool
    task_code: str
    note: str
    target_text: str


@dataclass(frozen=True, kw_only=True)
class Plan:
    """An action plan: what its document says, as data.

    Attributes:
        office: What a new round starts with; the round's own file has the last word.
        party_office: The Party committee that issues a second report, in the Party's format; None where the
            plan has none. The round's own file has the last word here too.
    """

    id: str
    version: int
    title: str
    short_title: str
    number: str
    issued_on: str
    issuer: str
    focal_agency: str
    kind: str
    calendar: tuple[CalendarEntry, ...]
    registry_id: str
    year_from: int
    year_to: int
    reporting_role: Role
    role_labels: Mapping[Role, str]
    legal_bases: tuple[str, ...]
    office: Office
    notes: tuple[str, ...]
    groups: tuple[Group, ...]
    tasks: tuple[Task, ...]
    indicators: tuple[Indicator, ...]
    priorities: tuple[Priority, ...]
    party_office: Office | None = None

    def deadline_for(self, period: Period) -> date | None:
        """Return the day the plan's own text sets for the report of a period; None when it sets none.

        A day of the year ("MM-DD") is for yearly reports; a single date is for the period that ends in its
        year and covers several years (mid-term, final).
        """
        for entry in self.calendar:
            if entry.kind == "year" and entry.due and period.is_year:
                month, day = entry.due.split("-")
                return date(period.year, int(month), int(day))
            if (
                entry.kind in ("midterm", "final")
                and entry.due.startswith(str(period.year))
                and period.is_span
            ):
                return date.fromisoformat(entry.due)
        return None

    @cached_property
    def _tasks_by_code(self) -> Mapping[str, Task]:
        return {task.code: task for task in self.tasks}

    @cached_property
    def _parents(self) -> frozenset[str]:
        return frozenset(task.parent_code for task in self.tasks if task.parent_code)

    @cached_property
    def reported_tasks(self) -> tuple[Task, ...]:
        """The tasks that are reported: those without sub-tasks, and the sub-tasks themselves."""
        return tuple(task for task in self.tasks if task.code not in self._parents)

    @cached_property
    def counted_tasks(self) -> tuple[Task, ...]:
        """The tasks the plan itself counts: a task with its sub-tasks is one."""
        return tuple(task for task in self.tasks if not task.parent_code)

    @cached_property
    def _groups_by_code(self) -> Mapping[str, Group]:
        return {group.code: group for group in self.groups}

    @cached_property
    def main_groups(self) -> tuple[Group, ...]:
        """The groups no other stands above."""
        return tuple(group for group in self.groups if not group.parent_code)

    def lineage(self, group_code: str) -> tuple[Group, ...]:
        """Return a group and the groups above it, the main group last."""
        group = self._groups_by_code[group_code]
        return (group, *(self.lineage(group.parent_code) if group.parent_code else ()))

    def main_group(self, task: Task) -> Group:
        """Return the main group a task stands under."""
        return self.lineage(task.group_code)[-1]

    def task(self, code: str) -> Task:
        """Return the task of a code.

        Raises:
            CatalogueError: The plan has no such task.
        """
        try:
            return self._tasks_by_code[code]
        except KeyError:
            raise CatalogueError(
                words.UNKNOWN_REFERENCE.format(plan=self.id, what=words.TASKS, code=code)
            ) from None

    def is_priority(self, task: Task) -> bool:
        """Whether a task, or the task it is a part of, is marked as a priority."""
        return task.is_priority or bool(task.parent_code and self.task(task.parent_code).is_priority)

    def is_scheme(self, task: Task) -> bool:
        """Whether a task, or the task it is a part of, is marked as a task of the scheme."""
        return task.is_scheme or bool(task.parent_code and self.task(task.parent_code).is_scheme)

    def full_name(self, task: Task) -> str:
        """Return a task's name, a sub-task's after the name of the task it is a part of."""
        return f"{self.task(task.parent_code).name}: {task.name}" if task.parent_code else task.name


CHOICE_LENGTH = 250


def task_choice_text(plan: Plan, task: Task) -> str:
    """Return a task as dropdowns offer it: its code, then its name, cut to what a cell shows well."""
    return f"{task.code}. {plan.full_name(task)}"[:CHOICE_LENGTH]


def check_plan(plan: Plan) -> None:
    """Hold a plan against itself: references, and the counts its narrative states.

    Raises:
        CatalogueError: The first contradiction found.
    """
    groups = {group.code for group in plan.groups}
    used = {task.group_code for task in plan.tasks} | {group.parent_code for group in plan.groups} - {""}
    for code in sorted(used - groups):
        raise CatalogueError(words.UNKNOWN_REFERENCE.format(plan=plan.id, what=words.GROUP, code=code))
    for task in plan.tasks:
        if task.parent_code:
            plan.task(task.parent_code)
    for indicator in plan.indicators:
        if indicator.task_code:
            plan.task(indicator.task_code)
    for priority in plan.priorities:
        for code in priority.task_codes:
            plan.task(code)
    _check_counts(plan)


def _check_counts(plan: Plan) -> None:
    tasks = Counter(group.code for task in plan.counted_tasks for group in plan.lineage(task.group_code))
    priorities = Counter(
        group.code
        for task in plan.counted_tasks
        if task.is_priority
        for group in plan.lineage(task.group_code)
    )
    for group in plan.groups:
        for what, stated, counted in (
            (words.TASKS, group.task_count, tasks[group.code]),
            (words.PRIORITIES, group.priority_count, priorities[group.code]),
        ):
            if stated is not None and stated != counted:
                raise CatalogueError(
                    words.COUNT_MISMATCH.format(
                        plan=plan.id, group=group.code, stated=stated, what=what, counted=counted
                    )
                )
