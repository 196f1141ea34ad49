"""The whole document in words: what the Word template prints, tag by tag."""

from dataclasses import dataclass

from catalogue.wording import report as words
from report.facts import ReportFacts
from report.prose import tables
from report.prose.gathering import gathering_prose
from report.prose.head import Head, closing_prose, head_prose, opening_prose
from report.prose.indicators import indicators_prose, money_prose
from report.prose.outlook import outlook_prose
from report.prose.remarks import Remarked, difficulties_prose, proposals_prose
from report.prose.tables import TableRow
from report.prose.tasks import group_prose, tasks_overview


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A lettered heading with its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The text between title and signature."""

    opening: tuple[str, ...]
    gathering: tuple[str, ...]
    tasks: tuple[str, ...]
    task_table: tuple[TableRow, ...]
    groups: tuple[Point, ...]
    indicators: tuple[str, ...]
    indicator_table: tuple[TableRow, ...]
    money: tuple[str, ...]
    money_caption: str
    money_table: tuple[TableRow, ...]
    difficulties: Remarked
    outlook: tuple[str, ...]
    proposals: Remarked
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendices:
    """The rows of the appendices; an appendix without rows says so."""

    tasks: tuple[TableRow, ...]
    indicators: tuple[TableRow, ...]
    money: tuple[TableRow, ...]
    units: tuple[TableRow, ...]
    difficulties: tuple[TableRow, ...]
    proposals: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything a template may print: `head`, `body` and `appendix`."""

    head: Head
    body: Body
    appendix: Appendices


def document(facts: ReportFacts) -> Document:
    """Return the document in words."""
    return Document(head=head_prose(facts), body=_body(facts), appendix=_appendices(facts))


def _body(facts: ReportFacts) -> Body:
    indicator_rows = tables.indicator_table(facts)
    table_number = 3 if indicator_rows else 2
    has_sources = len(facts.money.sources) > 1
    return Body(
        opening=opening_prose(facts),
        gathering=gathering_prose(facts),
        tasks=tasks_overview(facts),
        task_table=tables.group_table(facts) if facts.tasks.groups else (),
        groups=_points(facts),
        indicators=indicators_prose(facts),
        indicator_table=indicator_rows,
        money=money_prose(facts, table_number=table_number),
        money_caption=words.CAPTION_MONEY.format(number=table_number),
        money_table=tables.money_table(facts) if has_sources else (),
        difficulties=difficulties_prose(facts),
        outlook=outlook_prose(facts, agency=facts.office.name or words.BLANK),
        proposals=proposals_prose(facts),
        closing=closing_prose(facts),
    )


def _points(facts: ReportFacts) -> tuple[Point, ...]:
    return tuple(
        Point(
            heading=words.POINT_HEADING.format(letter=letter_of(index), name=group.name),
            paragraphs=group_prose(group),
        )
        for index, group in enumerate(facts.tasks.groups)
    )


def letter_of(index: int) -> str:
    """Return the letter of a point: a, b, c, d, đ … y, then aa, ab."""
    letters = words.POINT_LETTERS
    head, tail = divmod(index, len(letters))
    return (letter_of(head - 1) if head else "") + letters[tail]


def _appendices(facts: ReportFacts) -> Appendices:
    return Appendices(
        tasks=tables.appendix_tasks(facts),
        indicators=tables.appendix_indicators(facts),
        money=tables.appendix_money(facts),
        units=tables.appendix_units(facts),
        difficulties=tables.appendix_difficulties(facts),
        proposals=tables.appendix_proposals(facts),
    )
