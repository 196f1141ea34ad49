"""IV: what comes next, from what is not finished and what is missing."""

from collections.abc import Iterator, Sequence

from consolidate import UnitState
from report.facts import ReportFacts
from report.figures.tasks import TaskLine
from report.prose.gathering import units_phrase
from report.prose.indicators import indicator_names
from report.prose.language import count_text, tasks_due, year_text
from report.trace.marks import ordinal
from report.trace.origin import tally
from report.wording import words

MOST_TASKS = 5
"""Tasks named for each reason; a longer list is the appendix's."""


def outlook_prose(facts: ReportFacts, *, agency: str) -> tuple[str, ...]:
    """Return the paragraphs of section IV."""
    if not facts.tasks.counts.total:
        return (words.OUTLOOK_NO_TASKS.format(agency=agency),)
    points = [*_tasks(facts), *_gaps(facts)]
    if not points:
        return (words.OUTLOOK_NOTHING.format(agency=agency),)
    numbered = (
        words.NUMBERED.format(number=ordinal(number), text=text)
        for number, text in enumerate(points, start=1)
    )
    return (words.OUTLOOK_INTRO.format(agency=agency), *numbered)


def _tasks(facts: ReportFacts) -> Iterator[str]:
    """What is left to do; a task is named once, under the most pressing reason."""
    left = [task for task in facts.tasks.lines if task.is_open]
    overdue = [task for task in left if task.is_overdue]
    left = [task for task in left if not task.is_overdue]
    due = [task for task in left if task.deadline_end and task.deadline_end.year <= facts.horizon]
    left = [task for task in left if task not in due]
    by_state = {state: [task for task in left if task.state == state] for state in ("not_started", "paused")}
    for template, tasks in (
        (words.OUTLOOK_OVERDUE, overdue),
        (words.OUTLOOK_DUE, due),
        (words.OUTLOOK_NOT_STARTED, by_state["not_started"]),
        (words.OUTLOOK_PAUSED, by_state["paused"]),
    ):
        if tasks:
            count = count_text(tally("tasks", tasks))
            yield template.format(count=count, year=year_text(facts.horizon), tasks=_some(tasks))
    if going := tally("tasks", [task for task in left if task.state == "in_progress"]):
        yield words.OUTLOOK_IN_PROGRESS.format(count=count_text(going))


def _some(tasks: Sequence[TaskLine]) -> str:
    shown = tasks_due(tasks[:MOST_TASKS])
    rest = tally("tasks", tasks[MOST_TASKS:])
    return words.OTHER_TASKS.format(names=shown, count=count_text(rest)) if rest else shown


def _gaps(facts: ReportFacts) -> Iterator[str]:
    """Who and what is missing from the figures."""
    units = facts.gathering.in_state(UnitState.RETURNED, UnitState.MISSING)
    if units:
        yield words.OUTLOOK_UNITS.format(
            count=count_text(tally("submissions", units)), units=units_phrase(units, facts.gathering.owing)
        )
    for template, found in (
        (words.OUTLOOK_NO_DATA, facts.indicators.unvalued),
        (words.OUTLOOK_NO_REPORTER, facts.indicators.assessed("no_reporter")),
    ):
        if found:
            count = tally("indicators", found)
            yield template.format(count=count_text(count), items=indicator_names(found))
