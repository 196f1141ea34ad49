"""Marked copies (bản trả lại): a fresh form with a unit's own answers and its problems marked."""

from pathlib import Path

from catalogue import Code, Duty, Period, Severity
from cli.desk import Desk
from consolidate import Merged, UnitStanding, UnitState, save
from templates import Filling, Mark, build_form, form_file_name
from validation import Finding, Submission

PREFIX = "Tra-lai_"
MARKED = frozenset({Severity.ERROR, Severity.WARNING})
READ_DIFFERENTLY = frozenset({Code.C212, Code.C216, Code.C218})
"""Notes that a unit must see all the same: the marked copy shows something else than what it typed."""
FOR_STAFF = frozenset({Code.X503, Code.X504})
"""Warnings about which of a unit's files counts: staff settle them, a corrected form would not."""


def send_back(desk: Desk, merged: Merged) -> tuple[Path, ...]:
    """Write a marked copy for each unit whose submission must be corrected, and return the files.

    Copies of an earlier check are removed for units that have nothing left to correct.

    Raises:
        TongHopError: A copy is open in another program.
    """
    written = []
    for standing in merged.standings:
        path = desk.round.returned_dir / marked_copy_name(standing.duty, desk.round.period)
        submission = to_correct(standing)
        if submission is None:
            path.unlink(missing_ok=True)
            continue
        filling = Filling(
            answers=submission.answers,
            marks=[
                Mark(
                    sheet_key=finding.sheet_key,
                    row_key=finding.row_key,
                    field_key=finding.field_key,
                    message=finding.message,
                )
                for finding in submission.findings
                if is_marked(finding)
            ],
        )
        save(path, build_form(standing.duty, desk.plan, desk.round, desk.design, filling=filling))
        written.append(path)
    return tuple(written)


def marked_copy_name(duty: Duty, period: Period) -> str:
    """Return the file name of a unit's marked copy."""
    return PREFIX + form_file_name(duty, period)


def to_correct(standing: UnitStanding) -> Submission | None:
    """Return the submission a unit must correct: the one that waits, or the one sent back."""
    return standing.waiting or (standing.current if standing.state is UnitState.RETURNED else None)


def is_marked(finding: Finding) -> bool:
    """Whether a marked copy shows a finding: what to correct or explain, and what was read differently."""
    is_units = finding.severity in MARKED and finding.code not in FOR_STAFF
    return is_units or finding.code in READ_DIFFERENTLY
