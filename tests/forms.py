"""Forms as the program issues them, filled and altered as people do."""

import io
import os
import zipfile
from datetime import date, datetime

import openpyxl

from catalogue import SheetKey
from templates import VALUE_KEY, Filling, build_form
from validation import VIETNAM, check_round

INFO = {
    "contact_name": "Nguyễn Văn A",
    "contact_phone": "0912 345 678",
    "approved_by": "Trần Thị B, Phó Giám đốc",
    "reported_on": date(2026, 12, 10),
}
TASK = {"status": "Đang triển khai", "completion_pct": 45.5, "result_text": "Đã ban hành kế hoạch."}
RATIO = {"data_state": "Có số liệu", "numerator": 30.0, "denominator": 50.0, "source_text": "Sổ theo dõi"}
CORE = "docProps/core.xml"
COUNT = {"data_state": "Có số liệu", "value": 1.0, "source_text": "Sổ theo dõi"}


def right_answers(duty):
    """Return answers of a whole form that break no rule."""
    return {
        SheetKey.INFO: {key: {VALUE_KEY: value} for key, value in INFO.items()},
        SheetKey.TASKS: {each.task.code: dict(TASK) for each in duty.tasks},
        SheetKey.INDICATORS: {
            each.code: dict(RATIO if each.measure == "ratio" else COUNT) for each in duty.indicators
        },
        SheetKey.BUDGETS: {},
        SheetKey.PROPOSALS: {},
    }


class FormDesk:
    """Issues, receives and checks forms of one round."""

    def __init__(self, plan, design, owed, round_):
        self.plan, self.design, self.owed, self.round = plan, design, owed, round_

    def form(self, unit="so-xay-dung", answers=None):
        duty = self.owed[unit]
        filling = Filling(answers=right_answers(duty) if answers is None else answers)
        return build_form(duty, self.plan, self.round, self.design, filling=filling)

    def empty_form(self, unit="so-xay-dung"):
        return build_form(self.owed[unit], self.plan, self.round, self.design)

    def receive(self, content, name="bản nộp.xlsx", day=date(2026, 12, 15)):
        path = self.round.received_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        stamp = datetime(day.year, day.month, day.day, 9, tzinfo=VIETNAM).timestamp()
        os.utime(path, (stamp, stamp))
        return path

    def check(self):
        return check_round(self.round, self.plan, list(self.owed.values()), self.design)

    def check_one(self, content, name="bản nộp.xlsx"):
        """Receive one file and return its submission and the rows read."""
        self.receive(content, name)
        checked = self.check()
        (submission,) = checked.submissions
        return submission, checked.rows

    def codes(self, content):
        """Return what is wrong with one file: "sheet cell code", in order."""
        submission, _ = self.check_one(content)
        return [f"{each.sheet} {each.cell} {each.code.name}".strip() for each in submission.findings]


def altered(content, change):
    """Return a workbook after a change made and saved with openpyxl."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    change(workbook)
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def place(content, title, header, row_key):
    """Return the address of the cell below a visible header, in the row with a hidden key."""
    sheet = openpyxl.load_workbook(io.BytesIO(content))[title]
    column = next(cell.column_letter for row in sheet.iter_rows() for cell in row if cell.value == header)
    row = next(cell.row for cell in sheet["A"] if cell.value == row_key)
    return f"{column}{row}"


def stamped(content, said):
    """Return a workbook that says it was last changed at another moment (None: it does not say)."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if name != CORE:
                target.writestr(name, source.read(name))
        if said is not None:
            target.writestr(CORE, f"<a><dcterms:modified b='c'>{said}</dcterms:modified></a>")
    return made.getvalue()
