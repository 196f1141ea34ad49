"""The ledger (sổ theo dõi) of a round: what came, what was decided, by whom, when and why; only added to."""

from consolidate.ledger.decisions import Decision, Key, NamedError, in_force, latest_of
from consolidate.ledger.model import Entry, Event, EventKind, Problem, ProblemKind
from consolidate.ledger.rulings import Closing, Pick, Rulings, Waiver, rulings_of
from consolidate.ledger.sightings import FileKey, Phase, Seen, Sighting, files_seen, news
from consolidate.ledger.store import Ledger

__all__ = [
    "Closing",
    "Decision",
    "Entry",
    "Event",
    "EventKind",
    "FileKey",
    "Key",
    "Ledger",
    "NamedError",
    "Phase",
    "Pick",
    "Problem",
    "ProblemKind",
    "Rulings",
    "Seen",
    "Sighting",
    "Waiver",
    "files_seen",
    "in_force",
    "latest_of",
    "news",
    "rulings_of",
]
