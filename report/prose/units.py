"""Whose tasks go best and whose are late, by name."""

from collections.abc import Callable, Iterator, Sequence

from report.facts import ReportFacts
from report.figures.units import UnitTasks
from report.prose.language import count_text, joined
from report.trace.marks import called
from report.trace.origin import tally
from report.wording import words

MOST_BEST = 3
MOST_LAGGING = 5


def units_prose(facts: ReportFacts) -> Iterator[str]:
    """Yield the paragraphs on units; none when no unit stands out."""
    best = first_apart(facts.units.best, lambda unit: unit.rank or 0, most=MOST_BEST)
    if best:
        yield words.BEST_UNITS.format(units=joined(map(_best, best)))
    lagging = facts.units.lagging
    worst = first_apart(lagging, lambda unit: unit.overdue, most=MOST_LAGGING)
    if len(worst) < len(lagging):
        count = count_text(tally("units", lagging))
        template = words.LAGGING_UNITS if worst else words.LAGGING_COUNT
        yield template.format(count=count, units=joined(map(_lagging, worst)))
    elif lagging:
        yield words.LAGGING_ALL.format(units=joined(map(_lagging, lagging)))


def first_apart(
    units: Sequence[UnitTasks], key: Callable[[UnitTasks], float], *, most: int
) -> Sequence[UnitTasks]:
    """Return the first few of some sorted units; nobody is named whose equals are not."""
    if len(units) <= most:
        return units
    return [unit for unit in units[:most] if key(unit) != key(units[most])]


def _best(unit: UnitTasks) -> str:
    return words.BEST_UNIT.format(
        unit=called(unit.name), done=count_text(unit.done), owed=count_text(unit.owed)
    )


def _lagging(unit: UnitTasks) -> str:
    return words.LAGGING_UNIT.format(unit=called(unit.name), count=count_text(unit.overdue))
