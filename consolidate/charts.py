"""The native charts of the overview."""

from typing import Any

from catalogue.wording import master as words
from consolidate.context import Context
from consolidate.model import Shown
from consolidate.overview_grid import BLOCK_WIDTH, CHART_ROWS, COLUMNS, NAME_WIDTH
from consolidate.rollup_tasks import Overall
from consolidate.styles import FONT, OVERALL_COLOURS, STATE_COLOURS, STATE_INKS

# Names of groups longer than this are printed smaller, so that each keeps its place on the axis.
LONG_NAME = 45

GROUP_CHART_WIDTH = 8
PIXELS_PER_COLUMN = 84


def insert_charts(
    workbook: Any,
    sheet: Any,
    *,
    context: Context,
    groups_at: int,
    states_at: int,
    row: int,
) -> None:
    """Put the progress of groups and the state of submissions side by side.

    Args:
        workbook: The workbook.
        sheet: Its overview.
        context: The round.
        groups_at: The first row of the table of groups, under its header, 0-based.
        states_at: The row of the first count of units by state, 0-based.
        row: Where the charts go.
    """
    height = CHART_ROWS * 20
    groups = _group_chart(workbook, context, first=groups_at)
    groups.set_size({"width": GROUP_CHART_WIDTH * PIXELS_PER_COLUMN - 8, "height": height})
    sheet.insert_chart(row, 0, groups, {"object_position": 2})
    states = _state_chart(workbook, first=states_at)
    states.set_size({"width": (COLUMNS - GROUP_CHART_WIDTH) * PIXELS_PER_COLUMN - 4, "height": height})
    sheet.insert_chart(row, GROUP_CHART_WIDTH, states, {"object_position": 2})


def _font(size: int, *, bold: bool = False) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": bold}


def _group_chart(workbook: Any, context: Context, *, first: int) -> Any:
    """Bars of the tasks of each group, stacked by overall status."""
    chart = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    last = first + len(context.groups) - 1
    for column, status in enumerate(Overall, start=NAME_WIDTH + 1):
        chart.add_series(
            {
                "name": [words.OVERVIEW_SHEET, first - 1, column],
                "categories": [words.OVERVIEW_SHEET, first, 0, last, 0],
                "values": [words.OVERVIEW_SHEET, first, column, last, column],
                "fill": {"color": OVERALL_COLOURS[status]},
                "border": {"none": True},
                "gap": 45,
            }
        )
    chart.set_title({"name": words.GROUP_CHART, "name_font": _font(13, bold=True), "overlay": False})
    chart.set_plotarea({"layout": {"x": 0.36, "y": 0.13, "width": 0.6, "height": 0.62}})
    longest = max((len(group.group.name) for group in context.groups), default=0)
    chart.set_y_axis(
        {
            "reverse": True,
            "crossing": "max",
            "num_font": _font(10 if longest <= LONG_NAME else 8),
            "interval_unit": 1,
            "line": {"color": "#7F7F7F"},
        }
    )
    most = max((group.task_count for group in context.groups), default=0)
    chart.set_x_axis(_count_axis(most))
    chart.set_legend({"position": "bottom", "font": _font(10)})
    return chart


def _count_axis(most: int) -> dict[str, object]:
    """Whole steps only, about ten of them."""
    return {
        "name": words.TASK_COUNT_AXIS,
        "name_font": _font(10),
        "num_font": _font(10),
        "num_format": "0",
        "min": 0,
        "major_unit": max(1, round(most / 10)),
        "major_gridlines": {"visible": True, "line": {"color": "#E0E0E0"}},
    }


def _state_chart(workbook: Any, *, first: int) -> Any:
    """A ring of the units by state."""
    chart = workbook.add_chart({"type": "doughnut"})
    last = first + len(Shown) - 1
    chart.add_series(
        {
            "name": words.STATE_CHART,
            "categories": [words.OVERVIEW_SHEET, first, 0, last, 0],
            "values": [words.OVERVIEW_SHEET, first, BLOCK_WIDTH - 1, last, BLOCK_WIDTH - 1],
            "points": [{"fill": {"color": STATE_COLOURS[state]}} for state in Shown],
            "data_labels": {
                "value": True,
                "num_format": "0;;",  # a state nobody is in has no number on the ring
                "font": _font(11, bold=True),
                "custom": [{"font": _font(11, bold=True) | {"color": STATE_INKS[state]}} for state in Shown],
            },
        }
    )
    chart.set_title({"name": words.STATE_CHART, "name_font": _font(13, bold=True), "overlay": False})
    chart.set_hole_size(55)
    chart.set_legend({"position": "bottom", "font": _font(10)})
    return chart
