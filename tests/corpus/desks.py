"""The filled forms that the corpus alters: units of different shape, in three plans, no two answers alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from catalogue import (
    Catalogue,
    Duty,
    Measure,
    Office,
    Period,
    Plan,
    Round,
    SheetKey,
    UnitsInForce,
    duties,
    load_design,
    task_choice_text,
)
from templates import VALUE_KEY, Filling, build_form
from tests.corpus.book import Book
from tests.corpus.package import opened
from tests.corpus.truth import Place, Truth

PERIODS = {
    "hp-2026-chuyen-doi-xanh": "2026",
    "hp-2014-tang-truong-xanh": "2016",
    "bd-2018-tang-truong-xanh": "2018",
}
# A department with tasks and indicators of two kinds, a commune with both, and one unit of each older plan.
BASES = (
    ("hp-2026-chuyen-doi-xanh", "so-xay-dung"),
    ("hp-2026-chuyen-doi-xanh", "11914"),
    ("hp-2026-chuyen-doi-xanh", "ban-quan-ly-khu-kinh-te"),
    ("hp-2014-tang-truong-xanh", "so-xay-dung"),
    ("bd-2018-tang-truong-xanh", "so-xay-dung"),
)
Written = Mapping[Place, tuple[object, object]]


@dataclass(frozen=True, kw_only=True)
class Base:
    """One filled form, and what was written in it: the typed value and the value it must become."""

    plan: Plan
    round_: Round
    duties: tuple[Duty, ...]
    duty: Duty
    written: Written
    content: bytes
    book: Book

    @property
    def design(self):
        return load_design(self.round_.period.data_to)


@cache
def bases() -> tuple[Base, ...]:
    """Return the filled forms; the folders of their rounds are not used."""
    return tuple(_base(plan_id, unit) for plan_id, unit in BASES)


@cache
def round_of(plan_id: str, folder: Path = Path()) -> tuple[Plan, Round, tuple[Duty, ...]]:
    """Return a plan, a round of it in a folder, and what its units owe."""
    catalogue = Catalogue()
    plan = catalogue.plan(plan_id)
    period = Period.parse(PERIODS[plan_id])
    current = catalogue.registry_on(plan.registry_id, period.data_to)
    units = UnitsInForce(catalogue.registry(plan.registry_id), current, {})
    round_ = Round(
        folder=folder,
        plan_id=plan_id,
        period=period,
        deadline=period.data_to + timedelta(days=10),
        office=Office(name="Ủy ban nhân dân thành phố", symbol="UBND", place="Hải Phòng"),
    )
    return plan, round_, duties(plan, units)


def _base(plan_id: str, unit: str) -> Base:
    plan, round_, owed = round_of(plan_id)
    duty = next(duty for duty in owed if duty.unit.code == unit)
    written = {**_info(round_), **_tasks(duty, round_), **_indicators(duty), **_free(duty, plan)}
    design = load_design(round_.period.data_to)
    filling = Filling(answers=filled(written))
    content = build_form(duty, plan, round_, design, filling=filling)
    book = opened(content)
    tag(book, design, written)
    return Base(plan=plan, round_=round_, duties=owed, duty=duty, written=written, content=content, book=book)


def filled(written: Written) -> dict[SheetKey, dict[str, dict[str, object]]]:
    """Return what was written, as a filling takes it."""
    answers: dict[SheetKey, dict[str, dict[str, object]]] = {}
    for (sheet, row, field), (typed, _) in written.items():
        at = (field, VALUE_KEY) if sheet is SheetKey.INFO else (row, field)
        answers.setdefault(sheet, {}).setdefault(at[0], {})[at[1]] = typed
    return answers


def tag(book: Book, design, written: Written) -> None:
    """Tell each cell of a form which answer it holds."""
    titles = {sheet.title: sheet.key for sheet in design.sheets}
    for sheet in book.sheets:
        sheet.key = titles.get(sheet.name)
    for spot in book.spots():
        place = _place(spot, design)
        if place and (spot.sheet.key in _FIXED or any(key[:2] == place[:2] for key in written)):
            spot.cell.truth = Truth(place, (written.get(place, (None, None))[1],))


_FIXED = (SheetKey.INFO, SheetKey.TASKS, SheetKey.INDICATORS)


def _place(spot, design) -> Place | None:
    """Return the answer a cell of an unaltered form is for."""
    key = spot.sheet.key
    if key in (None, SheetKey.GUIDE) or not spot.row or not spot.column:
        return None
    row_key = spot.sheet.rows[spot.row].cells[0].content
    field_key = spot.sheet.rows[0].cells[spot.column].content
    if key is SheetKey.INFO:
        row_key, field_key = ("", row_key) if field_key == VALUE_KEY else ("", "")
    asked = {field.key for field in design.fields_of(key) if not field.is_fixed}
    if row_key is None or field_key not in asked or spot.cell.formula:
        return None
    return key, str(row_key), field_key


def _info(round_: Round) -> Written:
    said = {
        "contact_name": "Nguyễn Thị Hòa",
        "contact_phone": "0225.3842.658",
        "contact_email": "vanthu@haiphong.gov.vn",
        "approved_by": "Trần Văn Bình, Phó Giám đốc",
        "reported_on": round_.period.data_to,
    }
    return {(SheetKey.INFO, "", field): (value, value) for field, value in said.items()}


def _tasks(duty: Duty, round_: Round) -> Written:
    written: dict[Place, tuple[object, object]] = {}
    for number, owed in enumerate(duty.tasks):
        label, said = _TASK_KINDS[number % len(_TASK_KINDS)](number, owed.task.code, round_.period.data_to)
        written[SheetKey.TASKS, owed.task.code, "status"] = label
        for field, value in said.items():
            written[SheetKey.TASKS, owed.task.code, field] = (value, value)
    return written


def _done(number: int, code: str, end: date):
    return ("Hoàn thành", "done"), {
        "completion_pct": 100.0,
        "completed_on": end - timedelta(days=20 + number),
        "result_text": f"- Đã nghiệm thu hạng mục {code};\n- Đã bàn giao đưa vào sử dụng đợt {number}.",
        "documents_text": f"Quyết định số {310 + number}/QĐ-UBND",
    }


def _under_way(number: int, code: str, _end: date):
    return ("Đang triển khai", "in_progress"), {
        "completion_pct": 45.5 + number,
        "result_text": f"Đã ban hành kế hoạch thực hiện nhiệm vụ {code}, đang lựa chọn nhà thầu.",
        "difficulty_text": f"Vướng giải phóng mặt bằng tại {2 + number} vị trí của nhiệm vụ {code}.",
    }


def _paused(number: int, code: str, _end: date):
    return ("Tạm dừng", "paused"), {
        "completion_pct": 20.0 + number,
        "cause_text": f"Nhiệm vụ {code} chờ điều chỉnh quy hoạch được phê duyệt.",
    }


def _not_started(_number: int, code: str, _end: date):
    return ("Chưa triển khai", "not_started"), {
        "completion_pct": 0.0,
        "cause_text": f"Nhiệm vụ {code} chưa được bố trí vốn trong kỳ.",
        "proposal_text": f"Đề nghị bố trí vốn thực hiện nhiệm vụ {code}.",
    }


def _none(_number: int, _code: str, _end: date):
    return ("Không phát sinh", "none"), {}


_TASK_KINDS = (_under_way, _done, _paused, _not_started, _none, _under_way)


def _indicators(duty: Duty) -> Written:
    written: dict[Place, tuple[object, object]] = {}
    for number, each in enumerate(duty.indicators):
        said: dict[str, object] = {"source_text": f"Báo cáo thống kê chỉ tiêu {each.code} của đơn vị"}
        label = ("Có số liệu", "has_data")
        if number % 4 == 2:
            label, said = (
                ("Chưa có số liệu", "not_available"),
                {"note": f"Chỉ tiêu {each.code} chưa đến kỳ điều tra"},
            )
        elif each.measure is Measure.RATIO:
            said |= {"numerator": 30.0 + number, "denominator": 50.0 + number}
        else:
            said["value"] = 7.0 + number
        written[SheetKey.INDICATORS, each.code, "data_state"] = label
        for field, value in said.items():
            written[SheetKey.INDICATORS, each.code, field] = (value, value)
    return written


def _free(duty: Duty, plan: Plan) -> Written:
    written: dict[Place, tuple[object, object]] = {}
    sources = (("Ngân sách địa phương", "local"), ("ODA", "oda"), ("Doanh nghiệp", "enterprise"))
    for number, source in enumerate(sources, start=1):
        task = duty.tasks[number % len(duty.tasks)].task
        row = SheetKey.BUDGETS, str(number)
        written[*row, "task"] = (task_choice_text(plan, task), task.code)
        written[*row, "funding_source"] = source
        written[*row, "planned_vnd"] = (1250.5 + number, int((1250.5 + number) * 1_000_000))
        written[*row, "disbursed_vnd"] = (100.0 + number, (100 + number) * 1_000_000)
        written[*row, "note"] = (f"Vốn giao đợt {number} trong năm",) * 2
    for number, theme in enumerate((("Thể chế, chính sách", "policy"), ("Nhân lực", "people")), start=1):
        row = SheetKey.PROPOSALS, str(number)
        written[*row, "theme"] = theme
        written[*row, "content"] = (
            f"Đề nghị sớm ban hành hướng dẫn số {number} để triển khai thống nhất",
        ) * 2
        written[*row, "addressee"] = (f"Sở Tài chính, phòng {number}",) * 2
    return written
