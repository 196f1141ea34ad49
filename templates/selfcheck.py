"""What the form checks by itself: answers that are missing, answers that contradict or cannot be.

The rules mirror those of `validation`, as far as plain formulas can; the form only advises, what counts is
the check of what comes back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from catalogue import Clause, Field, FormDesign, Kind, Measure, Period, SheetKey
from templates.condition import (
    All,
    AnyFilled,
    Blank,
    Compares,
    Condition,
    Exceeds,
    Filled,
    Longer,
    NotListed,
    NotNumber,
    OneOf,
    Place,
    Row,
    serial,
)
from templates.layout import TASK_LIST, list_name
from templates.table import Line, Table, is_answered

FULL_PCT = 100
ROW = "\0"
"""Stands for a row's number in the formulas of rows that are checked alike."""
_REPORT_DELAY = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Check:
    """A condition that must not hold, and the cell to blame for it."""

    field_key: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks of one row."""

    missing: tuple[Check, ...]
    wrong: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many answers are missing, and how many checks of contradiction fail."""

    missing: int
    wrong: int

    def __add__(self, other: "Counts") -> "Counts":
        """Return the sums."""
        return Counts(self.missing + other.missing, self.wrong + other.wrong)


@dataclass(frozen=True, eq=False, kw_only=True)
class Alike:
    """What rows share of which the plan says the same: a form has forty rows, but two or three kinds of them.

    Attributes:
        answered: The fields the unit answers in these rows.
        checks: Their checks.
        lacking: The counts of a row without any answer.
        formulas: The formulas that count what a row lacks and where it is wrong, with `ROW` for its number.
    """

    answered: frozenset[str]
    checks: Checks
    lacking: Counts
    formulas: tuple[str, str]

    def counts(self, line: Line) -> Counts:
        """Return the counts of one of the rows."""
        return counts(self.checks, line.answers) if line.answers else self.lacking

    def formulas_at(self, row: int) -> tuple[str, str]:
        """Return the formulas of the row with a number, 1-based."""
        missing, wrong = (formula.replace(ROW, str(row)) for formula in self.formulas)
        return missing, wrong


def alike_rows(table: Table, design: FormDesign, period: Period, letter: Place) -> list[Alike]:
    """Return what each row of an answer table shares with others.

    Args:
        table: The table.
        design: The form's sheets and fields.
        period: The reporting period.
        letter: Gives a field's column as addresses in the table write it ("$H").
    """
    made: dict[tuple[tuple[str, str], ...], Alike] = {}
    rows = []
    for line in table.lines:
        facts = tuple(line.facts.items())
        if facts not in made:
            made[facts] = _alike(table, line, row_checks(table, line, design, period), letter)
        rows.append(made[facts])
    return rows


def _alike(table: Table, line: Line, checks: Checks, letter: Place) -> Alike:
    def place(field_key: str) -> str:
        return letter(field_key) + ROW

    return Alike(
        answered=frozenset(each.key for each in table.fields if is_answered(each, line, table.tasks)),
        checks=checks,
        lacking=counts(checks, {}),
        formulas=(
            count_formula(checks.missing, place, when_failing=0),
            count_formula(checks.wrong, place, when_failing=1),
        ),
    )


def counts(checks: Checks, row: Row) -> Counts:
    """Return what a row lacks and where it contradicts itself: the value its formulas must show."""
    return Counts(
        sum(check.condition.holds(row) for check in checks.missing),
        sum(check.condition.holds(row) for check in checks.wrong),
    )


def count_formula(checks: Sequence[Check], place: Place, *, when_failing: int) -> str:
    """Return the formula that counts failing checks of a row.

    An error value in an answer would spread into the count: it counts as `when_failing` instead.
    """
    if not checks:
        return "=0"
    terms = "+".join(f"IF({check.condition.formula(place)},1,0)" for check in checks)
    return f"=IFERROR({terms},{when_failing})"


def date_limits(field: Field, period: Period) -> tuple[date, date]:
    """Return the first and last day a date cell takes.

    Dates of answers lie within the period's data; the report itself may be dated up to a year later.
    """
    late = _REPORT_DELAY if field.sheet is SheetKey.INFO else timedelta()
    return period.data_from, period.data_to + late


def row_checks(table: Table, line: Line, design: FormDesign, period: Period) -> Checks:
    """Return the checks of one row of an answer table."""
    asked = [field for field in table.fields if is_answered(field, line, table.tasks)]
    used = AnyFilled(tuple(field.key for field in asked)) if table.is_free else None
    judge = _Judge(design=design, facts=line.facts, tasks=table.tasks, period=period)
    special = _special(table.sheet_key, judge)
    return Checks(
        missing=tuple(check for field in asked for check in judge.missing(field, used)),
        wrong=(*(check for field in asked for check in judge.wrong(field)), *special),
    )


