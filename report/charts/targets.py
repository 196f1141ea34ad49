"""Targets: how far each indicator with a least value has come."""

from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from catalogue import number_text
from report.charts.chart import FILLS, TEXT_SIZE, drawn
from report.facts import ReportFacts
from report.figures.indicators import IndicatorLine
from report.prose.language import count_text
from report.trace.origin import tally
from report.wording import words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_BARS = 18
"""Of more indicators, those furthest from their target."""
_BAR_MM = 8.5
_REST_MM = 24
_NAME_LENGTH = 76
_LINE_LENGTH = 40
_LONGEST_PCT = 150.0


def shown(facts: ReportFacts) -> tuple[IndicatorLine, ...]:
    """Return the indicators that can be drawn: a value held against a least value, the plan's order kept."""
    known = [line for line in facts.indicators.valued if line.assessment in _REACHED and (line.low or 0) > 0]
    chosen = sorted(known, key=_share)[:MOST_BARS]
    return tuple(line for line in known if line in chosen)


_REACHED = {"met": True, "exceeded": True, "not_met": False}


def _share(line: IndicatorLine) -> float:
    return (line.value or 0) / (line.low or 1) * 100


def targets_picture(facts: ReportFacts) -> bytes:
    """Return the picture; nothing when there are fewer than two indicators to compare."""
    found = shown(facts)
    if len(found) < 2:  # noqa: PLR2004 - a single bar compares nothing
        return b""
    return drawn(lambda axes: _draw(axes, found), height_mm=len(found) * _BAR_MM + _REST_MM)


def _draw(axes: "Axes", found: tuple[IndicatorLine, ...]) -> None:
    kinds = ((True, words.CHART_REACHED, FILLS[0]), (False, words.CHART_NOT_REACHED, FILLS[2]))
    for is_reached, label, (grey, hatch) in kinds:
        rows = [row for row, line in enumerate(found) if _REACHED[line.assessment] is is_reached]
        if rows:
            lengths = [min(_share(found[row]), _LONGEST_PCT) for row in rows]
            axes.barh(
                rows, lengths, height=0.6, color=grey, hatch=hatch, edgecolor="black", linewidth=0.6,
                label=label,
            )  # fmt: skip
    axes.axvline(100, color="black", linestyle="--", linewidth=1, zorder=0.5, label=words.CHART_GOAL)
    for row, line in enumerate(found):
        axes.text(
            max(min(_share(line), _LONGEST_PCT), 0) + 2, row, _reached(line), va="center",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
        )  # fmt: skip
    axes.set_yticks(range(len(found)), [_name(line) for line in found])
    axes.set_xlim(0, _LONGEST_PCT * 1.25)
    axes.set_xticks(range(0, round(_LONGEST_PCT) + 1, 25))
    axes.set_ylim(len(found) - 0.4, -0.6)
    axes.set_xlabel(words.CHART_TARGETS_AXIS)
    axes.legend(loc="lower center", bbox_to_anchor=(0.2, 1), ncols=3, frameon=False, fontsize=TEXT_SIZE)


def _reached(line: IndicatorLine) -> str:
    return words.CHART_OF_TARGET.format(value=number_text(line.value or 0), target=number_text(line.low or 0))


def _name(line: IndicatorLine) -> str:
    name = words.CHART_GROUP.format(code=line.number, name=line.name)
    return "\n".join(wrap(shorten(name, _NAME_LENGTH, placeholder="…"), _LINE_LENGTH))


def targets_description(facts: ReportFacts) -> str:
    """Return what the picture shows, in words."""
    found = shown(facts)
    reached = [line for line in found if _REACHED[line.assessment]]
    missed = [line for line in found if not _REACHED[line.assessment]]
    return words.ALT_TARGETS.format(
        total=count_text(tally("indicators", found)),
        reached=count_text(tally("indicators", reached)),
        missed=count_text(tally("indicators", missed)),
    )
