"""Check everything that came back in a round: the one door from files to a verdict."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pandas as pd

from catalogue import Code, Duty, FormDesign, Measure, Plan, Round, Severity, SheetKey
from validation.frames import Answers
from validation.history import History
from validation.intake import CHECKED_SHEETS, Expected, Taken, asked_fields
from validation.model import Checked, Finding, State, Submission
from validation.received import VIETNAM, Received, received_files
from validation.rules import RuleContext, late_note, ratio_pct
from validation.schema import failures
from validation.structure import ANSWER_SHEETS
from validation.workers import Outcome, Reader, read_all

_EXTRA = {SheetKey.TASKS: ("role",), SheetKey.INDICATORS: ("measure", "is_share")}


def check_round(
    round_: Round,
    plan: Plan,
    duties: Sequence[Duty],
    design: FormDesign,
    *,
    files: Sequence[Received] | None = None,
    history: History | None = None,
    on_file: Callable[[], None] = lambda: None,
    reader: Reader | None = None,
) -> Checked:
    """Return the verdict on the files that came back in a round.

    Args:
        round_: The round; files are named relative to its `nhan-ve/`.
        plan: The round's plan.
        duties: What each unit owes.
        design: The form's sheets and fields.
        files: Only these files; None means everything in `nhan-ve/`.
        history: What the units reported the period before; None when that is not known.
        on_file: Called after each file that was read, in an archive too, for a progress bar.
        reader: Who reads the files, as `cluster_reader` gives; None means this machine.

    Returns:
        Submissions and typed rows. Bad data never raises: it becomes findings.
    """
    items = received_files(round_.received_dir) if files is None else files
    expected = Expected(
        plan=plan,
        period=round_.period,
        design=design,
        duties={duty.unit.code: duty for duty in duties},
    )
    collected = {key: _answers(key, design) for key in CHECKED_SHEETS}
    received: dict[str, tuple[Taken, Submission]] = {}
    for outcome in _in_order((reader or read_all)(items, expected), on_file):
        for each in outcome.taken.rows:
            collected[each.sheet_key].add(each.row, each.unsound)
        received[outcome.item.file] = outcome.taken, _submission(outcome)
    _note_copies(received.values(), design)
    _note_lateness(received.values(), design, round_.deadline)
    frames = {key: answers.frame() for key, answers in collected.items()}
    context = RuleContext.of(
        plan,
        duties,
        period=round_.period,
        design=design,
        frames=frames,
        standing_files=_latest_files(submission for _, submission in received.values()),
        history=history,
    )
    for key, answers in collected.items():
        for failure in failures(answers, context):
            row = answers.rows[failure.position]
            taken, _ = received[row.file]
            taken.report_failure(key, failure, row, design=design)
    return Checked(
        submissions=tuple(_judged(taken, submission) for taken, submission in received.values()),
        rows={key: _finished(key, frames[key]) for key in ANSWER_SHEETS},
    )


def _answers(key: SheetKey, design: FormDesign) -> Answers:
    return Answers(fields=asked_fields(key, design), extra=_EXTRA.get(key, ()))


def _in_order(outcomes: Iterable[Outcome], on_file: Callable[[], None]) -> list[Outcome]:
    found = []
    for outcome in outcomes:
        found.append(outcome)
        on_file()
    return sorted(found, key=lambda outcome: outcome.item.file)


def _submission(outcome: Outcome) -> Submission:
    item, taken = outcome.item, outcome.taken
    return Submission(
        file=item.file,
        container=item.container,
        sha256=outcome.sha256,
        received_on=datetime.fromtimestamp(item.saved_at // 1_000_000_000, VIETNAM).date(),
        received_at=item.saved_at,
        unit_code=taken.unit_code,
        state=State.UNREADABLE,
        findings=(),
        contact=taken.contact,
        rows_read=taken.rows_read,
        places=taken.places,
        answers=taken.answers,
    )


def _note_copies(received: Iterable[tuple[Taken, Submission]], design: FormDesign) -> None:
    """Say of each file that is the same, byte for byte, as an earlier one."""
    first: dict[str, str] = {}
    for taken, submission in received:
        other = first.setdefault(submission.sha256, submission.file)
        if submission.sha256 and other != submission.file:
            taken.report(Code.E015, design=design, other=other)


def _note_lateness(
    received: Iterable[tuple[Taken, Submission]], design: FormDesign, deadline: date | None
) -> None:
    for taken, submission in received:
        note = late_note(submission.received_on, deadline) if taken.unit_code else None
        if note:
            taken.report(note.code, design=design, **dict[str, Any](note.facts))


def _latest_files(submissions: Iterable[Submission]) -> frozenset[str]:
    """Return the latest file of each unit: the one that speaks for it when units are compared."""
    ordered = sorted(submissions, key=lambda each: (each.received_at, each.file))
    return frozenset({each.unit_code: each.file for each in ordered}.values())


def _judged(taken: Taken, submission: Submission) -> Submission:
    findings = tuple(sorted(taken.findings, key=_reading_order))
    if not taken.unit_code:
        state = State.UNREADABLE
    elif any(finding.severity is Severity.ERROR for finding in findings):
        state = State.RETURNED
    else:
        state = State.ACCEPTED
    return replace(submission, state=state, findings=findings)


def _reading_order(finding: Finding) -> tuple[int, int, int, str, str]:
    """Sort findings by sheet, row, column and code."""
    sheet = CHECKED_SHEETS.index(finding.sheet_key) if finding.sheet_key else -1
    letters = finding.cell.rstrip("0123456789")
    row = int(finding.cell[len(letters) :] or 0)
    return sheet, row, len(letters), letters, finding.code.name


def _finished(key: SheetKey, frame: pd.DataFrame) -> pd.DataFrame:
    """Replace what a ratio's value cell showed by numerator over denominator; a cached formula may be old."""
    if key is not SheetKey.INDICATORS:
        return frame
    is_ratio = (frame["measure"] == Measure.RATIO.value).fillna(value=False).astype(bool)
    return frame.assign(value=frame["value"].mask(is_ratio, ratio_pct(frame)))
