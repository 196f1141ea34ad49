"""II.2 and II.3: what was reached, and what it cost."""

from collections.abc import Iterator, Sequence

from catalogue.wording import report as words
from report.facts import ReportFacts
from report.figures.indicators import IndicatorLine, Indicators
from report.prose.language import MANY_NAMES, count_text, joined, listed, lower_first, million, per_cent


def indicators_prose(facts: ReportFacts) -> tuple[str, ...]:
    """Return the paragraphs on indicators."""
    found = facts.indicators
    if not found.total:
        return (words.NO_INDICATORS,)
    return (_total(found), *(_reached(found) if found.with_data else (words.NO_INDICATOR_DATA,)))


def _total(found: Indicators) -> str:
    parts = _parts(
        (words.INDICATORS_WITH_DATA, found.with_data),
        (words.INDICATORS_NO_DATA, found.without_data),
        (words.INDICATORS_NO_REPORTER, found.without_reporter),
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
        yield words.INDICATORS_PARTIAL.format(count=count_text(len(partial)), items=items)


def _partial(line: IndicatorLine) -> str:
    return words.INDICATOR_PARTIAL.format(
        number=line.number, reported=count_text(line.reported), owed=count_text(line.owed)
    )


def _years(found: Sequence[IndicatorLine]) -> str:
    first, last = min(line.target_year for line in found), max(line.target_year for line in found)
    if first == last:
        return words.YEAR_ONE.format(year=first)
    return words.YEAR_SPAN.format(first=first, last=last)


def indicator_names(found: Sequence[IndicatorLine]) -> str:
    """Return indicators by number, cut short when there are many."""
    shown = [line.number for line in found[:MANY_NAMES]]
    rest = len(found) - len(shown)
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
        return (f"{total} {words.MONEY_SOURCES.format(number=table_number)}",)
    source = found.sources[0].source
    return (f"{total} {words.MONEY_ONE_SOURCE.format(source=lower_first(source))}" if source else total,)
