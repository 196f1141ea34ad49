"""Check everything that came back in a round: the one door from files to a verdict."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pandas as pd

from catalogue import Code, Duty, FormDesign, Measure, Plan, Round, Severity, SheetKey
from validation.frames import Answers
from validation.intake import CHECKED_SHEETS, Expected, Taken, asked_fields, take
from validation.model import Checked, Finding, State, Submission
from validation.rules import ratio_pct, rules_for
from validation.schema import failures
from validation.structure import ANSWER_SHEETS

# The country has one time zone; a file's date must not depend on where the program runs.
VIETNAM = timezone(timedelta(hours=7))
_EXTRA = {SheetKey.TASKS: ("role",), SheetKey.INDICATORS: ("measure", "is_share")}
_FOREIGN = frozenset({Code.E001, Code.E002, Code.E003, Code.E004, Code.E005})
_SKIPPED_PREFIXES = ("~$", ".")


def received_files(folder: Path) -> tuple[Path, ...]:
    """Return every file under a folder, sorted by path; temporary and hidden files are left out."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(path for path in files if not path.name.startswith(_SKIPPED_PREFIXES)))


def check_round(
    round_: Round,
    plan: Plan,
    duties: Sequence[Duty],
    design: FormDesign,
    *,
    files: Sequence[Path] | None = None,
    on_file: Callable[[], None] = lambda: None,
) -> Checked:
    """Return the verdict on the files that came back in a round.

    Args:
        round_: The round; files are named relative to its `nhan-ve/`.
        plan: The round's plan.
        duties: What each unit owes.
        design: The form's sheets and fields.
        files: Only these files; None means everything in `nhan-ve/`.
        on_file: Called after each file that was read, for a progress bar.

    Returns:
        Submissions and typed rows. Bad data never raises: it becomes findings.
    """
    paths = received_files(round_.received_dir) if files is None else sorted(files)
    expected = Expected(
        plan=plan,
        period=round_.period,
        design=design,
        duties={duty.unit.code: duty for duty in duties},
    )
    collected = {key: _answers(key, design) for key in CHECKED_SHEETS}
    received: dict[str, tuple[Taken, Submission]] = {}
    for path in paths:
        content = _content(path)
        taken = take(_relative(path, round_.received_dir), content, expected)
        for each in taken.rows:
            collected[each.sheet_key].add(each.row, each.unsound)
        received[taken.file] = taken, _submission(taken, path, content)
        on_file()
    frames = {key: answers.frame() for key, answers in collected.items()}
    for key, answers in collected.items():
        rules = rules_for(key, answers.fields, round_.period)
        for failure in failures(answers, frames[key], rules):
            row = answers.rows[failure.position]
            taken, _ = received[row.file]
            taken.report_failure(key, failure, row, design=design, period=round_.period)
    return Checked(
        submissions=tuple(_judged(taken, submission) for taken, submission in received.values()),
        rows={key: _finished(key, frames[key]) for key in ANSWER_SHEETS},
    )


def _answers(key: SheetKey, design: FormDesign) -> Answers:
    return Answers(fields=asked_fields(key, design), extra=_EXTRA.get(key, ()))


def _relative(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()


def _content(path: Path) -> bytes:
    """Return a file's bytes; a file that cannot be opened reads as empty and is reported as unreadable."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _submission(taken: Taken, path: Path, content: bytes) -> Submission:
    stamp = path.stat().st_mtime_ns
    return Submission(
        file=taken.file,
        sha256=hashlib.sha256(content).hexdigest(),
        received_on=datetime.fromtimestamp(stamp // 1_000_000_000, VIETNAM).date(),
        received_at=stamp,
        unit_code=taken.unit_code,
        state=State.UNREADABLE,
        findings=(),
        contact=taken.contact,
        rows_read=taken.rows_read,
        places=taken.places,
        answers=taken.answers,
    )


def _judged(taken: Taken, submission: Submission) -> Submission:
    findings = tuple(sorted(taken.findings, key=_reading_order))
    codes = {finding.code for finding in findings}
    if codes & _FOREIGN:
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
