"""Who has reported: units by state, by kind and by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catalogue import UnitKind
from catalogue.wording import master as master_words
from catalogue.wording import report as words
from catalogue.wording.units import KINDS
from consolidate import MasterTables, Shown, UnitState
from report.figures.cells import lines
from report.trace.origin import Whole, counted, share_pct, tally

_OWING = tuple(state for state in UnitState if state is not UnitState.WAIVED)
_COMMUNAL = {KINDS[kind] for kind in UnitKind if kind.is_communal}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """One reporting unit, as the master's first table shows it.

    Attributes:
        at: Its row's position in the table.
        shown: Its state as people read it.
        is_on_time: None when nothing came, or the round has no deadline.
        is_thin: Whether it is accepted but its report is nearly empty.
        exception_by, exception_why: Who accepted it in spite of its errors and why; blank when nobody did.
        is_communal: Whether it is a commune-level administration, counted rather than named.
    """

    at: int
    name: str
    kind: str
    is_communal: bool
    shown: Shown
    is_on_time: bool | None
    is_thin: bool
    received_on: date | None
    error_count: int
    exception_by: str
    exception_why: str

    @property
    def state(self) -> UnitState:
        """The state itself."""
        return self.shown.state


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """Units of one kind (commune-level kinds taken together): how many report, how many were accepted."""

    kind: str
    total: int
    accepted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """Where the units of a round stand; `units` are in the registry's order, those waived among them."""

    units: tuple[UnitLine, ...]
    kinds: tuple[KindCount, ...]
    total: int
    accepted: int
    accepted_pct: float | None
    on_time: int
    late: int
    returned: int
    missing: int
    waived: int

    @property
    def owing(self) -> tuple[UnitLine, ...]:
        """The units that must report: all but those that are waived."""
        return tuple(unit for unit in self.units if unit.state is not UnitState.WAIVED)

    def in_state(self, *states: UnitState) -> tuple[UnitLine, ...]:
        """Return the units in some states."""
        return tuple(unit for unit in self.units if unit.state in states)

    def shown_as(self, shown: Shown) -> tuple[UnitLine, ...]:
        """Return the units in one state as people read it."""
        return tuple(unit for unit in self.units if unit.shown is shown)

    @property
    def thin(self) -> tuple[UnitLine, ...]:
        """The units that are accepted but whose reports are nearly empty."""
        return tuple(unit for unit in self.units if unit.is_thin)


def gathering(master: MasterTables) -> Gathering:
    """Return where the units stand."""
    units = _units(master)
    owing = [unit for unit in units if unit.state is not UnitState.WAIVED]
    accepted = [unit for unit in units if unit.state is UnitState.ACCEPTED]
    total, count = _counted(len(owing), *_OWING), _counted(len(accepted), UnitState.ACCEPTED)
    on_time = sum(unit.is_on_time is True for unit in accepted)
    late = sum(unit.is_on_time is False for unit in accepted)
    return Gathering(
        units=units,
        kinds=_kinds(owing),
        total=total,
        accepted=count,
        accepted_pct=share_pct(count, total),
        on_time=_counted(on_time, UnitState.ACCEPTED, timeliness=master_words.ON_TIME),
        late=_counted(late, UnitState.ACCEPTED, timeliness=master_words.LATE),
        returned=_counted(sum(unit.state is UnitState.RETURNED for unit in units), UnitState.RETURNED),
        missing=_counted(sum(unit.state is UnitState.MISSING for unit in units), UnitState.MISSING),
        waived=_counted(len(units) - len(owing), UnitState.WAIVED),
    )


def _counted(count: int, *states: UnitState, **labels: str) -> Whole:
    """Return a count of units by the labels the master shows them with."""
    shown = [master_words.UNIT_STATES[shown] for shown in Shown if shown.state in states]
    return counted(count, "submissions", state=shown, **labels)


def _units(master: MasterTables) -> tuple[UnitLine, ...]:
    timeliness = {"on_time": master_words.ON_TIME, "late": master_words.LATE, "": ""}
    completeness = {"thin": master_words.THIN, "": ""}
    meaning = {"on_time": True, "late": False, "": None}
    return tuple(
        UnitLine(
            at=line.at,
            name=line.text("unit_name"),
            kind=line.text("unit_kind"),
            is_communal=line.text("unit_kind") in _COMMUNAL,
            shown=Shown(line.key_of("state", master_words.UNIT_STATES)),
            is_on_time=meaning[line.key_of("timeliness", timeliness)],
            is_thin=line.key_of("completeness", completeness) == "thin",
            received_on=line.day("received_on"),
            error_count=line.count("error_count"),
            exception_by=line.text("exception_by"),
            exception_why=line.text("exception_why"),
        )
        for line in lines(master, "submissions")
    )


def _kinds(units: Sequence[UnitLine]) -> tuple[KindCount, ...]:
    """Count units by kind, in the order met."""
    by_kind: dict[str, list[UnitLine]] = {}
    for unit in units:
        by_kind.setdefault(words.COMMUNAL if unit.is_communal else unit.kind, []).append(unit)
    return tuple(
        KindCount(
            kind=kind,
            total=tally("submissions", found),
            accepted=tally("submissions", [unit for unit in found if unit.state is UnitState.ACCEPTED]),
        )
        for kind, found in by_kind.items()
    )
