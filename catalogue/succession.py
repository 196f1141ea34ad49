"""Units through time: a plan names the units of its day, a round asks the units that hold in its period."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from catalogue.errors import CatalogueError
from catalogue.unit import Registry, Succession, SuccessionKind, Unit
from catalogue.wording import catalogue as words

_TAKES_ALL = (SuccessionKind.SAME, SuccessionKind.RENAMED, SuccessionKind.MERGED)


@dataclass(frozen=True, slots=True)
class Assignee:
    """A unit that holds in the period, and the unit the plan named if that was another one (else None)."""

    unit: Unit
    instead_of: Unit | None


@dataclass(frozen=True)
class UnitsInForce:
    """Resolves the names of a plan to the units of a period.

    Attributes:
        named: The registry the plan's names belong to.
        current: The registry that holds in the period; the same one, or one that succeeds it.
        settled: What the officer decided where the law does not: names or codes of the successors, by name
            or code of the old unit.
    """

    named: Registry
    current: Registry
    settled: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, registry: Registry) -> Self:
        """Return the units of a registry at its own time."""
        return cls(registry, registry, {})

    def resolve(self, name: str) -> tuple[Assignee, ...] | None:
        """Return who answers for a name today; None for a name nobody knows.

        Empty for an open group, and for a unit whose succession the officer must settle first.
        """
        units = self.named.resolve(name)
        if units is None:
            return None
        return tuple(assignee for unit in units for assignee in self.successors(unit))

    def successors(self, unit: Unit) -> tuple[Assignee, ...]:
        """Return the units that answer for a unit of the plan; none while the officer has to decide."""
        if self.named.id == self.current.id:
            return (Assignee(unit, None),)
        if unit.code in self._decisions:
            return tuple(self._instead(unit, new) for new in self._decisions[unit.code])
        rows = self._rows.get(unit.code, ())
        if not rows or not all(_is_certain(row) for row in rows):
            return ()
        return tuple(self._instead(unit, self.current.unit(row.new_code)) for row in rows)

    def is_open(self, unit: Unit) -> bool:
        """Whether the officer must still say who answers for a unit of the plan."""
        return not self.successors(unit)

    def candidates(self, unit: Unit) -> tuple[tuple[Unit, str], ...]:
        """Return the possible successors of a unit, each with the part it may take over."""
        rows = self._rows.get(unit.code, ())
        return tuple((self.current.unit(row.new_code), row.part) for row in rows if row.new_code)

    def _instead(self, old: Unit, new: Unit) -> Assignee:
        return Assignee(new, None if old.agency_name == new.agency_name else old)

    @cached_property
    def _rows(self) -> Mapping[str, tuple[Succession, ...]]:
        rows: dict[str, tuple[Succession, ...]] = {}
        for row in self.named.successions:
            if row.new_registry == self.current.id:
                rows[row.old_code] = (*rows.get(row.old_code, ()), row)
        return rows

    @cached_property
    def _decisions(self) -> Mapping[str, tuple[Unit, ...]]:
        return {
            unit.code: tuple(found for name in names for found in named_units(name, self.current))
            for old, names in self.settled.items()
            for unit in named_units(old, self.named)
        }


def _is_certain(row: Succession) -> bool:
    """Whether a row says by itself who answers: the whole unit goes there, or the part is a territory."""
    return bool(row.new_code) and (row.kind in _TAKES_ALL or row.is_territorial)


def named_units(name: str, registry: Registry) -> tuple[Unit, ...]:
    """Return the units an officer named, by name or by code.

    Raises:
        CatalogueError: The registry has no such unit.
    """
    found = registry.resolve(name)
    if found:
        return found
    if registry.has(name):
        return (registry.unit(name),)
    raise CatalogueError(words.UNKNOWN_UNIT.format(code=name, registry=registry.id))
