"""Progress: tasks by state, one bar for each group."""

from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from report.charts.chart import FILLS, TEXT_SIZE, drawn
from report.facts import ReportFacts
from report.figures.tasks import STATES, GroupLine
from report.prose.language import count_text, group_title, joined, listed
from report.trace.marks import called
from report.wording import words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BAR_MM = 8.5
_REST_MM = 26
_NAME_LENGTH = 64
_LINE_LENGTH = 34
_LEAST_SHARE = 0.03


def progress_picture(facts: ReportFacts) -> bytes:
    """Return the picture; nothing when there are fewer than two groups to compare."""
    groups = facts.tasks.groups
    if len(groups) < 2:  # noqa: PLR2004 - a single bar compares nothing
        return b""
    return drawn(lambda axes: _draw(axes, groups), height_mm=len(groups) * _BAR_MM + _REST_MM)


def _draw(axes: "Axes", groups: tuple[GroupLine, ...]) -> None:
    from matplotlib.ticker import MaxNLocator

    names = [_name(group) for group in groups]
    starts = [0] * len(groups)
    least = max(group.counts.total for group in groups) * _LEAST_SHARE
    for state, (grey, hatch) in zip(STATES, FILLS, strict=True):
        counts = [int(group.counts.by_state[state]) for group in groups]
        if not any(counts):
            continue
        axes.barh(
            names, counts, left=starts, height=0.68, color=grey, hatch=hatch, edgecolor="black",
            linewidth=0.6, label=words.CHART_STATES[state],
        )  # fmt: skip
        _write_counts(axes, counts, starts, least=least, is_dark=grey == FILLS[0][0])
        starts = [start + count for start, count in zip(starts, counts, strict=True)]
    axes.invert_yaxis()
    axes.set_xlabel(words.CHART_TASKS_AXIS)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.legend(loc="lower center", bbox_to_anchor=(0.3, 1), ncols=3, frameon=False, fontsize=TEXT_SIZE)


def _write_counts(axes: "Axes", counts: list[int], starts: list[int], *, least: float, is_dark: bool) -> None:
    """Write each count on its stretch of the bar, unless that is too short for it."""
    box = None if is_dark else {"facecolor": "white", "edgecolor": "none", "pad": 1}
    for row, (count, start) in enumerate(zip(counts, starts, strict=True)):
        if count > least:
            axes.text(
                start + count / 2, row, str(count), ha="center", va="center", bbox=box,
                color="white" if is_dark else "black",
            )  # fmt: skip


def _name(group: GroupLine) -> str:
    return "\n".join(wrap(shorten(group_title(group), _NAME_LENGTH, placeholder="…"), _LINE_LENGTH))


def progress_description(facts: ReportFacts) -> str:
    """Return what the picture shows, in words."""
    return words.ALT_PROGRESS.format(parts=listed(_described(group) for group in facts.tasks.groups))


def _described(group: GroupLine) -> str:
    states = joined(
        words.STATE_COUNT.format(count=count_text(count), state=words.STATES[state])
        for state, count in group.counts.by_state.items()
        if count
    )
    return words.ALT_GROUP.format(code=called(group.number or group.name), states=states)
