"""The headline figures of the overview: each a formula over the tables, with its value."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalogue import Across, Measure, Severity
from catalogue.wording import adjust as adjust_words
from catalogue.wording import master as words
from catalogue.wording.findings import SEVERITY_LABELS
from consolidate.adjust.fields import MARK
from consolidate.adjust.formulas import YES
from consolidate.context import Context
from consolidate.formula import blank_if, counted, quoted
from consolidate.model import Shown, UnitState
from consolidate.rollup_budgets import Funding, million
from consolidate.rollup_indicators import Assessment, has_target
from consolidate.rollup_tasks import Due, GroupRollup, Overall
from consolidate.share import share_formula, share_pct
from consolidate.table import HEADER_ROW, Area, Cell, Formula, match_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One headline figure: its words, its value, `kind` as of a master column, where it leads if anywhere."""

    label: str
    cell: Cell
    kind: str = "integer"
    link: str = ""


def count_of(area: Area, key: str, label: str, *, value: int) -> Formula:
    """Return how many rows of a table show a label in a column."""
    return Formula(text=f"={counted((area.span(key), quoted(label)))}", value=value)


def rows_of(area: Area) -> Formula:
    """Return how many rows a table has."""
    return Formula(text=f"=COUNTA({area.keys})", value=area.count)


STATE_LABELS = {
    Shown.ACCEPTED: words.UNITS_ACCEPTED,
    Shown.WARNED: words.UNITS_WARNED,
    Shown.EXCEPTED: words.UNITS_EXCEPTED,
    Shown.RETURNED: words.UNITS_RETURNED,
    Shown.MISSING: words.UNITS_MISSING,
    Shown.WAIVED: words.UNITS_WAIVED,
}


def submission_figures(context: Context) -> tuple[Figure, ...]:
    """Who has reported, and how well; the units by state come second, where the chart looks for them."""
    area, standings = context.areas["submissions"], context.merged.standings
    states = [standing.shown for standing in standings]
    thin = sum(standing.is_thin for standing in standings)
    late = sum(standing.is_late is True for standing in standings)
    return (
        Figure(label=words.UNITS_OWING, cell=_owing(area, states)),
        *(
            Figure(
                label=STATE_LABELS[state],
                cell=count_of(area, "state", words.UNIT_STATES[state], value=states.count(state)),
            )
            for state in Shown
        ),
        Figure(label=words.UNITS_THIN, cell=count_of(area, "completeness", words.THIN, value=thin)),
        Figure(label=words.UNITS_LATE, cell=count_of(area, "timeliness", words.LATE, value=late)),
        Figure(label=words.ACCEPTED_SHARE, cell=accepted_share(area, states), kind="percent"),
        *_finding_figures(context),
        Figure(label=words.FILES, cell=rows_of(context.areas["sources"])),
    )


def accepted_share(area: Area, states: Sequence[Shown]) -> Formula:
    """Units accepted, on whatever footing, in per cent of those that owe a report."""
    accepted = [shown for shown in Shown if shown.state is UnitState.ACCEPTED]
    parts = [counted((area.span("state"), quoted(words.UNIT_STATES[shown]))) for shown in accepted]
    owing = _owing(area, states)
    everyone = f"({owing.text[1:]})"
    share = share_formula(f"({'+'.join(parts)})", everyone)
    return Formula(
        text=f"={blank_if(f'{everyone}=0', share)}",
        value=share_pct(sum(state in accepted for state in states), int(owing.value or 0)),
    )


def _owing(area: Area, states: Sequence[Shown]) -> Formula:
    """Units that must report: all but those that need not."""
    waived = counted((area.span("state"), quoted(words.UNIT_STATES[Shown.WAIVED])))
    return Formula(
        text=f"=COUNTA({area.keys})-{waived}",
        value=sum(state is not Shown.WAIVED for state in states),
    )


def _finding_figures(context: Context) -> Iterable[Figure]:
    area = context.areas["findings"]
    for severity, label in ((Severity.ERROR, words.ERRORS), (Severity.WARNING, words.WARNINGS)):
        weight = SEVERITY_LABELS[severity]
        value = sum(context.weight(finding) == weight for finding in context.findings)
        yield Figure(label=label, cell=count_of(area, "severity", weight, value=value))


def _adjusted(context: Context, table: str, label: str) -> Figure:
    """How many rows of a detail table hold a figure that staff adjusted."""
    area = context.areas[table]
    settled = context.adjusted.settled.items()
    value = sum(name == table and one.is_adjusted for (name, _), one in settled)
    link = f"internal:{area.elsewhere(f'{area.letter(MARK)}{HEADER_ROW}')}"
    return Figure(label=label, cell=count_of(area, MARK, YES, value=value), link=link)


