"""Units (đơn vị) and the registry (danh mục đơn vị) of one province at one time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from catalogue.errors import CatalogueError
from catalogue.text import ascii_slug, name_key
from catalogue.wording import catalogue as words


class UnitKind(StrEnum):
    """What a unit is; the values stand in the registry's files."""

    PROVINCE = "ubnd-tinh"
    DEPARTMENT = "so"
    BOARD = "ban-quan-ly"
    ENTERPRISE = "doanh-nghiep"
    WARD = "phuong"
    COMMUNE = "xa"
    SPECIAL_ZONE = "dac-khu"
    # District level, abolished on 1/7/2025.
    URBAN_DISTRICT = "quan"
    RURAL_DISTRICT = "huyen"
    TOWN = "thi-xa"
    DISTRICT_CITY = "thanh-pho"
    MASS_ORGANISATION = "doan-the"
    PARTY_BODY = "dang"
    CENTRAL_BODY = "co-quan-trung-uong"
    OTHER = "khac"

    @property
    def is_communal(self) -> bool:
        """Whether units of this kind are commune-level administrations."""
        return self in (UnitKind.WARD, UnitKind.COMMUNE, UnitKind.SPECIAL_ZONE)


@dataclass(frozen=True, kw_only=True)  # without slots, as a `Duty`
class Unit:
    """An agency that reports or is reported to.

    Attributes:
        code: Our key. For communes the official administrative code, else a slug of our own.
        official_code: The code an official source gives; blank when none does.
        name: The unit as its registry writes it ("Phường Hồng Bàng").
        agency_name: The agency that answers for it ("UBND phường Hồng Bàng").
    """

    code: str
    official_code: str
    kind: UnitKind
    name: str
    agency_name: str
    certainty: str
    source: str

    @property
    def file_stem(self) -> str:
        """A readable ASCII file-name stem, unique in its registry.

        Two communes may differ only in diacritics (Cẩm Giang, Cẩm Giàng), so communes carry their code.
        """
        stem = ascii_slug(self.name)
        return f"{stem}_{self.official_code}" if self.official_code else stem


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitGroup:
    """An expression that stands for several units ("UBND các xã, phường, đặc khu").

    An open group ("các sở, ngành, đơn vị liên quan") names nobody: only the officer can say who is meant.
    """

    code: str
    name: str
    unit_codes: tuple[str, ...]
    is_open: bool
    source: str


class SuccessionKind(StrEnum):
    """What became of a unit."""

    SAME = "same"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    ABOLISHED = "abolished"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One unit that (perhaps) succeeds another.

    Attributes:
        new_code: Blank when nobody is known to.
        part: Which function or territory goes there, when not all of it does.
        is_territorial: Whether the part is a territory, so that every successor answers for its own.
    """

    old_code: str
    new_registry: str
    new_code: str
    kind: SuccessionKind
    part: str
    is_territorial: bool
    certainty: str
    source: str
    note: str


@dataclass(frozen=True, kw_only=True)
class Registry:
    """The units of one province at one time, and the spellings they go by.

    Attributes:
        valid_to: The last day the registry holds; None while it does.
        successions: What became of its units afterwards.
    """

    id: str
    province: str
    valid_from: date
    valid_to: date | None
    successions: tuple[Succession, ...] = field(repr=False)
    units: tuple[Unit, ...]
    groups: tuple[UnitGroup, ...]
    aliases: Mapping[str, str] = field(repr=False)

    @cached_property
    def _by_code(self) -> Mapping[str, Unit]:
        return {unit.code: unit for unit in self.units}

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {unit.code: position for position, unit in enumerate(self.units)}

    @cached_property
    def spellings(self) -> tuple[tuple[str, str], ...]:
        """Every name as the registry writes it, with the code of the unit or group it stands for."""
        return (
            *((name, unit.code) for unit in self.units for name in (unit.agency_name, unit.name)),
            *((group.name, group.code) for group in self.groups),
            *self.aliases.items(),
        )

    @cached_property
    def _by_spelling(self) -> Mapping[str, str]:
        spellings: dict[str, str] = {}
        for name, target in self.spellings:
            if spellings.setdefault(name_key(name), target) != target:
                raise CatalogueError(words.AMBIGUOUS_NAME.format(registry=self.id, name=name))
        return spellings

    @cached_property
    def _groups_by_code(self) -> Mapping[str, UnitGroup]:
        return {group.code: group for group in self.groups}

    def unit(self, code: str) -> Unit:
        """Return the unit of a code.

        Raises:
            CatalogueError: The registry has no such unit.
        """
        try:
            return self._by_code[code]
        except KeyError:
            raise CatalogueError(words.UNKNOWN_UNIT.format(code=code, registry=self.id)) from None

    def has(self, code: str) -> bool:
        """Whether the registry has a unit of this code."""
        return code in self._by_code

    def resolve(self, name: str) -> tuple[Unit, ...] | None:
        """Return the units a name stands for: one, several for a group, none for an open group.

        None means that the name is unknown. Spellings are compared by `name_key`; what differs
        more than that resolves only through a listed alias.
        """
        target = self._by_spelling.get(name_key(name))
        if target is None:
            return None
        if target in self._by_code:
            return (self._by_code[target],)
        return tuple(self.unit(code) for code in self._groups_by_code[target].unit_codes)

    def sorted_codes(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Return unit codes in the registry's order."""
        return tuple(sorted(set(codes), key=self._order.__getitem__))
