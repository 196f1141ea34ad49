"""II.1: what was done, by group of tasks."""

from collections.abc import Iterator, Sequence

from report.facts import ReportFacts
from report.figures.tasks import Answer, GroupLine, TaskCounts, TaskLine, Tasks
from report.prose.language import (
    count_text,
    day_text,
    joined,
    listed,
    per_cent,
    said,
    task_label,
    task_name,
    task_named,
    tasks_due,
)
from report.trace.marks import called
from report.trace.origin import distinct, tally
from report.wording import words

MOST_UNITS_QUOTED = 3
MOST_OTHER_TASKS = 2


def tasks_overview(facts: ReportFacts) -> tuple[str, ...]:
    """Return the paragraphs over all tasks."""
    found = facts.tasks
    if not found.counts.total:
        return (words.NO_TASKS,)
    return (_total(found), _state(found.counts))


def _total(found: Tasks) -> str:
    priority = (
        words.TASKS_PRIORITY.format(count=count_text(found.plan_priority)) if found.plan_priority else ""
    )
    sentences = [
        words.TASKS_TOTAL.format(
            counted=count_text(found.plan_count),
            groups=count_text(distinct(len(found.groups), "tasks", "group_code")),
            priority=priority,
        )
    ]
    if found.counts.total != found.plan_count:
        sentences.append(words.TASKS_BY_PART.format(reported=count_text(found.counts.total)))
    return " ".join(sentences)


def _state(counts: TaskCounts) -> str:
    states = ", ".join(
        words.STATE_COUNT_SHARE.format(
            count=count_text(count), state=words.STATES[state], share=per_cent(counts.share_pct[state])
        )
        for state, count in counts.by_state.items()
        if count
    )
    due = words.OVERDUE.format(count=count_text(counts.overdue)) if counts.overdue else words.NOTHING_OVERDUE
    return words.TASKS_STATE.format(states=states, due=due)


def group_prose(group: GroupLine) -> tuple[str, ...]:
    """Return the paragraphs of one group: how its tasks stand, what is done, what is late, what was said."""
    heading, told = _told(group)
    results = (heading, *(_task_result(task) for task in told)) if told else ()
    return (_group_state(group), *_done(group, told=told), *_overdue(group), *results)


def _group_state(group: GroupLine) -> str:
    counts = group.counts
    priority = words.GROUP_PRIORITY.format(count=count_text(group.priority)) if group.priority else ""
    nobodys = tally("tasks", [task for task in group.tasks if task.is_nobodys])
    present = {state: count for state, count in counts.by_state.items() if count}
    states = ""
    if nobodys == counts.total:
        template = words.GROUP_ALL_NOBODYS
    elif len(present) == 1:
        template = words.GROUP_ONE if counts.total == 1 else words.GROUP_ALL
        states = words.GROUP_STATES[next(iter(present))]
    else:
        template = words.GROUP_STATE
        states = ", ".join(
            words.STATE_COUNT.format(count=count_text(count), state=words.STATES[state])
            for state, count in present.items()
        )
    state = template.format(total=count_text(counts.total), priority=priority, states=states)
    if not nobodys or nobodys == counts.total:
        return state
    return state + words.GROUP_NOBODYS.format(count=count_text(nobodys))


def _done(group: GroupLine, *, told: Sequence[TaskLine]) -> Iterator[str]:
    done = [task for task in group.tasks if task.state == "done" and task not in told]
    if done:
        yield words.GROUP_DONE.format(tasks=listed(f"{task_named(task)}{_done_on(task)}" for task in done))


def _done_on(task: TaskLine) -> str:
    """When a task was completed, if one unit alone says so."""
    days = [answer.completed_on for answer in task.answers if answer.completed_on]
    return words.COMPLETED_ON.format(day=day_text(days[0])) if task.owed == 1 and days else ""


def _overdue(group: GroupLine) -> Iterator[str]:
    overdue = [task for task in group.tasks if task.is_overdue]
    if overdue:
        yield words.GROUP_OVERDUE.format(tasks=tasks_due(overdue))


def _told(group: GroupLine) -> tuple[str, Sequence[TaskLine]]:
    """The tasks whose results are told: the priority tasks; in a group without any, those furthest on."""
    priority = [task for task in group.tasks if task.is_priority]
    if priority:
        return words.GROUP_PRIORITY_RESULTS, priority
    known = [task for task in group.tasks if any(answer.result for answer in task.answers)]
    known.sort(key=lambda task: -(task.completion_pct or 0))
    return words.GROUP_RESULTS, known[:MOST_OTHER_TASKS]


def _task_result(task: TaskLine) -> str:
    return words.TASK_RESULT.format(
        label=called(task_label(task.code)), name=task_name(task), results=_result_phrase(task)
    )


def _result_phrase(task: TaskLine) -> str:
    if not task.reported:
        return words.TASK_NO_REPORT
    if task.owed <= MOST_UNITS_QUOTED:
        return listed(_unit_result(answer) for answer in task.answers if answer.state or answer.result)
    states = joined(
        words.UNIT_STATES[state].format(count=count_text(count))
        for state, count in task.units_by_state.items()
        if count
    )
    phrase = words.TASK_MANY.format(
        reported=count_text(task.reported),
        owed=count_text(task.owed),
        states=words.TASK_MANY_STATES.format(states=states) if states else "",
    )
    best = max(
        (answer for answer in task.answers if answer.result),
        key=lambda answer: (answer.state == "done", answer.completion_pct or 0),
        default=None,
    )
    return phrase + (words.TASK_EXAMPLE.format(result=_unit_result(best)) if best else "")


def _unit_result(answer: Answer) -> str:
    if answer.state == "done" and answer.completed_on:
        completion = words.COMPLETED_ON.format(day=day_text(answer.completed_on))
    elif answer.completion_pct:
        completion = words.COMPLETION.format(share=per_cent(answer.completion_pct))
    else:
        completion = ""
    unit = called(answer.unit)
    if not answer.result:
        state = words.STATES.get(answer.state, words.TASK_NO_REPORT)
        return words.UNIT_STATE.format(unit=unit, state=state, completion=completion)
    return words.UNIT_RESULT.format(unit=unit, result=said(answer.result), completion=completion)
