"""The tables: in the text and in the appendices, every cell as it is printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalogue.wording import master as master_words
from report.facts import ReportFacts
from report.figures.gathering import UnitLine
from report.figures.indicators import IndicatorLine
from report.figures.money import SourceLine
from report.figures.tasks import STATES, TaskCounts, TaskLine
from report.prose.language import (
    CELL_LENGTH,
    MANY_NAMES,
    SHORT_CELL_LENGTH,
    capped,
    count_text,
    day_text,
    group_title,
    joined,
    listed,
    million_cell,
    name_line,
    named,
    number_cell,
    numbered_codes,
    said,
    sentence_case,
    task_label,
    whole_text,
    year_text,
)
from report.trace.marks import called, ordinal
from report.wording import words

MOST_UNITS_IN_CELL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a table: its cells; or, for the row that opens a group, the group's title alone."""

    cells: tuple[str, ...]
    group: str = ""
    is_total: bool = False


def group_table(facts: ReportFacts) -> tuple[TableRow, ...]:
    """Return tasks by group and state; the last row is the total."""
    rows = [
        TableRow(cells=(called(group.number), called(sentence_case(group.name)), *_counts(group.counts)))
        for group in facts.tasks.groups
    ]
    return (*rows, TableRow(cells=("", words.TOTAL, *_counts(facts.tasks.counts)), is_total=True))


def _counts(counts: TaskCounts) -> tuple[str, ...]:
    numbers = (counts.total, *(counts.by_state[state] for state in STATES), counts.overdue)
    return tuple(whole_text(number) for number in numbers)


def indicator_table(facts: ReportFacts) -> tuple[TableRow, ...]:
    """Return the indicators that have a value."""
    return tuple(
        TableRow(
            cells=(
                *_indicator_named(line),
                number_cell(line.value),
                master_words.ASSESSMENTS[line.assessment],
            )
        )
        for line in facts.indicators.valued
    )


def money_table(facts: ReportFacts) -> tuple[TableRow, ...]:
    """Return money by funding source; the last row is the total."""
    rows = [
        TableRow(cells=(ordinal(number), called(line.source) or words.NO_SOURCE, *_amounts(line)))
        for number, line in enumerate(facts.money.sources, start=1)
    ]
    return (*rows, TableRow(cells=("", words.TOTAL, *_amounts(facts.money.total)), is_total=True))


def _amounts(line: SourceLine) -> tuple[str, ...]:
    return (
        million_cell(line.planned_vnd),
        million_cell(line.disbursed_vnd),
        number_cell(line.disbursed_pct, decimals=1),
    )


def appendix_tasks(facts: ReportFacts) -> tuple[TableRow, ...]:
    """Return every task under its group."""
    return tuple(_task_rows(facts))


def _task_rows(facts: ReportFacts) -> Iterator[TableRow]:
    for group in facts.tasks.groups:
        yield TableRow(cells=(), group=called(group_title(group)))
        for task in group.tasks:
            name = words.PRIORITY_MARK.format(name=task.name) if task.is_priority else task.name
            yield TableRow(
                cells=(
                    called(_number(task)),
                    name_line(name, most=CELL_LENGTH),
                    words.NO_REPORTER
                    if task.is_nobodys
                    else name_line(task.reporters, most=SHORT_CELL_LENGTH),
                    called(task.deadline),
                    _reported(task),
                    master_words.OVERALL[task.state],
                    master_words.DUE_STATES[task.due_state],
                    _result_cell(task),
                )
            )


def _number(task: TaskLine) -> str:
    """The plan's own number; of a task the plan only marks by a dash, the one the text calls it by."""
    return task.number if any(char.isdigit() for char in task.number) else task_label(task.code)


def _reported(task: TaskLine | IndicatorLine) -> str:
    """How many of the units that owe a report gave one; blank when none owes it."""
    if not task.owed:
        return ""
    return words.OUT_OF.format(part=whole_text(task.reported), whole=whole_text(task.owed))


def _result_cell(task: TaskLine) -> str:
    """The unit's own words when one unit reports, those of a few by name, else units counted by state."""
    told = [answer for answer in task.answers if answer.result]
    if task.owed == 1:
        return capped("\n".join(answer.result for answer in told))
    if task.owed <= MOST_UNITS_IN_CELL:
        return "\n".join(
            words.UNIT_SAYS.format(unit=called(answer.unit), result=said(answer.result)) for answer in told
        )
    states: Mapping[str, int] = task.units_by_state
    return joined(
        words.UNIT_STATES[state].format(count=count_text(count)) for state, count in states.items() if count
    )


