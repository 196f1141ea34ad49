"""Money: planned and disbursed, side by side for each funding source."""

from textwrap import wrap
from typing import TYPE_CHECKING

from catalogue import VND_PER_MILLION, number_text
from report.charts.chart import FILLS, TEXT_SIZE, drawn
from report.facts import ReportFacts
from report.figures.money import SourceLine
from report.prose.language import listed, million, per_cent
from report.trace.marks import called
from report.wording import words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HEIGHT_MM = 75.0
_NAME_LENGTH = 14
_BAR = 0.36


def money_picture(facts: ReportFacts) -> bytes:
    """Return the picture; nothing when there are fewer than two sources to compare."""
    found = facts.money.sources
    if len(found) < 2:  # noqa: PLR2004 - a single source compares nothing
        return b""
    return drawn(lambda axes: _draw(axes, found), height_mm=_HEIGHT_MM)


def _draw(axes: "Axes", found: tuple[SourceLine, ...]) -> None:
    kinds = (
        (words.CHART_PLANNED, [line.planned_vnd for line in found], -_BAR / 2, FILLS[1]),
        (words.CHART_DISBURSED, [line.disbursed_vnd for line in found], _BAR / 2, FILLS[2]),
    )
    for label, amounts, shift, (grey, hatch) in kinds:
        places = [place + shift for place in range(len(found))]
        axes.bar(
            places, [amount / VND_PER_MILLION for amount in amounts], width=_BAR, color=grey, hatch=hatch,
            edgecolor="black", linewidth=0.6, label=label,
        )  # fmt: skip
    for place, line in enumerate(found):
        if line.disbursed_pct is not None:
            share = words.CHART_RATE.format(share=number_text(line.disbursed_pct, decimals=1))
            top = max(line.planned_vnd, line.disbursed_vnd) / VND_PER_MILLION
            axes.text(place, top, share, ha="center", va="bottom")
    axes.set_xticks(range(len(found)), [_name(line) for line in found])
    axes.set_ylabel(words.CHART_MONEY_AXIS)
    axes.yaxis.set_major_formatter(lambda amount, _: number_text(amount))
    axes.margins(y=0.12)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False, fontsize=TEXT_SIZE)


def _name(line: SourceLine) -> str:
    return "\n".join(wrap(line.source or words.NO_SOURCE, _NAME_LENGTH))


def money_description(facts: ReportFacts) -> str:
    """Return what the picture shows, in words."""
    return words.ALT_MONEY.format(parts=listed(_described(line) for line in facts.money.sources))


def _described(line: SourceLine) -> str:
    rate = "" if line.disbursed_pct is None else words.ALT_RATE.format(share=per_cent(line.disbursed_pct))
    return words.ALT_SOURCE.format(
        source=called(line.source) or words.NO_SOURCE,
        planned=million(line.planned_vnd),
        disbursed=million(line.disbursed_vnd),
        rate=rate,
    )