def task_figures(context: Context) -> tuple[Figure, ...]:
    """How the tasks stand."""
    area = context.areas["tasks"]
    return (
        Figure(label=words.PLAN_TASKS, cell=len(context.plan.counted_tasks)),
        Figure(label=words.REPORTED_TASKS, cell=rows_of(area)),
        *(
            Figure(
                label=words.OVERALL[status],
                cell=count_of(
                    area,
                    "overall",
                    words.OVERALL[status],
                    value=sum(task.overall is status for task in context.tasks),
                ),
            )
            for status in Overall
        ),
        Figure(
            label=words.OVERDUE_TASKS,
            cell=count_of(
                area,
                "due_state",
                words.DUE_STATES[Due.OVERDUE],
                value=sum(task.due is Due.OVERDUE for task in context.tasks),
            ),
        ),
        _adjusted(context, "task_rows", adjust_words.ADJUSTED_TASKS),
        _adjusted(context, "budgets", adjust_words.ADJUSTED_BUDGETS),
    )


def indicator_figures(context: Context) -> tuple[Figure, ...]:
    """How the indicators stand against their targets."""
    area = context.areas["indicators"]
    return (
        Figure(label=words.INDICATORS, cell=rows_of(area)),
        *(
            Figure(
                label=words.ASSESSMENTS[assessment],
                cell=count_of(
                    area,
                    "assessment",
                    words.ASSESSMENTS[assessment],
                    value=sum(indicator.assessment is assessment for indicator in context.indicators),
                ),
            )
            for assessment in possible_assessments(context)
        ),
        _adjusted(context, "indicator_rows", adjust_words.ADJUSTED_INDICATORS),
    )


def possible_assessments(context: Context) -> tuple[Assessment, ...]:
    """Return the assessments this plan's indicators can get: the rare ones only where they may occur."""
    indicators = [rollup.indicator for rollup in context.indicators]
    numbers = [indicator for indicator in indicators if indicator.measure is not Measure.TEXT]
    rare = {
        Assessment.CONFLICT: any(
            rollup.indicator.across is Across.SINGLE and rollup.owed_count > 1
            for rollup in context.indicators
        ),
        Assessment.NOT_POOLED: any(indicator.across is Across.NONE for indicator in numbers),
        Assessment.NO_TARGET: not all(has_target(indicator) for indicator in numbers),
        Assessment.PARTIAL: any(indicator.across is Across.COUNT_MEETING for indicator in numbers),
        Assessment.WORDED: len(numbers) < len(indicators),
    }
    return tuple(assessment for assessment in Assessment if rare.get(assessment, True))


def group_cells(area: Area, group: GroupRollup) -> dict[str, Cell]:
    """The tasks of one group: in all, by overall status, and overdue."""
    key = (area.span("group_key"), quoted(match_key(group.group.code)))
    cells: dict[str, Cell] = {"total": Formula(text=f"={counted(key)}", value=group.task_count)}
    for status in Overall:
        text = counted(key, (area.span("overall"), quoted(words.OVERALL[status])))
        cells[status] = Formula(text=f"={text}", value=group.counts[status])
    overdue = counted(key, (area.span("due_state"), quoted(words.DUE_STATES[Due.OVERDUE])))
    cells["overdue"] = Formula(text=f"={overdue}", value=group.overdue_count)
    return cells


def budget_lines(context: Context) -> tuple[tuple[str, dict[str, Cell]], ...]:
    """Money by funding source and in all, taken from the totals under the budget table."""
    rollup, labels = context.budgets, context.design.labels("funding_source")
    fundings = [(labels[key], funding) for key, funding in rollup.by_source.items()]
    fundings.append((words.TOTAL, rollup.total))
    return tuple(
        (label, _budget_cells(context.areas["budgets"], funding, index=index))
        for index, (label, funding) in enumerate(fundings)
    )


def _budget_cells(area: Area, funding: Funding, *, index: int) -> dict[str, Cell]:
    values = {
        "planned_vnd": million(funding.planned_vnd),
        "disbursed_vnd": million(funding.disbursed_vnd),
        "disbursed_pct": funding.disbursed_pct,
    }
    return {
        key: Formula(text=f"={area.elsewhere(area.total_cell(key, index))}", value=value)
        for key, value in values.items()
    }
