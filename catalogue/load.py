"""Read the catalogue's data files into frozen values; the only module here that opens them."""

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from catalogue.amount import date_text
from catalogue.duty import check_agencies
from catalogue.errors import CatalogueError
from catalogue.field import Choice, Clause, Field, FormDesign, Kind, Sheet, SheetKey
from catalogue.office import Office
from catalogue.plan import (
    Across,
    CalendarEntry,
    Deadline,
    Direction,
    Group,
    Indicator,
    Measure,
    Mention,
    OverTime,
    Plan,
    Priority,
    Role,
    Task,
    check_plan,
)
from catalogue.plan_tables import PlanTables, read_plan_tables
from catalogue.provinces import Province, ProvinceKind, commune_unit, complete_units
from catalogue.text import clean
from catalogue.unit import Registry, Succession, SuccessionKind, Unit, UnitGroup, UnitKind
from catalogue.wording import catalogue as words
from catalogue.wording import provinces as province_words

FORM_VERSION = "1"
COMMUNES_SINCE = date(2025, 7, 1)  # Quyết định 19/2025/QĐ-TTg: provinces and communes, no districts between
_DATA = files("catalogue") / "data"

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Row:
    """One row of a CSV file, read by column name and type."""

    def __init__(self, file: str, line: int, cells: Mapping[str, str]) -> None:
        """Keep the row with its place, for messages."""
        self._file = file
        self._line = line
        self._cells = cells

    def text(self, column: str) -> str:
        """Return the text of a column, blank when the column is absent."""
        return clean(self._cells.get(column) or "")

    def flag(self, column: str) -> bool:
        """Whether a column is ticked with `x`."""
        return self.one_of(column, {"": False, "x": True})

    def one_of(self, column: str, values: Mapping[str, T]) -> T:
        """Return the value a column's text stands for."""
        try:
            return values[self.text(column)]
        except KeyError:
            raise self._refuse(column) from None

    def enum(self, column: str, kind: type[E]) -> E:
        """Return the member of an enumeration."""
        return self.one_of(column, {member.value: member for member in kind})

    def number(self, column: str) -> float | None:
        """Return a number written with a decimal point, or None."""
        try:
            return float(self.text(column)) if self.text(column) else None
        except ValueError:
            raise self._refuse(column) from None

    def integer(self, column: str) -> int | None:
        """Return a whole number, or None."""
        try:
            return int(self.text(column)) if self.text(column) else None
        except ValueError:
            raise self._refuse(column) from None

    def day(self, column: str) -> date | None:
        """Return an ISO date, or None."""
        try:
            return date.fromisoformat(self.text(column)) if self.text(column) else None
        except ValueError:
            raise self._refuse(column) from None

    def required_integer(self, column: str) -> int:
        """Return a whole number that must be there."""
        value = self.integer(column)
        if value is None:
            raise self._refuse(column)
        return value

    def _refuse(self, column: str) -> CatalogueError:
        return CatalogueError(
            words.BAD_VALUE.format(
                file=self._file, line=self._line, column=column, value=self._cells.get(column)
            )
        )


def read_rows(source: Traversable) -> Iterator[Row]:
    """Yield the rows of a CSV file with a header row; none when the file is absent."""
    if not source.is_file():
        return
    text = io.StringIO(source.read_text(encoding="utf-8"), newline="")
    for line, cells in enumerate(csv.DictReader(text), start=2):
        yield Row(source.name, line, cells)


