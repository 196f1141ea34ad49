"""What the consolidating office adjusted: a paragraph, and a table in the appendix of units."""

from report.facts import ReportFacts
from report.figures.adjustments import AdjustedFigure, Shown
from report.prose.language import (
    SHORT_CELL_LENGTH,
    count_text,
    million_cell,
    name_line,
    number_cell,
    said,
)
from report.prose.tables import TableRow
from report.trace.marks import called, ordinal
from report.trace.origin import Whole
from report.wording import words


def adjustments_prose(facts: ReportFacts) -> tuple[str, ...]:
    """Return the paragraph on adjustments; none when nothing was adjusted."""
    found = facts.adjustments
    if not found.figures:
        return ()
    sentence = words.ADJUSTED.format(count=count_text(found.count))
    if found.unexplained:
        sentence += words.ADJUSTED_UNEXPLAINED.format(count=count_text(found.unexplained))
    return (sentence,)


def appendix_adjusted(facts: ReportFacts) -> tuple[TableRow, ...]:
    """Return every adjusted figure: of which unit, what, from what to what, and why."""
    return tuple(
        TableRow(
            cells=(
                ordinal(number),
                called(figure.unit),
                _row(figure),
                figure.figure,
                _shown(figure.before) or words.NOTHING_REPORTED,
                _shown(figure.after),
                said(figure.why) or words.NO_REASON,
            )
        )
        for number, figure in enumerate(facts.adjustments.figures, start=1)
    )


def _row(figure: AdjustedFigure) -> str:
    name = name_line(figure.name, most=SHORT_CELL_LENGTH)
    if not figure.number:
        return name
    return words.CLAUSE_HEADING.format(number=called(figure.number), name=name)


def _shown(value: Shown) -> str:
    if isinstance(value, Whole):
        return million_cell(value)
    return value or "" if isinstance(value, str | None) else number_cell(value)
