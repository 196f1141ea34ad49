"""Submissions with errors, made by hand."""

from datetime import date

from catalogue import Code, SheetKey
from validation import Contact, Finding, State, Submission


def error(message="Hãy nhập một số.", *, cell="H12", sheet="Nhiệm vụ"):
    return Finding(
        file="a.xlsx",
        unit_code="A",
        code=Code.C201,
        sheet=sheet,
        cell=cell,
        sheet_key=SheetKey.TASKS,
        row_key="I.1",
        field_key="status",
        value="x",
        message=message,
    )


def submission(*findings, file="a.xlsx"):
    return Submission(
        file=file,
        container=file,
        sha256="",
        received_on=date(2026, 12, 19),
        received_at=0,
        unit_code="A",
        state=State.RETURNED,
        findings=findings,
        contact=Contact(),
        rows_read=1,
        places={},
        answers={},
    )
