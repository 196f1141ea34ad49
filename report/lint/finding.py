"""A deviation from the official format, as data."""

from dataclasses import dataclass

from catalogue.format_rule import FormatRule, Profile
from catalogue.wording import lint_docx as words
from catalogue.wording.findings import Severity
from report.lint.model import Place
from report.lint.wording import name_of, requirement_text, source_text

_SHOWN_LETTERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place of a deviation and the words there, none where something is missing."""

    place: Place
    words: str

    def __str__(self) -> str:
        """Return the place in words, with the first words there."""
        where = words.PARAGRAPH.format(number=self.place.paragraph)
        if self.place.table:
            where = words.CELL.format(table=self.place.table, row=self.place.row, cell=self.place.cell)
        if self.place.part != words.BODY:
            where = words.PARTS[self.place.part].format(number=self.place.paragraph)
        return words.PLACE.format(place=where, words=_cut(self.words)) if self.words else where


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN_LETTERS else text[:_SHOWN_LETTERS].rsplit(" ", 1)[0] + words.CUT


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatFinding:
    """Where a document differs from a rule.

    Attributes:
        found: What was found, in words.
        spots: Every place where just this was found, at least one.
    """

    rule: FormatRule
    found: str
    spots: tuple[Spot, ...]

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.rule.severity

    @property
    def message(self) -> str:
        """What was found and what is required, in one sentence."""
        return words.MESSAGE.format(
            component=name_of(self.rule),
            property=words.PROPERTIES[self.rule.trait],
            found=self.found,
            required=requirement_text(self.rule),
        )

    @property
    def source(self) -> str:
        """The rule's document and clause."""
        return source_text(self.rule)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatVerdict:
    """All deviations of one document, in the order of the document, and the profile it was held against."""

    profile: Profile
    findings: tuple[FormatFinding, ...]

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing but notes."""
        return all(each.severity is Severity.NOTE for each in self.findings)

    def count(self, severity: Severity) -> int:
        """Return how many findings weigh this much."""
        return sum(each.severity is severity for each in self.findings)
