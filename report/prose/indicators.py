"""II.2 and II.3: what was reached, and what it cost."""

from collections.abc import Iterator, Sequence

from report.facts import ReportFacts
from report.figures.indicators import IndicatorLine, Indicators
from report.prose.language import (
    MANY_NAMES,
    count_text,
    joined,
    listed,
    lower_first,
    million,
    per_cent,
    year_text,
)
from report.trace.marks import called, ordinal
from report.trace.origin import tally
from report.wording import words


def indicators_prose(facts: ReportFacts) -> tuple[str, ...]:
    """Return the paragraphs on indicators."""
    found = facts.indicators
    if not found.total:
        return (words.NO_INDICATORS,)
    if not found.with_data:
        return (_no_data(found),)
    return (_total(found), *_reached(found))


def _no_data(found: Indicators) -> str:
    total = count_text(found.total)
    if found.without_reporter == found.total:
        template = words.NO_INDICATOR_REPORTER if found.total == 1 else words.NO_INDICATOR_REPORTERS
        return template.format(total=total)
    if found.worded == found.total:
        return words.NO_INDICATOR_WORDED.format(total=total)
    not_asked = _parts(
        (words.INDICATORS_NO_REPORTER, found.without_reporter), (words.INDICATORS_WORDED, found.worded)
    )
    parts = words.NO_INDICATOR_DATA_PARTS.format(parts=not_asked) if not_asked else ""
    return words.NO_INDICATOR_DATA.format(total=total, parts=parts)


def _total(found: Indicators) -> str:
    parts = _parts(
        (words.INDICATORS_WITH_DATA, found.with_data),
        (words.INDICATORS_NO_DATA, found.without_data),
        (words.INDICATORS_NO_REPORTER, found.without_reporter),
        (words.INDICATORS_WORDED, found.worded),
    )
    return words.INDICATORS_TOTAL.format(total=count_text(found.total), parts=parts)


def _parts(*counted: tuple[str, int]) -> str:
    return joined(template.format(count=count_text(count)) for template, count in counted if count)


def _reached(found: Indicators) -> Iterator[str]:
    by_assessment = found.by_assessment
    parts = _parts(
        (words.INDICATORS_EXCEEDED, by_assessment["exceeded"]),
        (words.INDICATORS_MET, by_assessment["met"]),
        (words.INDICATORS_NOT_MET, by_assessment["not_met"]),
        (words.INDICATORS_UNCLEAR, found.unclear),
    )
    assessed = words.INDICATORS_ASSESSED.format(years=_years(found.valued), parts=parts)
    yield f"{assessed} {words.INDICATORS_TABLE}"
    partial = [line for line in found.valued if line.is_partial]
    if partial:
        items = listed(_partial(line) for line in partial)
        count = tally("indicators", partial)
        yield words.INDICATORS_PARTIAL.format(count=count_text(count), items=items)


def _partial(line: IndicatorLine) -> str:
    return words.INDICATOR_PARTIAL.format(
        number=called(line.number), reported=count_text(line.reported), owed=count_text(line.owed)
    )


def _years(found: Sequence[IndicatorLine]) -> str:
    years = sorted(line.target_year for line in found)
    first, last = years[0], years[-1]
    if first == last:
        return words.YEAR_ONE.format(year=year_text(first))
    return words.YEAR_SPAN.format(first=year_text(first), last=year_text(last))


def indicator_names(found: Sequence[IndicatorLine]) -> str:
    """Return indicators by number, cut short when there are many."""
    shown = [called(line.number) for line in found[:MANY_NAMES]]
    rest = tally("indicators", found[MANY_NAMES:])
    return (
        joined(shown)
        if not rest
        else words.OTHER_INDICATORS.format(names=", ".join(shown), count=count_text(rest))
    )


def money_prose(facts: ReportFacts, *, table_number: int) -> tuple[str, ...]:
    """Return the paragraphs on money; `table_number` is the number of the table by funding source."""
    found = facts.money
    if not found.lines:
        return (words.NO_MONEY,)
    rate = found.total.disbursed_pct
    total = words.MONEY_TOTAL.format(
        units=count_text(found.units),
        planned=million(found.total.planned_vnd),
        disbursed=million(found.total.disbursed_vnd),
        rate="" if rate is None else words.MONEY_RATE.format(share=per_cent(rate)),
    )
    if len(found.sources) > 1:
        return (f"{total} {words.MONEY_SOURCES.format(number=ordinal(table_number))}",)
    source = found.sources[0].source
    if not source:
        return (total,)
    return (f"{total} {words.MONEY_ONE_SOURCE.format(source=called(lower_first(source)))}",)
