"""The form checks itself by formulas: what it calls a contradiction, and only that, is an error here."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from catalogue import Office, Round, Severity, SheetKey, load_design
from templates.model import Order
from templates.selfcheck import row_checks
from templates.table import answer_tables
from tests.conftest import PLAN
from tests.validation.rounds import PERIOD, Desk

DESIGN = load_design()


@pytest.fixture(scope="module")
def tables(plan, owed):
    round_ = Round(folder=Path(), plan_id=PLAN, period=PERIOD, deadline=None, office=Office())
    duty = owed["so-xay-dung"]
    return answer_tables(Order(duty=duty, plan=plan, round_=round_, design=DESIGN, filling=None))


def form_says(table, row):
    """Return the fields that a form's formulas blame, given choices by key."""
    line = next(
        each for each in table.lines if row.items() & each.facts.items() or not each.facts.get("measure")
    )
    shown = {key: label(table, key, value) for key, value in row.items() if value is not None}
    checks = row_checks(table, line, DESIGN, PERIOD)
    return sorted(check.field_key for check in checks.wrong if check.condition.holds(shown))


def label(table, key, value):
    field = next((each for each in table.fields if each.key == key), None)
    return DESIGN.labels(field.choices)[value] if field and field.choices else value


def rules_say(sheet, row):
    """Return the fields that errors of contradiction blame."""
    line = " ".join(map(typed, row.values()))
    found = Desk(DESIGN, sheet, " ".join(row)).failures([line])
    errors = [each for each in found if each.code.value.severity is Severity.ERROR]
    return sorted(each.field_key for each in errors if each.code.name.startswith("R"))


def typed(value):
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "." if value is None else str(value)


STATES = ("not_started", "in_progress", "done", "paused", "none")
DAYS = (None, date(2025, 12, 14), date(2025, 12, 15), date(2026, 12, 14), date(2026, 12, 15))


@pytest.mark.parametrize("status", STATES)
def test_the_form_and_the_rules_agree_on_tasks(tables, status):
    for pct, day in product((None, 0, 45, 100), DAYS):
        row = {"status": status, "completion_pct": pct, "completed_on": day}

        assert form_says(tables[SheetKey.TASKS], row) == rules_say(SheetKey.TASKS, row), row


@pytest.mark.parametrize("state", ["has_data", "none", "not_available"])
def test_the_form_and_the_rules_agree_on_ratios(tables, state):
    for top, bottom in product((None, 0, 5, 6), repeat=2):
        row = {"data_state": state, "numerator": top, "denominator": bottom}
        row |= {"measure": "ratio", "is_share": "x"}

        assert form_says(tables[SheetKey.INDICATORS], row) == rules_say(SheetKey.INDICATORS, row), row


def test_the_form_and_the_rules_agree_on_money(tables):
    for planned, spent in product((None, 0, 5, 6), repeat=2):
        row = {"planned_vnd": planned, "disbursed_vnd": spent}

        assert form_says(tables[SheetKey.BUDGETS], row) == rules_say(SheetKey.BUDGETS, row), row
