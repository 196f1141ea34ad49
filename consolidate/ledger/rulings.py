"""What officers ruled about a round besides exceptions: picks, waivers, closings; a fold over the events."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from consolidate.ledger.model import Event, EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """Which of several files of a unit counts, by whom it was picked, when and why.

    Attributes:
        sha256: The content that was picked.
        among: The contents the officer chose from; a file that comes later is judged afresh.
    """

    unit_code: str
    file: str
    sha256: str
    among: frozenset[str]
    who: str
    when: datetime
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A unit that need not report in this round (miễn nộp), by whose word, when and why."""

    unit_code: str
    who: str
    when: datetime
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """A round as it was frozen (chốt).

    Attributes:
        number: 1 for the first closing of the round, counting those that were opened again.
        files: Name and SHA-256 of every file that was there.
        manifest: The SHA-256 of the manifest of the sealed copy.
    """

    number: int
    files: frozenset[tuple[str, str]]
    manifest: str
    who: str
    when: datetime
    why: str

    def covers(self, file: str, sha256: str, *, present: Iterable[str]) -> bool:
        """Whether a file was there when the round was closed, perhaps under a name that is gone since.

        Args:
            file: Its name.
            sha256: Of its content.
            present: The names of all files that are there now.
        """
        if (file, sha256) in self.files:
            return True
        names = [name for name, content in self.files if content == sha256]
        return bool(names) and set(names).isdisjoint(present)


@dataclass(frozen=True, kw_only=True)
class Rulings:
    """What holds after all events.

    Attributes:
        picks, waivers: By unit code.
        arrivals: In which order contents were first seen, by SHA-256.
        closings: Every closing, the first one first.
        is_closed: Whether the last of them holds; a round may have been opened again.
    """

    picks: Mapping[str, Pick] = field(default_factory=dict)
    waivers: Mapping[str, Waiver] = field(default_factory=dict)
    arrivals: Mapping[str, int] = field(default_factory=dict)
    closings: tuple[Closing, ...] = ()
    is_closed: bool = False

    @property
    def closing(self) -> Closing | None:
        """The closing in force; None while the round is open."""
        return self.closings[-1] if self.is_closed else None


def rulings_of(events: Iterable[Event]) -> Rulings:
    """Return what holds after all events; undoing what was never decided changes nothing."""
    picks: dict[str, Pick] = {}
    waivers: dict[str, Waiver] = {}
    arrivals: dict[str, int] = {}
    closings: list[Closing] = []
    is_closed = False
    for event in events:
        match event.kind:
            case EventKind.RECEIVED:
                arrivals.setdefault(event.sha256, len(arrivals))
            case EventKind.PICK:
                picks[event.unit_code] = _pick(event)
            case EventKind.PICK_UNDONE:
                picks.pop(event.unit_code, None)
            case EventKind.WAIVER:
                waivers[event.unit_code] = _waiver(event)
            case EventKind.WAIVER_UNDONE:
                waivers.pop(event.unit_code, None)
            case EventKind.CLOSED:
                closings.append(_closing(event, len(closings) + 1))
                is_closed = True
            case EventKind.REOPENED:
                is_closed = False
            case _:
                pass
    return Rulings(
        picks=picks, waivers=waivers, arrivals=arrivals, closings=tuple(closings), is_closed=is_closed
    )


def _pick(event: Event) -> Pick:
    return Pick(
        unit_code=event.unit_code,
        file=event.file,
        sha256=event.sha256,
        among=frozenset(map(str, _list(event, "among"))),
        who=event.who,
        when=event.when,
        why=str(event.details.get("why", "")),
    )


def _waiver(event: Event) -> Waiver:
    return Waiver(
        unit_code=event.unit_code, who=event.who, when=event.when, why=str(event.details.get("why", ""))
    )


def _closing(event: Event, number: int) -> Closing:
    return Closing(
        number=number,
        files=frozenset((str(file), str(sha256)) for file, sha256 in _pairs(event)),
        manifest=event.sha256,
        who=event.who,
        when=event.when,
        why=str(event.details.get("why", "")),
    )


def _pairs(event: Event) -> Iterator[tuple[object, object]]:
    for pair in _list(event, "files"):
        if isinstance(pair, list | tuple) and len(pair) == 2:  # noqa: PLR2004 - a name and its content
            yield pair[0], pair[1]


def _list(event: Event, key: str) -> list[object]:
    found = event.details.get(key)
    return list(found) if isinstance(found, list | tuple) else []
