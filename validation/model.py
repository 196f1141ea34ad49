"""What checking gives: findings, submissions, and the rows that could be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import pandas as pd

from catalogue import Code, Severity, SheetKey, clean


class State(StrEnum):
    """What checking made of one file."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One problem at one place.

    Attributes:
        file: The file, relative to `nhan-ve/`, with forward slashes.
        unit_code: The unit the file is from, blank when unknown.
        sheet: The sheet's visible name in that file, blank for a finding about the whole file.
        cell: The cell in that file ("H12"), blank when no single cell is at fault.
        sheet_key, row_key, field_key: The same place by the form's hidden keys, for the marked copy.
        value: What was found there, as text.
        message: The Vietnamese sentence: what is wrong and what to do.
        explanation: What the unit wrote where a warning asks for an explanation.
    """

    file: str
    unit_code: str
    code: Code
    sheet: str
    cell: str
    sheet_key: SheetKey | None
    row_key: str
    field_key: str
    value: str
    message: str
    explanation: str = ""

    @property
    def severity(self) -> Severity:
        """How much the finding weighs; a warning that is explained is only a note."""
        severity = self.code.value.severity
        return Severity.NOTE if severity is Severity.WARNING and self.explanation else severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Who filled a form in, as the form says."""

    name: str = ""
    phone: str = ""
    email: str = ""
    approved_by: str = ""
    reported_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPlace:
    """Where a sheet's answers stand in one file: its visible name, and column letters by field key."""

    name: str
    columns: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Submission:
    """One file that came back (bản nộp), and what checking made of it.

    Attributes:
        file: Path relative to `nhan-ve/`, with forward slashes, through archives.
        container: The file on disk relative to `nhan-ve/`, spelt as it is there: the archive of a file
            that came in one, else the file itself.
        sha256: Of its bytes; blank when they could not be had.
        received_on: The day the file was last saved, in local time.
        received_at: The same moment in nanoseconds since the epoch, to order revisions of one unit.
        unit_code: Blank when the file could not be recognised.
        rows_read: Answer rows read, over all sheets; fixed rows count even when blank, free rows only
            when something is written in them.
        answers: The unit's own answers by sheet, row key and field key, as typed (for the marked copy).
    """

    file: str
    container: str
    sha256: str
    received_on: date
    received_at: int
    unit_code: str
    state: State
    findings: tuple[Finding, ...]
    contact: Contact
    rows_read: int
    places: Mapping[SheetKey, SheetPlace]
    answers: Mapping[SheetKey, Mapping[str, Mapping[str, object]]] = field(repr=False)

    @property
    def is_in_archive(self) -> bool:
        """Whether the file came in an archive."""
        return self.file != clean(self.container)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that send the submission back."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


@dataclass(frozen=True, kw_only=True)
class Checked:
    """The verdict (kết quả kiểm tra) on everything that came back in a round.

    Attributes:
        submissions: One per file, sorted by file.
        rows: One frame per answer sheet, holding every row read from every recognised file, accepted or
            not, in order of file and row. Index 0..n-1 without meaning. Columns of every frame:
            `file`, `unit_code`, `sheet` (visible name), `row` (1-based row in the file), `row_key`, then
            the sheet's fields that the unit answers, by `Field.key`. A row's key is the task's or
            indicator's code on fixed sheets, the free row's number elsewhere. Types: text and choices
            (as choice keys) are `string`, per cents (0-100) and numbers `Float64`, dates `datetime64`,
            money `Int64` in đồng, `task` fields the task's code; a blank or unreadable cell is missing.
            `tasks` also has `role`; `indicators` also has `measure`, and its `value` of a ratio is
            computed from numerator and denominator, in per cent.
    """

    submissions: tuple[Submission, ...]
    rows: Mapping[SheetKey, pd.DataFrame]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in order of file and place."""
        return tuple(finding for submission in self.submissions for finding in submission.findings)
