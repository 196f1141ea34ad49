"""Verdicts made by hand: files, findings and rows as checking would give them."""

import hashlib
from datetime import UTC, date, datetime, timedelta

import pandas as pd

from catalogue import Code, SheetKey
from consolidate import Decision
from validation import Checked, Contact, Finding, SheetPlace, State, Submission

DEADLINE = date(2026, 12, 20)
PLACES = {
    SheetKey.TASKS: SheetPlace(name="Nhiệm vụ", columns={"status": "H"}),
    SheetKey.INDICATORS: SheetPlace(name="Chỉ tiêu", columns={"data_state": "H", "value": "K"}),
    SheetKey.BUDGETS: SheetPlace(name="Kinh phí", columns={"planned_vnd": "E"}),
    SheetKey.PROPOSALS: SheetPlace(name="Kiến nghị", columns={"content": "D"}),
}
COMMON = {"file": "string", "unit_code": "string", "sheet": "string", "row": "int64", "row_key": "string"}
COLUMNS = {
    SheetKey.TASKS: COMMON
    | {"role": "string", "status": "string", "completion_pct": "Float64", "completed_on": "datetime64[s]"}
    | dict.fromkeys(
        ("result_text", "documents_text", "difficulty_text", "cause_text", "proposal_text"), "string"
    ),
    SheetKey.INDICATORS: COMMON
    | {"measure": "string", "data_state": "string", "numerator": "Float64", "denominator": "Float64"}
    | {"value": "Float64", "source_text": "string", "note": "string"},
    SheetKey.BUDGETS: COMMON
    | {"task": "string", "funding_source": "string", "planned_vnd": "Int64", "disbursed_vnd": "Int64"}
    | {"note": "string"},
    SheetKey.PROPOSALS: COMMON
    | {"theme": "string", "content": "string", "addressee": "string", "task": "string"},
}


def frames(rows):
    """Return frames as `Checked.rows` holds them, from rows given as dicts by sheet."""
    return {
        sheet: pd.DataFrame(
            {
                name: pd.Series([row.get(name) for row in rows.get(sheet, [])], dtype=dtype)
                for name, dtype in columns.items()
            }
        )
        for sheet, columns in COLUMNS.items()
    }


def submission(file, unit_code="", *, state=State.ACCEPTED, at=1, rows_read=0, **more):
    """Return a file that came back, on the day of its moment counted from 1/12/2026."""
    given = {
        "findings": (),
        "contact": Contact(),
        "received_on": date(2026, 12, 1) + timedelta(days=at),
        "container": file,
    } | more
    return Submission(
        file=file,
        sha256=hashlib.sha256(file.encode()).hexdigest(),
        received_at=at,
        unit_code=unit_code,
        state=state,
        rows_read=rows_read,
        places=PLACES if state is not State.UNREADABLE else {},
        answers={},
        **given,
    )


def finding(file, unit_code, code=Code.C201, *, cell="H7", value="", message="Chưa điền. Hãy điền ô này."):
    """Return a problem found in a file."""
    return Finding(
        file=file,
        unit_code=unit_code,
        code=code,
        sheet="Nhiệm vụ" if cell else "",
        cell=cell,
        sheet_key=SheetKey.TASKS if cell else None,
        row_key="",
        field_key="",
        value=value,
        message=message,
    )


def decision(file, unit_code, *, why="Đã đối chiếu số liệu qua điện thoại.", who="Trần Thị B"):
    """Return a decision to accept a file made by `submission` in spite of its errors."""
    return Decision(
        unit_code=unit_code,
        file=file,
        sha256=hashlib.sha256(file.encode()).hexdigest(),
        who=who,
        when=datetime(2026, 12, 21, 18, tzinfo=UTC),
        why=why,
        errors=(),
    )


def checked(submissions, rows=None):
    """Return a verdict of some files and their rows."""
    return Checked(submissions=tuple(sorted(submissions, key=lambda one: one.file)), rows=frames(rows or {}))
