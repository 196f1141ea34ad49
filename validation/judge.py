"""Judge everything that was read in a round: one Pandera run per sheet, then a verdict on each file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from catalogue import Code, Duty, FormDesign, Measure, Plan, Round, Severity, SheetKey
from validation.expected import asked_fields
from validation.frames import Answers
from validation.history import History
from validation.model import Checked, Finding, State, Submission
from validation.rules import RuleContext, late_note, ratio_pct
from validation.schema import failures
from validation.structure import ANSWER_SHEETS, CHECKED_SHEETS
from validation.taken import EXTRA, Taken


def judge(
    received: Mapping[str, tuple[Taken, Submission]],
    *,
    round_: Round,
    plan: Plan,
    duties: Sequence[Duty],
    design: FormDesign,
    history: History | None,
) -> Checked:
    """Return the verdict on what was taken out of each file.

    Args:
        received: What was taken and the submission it came in, by file and in its order; the former is
            told what is found.
        round_: The round.
        plan: The round's plan.
        duties: What each unit owes.
        design: The form's sheets and fields.
        history: What the units reported the period before; None when that is not known.
    """
    collected = {key: _answers(key, design) for key in CHECKED_SHEETS}
    for taken, _ in received.values():
        for key, table in taken.tables.items():
            place = taken.places[key].name
            collected[key].add(table, file=taken.file, unit_code=taken.unit_code, sheet=place)
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
            at = failure.position
            taken, _ = received[answers.file_of(at)]
            taken.report_failure(key, failure, answers.rows[at], answers.understood(at), design=design)
    return Checked(
        submissions=tuple(_judged(taken, submission) for taken, submission in received.values()),
        rows={key: _finished(key, frames[key]) for key in ANSWER_SHEETS},
    )


def _answers(key: SheetKey, design: FormDesign) -> Answers:
    return Answers(fields=asked_fields(key, design), extra=EXTRA.get(key, ()))


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
    ordered = sorted(submissions, key=lambda each: (each.stamped_at, each.received_at, each.file))
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
