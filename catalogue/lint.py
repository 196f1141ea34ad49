"""What is wrong or doubtful in a plan, before it is published; no finding stops another."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from rapidfuzz import fuzz

from catalogue.amount import date_text, number_text
from catalogue.plan import Across, Group, Indicator, Measure, Mention, Plan, Task
from catalogue.suggest import suggest
from catalogue.target import target_text
from catalogue.text import comparison_key
from catalogue.unit import Registry, Unit
from catalogue.wording import catalogue as plan_words
from catalogue.wording import lint as words
from catalogue.wording.findings import Severity
from catalogue.wording.lint import LintCode

NEARLY_ALIKE = 95  # of 100; below it two tasks are taken for different ones
_COVERAGE = re.compile(r"(\d+)\s*/\s*\d+")
_SUSPECTED = re.compile(rf"\b{words.SUSPECTED}\b", re.IGNORECASE)
_GRAVITY = tuple(Severity)


class PlanPart(StrEnum):
    """Which of a plan's files a finding is about."""

    ABOUT = "about"
    GROUP = "groups"
    TASK = "tasks"
    INDICATOR = "indicators"
    PRIORITY = "priorities"


@dataclass(frozen=True, slots=True, kw_only=True)
class LintFinding:
    """One problem at one place of a plan.

    Attributes:
        part: The file the place is in; one code may be used in several.
        place: The code of the task, indicator, group or priority; blank for the plan itself.
        message: What is wrong and what to do; it does not name the place.
    """

    code: LintCode
    part: PlanPart
    place: str
    message: str

    @property
    def severity(self) -> Severity:
        """How much the finding weighs."""
        return self.code.value.severity


def lint(plan: Plan, registry: Registry) -> tuple[LintFinding, ...]:
    """Return every finding on a plan, the gravest first, then by code and in the plan's order.

    The plan may be an unchecked one (`Catalogue.plan(…, check=False)`): nothing in it makes this raise.
    """
    findings = (
        *_references(plan),
        *_repeated_codes(plan),
        *_circles(plan),
        *(found for task in plan.tasks for found in _agencies(task, registry)),
        *_focal_agency(plan, registry),
        *(found for task in plan.reported_tasks for found in _reporters(task, plan, registry)),
        *(found for task in plan.reported_tasks for found in _deadline(task, plan)),
        *_counts(plan),
        *_twins(plan),
        *(found for indicator in plan.indicators for found in _indicator(indicator, plan, registry)),
        *_suspected(plan),
    )
    return tuple(sorted(findings, key=lambda found: (_GRAVITY.index(found.severity), found.code.name)))


def _finding(code: LintCode, part: PlanPart, place: str, **values: object) -> LintFinding:
    return LintFinding(code=code, part=part, place=place, message=code.value.sentence.format(**values))


# ------------------------------------------------------------------------------------------- structure


def _references(plan: Plan) -> Iterator[LintFinding]:
    """Yield what names a group or task the plan does not have; only a task's group may not be blank."""
    groups, tasks = {group.code for group in plan.groups}, {task.code for task in plan.tasks}
    for group in plan.groups:
        yield from _dangling(PlanPart.GROUP, group.code, PlanPart.GROUP, {group.parent_code} - groups - {""})
    for task in plan.tasks:
        yield from _dangling(PlanPart.TASK, task.code, PlanPart.GROUP, {task.group_code} - groups)
        yield from _dangling(PlanPart.TASK, task.code, PlanPart.TASK, {task.parent_code} - tasks - {""})
    for indicator in plan.indicators:
        missing = {indicator.task_code} - tasks - {""}
        yield from _dangling(PlanPart.INDICATOR, indicator.code, PlanPart.TASK, missing)
    for priority in plan.priorities:
        missing = set(priority.task_codes) - tasks
        yield from _dangling(PlanPart.PRIORITY, priority.code, PlanPart.TASK, missing)


def _dangling(part: PlanPart, place: str, kind: PlanPart, missing: set[str]) -> Iterator[LintFinding]:
    for reference in sorted(missing):
        what = words.REFERENCES[kind]
        yield _finding(LintCode.P020, part, place, what=what, reference=reference)