def info_checks(design: FormDesign, period: Period) -> Checks:
    """Return the checks of the information sheet, seen as one row."""
    judge = _Judge(design=design, facts={}, tasks=(), period=period)
    fields = [field for field in design.fields_of(SheetKey.INFO) if not field.is_fixed]
    return Checks(
        missing=tuple(check for field in fields for check in judge.missing(field, None)),
        wrong=tuple(check for field in fields for check in judge.wrong(field)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judge:
    """Turns the data of a field into the checks of its cell in one row."""

    design: FormDesign
    facts: Mapping[str, str]
    tasks: tuple[str, ...]
    period: Period

    def missing(self, field: Field, used: Condition | None) -> Iterator[Check]:
        if field.is_required:
            when = [self.clause(field, clause) for clause in self.open(field.required_when)]
            first = (used,) if used else ()
            yield Check(field.key, All((*first, Blank(field.key), *when)))

    def wrong(self, field: Field) -> Iterator[Check]:
        yield from self._wrong_kind(field)
        if field.minimum is not None:
            yield Check(field.key, Compares(field.key, "<", field.minimum))
        if field.maximum is not None:
            yield Check(field.key, Compares(field.key, ">", field.maximum))
        if field.max_length is not None:
            yield Check(field.key, Longer(field.key, field.max_length))
        for clause in self.open(field.blank_when):
            yield Check(field.key, All((Filled(field.key), self.clause(field, clause))))

    def _wrong_kind(self, field: Field) -> Iterator[Check]:
        if field.kind is Kind.CHOICE:
            labels = tuple(self.design.labels(field.choices).values())
            yield Check(field.key, NotListed(field.key, list_name(field.choices), labels))
        elif field.kind is Kind.TASK:
            yield Check(field.key, NotListed(field.key, list_name(TASK_LIST), self.tasks))
        elif field.kind is Kind.DATE or field.kind.is_number:
            yield Check(field.key, NotNumber(field.key))

    def open(self, clauses: Sequence[Clause]) -> list[Clause]:
        """Return the clauses that the unit's answers decide; those the plan decides hold for the row."""
        return [clause for clause in clauses if clause.field_key not in self.facts]

    def clause(self, field: Field, clause: Clause) -> OneOf:
        return self.chosen(field.sheet, clause.field_key, *clause.choices)

    def chosen(self, sheet: SheetKey, field_key: str, *choices: str) -> OneOf:
        labels = self.design.labels(self.design.field(sheet, field_key).choices)
        return OneOf(field_key, tuple(labels[choice] for choice in choices))


def _special(sheet: SheetKey, judge: _Judge) -> Iterator[Check]:
    """Yield the checks that belong to one sheet's meaning and not to one field's data."""
    if sheet is SheetKey.TASKS:
        yield from _task_checks(judge)
    elif sheet is SheetKey.INDICATORS and judge.facts["measure"] == Measure.RATIO:
        yield from _ratio_checks(judge)
    elif sheet is SheetKey.BUDGETS:
        yield Check("disbursed_vnd", Exceeds("disbursed_vnd", "planned_vnd"))


def _task_checks(judge: _Judge) -> Iterator[Check]:
    first, last = judge.period.data_from, judge.period.data_to
    done = judge.chosen(SheetKey.TASKS, "status", "done")
    unfinished = judge.chosen(SheetKey.TASKS, "status", "not_started", "in_progress", "paused")
    not_started = judge.chosen(SheetKey.TASKS, "status", "not_started")
    pct, day = "completion_pct", "completed_on"
    yield Check(pct, All((done, Compares(pct, "<>", FULL_PCT))))
    yield Check("status", All((unfinished, Compares(pct, "=", FULL_PCT))))
    yield Check(pct, All((not_started, Compares(pct, ">", 0), Compares(pct, "<>", FULL_PCT))))
    yield Check(day, All((done, Compares(day, "<", serial(first)))))
    yield Check(day, All((done, Compares(day, ">", serial(last)))))


def _ratio_checks(judge: _Judge) -> Iterator[Check]:
    has_data = judge.chosen(SheetKey.INDICATORS, "data_state", "has_data")
    yield Check("denominator", All((has_data, Compares("denominator", "=", 0))))
    if judge.facts["is_share"]:
        above = (Compares("denominator", ">", 0), Exceeds("numerator", "denominator"))
        yield Check("numerator", All(above))
