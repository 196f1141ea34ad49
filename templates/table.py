"""What stands in each answer table of a unit's form, before anything is drawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from catalogue import (
    Duty,
    Field,
    Indicator,
    Kind,
    Measure,
    Plan,
    SheetKey,
    TaskDuty,
    target_text,
    task_choice_text,
)
from catalogue.wording import forms as words
from templates.model import Order

ANSWER_SHEETS = (SheetKey.TASKS, SheetKey.INDICATORS, SheetKey.BUDGETS, SheetKey.PROPOSALS)
_MOST_FREE_ROWS = 1000


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row of an answer table.

    Attributes:
        key: The hidden row key.
        fixed: What we fill in, by field key.
        facts: What the plan says about the row, by the names that clauses of fields use.
        answers: What the unit answered, by field key; nothing in an empty form.
    """

    key: str
    fixed: Mapping[str, str | float]
    facts: Mapping[str, str]
    answers: Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Table:
    """One answer table: its fields in column order and its rows.

    Attributes:
        is_free: The unit decides which rows to use; a row without any answer lacks nothing.
        tasks: The unit's own tasks as its dropdowns offer them.
    """

    sheet_key: SheetKey
    title: str
    fields: tuple[Field, ...]
    lines: tuple[Line, ...]
    is_free: bool
    tasks: tuple[str, ...]


def answer_tables(order: Order) -> dict[SheetKey, Table]:
    """Return a unit's answer tables by sheet."""
    return {key: _table(key, order) for key in ANSWER_SHEETS}


def _table(key: SheetKey, order: Order) -> Table:
    sheet, answers = order.design.sheet(key), order.answers(key)
    aliases = row_aliases(answers, sheet.free_rows) if sheet.free_rows else {}
    by_line = {aliases.get(row_key, row_key): cells for row_key, cells in answers.items()}
    table = Table(
        sheet_key=key,
        title=sheet.title,
        fields=order.design.fields_of(key),
        lines=(),
        is_free=bool(sheet.free_rows),
        tasks=tuple(task_choice_text(order.plan, owed.task) for owed in order.duty.tasks),
    )
    lines = _lines(table, order, free_row_count(sheet.free_rows, answers))
    return replace(table, lines=tuple(replace(line, answers=by_line.get(line.key, {})) for line in lines))


def _lines(table: Table, order: Order, free_rows: int) -> Iterator[Line]:
    if not table.is_free:
        return iter(FixedLines(order.plan).of(table.sheet_key, order.duty))
    if not table.tasks and any(field.kind is Kind.TASK and field.is_required for field in table.fields):
        return iter(())
    return (_free_line(number) for number in range(1, free_rows + 1))


class FixedLines:
    """The rows that a plan's forms print in their fixed sheets; what units share is made once."""

    def __init__(self, plan: Plan) -> None:
        """Begin with nothing made."""
        self._plan = plan
        self._made: dict[tuple[object, ...], Line] = {}

    def of(self, key: SheetKey, duty: Duty) -> list[Line]:
        """Return the rows of one unit's sheet."""
        if key is SheetKey.TASKS:
            return [self._task(owed) for owed in duty.tasks]
        return [self._indicator(number, each) for number, each in enumerate(duty.indicators, start=1)]

    def _task(self, owed: TaskDuty) -> Line:
        told_by = owed.task.code, owed.role, owed.instead_of
        if told_by not in self._made:
            self._made[told_by] = _task_line(owed, self._plan)
        return self._made[told_by]

    def _indicator(self, number: int, indicator: Indicator) -> Line:
        told_by = number, indicator.code
        if told_by not in self._made:
            self._made[told_by] = _indicator_line(number, indicator)
        return self._made[told_by]


def free_row_count(offered: int, answers: Mapping[str, Mapping[str, object]]) -> int:
    """Return how many free rows hold all answers: as many as offered, or more when more were used."""
    return max(offered, len(answers), *(int(key) for key in answers if _is_number(key)), 0)


def row_aliases(answers: Mapping[str, Mapping[str, object]], offered: int) -> Mapping[str, str]:
    """Return the free row that takes each answer row whose key is not a free row's number.

    A unit that wrote below the table has rows without a key of ours; their answers must not be lost.
    """
    strangers = [row_key for row_key in answers if not _is_number(row_key)]
    numbers = (str(number) for number in range(1, free_row_count(offered, answers) + 1))
    free = (number for number in numbers if number not in answers)
    return dict(zip(strangers, free, strict=False))


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdecimal() and key == str(int(key)) and 0 < int(key) <= _MOST_FREE_ROWS


def role_text(plan: Plan, owed: TaskDuty) -> str:
    """Return in which role a unit reports a task, and instead of whom when the plan named another unit."""
    role = plan.role_labels[owed.role]
    return words.INSTEAD_OF.format(role=role, names=", ".join(owed.instead_of)) if owed.instead_of else role


def _task_line(owed: TaskDuty, plan: Plan) -> Line:
    task = owed.task
    return _line(
        task.code,
        {
            "number": task.code,
            "name": plan.full_name(task),
            "product": task.product,
            "deadline": task.deadline.text,
            "role": role_text(plan, owed),
        },
    )


def _indicator_line(number: int, indicator: Indicator) -> Line:
    is_ratio = indicator.measure is Measure.RATIO
    return _line(
        indicator.code,
        {
            "number": str(number),
            "name": "\n".join(_indicator_name(indicator)),
            "unit_of_measure": indicator.unit_of_measure,
            "target": target_text(indicator),
            "target_year": indicator.year,
        },
        {"measure": indicator.measure, "is_share": "x" if is_ratio and indicator.is_share else ""},
    )


def _indicator_name(indicator: Indicator) -> Iterator[str]:
    yield indicator.name
    if indicator.measure is Measure.RATIO:
        yield words.NUMERATOR.format(name=indicator.numerator)
        yield words.DENOMINATOR.format(name=indicator.denominator)


def _free_line(number: int) -> Line:
    return _line(str(number), {"number": str(number)})


def _line(key: str, fixed: Mapping[str, str | float], facts: Mapping[str, str] | None = None) -> Line:
    return Line(key=key, fixed=fixed, facts=facts or {}, answers={})


def is_answered(field: Field, line: Line, tasks: Sequence[str]) -> bool:
    """Whether the unit answers a field in a row: what the plan says about the row may rule it out."""
    if field.is_fixed or (field.kind is Kind.TASK and not tasks):
        return False
    return all(
        line.facts[clause.field_key] in clause.choices
        for clause in field.required_when
        if clause.field_key in line.facts
    )
