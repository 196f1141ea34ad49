"""Events of a round, and the entries of the ledger that hold them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    """What happened: seen by the program in what came back, or decided by an officer."""

    RECEIVED = "received"
    JUDGED = "judged"
    GONE = "gone"
    EXCEPTION = "exception"
    EXCEPTION_UNDONE = "exception_undone"
    PICK = "pick"
    PICK_UNDONE = "pick_undone"
    WAIVER = "waiver"
    WAIVER_UNDONE = "waiver_undone"
    CLOSED = "closed"
    REOPENED = "reopened"

    @property
    def is_decision(self) -> bool:
        """Whether an officer decided it; the program only sees."""
        return self not in (EventKind.RECEIVED, EventKind.JUDGED, EventKind.GONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened in a round.

    Attributes:
        when: The moment, with its time zone.
        who: The person who did it, as they name themselves.
        unit_code, file, sha256: What it is about; blank where it is about none.
        details: Whatever else belongs to this kind of event; plain JSON values.
    """

    kind: EventKind
    when: datetime
    who: str
    unit_code: str = ""
    file: str = ""
    sha256: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger as it is stored: an event as text, chained to the line before by its hash.

    Attributes:
        seq: 1 for the first entry, without gaps.
        happened_at: The moment in UTC, in ISO format.
        what: A value of `EventKind`.
        details: Canonical JSON.
        previous: The hash of the entry before; blank for the first.
        hash: SHA-256 over everything else in the entry, in hexadecimal.
    """

    seq: int
    happened_at: str
    who: str
    what: str
    unit_code: str
    file: str
    sha256: str
    details: str
    previous: str
    hash: str


class ProblemKind(StrEnum):
    """What is wrong with a chain of entries."""

    CHANGED = "changed"
    BROKEN = "broken"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A place where the ledger is not as it was written.

    Attributes:
        seq: The entry at fault; for entries cut off the end, the first one that is missing.
    """

    seq: int
    kind: ProblemKind
