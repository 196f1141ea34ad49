"""Invented answers of a trial round: plausible, marked as invented, the same for the same seed."""

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from catalogue import Duty, FormDesign, Indicator, Measure, Period, Plan, SheetKey, TaskDuty, task_choice_text
from catalogue.wording import demo as words
from templates import VALUE_KEY

Cells = dict[str, object]
Answers = dict[SheetKey, dict[str, Cells]]

# How likely each state of a task is, by whether it is due within a few weeks of the period's end.
_DUE_SOON = {"done": 40, "in_progress": 50, "not_started": 6, "paused": 4}
_DUE_LATER = {"done": 6, "in_progress": 66, "not_started": 20, "paused": 8}
_SOON = timedelta(days=60)


class Inventor:
    """Invents one unit's answers; the same unit always answers the same."""

    def __init__(self, duty: Duty, plan: Plan, period: Period, design: FormDesign) -> None:
        """Keep what the unit owes."""
        self._duty = duty
        self._plan = plan
        self._period = period
        self._design = design
        self._dice = random.Random(f"{plan.id} {period.code} {duty.unit.code}")  # noqa: S311 - invented answers

    def answers(self) -> Answers:
        """Return the answers of the whole form, as the unit would type them."""
        tasks = {
            owed.task.code: self._task(owed, number) for number, owed in enumerate(self._duty.tasks, start=1)
        }
        return {
            SheetKey.INFO: {key: {VALUE_KEY: value} for key, value in self._info().items()},
            SheetKey.TASKS: tasks,
            SheetKey.INDICATORS: {each.code: self._indicator(each) for each in self._duty.indicators},
            SheetKey.BUDGETS: self._numbered(self._budgets(tasks)),
            SheetKey.PROPOSALS: self._numbered(self._proposals()),
        }

    def _info(self) -> Cells:
        return {
            "contact_name": words.CONTACT,
            "contact_phone": words.PHONE,
            "contact_email": words.EMAIL,
            "approved_by": words.APPROVER,
            "reported_on": self._period.data_to,
        }

    def _task(self, owed: TaskDuty, number: int) -> Cells:
        end = owed.task.deadline.end
        weights = _DUE_SOON if end and end <= self._period.data_to + _SOON else _DUE_LATER
        state = self._dice.choices(list(weights), weights=list(weights.values()))[0]
        cells: Cells = {"status": self._label("task_status", state)}
        if state == "done":
            cells |= {"completion_pct": 100.0, "completed_on": self._day()}
        elif state == "in_progress":
            cells["completion_pct"] = float(self._dice.randrange(10, 95, 5))
        elif state == "paused":
            cells |= {"completion_pct": 20.0, "cause_text": self._one(words.CAUSES)}
        if state in ("done", "in_progress"):
            text = self._one(words.DONE if state == "done" else words.IN_PROGRESS)
            cells["result_text"] = words.OF_TASK.format(text=text, number=number)
            cells["documents_text"] = self._one(words.DOCUMENTS)
        cells["difficulty_text"] = self._one(words.DIFFICULTIES)
        cells["proposal_text"] = self._one(words.TASK_PROPOSALS)
        return {key: value for key, value in cells.items() if value != ""}

    def _indicator(self, indicator: Indicator) -> Cells:
        state = self._dice.choices(["has_data", "not_available"], weights=[85, 15])[0]
        cells: Cells = {"data_state": self._label("data_state", state)}
        if state != "has_data":
            return cells
        target = indicator.target_low if indicator.target_low is not None else indicator.target_high or 0.0
        share = self._dice.uniform(0.2, 1.1)
        if indicator.measure is Measure.RATIO:
            bottom = self._dice.randrange(200, 5000)
            top = round(bottom * min(target * share / 100, 1))
            cells |= {"numerator": float(top), "denominator": float(bottom)}
        elif indicator.measure is Measure.RANK:
            cells["value"] = float(self._dice.randrange(1, 12))
        else:
            cells["value"] = float(round(target * share))
        return cells | {"source_text": self._one(words.SOURCES)}

    def _budgets(self, tasks: Mapping[str, Cells]) -> list[Cells]:
        not_started = self._label("task_status", "not_started")
        rows = []
        for owed in self._duty.tasks:
            if self._dice.random() > (0.2 if self._duty.unit.kind.is_communal else 0.6):
                continue
            planned = self._dice.randrange(2, 200) * 50.0
            is_idle = tasks[owed.task.code]["status"] == not_started
            source = self._one(list(self._design.labels("funding_source").values()))
            rows.append(
                {
                    "task": task_choice_text(self._plan, owed.task),
                    "funding_source": source,
                    "planned_vnd": planned,
                    "disbursed_vnd": 0.0 if is_idle else round(planned * self._dice.uniform(0, 1), 1),
                }
            )
        return rows

    def _proposals(self) -> list[Cells]:
        if self._dice.random() > (0.25 if self._duty.unit.kind.is_communal else 0.8):
            return []
        theme = self._one(list(words.PROPOSALS))
        row: Cells = {"theme": self._label("theme", theme), "content": words.PROPOSALS[theme]}
        if addressee := self._one(words.ADDRESSEES):
            row["addressee"] = addressee
        if self._duty.tasks:
            row["task"] = task_choice_text(self._plan, self._dice.choice(self._duty.tasks).task)
        return [row]

    def _day(self) -> date:
        span = (self._period.data_to - self._period.data_from).days
        return self._period.data_from + timedelta(days=self._dice.randrange(span // 2, span))

    def _label(self, choices: str, key: str) -> str:
        return self._design.labels(choices)[key]

    def _one(self, options: Sequence[str]) -> str:
        return self._dice.choice(options)

    @staticmethod
    def _numbered(rows: list[Cells]) -> dict[str, Cells]:
        return {str(number): row for number, row in enumerate(rows, start=1)}


# Stands for a day within the period, whichever it is; and for one written in words.
IN_PERIOD = object()
MONTH_OF_PERIOD = object()
MONTH_FIRST = object()

Slip = Callable[[Answers, Mapping[str, str], Period], None]


def _in_first_task(**cells: object) -> Slip:
    """Return a slip in the unit's first task: just these cells, a status by its key."""

    def slip(answers: Answers, statuses: Mapping[str, str], period: Period) -> None:
        row = next(iter(answers[SheetKey.TASKS].values()))
        row.clear()
        for key, value in cells.items():
            row[key] = statuses.get(str(value), value) if key == "status" else _dated(value, period)

    return slip


def _dated(value: object, period: Period) -> object:
    day = period.data_to - timedelta(days=30)
    return {
        IN_PERIOD: day,
        MONTH_OF_PERIOD: words.A_MONTH.format(month=day.replace(day=1).month - 1 or 12, year=day.year),
        MONTH_FIRST: words.MONTH_FIRST.format(day=30, year=day.year),
    }.get(value, value)


def _outside(days: int, *, after: bool) -> Slip:
    """Return a slip whose completion date lies outside the period."""

    def slip(answers: Answers, statuses: Mapping[str, str], period: Period) -> None:
        day = period.data_to + timedelta(days=days) if after else period.data_from - timedelta(days=days)
        _in_first_task(status="done", completion_pct=100.0, completed_on=day, result_text=words.DONE[0])(
            answers, statuses, period
        )

    return slip


TASK_SLIPS: tuple[Slip, ...] = (
    _in_first_task(completion_pct=40.0, result_text=words.IN_PROGRESS[0]),
    _in_first_task(status="in_progress", completion_pct=150.0, result_text=words.IN_PROGRESS[0]),
    _in_first_task(status="in_progress", completion_pct=-5.0, result_text=words.IN_PROGRESS[0]),
    _in_first_task(status="done", completion_pct=80.0, completed_on=IN_PERIOD, result_text=words.DONE[0]),
    _in_first_task(status="in_progress", completion_pct=100.0, result_text=words.IN_PROGRESS[1]),
    _in_first_task(status="done", completion_pct=100.0, result_text=words.DONE[1]),
    _outside(40, after=False),
    _outside(10, after=True),
    _in_first_task(status="in_progress", completion_pct=35.0),
    _in_first_task(status="paused", completion_pct=35.0),
    _in_first_task(status="in_progress", completion_pct=words.NOT_A_NUMBER, result_text=words.IN_PROGRESS[2]),
    _in_first_task(
        status="in_progress", completion_pct=words.AMBIGUOUS_NUMBER, result_text=words.IN_PROGRESS[2]
    ),
    _in_first_task(status=words.NOT_A_CHOICE, completion_pct=50.0, result_text=words.IN_PROGRESS[2]),
    _in_first_task(status="not_started", completion_pct=30.0),
    _in_first_task(
        status="done", completion_pct=100.0, completed_on=words.NOT_A_DAY, result_text=words.DONE[2]
    ),
    _in_first_task(
        status="in_progress", completion_pct=60.0, completed_on=IN_PERIOD, result_text=words.IN_PROGRESS[3]
    ),
    _in_first_task(
        status="in_progress", completion_pct=words.ABOUT_A_NUMBER, result_text=words.IN_PROGRESS[0]
    ),
    _in_first_task(status="in_progress", completion_pct=words.NO_ANSWER, result_text=words.IN_PROGRESS[1]),
    _in_first_task(status="in_progress", completion_pct=0.6, result_text=words.IN_PROGRESS[3]),
    _in_first_task(status="done", completion_pct=100.0, completed_on=MONTH_FIRST, result_text=words.DONE[0]),
)

# What is unusual but understood: such submissions are accepted.
TASK_QUIRKS: tuple[Slip, ...] = (
    _in_first_task(
        status="in_progress",
        completion_pct=words.PER_CENT,
        result_text=words.IN_PROGRESS[0],
        difficulty_text=words.NO_DIFFICULTY,
    ),
    _in_first_task(
        status="done", completion_pct=100.0, completed_on=MONTH_OF_PERIOD, result_text=words.DONE[1]
    ),
)


def overspend(answers: Answers) -> None:
    """Make the first budget row's disbursement larger than its plan."""
    row = next(iter(answers[SheetKey.BUDGETS].values()))
    row["disbursed_vnd"] = float(str(row["planned_vnd"])) + 75.0


def mistake_ratio(
    answers: Answers, indicator: Indicator, *, top: float, bottom: float, has_data: str
) -> None:
    """Give a ratio a numerator and denominator that cannot be."""
    answers[SheetKey.INDICATORS][indicator.code] = {
        "data_state": has_data,
        "numerator": top,
        "denominator": bottom,
        "source_text": words.SOURCES[0],
    }
