"""Rounds drawn as tables: one line a row, checked by the rules alone."""

from dataclasses import replace
from datetime import date

import pandas as pd

from catalogue import Across, Deadline, Measure, OverTime, Period, SheetKey, Task
from validation.frames import Answers
from validation.history import History
from validation.rules import RuleContext
from validation.schema import failures
from validation.taken import AnswerTable

PERIOD = Period.parse("2026")
EARLIER = Period.parse("2026-H1")
EXTRA = {SheetKey.TASKS: ("role",), SheetKey.INDICATORS: ("measure", "is_share")}
PLACE = ("file", "unit", "key")


def read(text):
    """Return a table's cell: a number, a date, or text with `~` for a space; `.` is blank."""
    if text == ".":
        return None
    if text.count("/") == 2:
        day, month, year = (int(part) for part in text.split("/"))
        return date(year, month, day)
    try:
        return float(text)
    except ValueError:
        return text.replace("~", " ")


def table(header, lines):
    """Return lines as dicts by the names of the header; of lines in one text, blank ones do not count."""
    lines = lines.strip().splitlines() if isinstance(lines, str) else lines
    return [dict(zip(header.split(), map(read, line.split()), strict=True)) for line in lines]


def answers_of(design, sheet, rows, *, unsound=()):
    """Return collected rows; `file`, `unit` and `key` of a row say whose it is."""
    fields = tuple(field for field in design.fields_of(sheet) if not field.is_fixed)
    answers = Answers(fields=fields, extra=EXTRA.get(sheet, ()))
    for number, row in enumerate(rows):
        cells = {name: value for name, value in row.items() if name not in PLACE}
        for name in ("planned_vnd", "disbursed_vnd"):
            if isinstance(cells.get(name), float):
                cells[name] = int(cells[name] * 1_000_000)
        line = [number + 6, key_text(row.get("key", "k")), list(unsound), *cells.values()]
        table = AnswerTable(names=tuple(cells), rows=[line])
        answers.add(table, file=row.get("file", "f"), unit_code=row.get("unit", "u"), sheet="s")
    return answers


def key_text(key):
    """Return a key as text; a table reads "1" as a number."""
    return f"{key:g}" if isinstance(key, float) else key


def history(**frames):
    """Return an earlier half of the year from rows by sheet; money and dates are not kept."""
    kept = {
        SheetKey.TASKS: {"status": "string", "completion_pct": "Float64", "result_text": "string"},
        SheetKey.INDICATORS: {"figure": "Float64"},
    }
    return History(
        period=EARLIER,
        frames={
            sheet: pd.DataFrame(
                {
                    "unit_code": pd.Series(
                        [row.get("unit", "u") for row in frames.get(sheet, ())], dtype="string"
                    ),
                    "row_key": pd.Series(
                        [key_text(row.get("key", "k")) for row in frames.get(sheet, ())], dtype="string"
                    ),
                }
                | {
                    name: pd.Series([row.get(name) for row in frames.get(sheet, ())], dtype=dtype)
                    for name, dtype in columns.items()
                }
            )
            for sheet, columns in kept.items()
        },
    )


class Desk:
    """Checks tables of rows by the rules of one round."""

    def __init__(self, design, sheet, header):
        self.design, self.sheet, self.header = design, sheet, header

    def failures(self, lines, *, unsound=(), others=None, **context):
        """Return what fails; `others` are frames of other sheets."""
        rows = table(self.header, lines)
        return self.failures_of(answers_of(self.design, self.sheet, rows, unsound=unsound), others, **context)

    def failures_of(self, answers, others=None, **context):
        """Return what fails of rows that were collected."""
        frames = {self.sheet: answers.frame()} | (others or {})
        given = {"period": PERIOD, "design": self.design, "frames": frames} | context
        return failures(answers, RuleContext(**given))

    def codes(self, lines, **context):
        """Return what fails as "row code field", rows counted from 1."""
        return [
            f"{each.position + 1} {each.code.name} {each.field_key}".strip()
            for each in self.failures(lines, **context)
        ]


def made_tasks(due, *, is_open=False):
    """Return tasks of a plan by code, due on ISO days."""
    return {
        code: Task(
            code=code,
            deadline=Deadline(text=day, start=None, end=date.fromisoformat(day), is_open=is_open),
            mentions=(),
            inherited=(),
            agencies={},
            is_priority=False,
            is_scheme=False,
            **dict.fromkeys(
                ("group_code", "number", "parent_code", "name", "product", "resources", "note"), ""
            ),
        )
        for code, day in due.items()
    }


def made_indicators(plan, **kinds):
    """Return indicators by code: a real one with another measure, and rules across units and over time."""
    enums = {"measure": Measure, "across": Across, "over_time": OverTime}
    return {
        code: replace(
            plan.indicators[0], code=code, **{key: enums[key](value) for key, value in kind.items()}
        )
        for code, kind in kinds.items()
    }
