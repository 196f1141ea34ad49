"""The chain of entries: canonical text, hashes, and what betrays a change; pure functions."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace
from datetime import UTC, datetime

from consolidate.ledger.model import Entry, Event, EventKind, Problem, ProblemKind


def canonical(value: object) -> str:
    """Return plain values as JSON that is the same for the same values.

    >>> canonical({"b": "đ", "a": [1, None]})
    '{"a":[1,null],"b":"đ"}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def entry_of(event: Event, after: Entry | None) -> Entry:
    """Return the entry of an event that follows another entry, or opens the ledger."""
    unsealed = Entry(
        seq=after.seq + 1 if after else 1,
        happened_at=event.when.astimezone(UTC).isoformat(timespec="seconds"),
        who=event.who,
        what=event.kind.value,
        unit_code=event.unit_code,
        file=event.file,
        sha256=event.sha256,
        details=canonical(event.details),
        previous=after.hash if after else "",
        hash="",
    )
    return replace(unsealed, hash=_hash(unsealed))


def event_of(entry: Entry) -> Event:
    """Return the event an entry holds.

    Raises:
        ValueError: The entry is not one this program writes.
    """
    details = json.loads(entry.details)
    if not isinstance(details, Mapping):
        raise ValueError(entry.details)  # noqa: TRY004 - one kind of error for whatever an entry may hold
    return Event(
        kind=EventKind(entry.what),
        when=datetime.fromisoformat(entry.happened_at),
        who=entry.who,
        unit_code=entry.unit_code,
        file=entry.file,
        sha256=entry.sha256,
        details=details,
    )


def problems(entries: Sequence[Entry], *, written: int) -> tuple[Problem, ...]:
    """Return where a chain is not as it was written, the first place first.

    Args:
        entries: The entries in order of `seq`.
        written: How many were ever written.
    """
    found = []
    for place, entry in enumerate(entries, start=1):
        before = entries[place - 2].hash if place > 1 else ""
        if entry.hash != _hash(entry):
            found.append(Problem(seq=entry.seq, kind=ProblemKind.CHANGED))
        elif entry.seq != place or entry.previous != before:
            found.append(Problem(seq=entry.seq, kind=ProblemKind.BROKEN))
    if len(entries) < written:
        last = entries[-1].seq if entries else 0
        if last < written:
            found.append(Problem(seq=last + 1, kind=ProblemKind.CUT))
    return tuple(found)


def _hash(entry: Entry) -> str:
    """Return the hash of all of an entry but the hash it carries."""
    *fields, _ = astuple(entry)
    return hashlib.sha256(canonical(fields).encode()).hexdigest()
