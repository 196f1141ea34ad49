"""What officers decided about submissions: a fold over the ledger's events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from consolidate.ledger.model import Event, EventKind

Key: TypeAlias = tuple[str, str]
"""A unit's code and the SHA-256 of the file: a decision holds for that content alone."""

_DECIDING = frozenset({EventKind.EXCEPTION, EventKind.EXCEPTION_UNDONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedError:
    """An error a submission was accepted in spite of, as it stood on the day."""

    code: str
    sheet: str
    cell: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A submission accepted by exception (chấp nhận đặc cách): which, by whom, when and why."""

    unit_code: str
    file: str
    sha256: str
    who: str
    when: datetime
    why: str
    errors: tuple[NamedError, ...]

    @property
    def key(self) -> Key:
        """What the decision is about."""
        return self.unit_code, self.sha256


def in_force(events: Iterable[Event]) -> dict[Key, Decision]:
    """Return the decisions that stand after all events, in the order they were taken.

    Deciding again about the same content replaces the earlier decision; undoing what was never decided
    changes nothing.
    """
    standing: dict[Key, Decision] = {}
    for event in events:
        if event.kind in _DECIDING:
            standing.pop((event.unit_code, event.sha256), None)
        if event.kind is EventKind.EXCEPTION:
            standing[event.unit_code, event.sha256] = _decision(event)
    return standing


def latest_of(unit_code: str, decisions: Mapping[Key, Decision]) -> Decision | None:
    """Return the decision last taken about a unit, if one stands."""
    own = [one for one in decisions.values() if one.unit_code == unit_code]
    return own[-1] if own else None


def _decision(event: Event) -> Decision:
    errors = event.details.get("errors", ())
    return Decision(
        unit_code=event.unit_code,
        file=event.file,
        sha256=event.sha256,
        who=event.who,
        when=event.when,
        why=str(event.details.get("why", "")),
        errors=tuple(NamedError(**each) for each in errors) if isinstance(errors, Sequence) else (),
    )
