"""A plan, read from the files of its folder."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any

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
from catalogue.rows import Row, read_rows, read_toml


def read_plan(folder: Traversable, *, check: bool = True) -> Plan:
    """Read the plan whose files stand in a folder, and check it against itself.

    Raises:
        CatalogueError: A value cannot be read or (checked) contradicts another.
    """
    about = read_toml(folder / "plan.toml")
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
        party_office=_party_office(about.get("party_office")),
        notes=tuple(about["notes"]),
        groups=tuple(_group(row) for row in read_rows(folder / "groups.csv")),
        tasks=tuple(_task(row, mentions) for row in read_rows(folder / "tasks.csv")),
        indicators=tuple(_indicator(row) for row in read_rows(folder / "indicators.csv")),
        priorities=tuple(_priority(row) for row in read_rows(folder / "priorities.csv")),
    )
    if check:
        check_plan(plan)
    return plan


def _party_office(about: Mapping[str, Any] | None) -> Office | None:
    if about is None:
        return None
    return Office(**{**about, "recipients": tuple(about.get("recipients", ()))})


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
        weight=1 if (weight := row.number("weight")) is None else weight,
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
