import pytest

from catalogue import SheetKey
from tests.altered import BUDGET, answers_of
from tests.forms import FormDesk, altered, right_answers
from validation.intake import Expected, take


@pytest.fixture
def desk(plan, design, owed, round_):
    return FormDesk(plan, design, owed, round_)


@pytest.fixture
def expected(plan, design, owed, round_):
    return Expected(plan=plan, period=round_.period, design=design, duties=owed)


@pytest.fixture
def form(desk):
    """A filled form in which no two task rows answer alike."""
    answers = right_answers(desk.owed["so-xay-dung"])
    for number, cells in enumerate(answers[SheetKey.TASKS].values(), start=1):
        cells |= {"completion_pct": 10.0 * number, "result_text": f"Đã làm việc thứ {number}"}
    for number in (1, 2):
        answers[SheetKey.BUDGETS][str(number)] = BUDGET | {"task": f"I.{number}", "note": f"Nguồn {number}"}
    return desk.form(answers=answers)


@pytest.fixture
def receive(form, expected):
    """Take in the filled form after a change."""

    def receive(change):
        return take("bản nộp.xlsx", altered(form, change), expected)

    return receive


@pytest.fixture
def merged(form, expected):
    """Everything the untouched form answers."""
    return answers_of(take("bản nộp.xlsx", altered(form, lambda _: None), expected))
