"""The rules of the official format (thể thức văn bản): one table, a row for every component and property."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from catalogue.rows import DATA, Row, read_rows
from catalogue.text import comparison_key
from catalogue.wording.findings import Severity

_FOLDER = DATA / "format"


class Profile(StrEnum):
    """Whose format a document follows."""

    ND30 = "nd30"
    PARTY = "dang"


class Basis(StrEnum):
    """How a source supports a rule."""

    STATED = "stated"
    SAMPLE = "sample"
    READING = "reading"
    HOUSE = "house"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatRule:
    """One property that one component of a document must have.

    Attributes:
        trait: The property, as named in the table's column of that name.
        required: The values allowed; none where `minimum`, `maximum` or `pattern` says it.
        minimum: The least value, in `unit`.
        unit: mm, pt, lines or ratio (of the words' length); blank for what is not a number.
        applies: The rule holds only for text this matches; None: for all.
        pattern: What the text must match.
        requirement: What is required, in words; blank where the values say it.
        document: The source (NĐ 30's appendix, or the Party's guide).
        clause: Its part, khoản and điểm.
    """

    profile: Profile
    component: str
    trait: str
    required: tuple[str, ...]
    minimum: float | None
    maximum: float | None
    unit: str
    applies: re.Pattern[str] | None
    pattern: re.Pattern[str] | None
    requirement: str
    severity: Severity
    basis: Basis
    document: str
    clause: str

    @property
    def key(self) -> str:
        """The rule's name within its profile."""
        return f"{self.component}.{self.trait}"

    @property
    def id(self) -> str:
        """The rule's name: profile, component, property."""
        return f"{self.profile}.{self.key}"

    @property
    def is_unofficial(self) -> bool:
        """Whether the rule was read in a third party's extract of its source."""
        return self.profile is Profile.PARTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A part of a document (thành phần thể thức); `pattern` is how its text is known, None: by its place."""

    key: str
    name: str
    pattern: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """A named type of document (tên loại): its abbreviation, and what its official sample does without.

    Attributes:
        without: Components, or `component.property`, that the rules ask for and the sample has not.
    """

    name: str
    symbol: str
    without: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconsistency:
    """Where the decree contradicts itself, and what the check does about it."""

    key: str
    what: str
    treatment: str
    place: str


@cache
def load_format_rules(profile: Profile) -> tuple[FormatRule, ...]:
    """Return the rules of a profile, in the order of the table."""
    rows = (_rule(row) for row in read_rows(_FOLDER / "rules.csv"))
    return tuple(rule for rule in rows if rule.profile is profile)


@cache
def load_components(profile: Profile) -> Mapping[str, Component]:
    """Return the components of a profile by key."""
    own = {"", profile.value}
    rows = [row for row in read_rows(_FOLDER / "components.csv") if row.text("profile") in own]
    return {
        row.text("key"): Component(
            key=row.text("key"), name=row.text("name"), pattern=_pattern(row, "pattern")
        )
        for row in rows
    }


@cache
def load_document_types() -> Mapping[str, DocumentType]:
    """Return the named types of documents by the comparison key of their names."""
    return {
        comparison_key(row.text("name")): DocumentType(
            name=row.text("name"),
            symbol=row.text("symbol"),
            without=frozenset(row.text("without").split()),
        )
        for row in read_rows(_FOLDER / "document_types.csv")
    }


@cache
def load_inconsistencies() -> tuple[Inconsistency, ...]:
    """Return the decree's own contradictions that the check tolerates."""
    names = ("key", "what", "treatment", "place")
    return tuple(
        Inconsistency(**{name: row.text(name) for name in names})
        for row in read_rows(_FOLDER / "inconsistencies.csv")
    )


def _rule(row: Row) -> FormatRule:
    required = row.text("required")
    return FormatRule(
        profile=row.enum("profile", Profile),
        component=row.text("component"),
        trait=row.text("property"),
        required=tuple(required.split("|")) if required else (),
        minimum=row.number("minimum"),
        maximum=row.number("maximum"),
        unit=row.text("unit"),
        applies=_pattern(row, "applies"),
        pattern=_pattern(row, "pattern"),
        requirement=row.text("requirement"),
        severity=row.enum("severity", Severity),
        basis=row.enum("basis", Basis),
        document=row.text("document"),
        clause=row.text("clause"),
    )


def _pattern(row: Row, column: str) -> re.Pattern[str] | None:
    return re.compile(row.text(column)) if row.text(column) else None
