"""Trend: the headline shares over the rounds."""

from textwrap import wrap
from typing import TYPE_CHECKING

from catalogue import number_text
from report.charts.chart import TEXT_SIZE, drawn
from report.facts import ReportFacts
from report.figures.trend import Trend, TrendLine
from report.prose.language import joined, listed, lower_first, per_cent
from report.trace.marks import called, ordinal
from report.wording import words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HEIGHT_MM = 80.0
_NAME_LENGTH = 14
_LABEL_LENGTH = 52
_LABEL_ABOVE, _LABEL_BELOW = 6, -13
_LOOKS = (("-", "o"), ("--", "s"), (":", "^"), ("-.", "D"))


def trend_picture(facts: ReportFacts) -> bytes:
    """Return the picture; nothing when there is no earlier round."""
    found = facts.trend
    return drawn(lambda axes: _draw(axes, found), height_mm=_HEIGHT_MM) if found.lines else b""


def _draw(axes: "Axes", found: Trend) -> None:
    for line, (stroke, marker) in zip(found.lines, _LOOKS, strict=False):
        points = [(place, value) for place, value in enumerate(line.values) if value is not None]
        axes.plot(
            [place for place, _ in points],
            [value for _, value in points],
            color="black",
            linestyle=stroke,
            marker=marker,
            label="\n".join(wrap(line.name, _LABEL_LENGTH)),
        )
        for place, value in points:
            share = words.CHART_RATE.format(share=number_text(value, decimals=1))
            axes.annotate(
                share,
                (place, value),
                textcoords="offset points",
                xytext=(0, _LABEL_BELOW if _is_lowest(found, place, value) else _LABEL_ABOVE),
                ha="center",
                fontsize=8,
            )
    axes.set_xticks(range(len(found.periods)), ["\n".join(wrap(p, _NAME_LENGTH)) for p in found.periods])
    axes.set_xlim(-0.4, len(found.periods) - 0.6)
    axes.set_ylim(0, 112)
    axes.set_ylabel(words.CHART_TREND_AXIS)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=1, frameon=False, fontsize=TEXT_SIZE)


def _is_lowest(found: Trend, place: int, value: float) -> bool:
    """Whether a point is the lowest of several in its round: its label goes below, out of the others' way."""
    known = [other for line in found.lines if (other := line.values[place]) is not None]
    return len(known) > 1 and value == min(known)


def trend_description(facts: ReportFacts) -> str:
    """Return what the picture shows, in words."""
    found = facts.trend
    return words.ALT_TREND.format(
        count=ordinal(len(found.periods)),
        parts=listed(_described(line, found.periods) for line in found.lines),
    )


def _described(line: TrendLine, periods: tuple[str, ...]) -> str:
    values = joined(
        words.ALT_POINT.format(period=called(lower_first(period)), share=per_cent(value))
        for period, value in zip(periods, line.values, strict=True)
        if value is not None
    )
    return words.ALT_LINE.format(name=called(line.name), values=values)