def appendix_indicators(facts: ReportFacts) -> tuple[TableRow, ...]:
    """Return every indicator."""
    return tuple(TableRow(cells=_indicator(line)) for line in facts.indicators.lines)


def _indicator(line: IndicatorLine) -> tuple[str, ...]:
    return (
        *_indicator_named(line),
        _reporters(line),
        _reported(line),
        number_cell(line.value),
        master_words.ASSESSMENTS[line.assessment],
    )


def _indicator_named(line: IndicatorLine) -> tuple[str, ...]:
    return (
        called(line.number),
        called(line.name),
        called(line.unit_of_measure),
        called(line.target),
        year_text(line.target_year),
    )


def _reporters(line: IndicatorLine) -> str:
    """The units by name when few; the master names them all."""
    if line.owed > MOST_UNITS_IN_CELL:
        return words.MANY_UNITS.format(count=whole_text(line.owed))
    return name_line(line.reporters, most=SHORT_CELL_LENGTH)


def appendix_money(facts: ReportFacts) -> tuple[TableRow, ...]:
    """Return every budget line; the last row is the total. No row when there is no line."""
    found = facts.money
    rows = [
        TableRow(
            cells=(
                ordinal(number),
                called(line.unit),
                _task_cell(line.task),
                called(line.source) or words.NO_SOURCE,
                million_cell(line.planned_vnd),
                million_cell(line.disbursed_vnd),
                number_cell(line.disbursed_pct, decimals=1),
                said(line.note, most=SHORT_CELL_LENGTH),
            )
        )
        for number, line in enumerate(found.lines, start=1)
    ]
    if not rows:
        return ()
    return (*rows, TableRow(cells=("", words.TOTAL, "", "", *_amounts(found.total), ""), is_total=True))


def _task_cell(task: str) -> str:
    """Name a task by the number the text calls it by; the master puts its code before its name."""
    code, dot, name = task.partition(". ")
    return name_line(f"{task_label(code)}{dot}{name}", most=SHORT_CELL_LENGTH)


def appendix_units(facts: ReportFacts) -> tuple[TableRow, ...]:
    """Return every reporting unit."""
    timeliness = {True: master_words.ON_TIME, False: master_words.LATE, None: ""}
    return tuple(
        TableRow(
            cells=(
                ordinal(number),
                called(unit.name),
                unit.kind,
                _state_cell(unit),
                timeliness[unit.is_on_time],
                day_text(unit.received_on),
                whole_text(unit.error_count) if unit.received_on else "",
            )
        )
        for number, unit in enumerate(facts.gathering.units, start=1)
    )


def _state_cell(unit: UnitLine) -> str:
    """A unit's state, and beside it that its report is nearly empty, or why it counts in spite of errors."""
    why = said(unit.exception_why, most=SHORT_CELL_LENGTH)
    beside = ((words.THIN_CELL if unit.is_thin else ""), (words.WHY_CELL.format(why=why) if why else ""))
    return listed(filter(None, (master_words.UNIT_STATES[unit.shown], *beside)))


def appendix_difficulties(facts: ReportFacts) -> tuple[TableRow, ...]:
    """Return every difficulty, under its group of tasks."""
    return tuple(_difficulty_rows(facts))


def _difficulty_rows(facts: ReportFacts) -> Iterator[TableRow]:
    number = 0
    for group in facts.tasks.groups:
        found = [item for item in facts.remarks.difficulties if item.group_code == group.code]
        if found:
            yield TableRow(cells=(), group=called(group_title(group)))
        for item in found:
            number += 1
            yield TableRow(
                cells=(
                    ordinal(number),
                    numbered_codes(item.task_codes),
                    capped(item.text),
                    capped(item.cause),
                    named(item.units, most=MANY_NAMES),
                )
            )


def appendix_proposals(facts: ReportFacts) -> tuple[TableRow, ...]:
    """Return every proposal."""
    return tuple(
        TableRow(
            cells=(
                ordinal(number),
                called(item.theme),
                capped(item.text),
                said(item.addressee, most=SHORT_CELL_LENGTH),
                numbered_codes(item.task_codes, most=MANY_NAMES),
                named(item.units, most=MANY_NAMES),
            )
        )
        for number, item in enumerate(facts.remarks.proposals, start=1)
    )
