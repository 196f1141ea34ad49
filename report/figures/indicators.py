"""What was reached: each indicator, counted by how it stands against its target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalogue.wording import master as master_words
from consolidate import MasterTables
from report.figures.cells import Line, lines
from report.trace.origin import counted, tally

ASSESSED = ("exceeded", "met", "not_met")
# Nobody is asked for a figure: no unit is appointed, or the target is in words.
NOT_ASKED = frozenset({"no_reporter", "worded"})


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """One indicator over all the units that report it; `assessment` is a key of `ASSESSMENTS`.

    Attributes:
        at: Its row's position in the table.
        low, high: The bounds of its target, None where there is none.
    """

    at: int
    number: str
    name: str
    unit_of_measure: str
    target: str
    target_year: int
    low: float | None
    high: float | None
    reporters: str
    owed: int
    reported: int
    value: float | None
    assessment: str

    @property
    def is_partial(self) -> bool:
        """Whether only some of the units that report it gave a figure."""
        return 0 < self.reported < self.owed


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators:
    """All indicators, and their number by assessment.

    Attributes:
        with_data: Indicators that have one value, whatever it is held against.
        unclear: Those of them that cannot be held against a target.
        without_data: Indicators somebody reports but that have no value; `without_reporter`: nobody does.
        worded: Indicators without a value whose target is in words.
    """

    lines: tuple[IndicatorLine, ...]
    by_assessment: Mapping[str, int]
    total: int
    with_data: int
    unclear: int
    without_data: int
    without_reporter: int
    worded: int

    def assessed(self, *assessments: str) -> tuple[IndicatorLine, ...]:
        """Return the indicators with some assessments."""
        return tuple(line for line in self.lines if line.assessment in assessments)

    @property
    def valued(self) -> tuple[IndicatorLine, ...]:
        """The indicators that have a value."""
        return tuple(line for line in self.lines if line.value is not None)

    @property
    def unvalued(self) -> tuple[IndicatorLine, ...]:
        """The indicators somebody reports but that have no value."""
        return tuple(line for line in self.lines if line.value is None and line.assessment not in NOT_ASKED)


def indicators(master: MasterTables) -> Indicators:
    """Return the indicators of the master."""
    return _indicators(tuple(_indicator(line) for line in lines(master, "indicators")))


def _indicators(found: Sequence[IndicatorLine]) -> Indicators:
    by_assessment = {
        key: counted(sum(line.assessment == key for line in found), "indicators", assessment=label)
        for key, label in master_words.ASSESSMENTS.items()
    }
    valued = [line for line in found if line.value is not None]
    unvalued = [line for line in found if line.value is None and line.assessment not in NOT_ASKED]
    return Indicators(
        lines=tuple(found),
        by_assessment=by_assessment,
        total=counted(len(found), "indicators"),
        with_data=tally("indicators", valued),
        unclear=tally("indicators", [line for line in valued if line.assessment not in ASSESSED]),
        without_data=tally("indicators", unvalued),
        without_reporter=by_assessment["no_reporter"],
        worded=tally(
            "indicators", [line for line in found if line.value is None and line.assessment == "worded"]
        ),
    )


def _indicator(line: Line) -> IndicatorLine:
    return IndicatorLine(
        at=line.at,
        number=line.text("number"),
        name=line.text("name"),
        unit_of_measure=line.text("unit_of_measure"),
        target=line.text("target"),
        target_year=line.count("target_year"),
        low=line.number("target_low"),
        high=line.number("target_high"),
        reporters=line.text("reporters"),
        owed=line.count("owed_count"),
        reported=line.count("reported_count"),
        value=line.number("value"),
        assessment=line.key_of("assessment", master_words.ASSESSMENTS),
    )