@dataclass(frozen=True)
class Catalogue:
    """Where plans and registries are looked for: the package's own data, then a folder of the user's.

    Attributes:
        extra: A folder with `plans/` and `registries/` laid out as in `catalogue/data`; it may add
            plans and registries but not replace the package's own.
    """

    extra: Path | None = None

    def plan_ids(self) -> tuple[str, ...]:
        """Return the ids of all plans, sorted."""
        return tuple(sorted(self._folders("plans")))

    def plan(self, plan_id: str, *, check: bool = True) -> Plan:
        """Return a plan, checked against itself and against its registry.

        Unchecked, it may contradict itself and name agencies nobody knows: `lint` lists all of that.

        Raises:
            CatalogueError: No such plan, a value of it cannot be read, or (checked) its data contradict
                themselves.
        """
        plan = read_plan(self._folder("plans", plan_id, words.UNKNOWN_PLAN), check=check)
        if check:
            check_agencies(plan, self.registry(plan.registry_id))
        return plan

    def plan_tables(self, plan_id: str) -> PlanTables:
        """Return a plan's files as plain values.

        Raises:
            CatalogueError: No such plan.
        """
        return read_plan_tables(self._folder("plans", plan_id, words.UNKNOWN_PLAN))

    def registry(self, registry_id: str) -> Registry:
        """Return a registry.

        Raises:
            CatalogueError: No such registry, or a value of it cannot be read.
        """
        return read_registry(self._folder("registries", registry_id, words.UNKNOWN_REGISTRY))

    def registry_on(self, registry_id: str, day: date) -> Registry:
        """Return the registry that holds on a day: this one, or the one that succeeded it by then.

        Raises:
            CatalogueError: The registry ended and the catalogue has none after it.
        """
        registry = self.registry(registry_id)
        if registry.valid_to is None or day <= registry.valid_to:
            return registry
        successors = {row.new_registry for row in registry.successions}
        if len(successors) != 1:
            raise CatalogueError(
                words.NO_SUCCESSOR.format(registry=registry_id, day=date_text(registry.valid_to))
            )
        return self.registry_on(successors.pop(), day)

    def _folders(self, kind: str) -> dict[str, Traversable]:
        roots: list[Traversable] = [self.extra] if self.extra else []
        folders: dict[str, Traversable] = {}
        for root in (*roots, _DATA):
            if (root / kind).is_dir():
                folders |= {folder.name: folder for folder in (root / kind).iterdir() if folder.is_dir()}
        return folders

    def _folder(self, kind: str, name: str, message: str) -> Traversable:
        try:
            return self._folders(kind)[name]
        except KeyError:
            raise CatalogueError(message.format(name=name)) from None


def read_plan(folder: Traversable, *, check: bool = True) -> Plan:
    """Read the plan whose files stand in a folder, and check it against itself.

    Raises:
        CatalogueError: A value cannot be read or (checked) contradicts another.
    """
    about = _toml(folder / "plan.toml")
    mentions: dict[str, list[Mention]] = {}
    for row in read_rows(folder / "mentions.csv"):
        mentions.setdefault(row.text("task_code"), []).append(
            Mention(role=row.enum("role", Role), agency=row.text("agency"), scope=row.text("scope"))
        )
    plan = Plan(
        id=about["id"],
        version=about["version"],
        title=about["title"],
        short_title=about["short_title"],
        number=about["number"],
        issued_on=about.get("date", ""),
        issuer=about["issuer"],
        focal_agency=about.get("focal_agency", ""),
        calendar=tuple(CalendarEntry(**entry) for entry in about.get("calendar", ())),
        kind=about["kind"],
        registry_id=about["registry"],
        year_from=about["period_from"],
        year_to=about["period_to"],
        reporting_role=Role(about["reporting_role"]),
        role_labels={Role(role): label for role, label in about["role_labels"].items()},
        legal_bases=tuple(about["legal_bases"]),
        office=Office(**about["office"] | {"recipients": tuple(about["recipients"])}),
        notes=tuple(about["notes"]),
        groups=tuple(_group(row) for row in read_rows(folder / "groups.csv")),
        tasks=tuple(_task(row, mentions) for row in read_rows(folder / "tasks.csv")),
        indicators=tuple(_indicator(row) for row in read_rows(folder / "indicators.csv")),
        priorities=tuple(_priority(row) for row in read_rows(folder / "priorities.csv")),
    )
    if check:
        check_plan(plan)
    return plan


def read_registry(folder: Traversable) -> Registry:
    """Read the registry whose files stand in a folder.

    With `communes_of = "31"` it has the communes of that province as of its first day, listed or not.
    """
    about = _toml(folder / "registry.toml")
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


