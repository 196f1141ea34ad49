"""Every file ever seen: what the ledger knows of it, and what is new since; pure functions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from consolidate.ledger.model import Event, EventKind

PROGRAM = "tonghop"
"""Who did what nobody decided."""

FileKey: TypeAlias = tuple[str, str]
"""A file's name and the SHA-256 of its content."""


class Phase(StrEnum):
    """Where a file stands in its life."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    WARNED = "warned"
    RETURNED = "returned"
    EXCEPTED = "excepted"
    SUPERSEDED = "superseded"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One file as it stands now.

    Attributes:
        saved_at: When it was last saved, in nanoseconds since the epoch.
        modified_at: When it says itself it was last changed; None where it says nothing that can be.
        form_version: The version of the form it was made from, blank when it lost that.
        errors, warnings, notes: How many findings of each weight.
    """

    file: str
    sha256: str
    unit_code: str
    saved_at: int
    phase: Phase
    errors: int
    warnings: int
    notes: int
    modified_at: int | None = None
    form_version: str = ""

    @property
    def key(self) -> FileKey:
        """What tells it from other files."""
        return self.file, self.sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the ledger knows of one file: as it was last seen, when first, and whether it is still there."""

    last: Sighting
    first_seen: datetime
    is_present: bool


_SEEING = frozenset({EventKind.RECEIVED, EventKind.JUDGED})


def files_seen(events: Iterable[Event]) -> dict[FileKey, Seen]:
    """Return every file ever seen, in the order in which they were."""
    seen: dict[FileKey, Seen] = {}
    for event in events:
        key = event.file, event.sha256
        if event.kind in _SEEING:
            first = seen[key].first_seen if key in seen else event.when
            seen[key] = Seen(last=_sighting(event), first_seen=first, is_present=True)
        elif event.kind is EventKind.GONE and key in seen:
            seen[key] = Seen(last=seen[key].last, first_seen=seen[key].first_seen, is_present=False)
    return seen


def news(seen: Mapping[FileKey, Seen], now: Iterable[Sighting], *, when: datetime) -> Iterator[Event]:
    """Yield the events by which the ledger learns what is there now; none when nothing changed.

    Args:
        seen: What the ledger knows.
        now: Every file that is there; in order of name, whatever order it is given in.
        when: The moment of looking.
    """
    there = {sighting.key: sighting for sighting in sorted(now, key=lambda each: each.key)}
    for key, known in seen.items():
        if known.is_present and key not in there:
            yield _event(EventKind.GONE, known.last, when)
    for key, sighting in there.items():
        before = seen.get(key)
        if before is None:
            yield _event(EventKind.RECEIVED, sighting, when)
        elif not before.is_present or before.last != sighting:
            yield _event(EventKind.JUDGED, sighting, when)


_ELSEWHERE = frozenset({"file", "sha256", "unit_code"})


def _event(kind: EventKind, sighting: Sighting, when: datetime) -> Event:
    details = {name: value for name, value in asdict(sighting).items() if name not in _ELSEWHERE}
    return Event(
        kind=kind,
        when=when,
        who=PROGRAM,
        unit_code=sighting.unit_code,
        file=sighting.file,
        sha256=sighting.sha256,
        details=details | {"phase": sighting.phase.value},
    )


def _sighting(event: Event) -> Sighting:
    details: dict[str, Any] = dict(event.details)
    return Sighting(
        file=event.file,
        sha256=event.sha256,
        unit_code=event.unit_code,
        saved_at=int(details["saved_at"]),
        phase=Phase(details["phase"]),
        errors=int(details["errors"]),
        warnings=int(details["warnings"]),
        notes=int(details["notes"]),
        modified_at=details.get("modified_at"),  # ledgers of earlier versions have neither
        form_version=details.get("form_version", ""),
    )
