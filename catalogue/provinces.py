"""Provinces (tỉnh, thành phố) and the units a new registry can start from.

The lists themselves, their sources and their dates stand in `catalogue/data/provinces`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from catalogue.unit import Unit, UnitKind
from catalogue.wording import provinces as words


class ProvinceKind(StrEnum):
    """What a province is; the values stand in provinces.csv."""

    PROVINCE = "tinh"
    CITY = "thanh-pho"


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A province at one time.

    Attributes:
        code: The official code ("31").
        name: Without the word for its kind ("Hải Phòng").
        source: The official document its kind comes from.
        communes: Its xã, phường and đặc khu by code, each as the unit its committee is.
    """

    code: str
    name: str
    kind: ProvinceKind
    source: str
    communes: tuple[Unit, ...] = field(repr=False)

    @property
    def full_name(self) -> str:
        """The name as it stands within a sentence ("thành phố Hải Phòng")."""
        usual = words.FULL_NAMES[self.kind].format(name=self.name)
        return words.EXCEPTIONAL_FULL_NAMES.get(self.code, usual)

    @property
    def committee(self) -> Unit:
        """The province's own committee; no source gives it a code."""
        name = words.COMMITTEE.format(name=self.full_name)
        return Unit(
            code=f"ubnd-{self.kind}",
            official_code="",
            kind=UnitKind.PROVINCE,
            name=name,
            agency_name=name,
            certainty=words.CERTAINTY,
            source=self.source,
        )


def commune_unit(code: str, name: str, kind: UnitKind, *, source: str) -> Unit:
    """Return the unit that answers for a commune ("Phường Hồng Bàng": "UBND phường Hồng Bàng")."""
    within_a_sentence = name[:1].lower() + name[1:]
    return Unit(
        code=code,
        official_code=code,
        kind=kind,
        name=name,
        agency_name=words.COMMITTEE.format(name=within_a_sentence),
        certainty=words.CERTAINTY,
        source=source,
    )


def complete_units(listed: Sequence[Unit], province: Province) -> tuple[Unit, ...]:
    """Return the units a registry lists, with those of its province that it does not list.

    The province's committee comes first unless one is listed, then what is listed, then the communes. A
    unit listed under the code of a commune stands as listed.
    """
    codes = {unit.code for unit in listed}
    has_committee = any(unit.kind is UnitKind.PROVINCE for unit in listed)
    committee = () if has_committee else (province.committee,)
    return (*committee, *listed, *(unit for unit in province.communes if unit.code not in codes))
