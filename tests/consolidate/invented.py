"""A whole round of invented answers on any plan, by the rules that accepted submissions obey."""

import random
from dataclasses import replace

import pandas as pd

from catalogue import Code, Duty, SheetKey
from tests.consolidate.making import COLUMNS, PLACES, checked, decision, finding, submission
from validation import Contact, State


class Invented:
    """A whole round of invented answers from a fixed seed, by the rules that accepted submissions obey."""

    def __init__(self, seed=2026):
        self.random = random.Random(seed)
        self.submissions = []
        self.rows = {sheet: [] for sheet in COLUMNS}

    def unit(self, duty: Duty, *, state=State.ACCEPTED, at=5, suffix="", remarks=()):
        """Let one unit send one file; `remarks` are codes of warnings and notes, with explanations."""
        file = file_of(duty, suffix)
        notes = tuple(
            replace(finding(file, duty.unit.code, code, message="Hãy xem lại."), explanation=explanation)
            for code, explanation in remarks
        )
        before = sum(map(len, self.rows.values()))
        for place, task in enumerate(duty.tasks):
            self._add(
                SheetKey.TASKS, duty, file, place, key=task.task.code, role=str(task.role), **self._task()
            )
        for place, indicator in enumerate(duty.indicators):
            self._add(
                SheetKey.INDICATORS, duty, file, place, key=indicator.code, **self._indicator(indicator)
            )
        for place in range(self.random.choice((0, 0, 1, 2))):
            self._add(SheetKey.BUDGETS, duty, file, place, key=str(place + 1), **self._budget(duty))
        for place in range(self.random.choice((0, 0, 0, 1))):
            self._add(SheetKey.PROPOSALS, duty, file, place, key=str(place + 1), **self._proposal(duty))
        count = sum(map(len, self.rows.values())) - before
        code = duty.unit.code
        errors = finding(file, code), finding(file, code, Code.C203, value="mười")
        findings = (*notes, *errors) if state is State.RETURNED else notes
        contact = Contact(name="Nguyễn Văn A (giả định)", phone="0225 000 000")
        self.submissions.append(
            submission(file, code, state=state, at=at, rows_read=count, findings=findings, contact=contact)
        )

    def _add(self, sheet, duty, file, place, *, key, **cells):
        common = {"file": file, "unit_code": duty.unit.code, "sheet": PLACES[sheet].name, "row": place + 7}
        self.rows[sheet].append(common | {"row_key": key} | cells)

    def _task(self):
        status = self.random.choices(
            ("done", "in_progress", "not_started", "paused", "none"), weights=(5, 6, 2, 1, 1)
        )[0]
        share = {"done": 100.0, "in_progress": self.random.randint(5, 95) + 0.5, "paused": 30.0}.get(status)
        text = (
            "Đã ban hành kế hoạch triển khai, tổ chức tuyên truyền đến từng tổ dân phố (số liệu giả định). "
        )
        started = status in ("done", "in_progress")
        return {
            "status": status,
            "completion_pct": share,
            "completed_on": pd.Timestamp(2026, 11, self.random.randint(1, 30)) if status == "done" else None,
            "result_text": text * self.random.randint(1, 5) if started else None,
            "documents_text": "Kế hoạch số 15/KH-UBND ngày 05/3/2026" if started else None,
            "difficulty_text": "Kinh phí bố trí còn hạn chế." if self.random.random() < 0.3 else None,
            "cause_text": "Chờ hướng dẫn của cơ quan chuyên môn cấp trên." if status == "paused" else None,
            "proposal_text": "Đề nghị bố trí bổ sung kinh phí." if self.random.random() < 0.2 else None,
        }

    def _indicator(self, indicator):
        state = self.random.choices(("has_data", "none", "not_available"), weights=(8, 1, 2))[0]
        cells = {"data_state": state, "measure": str(indicator.measure)}
        if state != "has_data":
            return cells
        cells["source_text"] = "Báo cáo thống kê ngành (giả định)"
        if indicator.measure == "ratio":
            denominator = self.random.randint(50, 3000) + 0.25
            numerator = round(denominator * self.random.random(), 1)
            return cells | {
                "numerator": numerator,
                "denominator": denominator,
                "value": numerator / denominator * 100,
            }
        return cells | {"value": float(self.random.randint(0, 6))}

    def _budget(self, duty):
        planned = self.random.randint(0, 5_000_000_123)
        return {
            "task": self.random.choice(duty.tasks).task.code if duty.tasks else None,
            "funding_source": self.random.choice(
                ("central", "local", "oda", "enterprise", "social", "other")
            ),
            "planned_vnd": planned,
            "disbursed_vnd": self.random.randint(0, planned),
        }

    def _proposal(self, duty):
        return {
            "theme": self.random.choice(
                ("policy", "funding", "people", "technology", "coordination", "other")
            ),
            "content": "Đề nghị sớm ban hành hướng dẫn, tiêu chí thống nhất toàn thành phố (giả định). " * 2,
            "addressee": "UBND thành phố",
            "task": duty.tasks[0].task.code if duty.tasks else None,
        }


def file_of(duty, suffix=""):
    """Return the name of the file a unit sends."""
    return f"{duty.unit.file_stem}{suffix}.xlsx"


def invented_decisions(duties):
    """Return decisions about two of the units whose submissions were sent back."""
    returned = [duty for place, duty in enumerate(duties) if place % 11 == 10 and place % 17 != 16]
    return [decision(file_of(duty), duty.unit.code) for duty in returned[:2]]


REMARKS = {
    5: [(Code.R311, "")],
    6: [(Code.R312, "")],
    7: [(Code.R311, "Mới tiếp nhận nhiệm vụ."), (Code.C212, "")],
}
"""Warnings and notes of a few units, by place: one warned, one nearly empty, one that explained itself."""


def invented_round(duties):
    """Return a verdict on most units: some late, returned or missing; files superseded, foreign, broken."""
    made = Invented()
    for place, duty in enumerate(duties):
        if place % 17 == 16:
            continue
        state = State.RETURNED if place % 11 == 10 else State.ACCEPTED
        made.unit(duty, state=state, at=25 if place % 13 == 12 else 5, remarks=REMARKS.get(place, ()))
        if place % 19 == 18:
            made.unit(duty, state=State.RETURNED, at=30, suffix=" (bản 2)")
        if place % 23 == 22:
            made.unit(duty, at=2, suffix="_cu")
    foreign, broken = "la/phong-khac.xlsx", "hong 100%#1.xlsx"
    made.submissions += [
        submission(
            foreign, "99999", state=State.RETURNED, findings=(finding(foreign, "99999", Code.E005, cell=""),)
        ),
        submission(broken, state=State.UNREADABLE, findings=(finding(broken, "", Code.E001, cell=""),)),
    ]
    return checked(made.submissions, made.rows)
