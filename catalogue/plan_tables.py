"""A plan as its files hold it: rows of text, before anything is understood; what people edit and exchange."""

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import tomli_w

TABLES: Mapping[str, tuple[str, ...]] = {
    "groups": (
        *("code", "name", "task_count", "priority_count"),
        *("parent_code", "number", "coverage_text", "note"),
    ),
    "tasks": (
        *("code", "group_code", "number", "parent_code", "name", "product", "is_priority", "is_scheme"),
        *("deadline_text", "deadline_from", "deadline_to", "deadline_is_open"),
        *("lead_text", "advising_text", "coordinating_text", "resources_text", "inherited", "note", "weight"),
    ),
    "mentions": ("task_code", "role", "position", "agency", "scope"),
    "indicators": (
        *("code", "target_number", "name", "unit_of_measure", "kind", "direction", "is_direction_derived"),
        *("target_low", "target_high", "year", "baseline_year", "baseline_value", "across", "over_time"),
        *("numerator", "denominator", "is_share", "task_code", "note", "target_text"),
    ),
    "priorities": (
        "code",
        "number",
        "task_codes",
        "lead_text",
        "text",
        "deadline_text",
        "deadline_to",
        "note",
    ),
}
# A plan without rows in these has no such file.
OPTIONAL_TABLES = frozenset({"priorities"})


@dataclass(frozen=True, kw_only=True)
class PlanTables:
    """A plan's files as plain values.

    Attributes:
        about: `plan.toml` as read: texts, numbers, dates, lists, and the tables `role_labels`, `office`,
            `party_office` and `calendar`.
        tables: By table of `TABLES`, its rows in order, each a mapping of every column to its text.
        guesses: What a draft guessed and a person must confirm: table, 0-based row and column (blank: the
            whole row) to a sentence; on `about` the row is 0 and the column the key.
    """

    about: Mapping[str, Any]
    tables: Mapping[str, Sequence[Mapping[str, str]]]
    guesses: Mapping[tuple[str, int, str], str] = field(default_factory=dict)


def read_plan_tables(folder: Traversable) -> PlanTables:
    """Return the files of a plan's folder."""
    return PlanTables(
        about=tomllib.loads((folder / "plan.toml").read_text(encoding="utf-8")),
        tables={table: tuple(_rows(folder / f"{table}.csv", columns)) for table, columns in TABLES.items()},
    )


def write_plan_tables(folder: Path, tables: PlanTables) -> None:
    """Write a plan's folder: `plan.toml` and one CSV file per table, UTF-8, LF."""
    folder.mkdir(parents=True, exist_ok=True)
    text = tomli_w.dumps(tables.about, multiline_strings=False)
    (folder / "plan.toml").write_text(text, encoding="utf-8", newline="\n")
    for table, columns in TABLES.items():
        if table in OPTIONAL_TABLES and not tables.tables[table]:
            (folder / f"{table}.csv").unlink(missing_ok=True)
            continue
        stream = io.StringIO(newline="")
        writer = csv.DictWriter(stream, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(tables.tables[table])
        (folder / f"{table}.csv").write_text(stream.getvalue(), encoding="utf-8", newline="")


def _rows(source: Traversable, columns: Sequence[str]) -> list[Mapping[str, str]]:
    """Return the rows of a CSV file; columns it lacks are blank; an absent file has no rows."""
    if not source.is_file():
        return []
    text = io.StringIO(source.read_text(encoding="utf-8"), newline="")
    return [{column: row.get(column) or "" for column in columns} for row in csv.DictReader(text)]
