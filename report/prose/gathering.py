"""I: who was asked, who answered, and what that means for the figures."""

from collections.abc import Iterator, Sequence

from consolidate import Shown, UnitState
from report.facts import ReportFacts
from report.figures.gathering import Gathering, UnitLine
from report.prose.language import (
    FEW_NAMES,
    MANY_NAMES,
    count_text,
    day_text,
    joined,
    listed,
    lower_first,
    per_cent,
    said,
)
from report.trace.marks import called
from report.trace.origin import tally
from report.wording import words


def gathering_prose(facts: ReportFacts) -> tuple[str, ...]:
    """Return the paragraphs of section I."""
    found = facts.gathering
    if not found.total:
        return (words.NO_UNITS_OWING,)
    return (_asked(facts), *_answered(found), *_footing(found), *_coverage(facts))


def _asked(facts: ReportFacts) -> str:
    found = facts.gathering
    kinds = listed_kinds(found)
    sentences = [words.UNITS_OWING.format(total=count_text(found.total), kinds=kinds)]
    if facts.deadline:
        sentences.append(words.DEADLINE.format(deadline=day_text(facts.deadline)))
    return " ".join(sentences)


def listed_kinds(found: Gathering) -> str:
    """Return how many units of each kind report."""
    return "; ".join(f"{count_text(kind.total)} {lower_first(kind.kind)}" for kind in found.kinds)


def _answered(found: Gathering) -> Iterator[str]:
    rest = joined(
        template.format(count=count_text(count))
        for template, count in ((words.RETURNED, found.returned), (words.MISSING, found.missing))
        if count
    )
    counts = {"accepted": count_text(found.accepted), "total": count_text(found.total)}
    if not rest:
        yield words.ALL_REPORTED.format(timeliness=_timeliness(found), **counts)
    elif not found.accepted:
        yield words.NONE_REPORTED.format(rest=rest)
    else:
        share = per_cent(found.accepted_pct)
        yield words.SOME_REPORTED.format(share=share, timeliness=_timeliness(found), rest=rest, **counts)
    if found.waived:
        waived = found.in_state(UnitState.WAIVED)
        yield words.WAIVED.format(count=count_text(found.waived), units=units_phrase(waived, found.units))
    for template, state in ((words.WHO_RETURNED, UnitState.RETURNED), (words.WHO_MISSING, UnitState.MISSING)):
        if units := found.in_state(state):
            yield template.format(units=units_phrase(units, found.owing))


def _footing(found: Gathering) -> Iterator[str]:
    """On what footing reports were accepted: with warnings, by exception, or nearly empty."""
    if warned := found.shown_as(Shown.WARNED):
        yield words.WARNED.format(count=count_text(tally("submissions", warned)))
    if excepted := found.shown_as(Shown.EXCEPTED):
        yield words.EXCEPTED.format(
            count=count_text(tally("submissions", excepted)),
            units=listed(_excepted(unit) for unit in excepted),
        )
    if found.thin:
        yield words.THIN.format(
            count=count_text(tally("submissions", found.thin)), units=units_phrase(found.thin, found.owing)
        )


def _excepted(unit: UnitLine) -> str:
    """Name a unit with the reason its report was accepted in spite of errors, as the officer gave it."""
    why = said(unit.exception_why)
    return words.EXCEPTED_UNIT.format(unit=called(unit.name), why=why or words.NO_REASON_GIVEN)


def _timeliness(found: Gathering) -> str:
    if not found.on_time and not found.late:
        return ""
    if not found.late:
        return words.ALL_ON_TIME
    if not found.on_time:
        return words.ALL_LATE
    parts = (
        words.ON_TIME.format(count=count_text(found.on_time)),
        words.LATE.format(count=count_text(found.late)),
    )
    return words.TIMELINESS.format(parts=", ".join(parts))


def units_phrase(units: Sequence[UnitLine], among: Sequence[UnitLine]) -> str:
    """Name units where names matter: departments always, commune-level ones when few, else counted."""
    others = [unit for unit in units if not unit.is_communal]
    communal = [unit for unit in units if unit.is_communal]
    names = [called(unit.name) for unit in others]
    if len(names) > MANY_NAMES:
        rest = tally("submissions", others[MANY_NAMES:])
        names = [words.OTHERS.format(names=", ".join(names[:MANY_NAMES]), count=count_text(rest))]
    if len(communal) <= FEW_NAMES:
        return joined([*names, *(called(unit.name) for unit in communal)])
    by_kind = words.OUT_OF_KIND.format(
        part=count_text(tally("submissions", communal)),
        whole=count_text(tally("submissions", [unit for unit in among if unit.is_communal])),
        kind=words.COMMUNAL,
    )
    return joined([*names, by_kind])


def _coverage(facts: ReportFacts) -> Iterator[str]:
    tasks, found = facts.tasks, facts.gathering
    if not tasks.counts.total:
        return
    total = count_text(tasks.counts.total)
    if tasks.complete == tasks.counts.total:
        yield words.COVERAGE_FULL.format(total=total)
        return
    parts = (
        (words.COVERAGE_COMPLETE, tasks.complete),
        (words.COVERAGE_PARTIAL, tasks.partial),
        (words.COVERAGE_NONE, tasks.unreported),
    )
    listed = "; ".join(template.format(count=count_text(count)) for template, count in parts if count)
    sentences = [words.COVERAGE.format(total=total, parts=listed)]
    if found.accepted < found.total:
        sentences.append(words.NOT_COUNTED)
    yield " ".join(sentences)