def _repeated_codes(plan: Plan) -> Iterator[LintFinding]:
    for part, rows in (
        (PlanPart.GROUP, plan.groups),
        (PlanPart.TASK, plan.tasks),
        (PlanPart.INDICATOR, plan.indicators),
        (PlanPart.PRIORITY, plan.priorities),
    ):
        for code, count in Counter(row.code for row in rows).items():
            if count > 1:
                yield _finding(LintCode.P021, part, code, count=count)


def _circles(plan: Plan) -> Iterator[LintFinding]:
    for part, parents in ((PlanPart.GROUP, _parents(plan.groups)), (PlanPart.TASK, _parents(plan.tasks))):
        for code in parents:
            if parents[_upwards(code, parents)[-1]] == code:
                yield _finding(LintCode.P022, part, code)


def _parents(rows: Sequence[Group] | Sequence[Task]) -> Mapping[str, str]:
    return {row.code: row.parent_code for row in rows}


def _upwards(code: str, parents: Mapping[str, str]) -> list[str]:
    """Return a code and those above it, however the data lead in circles or nowhere."""
    line: list[str] = []
    while code in parents and code not in line:
        line.append(code)
        code = parents[code]
    return line


# -------------------------------------------------------------------------------------------- agencies


def _agencies(task: Task, registry: Registry) -> Iterator[LintFinding]:
    """Yield the names of a task that are unknown or name nobody, each once."""
    for name in dict.fromkeys(mention.agency for mention in task.mentions):
        found = registry.resolve(name)
        if found is None:
            yield _unknown(name, PlanPart.TASK, task.code, registry)
        elif not found:
            yield _finding(LintCode.P004, PlanPart.TASK, task.code, agency=name)


def _focal_agency(plan: Plan, registry: Registry) -> Iterator[LintFinding]:
    if plan.focal_agency and registry.resolve(plan.focal_agency) is None:
        yield _unknown(plan.focal_agency, PlanPart.ABOUT, "", registry)


def _unknown(name: str, part: PlanPart, place: str, registry: Registry) -> LintFinding:
    names = [words.NEAREST_NAME.format(name=each.name) for each in suggest(name, registry)]
    nearest = words.NEAREST.format(names=words.LIST.join(names)) if names else words.NO_NEAREST
    return _finding(LintCode.P003, part, place, agency=name, registry=registry.id, nearest=nearest)


def _reporters(task: Task, plan: Plan, registry: Registry) -> Iterator[LintFinding]:
    role = plan.role_labels.get(plan.reporting_role, plan.reporting_role)
    mentions = task.mentions_in(plan.reporting_role)
    if not mentions:
        yield _finding(LintCode.P001, PlanPart.TASK, task.code, role=role)
    elif all(registry.resolve(mention.agency) == () for mention in mentions):
        agencies = words.LIST.join(mention.agency for mention in mentions)
        yield _finding(LintCode.P002, PlanPart.TASK, task.code, role=role, agencies=agencies)


def _units(mentions: Sequence[Mention], registry: Registry) -> tuple[Unit, ...]:
    """Return the units that mentions stand for, each once; an unknown name stands for none."""
    return tuple(
        dict.fromkeys(unit for mention in mentions for unit in registry.resolve(mention.agency) or ())
    )


# ------------------------------------------------------------------------------------------- deadlines


def _deadline(task: Task, plan: Plan) -> Iterator[LintFinding]:
    deadline = task.deadline
    start, end = deadline.start, deadline.end
    years = [day.year for day in (start, end) if day]
    if not deadline.text and not years:
        yield _finding(LintCode.P006, PlanPart.TASK, task.code)
    elif not years:
        yield _finding(LintCode.P005, PlanPart.TASK, task.code, deadline=deadline.text)
    elif start and end and start > end:
        days = {"start": date_text(start), "end": date_text(end)}
        yield _finding(LintCode.P008, PlanPart.TASK, task.code, deadline=deadline.text, **days)
    elif min(years) < plan.year_from or max(years) > plan.year_to:
        span = {"year_from": plan.year_from, "year_to": plan.year_to}
        yield _finding(LintCode.P007, PlanPart.TASK, task.code, deadline=deadline.text, **span)


