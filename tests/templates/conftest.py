import io

import openpyxl
import pytest

from catalogue import SheetKey
from templates import VALUE_KEY, Filling, build_form
from tests.forms import right_answers


class Forms:
    """Builds forms of one round and opens them."""

    def __init__(self, plan, design, owed, round_):
        self.plan, self.design, self.owed, self.round = plan, design, owed, round_

    def bytes(self, unit="so-xay-dung", filling=None, duty=None, round_=None):
        duty = duty or self.owed[unit]
        return build_form(duty, self.plan, round_ or self.round, self.design, filling=filling)

    def workbook(self, unit="so-xay-dung", filling=None, *, values=False, **options):
        return openpyxl.load_workbook(io.BytesIO(self.bytes(unit, filling, **options)), data_only=values)

    def filled(self, unit="so-xay-dung", marks=(), **changes):
        """Return right answers of a unit, some rows of a sheet replaced: tasks={"I.1": {…}}."""
        answers = right_answers(self.owed[unit])
        for name, rows in changes.items():
            key = SheetKey(name)
            cells = (
                {field: {VALUE_KEY: value} for field, value in rows.items()} if key is SheetKey.INFO else rows
            )
            answers[key] = answers[key] | cells
        return Filling(answers=answers, marks=list(marks))

    def totals(self, filling=None, unit="so-xay-dung"):
        """Return what the self-check counts over the whole form: missing, contradictions."""
        sheet = self.workbook(unit, filling, values=True)["Thông tin"]
        row = next(row for row in sheet.iter_rows(min_col=2, values_only=True) if row[0] == "Tổng cộng")
        return row[1:3]


@pytest.fixture
def forms(plan, design, owed, round_):
    return Forms(plan, design, owed, round_)
