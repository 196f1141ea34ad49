"""Marked copies (bản trả lại): a fresh form with a unit's own answers, its problems marked, and a letter."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from catalogue import Code, Duty, Period, Severity
from catalogue.wording import letters as words
from cli.desk import Desk
from cli.letters import occasion_of
from consolidate import Merged, UnitStanding, UnitState, save
from report.letters import Letter, Reminded, render_letters, returning_letter
from templates import Filling, Mark, build_form, form_file_name
from validation import Finding, Submission

PREFIX = "Tra-lai_"
MARKED = frozenset({Severity.ERROR, Severity.WARNING})
READ_DIFFERENTLY = frozenset({Code.C212, Code.C216, Code.C218})
"""Notes that a unit must see all the same: the marked copy shows something else than what it typed."""
FOR_STAFF = frozenset({Code.X503, Code.X504})
"""Warnings about which of a unit's files counts: staff settle them, a corrected form would not."""


def send_back(desk: Desk, merged: Merged, *, until: date | None = None) -> tuple[Path, ...]:
    """Write a marked copy for each unit whose submission must be corrected, and return the files.

    Beside each stands the letter it goes with, and one document of all the letters for printing. Copies and
    letters of an earlier check are removed for units that have nothing left to correct.

    Args:
        desk: The round.
        merged: Its submissions.
        until: The day by which the letters want them back; by default the round's deadline while it has
            not passed.

    Raises:
        TongHopError: A copy or letter is open in another program.
    """
    letters: dict[Path, Letter] = {}
    occasion = occasion_of(desk, until=until)
    for standing in merged.standings:
        path = desk.round.returned_dir / marked_copy_name(standing.duty, desk.round.period)
        submission = to_correct(standing)
        if submission is None:
            path.unlink(missing_ok=True)
            _letter_path(path).unlink(missing_ok=True)
            continue
        save(path, _marked_copy(desk, standing.duty, submission))
        letters[path] = returning_letter(occasion, reminded(desk, standing), submission)
        save(_letter_path(path), render_letters([letters[path]]))
    _write_for_printing(desk.round.returned_dir / words.PRINT_FILE, letters.values())
    return tuple(letters)


def _marked_copy(desk: Desk, duty: Duty, submission: Submission) -> bytes:
    marks = [
        Mark(
            sheet_key=finding.sheet_key,
            row_key=finding.row_key,
            field_key=finding.field_key,
            message=finding.message,
        )
        for finding in submission.findings
        if is_marked(finding)
    ]
    filling = Filling(answers=submission.answers, marks=marks)
    return build_form(duty, desk.plan, desk.round, desk.design, filling=filling)


def _letter_path(copy: Path) -> Path:
    return copy.with_suffix(".docx")


def _write_for_printing(path: Path, letters: Iterable[Letter]) -> None:
    if found := list(letters):
        save(path, render_letters(found))
    else:
        path.unlink(missing_ok=True)


def reminded(desk: Desk, standing: UnitStanding) -> Reminded:
    """Return a unit as letters speak of it: what it owes, and what is wrong with what it sent."""
    duty, period = standing.duty, desk.round.period
    in_use = standing.current.file if standing.waiting and standing.current else ""
    return Reminded(
        unit=duty.unit.agency_name,
        tasks=len(duty.tasks),
        indicators=len(duty.indicators),
        form=form_file_name(duty, period),
        wrong=to_correct(standing),
        marked=marked_copy_name(duty, period),
        in_use=in_use,
    )


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