# ---------------------------------------------------------------------------------------------- counts


def _counts(plan: Plan) -> Iterator[LintFinding]:
    parents = _parents(plan.groups)
    tasks = Counter(code for task in plan.counted_tasks for code in _upwards(task.group_code, parents))
    priorities = Counter(
        code for task in plan.counted_tasks if task.is_priority for code in _upwards(task.group_code, parents)
    )
    for group in plan.groups:
        for what, stated, counted in (
            (plan_words.TASKS, group.task_count, tasks[group.code]),
            (plan_words.PRIORITIES, group.priority_count, priorities[group.code]),
        ):
            if stated is not None and stated != counted:
                values = {"stated": stated, "what": what, "counted": counted}
                yield _finding(LintCode.P009, PlanPart.GROUP, group.code, **values)
        yield from _coverage(group, tasks[group.code])


def _coverage(group: Group, counted: int) -> Iterator[LintFinding]:
    stated = _COVERAGE.search(group.coverage_text)
    if stated and int(stated[1]) != counted:
        values = {"coverage": group.coverage_text, "counted": counted}
        yield _finding(LintCode.P010, PlanPart.GROUP, group.code, **values)


# --------------------------------------------------------------------------------------- tasks as texts


def _twins(plan: Plan) -> Iterator[LintFinding]:
    """Yield the later task of every pair that is worded alike."""
    worded = [
        (task.code, comparison_key(task.name), comparison_key(task.product)) for task in plan.reported_tasks
    ]
    for (other, *first), (place, *second) in combinations(worded, 2):
        score = min(
            fuzz.ratio(*texts, score_cutoff=NEARLY_ALIKE) for texts in zip(first, second, strict=True)
        )
        if first == second:
            yield _finding(LintCode.P011, PlanPart.TASK, place, other=other)
        elif score:
            values = {"other": other, "score": number_text(int(score))}
            yield _finding(LintCode.P012, PlanPart.TASK, place, **values)


def _suspected(plan: Plan) -> Iterator[LintFinding]:
    """Yield one finding for all tasks whose note suspects a misprint."""
    codes = [task.code for task in plan.tasks if _SUSPECTED.search(task.note)]
    if codes:
        values = {"count": len(codes), "tasks": words.LIST.join(codes)}
        yield _finding(LintCode.P019, PlanPart.ABOUT, "", **values)


# ------------------------------------------------------------------------------------------ indicators


def _indicator(indicator: Indicator, plan: Plan, registry: Registry) -> Iterator[LintFinding]:
    place = (PlanPart.INDICATOR, indicator.code)
    target = target_text(indicator)
    if not target:
        yield _finding(LintCode.P015, *place)
    if indicator.measure is Measure.TEXT:
        return
    if not indicator.unit_of_measure and indicator.measure is not Measure.RANK:
        yield _finding(LintCode.P013, *place)
    if indicator.measure is Measure.RATIO and not (indicator.numerator and indicator.denominator):
        yield _finding(LintCode.P016, *place, missing=_missing(indicator))
    if indicator.is_direction_derived and target:
        yield _finding(LintCode.P017, *place, target=target)
    yield from _indicator_reporter(indicator, plan, registry)


def _missing(indicator: Indicator) -> str:
    if indicator.numerator:
        return words.DENOMINATOR
    return words.NUMERATOR if indicator.denominator else words.BOTH


def _indicator_reporter(indicator: Indicator, plan: Plan, registry: Registry) -> Iterator[LintFinding]:
    """Yield what keeps an indicator from having a reporter: no unit, or several for a single figure."""
    carriers = [task for task in plan.tasks if task.code == indicator.task_code]
    mentions = [mention for task in carriers for mention in task.mentions_in(plan.reporting_role)]
    count = len(_units(mentions, registry))
    if not count:
        yield _finding(LintCode.P014, PlanPart.INDICATOR, indicator.code)
    elif count > 1 and indicator.across is Across.SINGLE:
        values = {"task": indicator.task_code, "count": count}
        yield _finding(LintCode.P018, PlanPart.INDICATOR, indicator.code, **values)
