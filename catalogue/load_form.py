"""The standard form, read from its data."""

from datetime import date
from functools import cache

from catalogue.field import Choice, Clause, Field, FormDesign, Kind, Sheet, SheetKey
from catalogue.rows import DATA, Row, read_rows

FORM_VERSION = "1"


@cache
def load_design(on: date = date.max) -> FormDesign:
    """Return the standard form as it stands at a date: of each field the newest row in force."""
    fields: dict[tuple[SheetKey, str], Field] = {}
    for row in read_rows(DATA / "fields.csv"):
        field = _field(row)
        if field.valid_from <= on:
            fields[field.sheet, field.key] = field
    choices: dict[str, tuple[Choice, ...]] = {}
    variants = _variants()
    for row in read_rows(DATA / "choices.csv"):
        known = variants.get((row.text("list"), row.text("key")), ())
        choice = Choice(key=row.text("key"), label=row.text("label"), variants=known)
        choices[row.text("list")] = (*choices.get(row.text("list"), ()), choice)
    return FormDesign(
        version=FORM_VERSION,
        sheets=tuple(
            Sheet(
                key=row.enum("key", SheetKey),
                title=row.text("title"),
                free_rows=row.required_integer("free_rows"),
            )
            for row in read_rows(DATA / "sheets.csv")
        ),
        fields=tuple(fields.values()),
        choices=choices,
    )


def _variants() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the other words for each choice, by list and key."""
    variants: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in read_rows(DATA / "choice_variants.csv"):
        place = row.text("list"), row.text("key")
        variants[place] = (*variants.get(place, ()), row.text("variant"))
    return variants


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
