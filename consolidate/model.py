"""What merging gives: which submission of each unit counts, and the rows of the master's tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import pandas as pd

from catalogue import Code, Duty, Severity, SheetKey, Unit
from consolidate.ledger import Closing, Decision, Pick, Waiver
from validation import Submission


class UnitState(StrEnum):
    """Where a unit stands in a round."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    MISSING = "missing"
    WAIVED = "waived"


class Shown(StrEnum):
    """A unit's state as people read it: of the accepted ones, it also says on what footing."""

    ACCEPTED = "accepted"
    WARNED = "warned"
    EXCEPTED = "excepted"
    RETURNED = "returned"
    MISSING = "missing"
    WAIVED = "waived"

    @property
    def state(self) -> UnitState:
        """The state itself."""
        return UnitState.ACCEPTED if self in (Shown.WARNED, Shown.EXCEPTED) else UnitState(self.value)


class FileState(StrEnum):
    """What became of one file.

    MERGED: its rows are in the master. SUPERSEDED: a later file of its unit took its place. RETURNED: the
    unit's current submission, sent back. WAITING: sent back, an earlier accepted one still counts.
    SUPPLEMENT: came after the round was closed. FOREIGN: not from a unit that reports in this round.
    UNREADABLE: could not be read.
    """

    MERGED = "merged"
    SUPERSEDED = "superseded"
    RETURNED = "returned"
    WAITING = "waiting"
    SUPPLEMENT = "supplement"
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"


_PAST = frozenset({FileState.SUPERSEDED, FileState.SUPPLEMENT})


@dataclass(frozen=True, kw_only=True)
class UnitStanding:
    """One reporting unit: what it owes, which submission counts, and whether it came in time.

    Attributes:
        current: The latest accepted submission; when none is accepted, the latest one; None when nothing
            came. A later one with errors does not displace an accepted one.
        waiting: A later submission with errors that waits beside an accepted one, if any.
        is_late: Whether the current submission came after the deadline; None when nothing came.
        exception: The decision by which the current submission is accepted in spite of its errors, if any.
        before: The file of the unit that was saved last before the current one, if any.
        pick: The decision by which the current submission and no other one counts, if any.
        waiver: The decision by which the unit need not report, if any. What it reports all the same counts.
        supplements: Files that came after the round was closed; nothing of them is merged.
    """

    duty: Duty
    state: UnitState
    current: Submission | None
    waiting: Submission | None
    is_late: bool | None
    exception: Decision | None = None
    before: Submission | None = None
    pick: Pick | None = None
    waiver: Waiver | None = None
    supplements: tuple[Submission, ...] = ()

    @property
    def owes(self) -> bool:
        """Whether the unit is among those that must report, or does so unasked."""
        return self.state is not UnitState.WAIVED

    @property
    def warning_count(self) -> int:
        """The warnings of the current submission that the unit has not explained."""
        findings = self.current.findings if self.current else ()
        return sum(finding.severity is Severity.WARNING for finding in findings)

    @property
    def is_thin(self) -> bool:
        """Whether the unit is accepted but its report is nearly empty, without a reason given."""
        if self.state is not UnitState.ACCEPTED or self.current is None:
            return False
        return any(
            finding.code is Code.R312 and finding.severity is Severity.WARNING
            for finding in self.current.findings
        )

    @property
    def shown(self) -> Shown:
        """The state as people read it."""
        if self.exception:
            return Shown.EXCEPTED
        is_warned = self.state is UnitState.ACCEPTED and self.warning_count
        return Shown.WARNED if is_warned else Shown(self.state.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What errors keep out of the merged rows of one file: single cells, and whole rows."""

    cells: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCount:
    """Conservation of rows: read = merged + refused + superseded + supplement."""

    read: int
    merged: int
    refused: int
    superseded: int
    supplement: int = 0


@dataclass(frozen=True, kw_only=True)
class Merged:
    """A round put together.

    Attributes:
        standings: Every reporting unit, in the registry's order.
        submissions: Every file that came back, sorted by file.
        states: What became of each file, by file.
        counts: Rows of each file, by file.
        rows: The merged rows by answer sheet: those of accepted current submissions only, columns as in
            `Checked.rows`, in the order of `standings` and of the rows in each file. Cells in doubt of a
            submission accepted by exception are missing.
        deadline: The round's deadline.
        left_out: What errors keep out of the rows of files accepted by exception, by file.
        closing: How the round was closed; None while it is open.
        chains: The files of each reporting unit that could be read, the earliest first, by unit code.
    """

    standings: tuple[UnitStanding, ...]
    submissions: tuple[Submission, ...]
    states: Mapping[str, FileState]
    counts: Mapping[str, RowCount]
    rows: Mapping[SheetKey, pd.DataFrame]
    deadline: date
    left_out: Mapping[str, LeftOut] = field(default_factory=dict)
    closing: Closing | None = None
    chains: Mapping[str, tuple[Submission, ...]] = field(default_factory=dict)

    @property
    def owing(self) -> tuple[UnitStanding, ...]:
        """The units that must report: all but those that need not and did not."""
        return tuple(standing for standing in self.standings if standing.owes)

    def standing(self, unit: Unit) -> UnitStanding:
        """Return where one of the reporting units stands."""
        return next(each for each in self.standings if each.duty.unit.code == unit.code)

    @property
    def at_issue(self) -> tuple[Submission, ...]:
        """The files whose findings matter: no later one took their place, and they came before closing."""
        return tuple(each for each in self.submissions if self.states[each.file] not in _PAST)

    @property
    def unsettled(self) -> tuple[Submission, ...]:
        """The files whose errors still matter: at issue, and not accepted by exception."""
        settled = {each.current.file for each in self.standings if each.exception and each.current}
        return tuple(each for each in self.at_issue if each.file not in settled)

    @property
    def total(self) -> RowCount:
        """The counts over all files."""
        counts = self.counts.values()
        return RowCount(
            read=sum(count.read for count in counts),
            merged=sum(count.merged for count in counts),
            refused=sum(count.refused for count in counts),
            superseded=sum(count.superseded for count in counts),
            supplement=sum(count.supplement for count in counts),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCells:
    """Where a table stands on its sheet: rows by position, letters and shown headers of columns by key."""

    rows: tuple[int, ...]
    letters: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class MasterTables:
    """A master workbook as read back.

    Attributes:
        about: What the master says it is, as text: plan_id, plan_version, period, data_to and deadline
            (ISO dates), form_version, is_invented ("x" or blank).
        tables: One frame per table of `catalogue.load_master()`, by sheet key; columns by column key,
            one row per table row (totals left out), in the order shown, index 0..n-1. Types: `integer` is
            `Int64`; `number`, `percent` (0-100) and `million_vnd` (million đồng, as shown) are `Float64`;
            `date` is `datetime64[s]`; all else is `string`, where blank text is "". Other blanks are missing.
        cells: Where each table's rows and columns stand on its sheet; nothing for tables made by hand.
    """

    about: Mapping[str, str]
    tables: Mapping[str, pd.DataFrame]
    cells: Mapping[str, SheetCells] = field(default_factory=dict)
