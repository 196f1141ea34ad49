"""Masters made by hand: the whole Hải Phòng plan with plausible invented answers, and an empty one."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from catalogue import (
    Office,
    Period,
    Round,
    UnitsInForce,
    duties,
    load_master,
    number_text,
    reporters_of,
)
from catalogue.wording import master as words
from catalogue.wording.units import KINDS
from consolidate import MasterTables

DTYPES = {
    "integer": "Int64",
    "number": "Float64",
    "percent": "Float64",
    "million_vnd": "Float64",
    "date": "datetime64[s]",
}
RESULTS = (
    "- Đã ban hành kế hoạch chi tiết;\n- Tổ chức 02 hội nghị triển khai đến các đơn vị trực thuộc.",
    "Hoàn thành khảo sát hiện trạng, lập danh mục vị trí đề xuất; đang lấy ý kiến các đơn vị liên quan",
    "Tổ chức tuyên truyền trên hệ thống truyền thanh cơ sở 24 lượt, vận động hộ dân phân loại rác tại nguồn.",
    "Đã trình UBND thành phố dự thảo đề án; hoàn thiện theo ý kiến thẩm định.",
)
DIFFICULTIES = (
    ("Chưa có định mức, đơn giá cho hoạt động phân loại rác tại nguồn", "Văn bản hướng dẫn chưa ban hành"),
    ("Kinh phí bố trí chậm so với kế hoạch", "Dự toán được giao muộn"),
    ("Thiếu cán bộ chuyên trách về môi trường", ""),
)
PROPOSALS = (
    (
        "Thể chế, chính sách",
        "Sớm ban hành định mức, đơn giá thu gom, phân loại rác tại nguồn",
        "Sở Nông nghiệp và Môi trường",
    ),
    ("Kinh phí", "Bố trí kinh phí sự nghiệp môi trường ngay từ đầu năm", "Sở Tài chính"),
    ("Nhân lực", "Bổ sung biên chế làm công tác môi trường cấp xã", "Sở Nội vụ"),
    ("Khác", "Tổ chức tham quan, học tập mô hình tốt", ""),
)


def office(**changes):
    given = Office(
        name="Ủy ban nhân dân thành phố Hải Phòng",
        symbol="UBND",
        place="Hải Phòng",
        authority="TM. ỦY BAN NHÂN DÂN",
        signer_title="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        signer_name="Nguyễn Văn A",
        drafting_unit="KTTH",
        recipients=("Ban Thường vụ Đảng ủy Ủy ban nhân dân thành phố",),
        copies=("Thường trực Thành ủy", "Chủ tịch, các Phó Chủ tịch UBND thành phố", "Các sở, ban, ngành"),
    )
    return replace(given, **changes)


def round_of(plan, **changes):
    given = Round(
        folder=Path("dot"),
        plan_id=plan.id,
        period=Period.parse("2026"),
        deadline=date(2026, 12, 20),
        office=office(),
        is_invented=False,
    )
    return replace(given, **changes)


def tables_of(**rows):
    """Return master tables as `read_master` types them, from rows given as dicts of what matters."""
    frames = {}
    for sheet, design in load_master().items():
        frames[sheet] = pd.DataFrame(
            {
                column.key: pd.Series(
                    [
                        row.get(column.key, "" if column.kind not in DTYPES else None)
                        for row in rows.get(sheet, ())
                    ],
                    dtype=DTYPES.get(column.kind, "string"),
                )
                for column in design.columns
            }
        )
    return MasterTables(about={"is_invented": ""}, tables=frames)


def full_tables(plan, registry):
    """Return a round of the whole plan: most units on time, some late, some sent back, some missing."""
    chance = random.Random(7)
    owing = duties(plan, UnitsInForce.of(registry))
    states = {duty.unit.code: _state(chance, duty.unit) for duty in owing}
    rows = [
        _task_row(chance, task.task, duty.unit)
        for duty in owing
        for task in duty.tasks
        if states[duty.unit.code] == "accepted"
    ]
    return tables_of(
        submissions=[_submission(chance, duty, states[duty.unit.code]) for duty in owing],
        tasks=[_task(plan, task, owing, rows) for task in plan.reported_tasks],
        task_rows=rows,
        indicators=[_indicator(chance, indicator, plan, registry) for indicator in plan.indicators],
        budgets=_budgets(chance, rows),
        proposals=_proposals(chance, owing, states),
    )


def _state(chance, unit):
    if unit.name == "Sở Công Thương":
        return "missing"
    return chance.choices(("accepted", "returned", "missing"), (88, 5, 7))[0]


def _submission(chance, duty, state):
    is_late = chance.random() < 0.08
    timeliness = "" if state == "missing" else words.LATE if is_late else words.ON_TIME
    day = pd.Timestamp(2026, 12, 22 if is_late else chance.randint(10, 20))
    return {
        "unit_code": duty.unit.code,
        "unit_name": duty.unit.agency_name,
        "unit_kind": KINDS[duty.unit.kind],
        "state": words.UNIT_STATES[state],
        "timeliness": timeliness,
        "received_on": None if state == "missing" else day,
        "error_count": 3 if state == "returned" else 0,
    }


def _task_row(chance, task, unit):
    status = chance.choices(("done", "in_progress", "not_started", "paused"), (18, 68, 11, 3))[0]
    difficulty, cause = chance.choice(DIFFICULTIES) if chance.random() < 0.2 else ("", "")
    is_started = status in {"done", "in_progress"}
    return {
        "task_code": task.code,
        "unit_code": unit.code,
        "group_code": task.group_code,
        "number": task.number,
        "name": task.name,
        "unit_name": unit.agency_name,
        "status": words.OVERALL[status],
        "completion_pct": {"done": 100, "in_progress": chance.randint(5, 90)}.get(status, 0),
        "completed_on": pd.Timestamp(2026, chance.randint(3, 11), 20) if status == "done" else None,
        "result_text": chance.choice(RESULTS) if is_started else "",
        "difficulty_text": difficulty,
        "cause_text": cause,
        "proposal_text": "Cho phép điều chỉnh tiến độ" if status == "paused" else "",
    }


def _task(plan, task, owing, rows):
    owed = [duty.unit for duty in owing if any(own.task.code == task.code for own in duty.tasks)]
    own = [row for row in rows if row["task_code"] == task.code]
    counts = {key: sum(row["status"] == words.OVERALL[key] for row in own) for key in words.OVERALL}
    overall = _overall(counts, len(own), len(owed))
    due = {"done": "met", "none": "none"}.get(overall, "not_due")
    return {
        "task_code": task.code,
        "group_code": task.group_code,
        "number": task.number,
        "name": plan.full_name(task),
        "product": task.product,
        "deadline": task.deadline.text,
        "deadline_end": task.deadline.end and pd.Timestamp(task.deadline.end),
        "reporters": "; ".join(unit.agency_name for unit in owed)
        if len(owed) <= 4
        else f"UBND các xã, phường, đặc khu ({len(owed)} đơn vị)",
        "is_priority": "x" if plan.is_priority(task) else "",
        "owed_count": len(owed),
        "reported_count": len(own),
        **{f"{key}_count": counts[key] for key in words.OVERALL if key != "no_report"},
        "completion_pct": own[0]["completion_pct"] if len(owed) == 1 and own else None,
        "overall": words.OVERALL[overall],
        "due_state": words.DUE_STATES[due],
    }


def _overall(counts, reported, owed):
    if not reported:
        return "no_report"
    if counts["done"] == owed:
        return "done"
    return next((key for key in ("not_started", "paused") if counts[key] == reported), "in_progress")


def _indicator(chance, indicator, plan, registry):
    owed = reporters_of(indicator, plan, UnitsInForce.of(registry))
    has_value = bool(owed) and chance.random() < 0.7
    low = indicator.target_low if indicator.target_low is not None else indicator.target_high
    value = round(low * chance.choice((0.2, 0.415, 0.87, 1, 1.1)), 2) if has_value else None
    assessment = "no_reporter" if not owed else "no_data"
    if value is not None:
        assessment = "not_met" if value < low else "met" if value == low else "exceeded"
    return {
        "indicator_code": indicator.code,
        "number": indicator.code,
        "name": indicator.name,
        "unit_of_measure": indicator.unit_of_measure,
        "target": f"≥ {number_text(low)}",
        "target_year": indicator.year,
        "target_low": low,
        "reporters": "; ".join(unit.agency_name for unit in owed),
        "owed_count": len(owed),
        "reported_count": len(owed) if has_value else 0,
        "value": value,
        "assessment": words.ASSESSMENTS[assessment],
    }


def _budgets(chance, rows):
    own = [row for row in rows if chance.random() < 0.15]
    found = []
    for row in own:
        planned = chance.randint(50, 90_000) + chance.choice((0, 0.5, 0.25))
        found.append(
            {
                "unit_name": row["unit_name"],
                "task": f"{row['task_code']}. {row['name']}",
                "funding_source": chance.choice(("Ngân sách địa phương", "Doanh nghiệp", "Xã hội hóa")),
                "planned_vnd": planned,
                "disbursed_vnd": round(planned * chance.random(), 1),
            }
        )
    return found


def _proposals(chance, owing, states):
    found = []
    for duty in owing:
        if states[duty.unit.code] == "accepted" and chance.random() < 0.3:
            theme, content, addressee = chance.choice(PROPOSALS)
            found.append(
                {
                    "unit_name": duty.unit.agency_name,
                    "task_code": duty.tasks[0].task.code,
                    "theme": theme,
                    "content": content,
                    "addressee": addressee,
                }
            )
    return found
