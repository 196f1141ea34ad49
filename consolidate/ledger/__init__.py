"""The ledger (sổ theo dõi) of a round: what was decided, by whom, when and why; only ever added to."""

from consolidate.ledger.decisions import Decision, Key, NamedError, in_force, latest_of
from consolidate.ledger.model import Entry, Event, EventKind, Problem, ProblemKind
from consolidate.ledger.store import Ledger

__all__ = [
    "Decision",
    "Entry",
    "Event",
    "EventKind",
    "Key",
    "Ledger",
    "NamedError",
    "Problem",
    "ProblemKind",
    "in_force",
    "latest_of",
]
