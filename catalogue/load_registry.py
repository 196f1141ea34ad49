"""A registry, read from the files of its folder; and the provinces of the country."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable

from catalogue.amount import date_text
from catalogue.errors import CatalogueError
from catalogue.provinces import Province, ProvinceKind, commune_unit, complete_units
from catalogue.rows import DATA, Row, read_rows, read_toml
from catalogue.unit import Registry, Succession, SuccessionKind, Unit, UnitGroup, UnitKind
from catalogue.wording import provinces as province_words

COMMUNES_SINCE = date(2025, 7, 1)  # Quyết định 19/2025/QĐ-TTg: provinces and communes, no districts between


def read_registry(folder: Traversable) -> Registry:
    """Read the registry whose files stand in a folder.

    With `communes_of = "31"` it has the communes of that province as of its first day, listed or not.
    """
    about = read_toml(folder / "registry.toml")
    units = tuple(_unit(row) for row in read_rows(folder / "units.csv"))
    if "communes_of" in about:
        units = complete_units(units, load_province(str(about["communes_of"]), on=about["valid_from"]))
    return Registry(
        id=about["id"],
        province=about["province"],
        valid_from=about["valid_from"],
        valid_to=about.get("valid_to"),
        successions=_successions(folder),
        units=units,
        groups=tuple(_unit_group(row, units) for row in read_rows(folder / "groups.csv")),
        aliases={row.text("alias"): row.text("target") for row in read_rows(folder / "aliases.csv")},
    )


def load_province(code: str, *, on: date = date.max) -> Province:
    """Return the province of an official code as it is on a day.

    Raises:
        CatalogueError: No province has this code, or the day is before there were such communes.
    """
    if on < COMMUNES_SINCE:
        raise CatalogueError(
            province_words.TOO_EARLY.format(first_day=date_text(COMMUNES_SINCE), day=date_text(on))
        )
    try:
        return load_provinces(on)[code]
    except KeyError:
        raise CatalogueError(province_words.UNKNOWN_PROVINCE.format(code=code)) from None


@cache
def load_provinces(on: date = date.max) -> Mapping[str, Province]:
    """Return all provinces by code as they are on a day: the lists of 1/7/2025 and the changes since."""
    folder = DATA / "provinces"
    changes: dict[str, Row] = {}
    for row in read_rows(folder / "changes.csv"):  # the newest last
        if (row.day("valid_from") or date.min) <= on:
            changes[row.text("code")] = row
    communes: dict[str, tuple[Unit, ...]] = {}
    for row in read_rows(folder / "communes.csv"):
        province_code = row.text("province_code")
        unit = _commune(changes.get(row.text("code"), row))
        communes[province_code] = (*communes.get(province_code, ()), unit)
    return {
        row.text("code"): _province(changes.get(row.text("code"), row), communes[row.text("code")])
        for row in read_rows(folder / "provinces.csv")
    }


def _province(row: Row, communes: tuple[Unit, ...]) -> Province:
    return Province(
        code=row.text("code"),
        name=row.text("name"),
        kind=row.enum("kind", ProvinceKind),
        source=row.text("source") or province_words.SOURCE,
        communes=communes,
    )


def _commune(row: Row) -> Unit:
    return commune_unit(
        row.text("code"),
        row.text("name"),
        row.enum("kind", UnitKind),
        source=row.text("source") or province_words.SOURCE,
    )


def _unit(row: Row) -> Unit:
    return Unit(
        code=row.text("code"),
        official_code=row.text("official_code"),
        kind=row.enum("kind", UnitKind),
        name=row.text("name"),
        agency_name=row.text("agency_name"),
        certainty=row.text("certainty"),
        source=row.text("source"),
    )


def _successions(folder: Traversable) -> tuple[Succession, ...]:
    source = folder / "succession.csv"
    return tuple(_succession(row) for row in read_rows(source)) if source.is_file() else ()


def _succession(row: Row) -> Succession:
    return Succession(
        old_code=row.text("old_unit"),
        new_registry=row.text("new_registry"),
        new_code=row.text("new_unit"),
        kind=row.enum("kind", SuccessionKind),
        part=row.text("part"),
        is_territorial=row.flag("is_territorial"),
        certainty=row.text("certainty"),
        source=row.text("source"),
        note=row.text("note"),
    )


def _unit_group(row: Row, units: tuple[Unit, ...]) -> UnitGroup:
    """Expand `kind:xa|phuong` or `unit:11311|11329` into unit codes."""
    scheme, _, members = row.text("members").partition(":")
    wanted = tuple(members.split("|")) if members else ()
    of_kind = tuple(unit.code for unit in units if unit.kind in wanted)
    codes = of_kind if scheme == "kind" else wanted
    return UnitGroup(
        code=row.text("code"),
        name=row.text("name"),
        unit_codes=codes,
        is_open=row.flag("is_open"),
        source=row.text("source"),
    )
