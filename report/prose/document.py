"""The whole document in words: what the Word template prints, tag by tag."""

from dataclasses import dataclass

from report.charts import Chart, Charts
from report.facts import ReportFacts
from report.prose import tables
from report.prose.adjustments import adjustments_prose, appendix_adjusted
from report.prose.gathering import gathering_prose
from report.prose.head import Head, closing_prose, head_prose, opening_prose
from report.prose.indicators import indicators_prose, money_prose
from report.prose.language import sentence_case
from report.prose.outlook import outlook_prose
from report.prose.remarks import Remarked, difficulties_prose, proposals_prose
from report.prose.tables import TableRow
from report.prose.tasks import group_prose, tasks_overview
from report.prose.units import units_prose
from report.trace.marks import ordinal
from report.wording import words


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
    charts: Charts
    money: tuple[str, ...]
    money_caption: str
    money_table: tuple[TableRow, ...]
    difficulties: Remarked
    outlook: tuple[str, ...]
    proposals: Remarked
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendices:
    """The rows of the appendices; an appendix without rows says so.

    Attributes:
        has_priority: Whether some task is marked as a priority, and a note explains the mark.
    """

    tasks: tuple[TableRow, ...]
    indicators: tuple[TableRow, ...]
    money: tuple[TableRow, ...]
    units: tuple[TableRow, ...]
    adjusted: tuple[TableRow, ...]
    difficulties: tuple[TableRow, ...]
    proposals: tuple[TableRow, ...]
    has_priority: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything a template may print: `head`, `body` and `appendix`."""

    head: Head
    body: Body
    appendix: Appendices


def document(facts: ReportFacts, charts: Charts | None = None) -> Document:
    """Return the document in words, around its charts."""
    body = _body(facts, charts or Charts())
    return Document(head=head_prose(facts), body=body, appendix=_appendices(facts))


def _body(facts: ReportFacts, charts: Charts) -> Body:
    indicator_rows = tables.indicator_table(facts)
    table_number = 3 if indicator_rows else 2
    has_sources = len(facts.money.sources) > 1
    return Body(
        opening=opening_prose(facts),
        gathering=(*gathering_prose(facts), *adjustments_prose(facts)),
        charts=charts,
        tasks=(
            *_with_charts(tasks_overview(facts), charts.progress, charts.trend),
            *units_prose(facts),
        ),
        task_table=tables.group_table(facts) if facts.tasks.groups else (),
        groups=_points(facts),
        indicators=_with_charts(indicators_prose(facts), charts.targets),
        indicator_table=indicator_rows,
        money=_with_charts(money_prose(facts, table_number=table_number), charts.money),
        money_caption=words.CAPTION_MONEY.format(number=ordinal(table_number)),
        money_table=tables.money_table(facts) if has_sources else (),
        difficulties=difficulties_prose(facts),
        outlook=outlook_prose(facts, agency=facts.office.name or words.BLANK),
        proposals=proposals_prose(facts),
        closing=closing_prose(facts),
    )


def _with_charts(paragraphs: tuple[str, ...], *charts: Chart | None) -> tuple[str, ...]:
    """Return paragraphs, the last of which points to the charts below."""
    *first, last = paragraphs
    seen = (words.CHART_SEEN[chart.key].format(number=ordinal(chart.number)) for chart in charts if chart)
    return (*first, " ".join([last, *seen]))


def _points(facts: ReportFacts) -> tuple[Point, ...]:
    return tuple(
        Point(
            heading=words.POINT_HEADING.format(letter=letter_of(index), name=sentence_case(group.name)),
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
        adjusted=appendix_adjusted(facts),
        difficulties=tables.appendix_difficulties(facts),
        proposals=tables.appendix_proposals(facts),
        has_priority=any(task.is_priority for task in facts.tasks.lines),
    )