@cache
def load_design(on: date = date.max) -> FormDesign:
    """Return the standard form as it stands at a date: of each field the newest row in force."""
    fields: dict[tuple[SheetKey, str], Field] = {}
    for row in read_rows(_DATA / "fields.csv"):
        field = _field(row)
        if field.valid_from <= on:
            fields[field.sheet, field.key] = field
    choices: dict[str, tuple[Choice, ...]] = {}
    for row in read_rows(_DATA / "choices.csv"):
        choice = Choice(key=row.text("key"), label=row.text("label"))
        choices[row.text("list")] = (*choices.get(row.text("list"), ()), choice)
    return FormDesign(
        version=FORM_VERSION,
        sheets=tuple(
            Sheet(
                key=row.enum("key", SheetKey),
                title=row.text("title"),
                free_rows=row.required_integer("free_rows"),
            )
            for row in read_rows(_DATA / "sheets.csv")
        ),
        fields=tuple(fields.values()),
        choices=choices,
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
    folder = _DATA / "provinces"
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


def _toml(source: Traversable) -> dict[str, Any]:
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _group(row: Row) -> Group:
    return Group(
        code=row.text("code"),
        name=row.text("name"),
        task_count=row.integer("task_count"),
        priority_count=row.integer("priority_count"),
        parent_code=row.text("parent_code"),
        number=row.text("number") or row.text("code"),
        coverage_text=row.text("coverage_text"),
        note=row.text("note"),
    )


def _task(row: Row, mentions: Mapping[str, list[Mention]]) -> Task:
    return Task(
        code=row.text("code"),
        group_code=row.text("group_code"),
        number=row.text("number"),
        parent_code=row.text("parent_code"),
        name=row.text("name"),
        product=row.text("product"),
        is_priority=row.flag("is_priority"),
        is_scheme=row.flag("is_scheme"),
        deadline=Deadline(
            text=row.text("deadline_text"),
            start=row.day("deadline_from"),
            end=row.day("deadline_to"),
            is_open=row.flag("deadline_is_open"),
        ),
        agencies={role: row.text(f"{role}_text") for role in Role},
        mentions=tuple(mentions.get(row.text("code"), ())),
        resources=row.text("resources_text"),
        inherited=tuple(filter(None, row.text("inherited").split("|"))),
        note=row.text("note"),
    )


def _priority(row: Row) -> Priority:
    return Priority(
        code=row.text("code"),
        number=row.text("number"),
        task_codes=tuple(filter(None, row.text("task_codes").split("|"))),
        lead_text=row.text("lead_text"),
        text=row.text("text"),
        deadline=Deadline(
            text=row.text("deadline_text"), start=None, end=row.day("deadline_to"), is_open=False
        ),
        note=row.text("note"),
    )


def _indicator(row: Row) -> Indicator:
    return Indicator(
        code=row.text("code"),
        target_number=row.text("target_number"),
        name=row.text("name"),
        unit_of_measure=row.text("unit_of_measure"),
        measure=row.enum("kind", Measure),
        direction=row.enum("direction", Direction),
        is_direction_derived=row.flag("is_direction_derived"),
        target_low=row.number("target_low"),
        target_high=row.number("target_high"),
        year=row.required_integer("year"),
        baseline_year=row.integer("baseline_year"),
        baseline_value=row.number("baseline_value"),
        across=row.enum("across", Across),
        over_time=row.enum("over_time", OverTime),
        numerator=row.text("numerator"),
        denominator=row.text("denominator"),
        is_share=row.flag("is_share"),
        task_code=row.text("task_code"),
        note=row.text("note"),
        target_text=row.text("target_text"),
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


def _field(row: Row) -> Field:
    return Field(
        sheet=row.enum("sheet", SheetKey),
        key=row.text("key"),
        header=row.text("header"),
        kind=row.enum("kind", Kind),
        is_fixed=row.flag("is_fixed"),
        is_required=row.flag("is_required"),
        required_when=_clauses(row.text("required_when")),
        blank_when=_clauses(row.text("blank_when")),
        choices=row.text("choices"),
        minimum=row.number("minimum"),
        maximum=row.number("maximum"),
        max_length=row.integer("max_length"),
        width=row.number("width") or 12,
        prompt=row.text("prompt"),
        source=row.text("source"),
        valid_from=row.day("valid_from") or date.min,
    )


def _clauses(text: str) -> tuple[Clause, ...]:
    """Read `status=done|paused;measure=ratio` into clauses that must all hold."""
    clauses = []
    for part in filter(None, text.split(";")):
        key, _, choices = part.partition("=")
        clauses.append(Clause(field_key=key, choices=tuple(choices.split("|"))))
    return tuple(clauses)
