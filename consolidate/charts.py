"""The native charts of the overview and of the trends."""

from collections.abc import Iterable
from typing import Any

from catalogue.wording import master as words
from catalogue.wording import rollups
from consolidate.context import Context
from consolidate.figures import possible_assessments
from consolidate.model import Shown
from consolidate.overview_grid import BLOCK_WIDTH, CHART_ROWS, COLUMNS, NAME_WIDTH
from consolidate.past import HEADLINES
from consolidate.rollup_tasks import Overall
from consolidate.styles import (
    ASSESSMENT_COLOURS,
    FONT,
    OTHER_COLOUR,
    OVERALL_COLOURS,
    STATE_COLOURS,
    STATE_INKS,
)
from consolidate.table import FIRST_ROW, HEADER_ROW
from consolidate.trend import series, used_slots

# Names of groups longer than this are printed smaller, so that each keeps its place on the axis.
LONG_NAME = 45

GROUP_CHART_WIDTH = 8
MORE_ROWS = 15
UNDER_BREAK = {"object_position": 2, "y_offset": 4}
"""A little under its row, or the page before shows the upper edge of the frame."""

GRID = {"visible": True, "line": {"color": "#E0E0E0"}}
MONEY_SERIES = ((words.PLANNED, "#9DC3E6"), (words.DISBURSED, "#2E75B6"))
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


def insert_more_charts(
    workbook: Any, sheet: Any, *, context: Context, indicators_at: int, budgets_at: int, row: int
) -> None:
    """Put indicators against their targets and money by source side by side; under them the trend.

    Args:
        workbook: The workbook.
        sheet: Its overview.
        context: The round.
        indicators_at: The row of the first count of indicators by assessment, 0-based.
        budgets_at: The first row of the table of money, under its header, 0-based.
        row: Where the charts go.
    """
    size = {"width": COLUMNS // 2 * PIXELS_PER_COLUMN - 8, "height": MORE_ROWS * 20}
    indicators = _indicator_chart(workbook, context, first=indicators_at)
    indicators.set_size(size)
    sheet.insert_chart(row, 0, indicators, UNDER_BREAK)
    money = _money_chart(workbook, context, first=budgets_at)
    money.set_size(size)
    sheet.insert_chart(row, COLUMNS // 2, money, UNDER_BREAK)
    if context.pasts:
        trend = trend_chart(workbook, context, range(len(HEADLINES)), title=rollups.TREND_CHART)
        trend.set_size({"width": COLUMNS * PIXELS_PER_COLUMN - 8, "height": MORE_ROWS * 20})
        sheet.insert_chart(row + MORE_ROWS + 1, 0, trend, UNDER_BREAK)


def _indicator_chart(workbook: Any, context: Context, *, first: int) -> Any:
    """Bars of the indicators by how they stand against their targets."""
    shown = possible_assessments(context)
    last, words_at = first + len(shown) - 1, 2 * BLOCK_WIDTH
    chart = workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": rollups.INDICATOR_CHART,
            "categories": [words.OVERVIEW_SHEET, first, words_at, last, words_at],
            "values": [
                words.OVERVIEW_SHEET,
                first,
                words_at + BLOCK_WIDTH - 1,
                last,
                words_at + BLOCK_WIDTH - 1,
            ],
            "points": [{"fill": {"color": ASSESSMENT_COLOURS.get(one, OTHER_COLOUR)}} for one in shown],
            "data_labels": {"value": True, "num_format": "0;;", "font": _font(10, bold=True)},
            "gap": 45,
        }
    )
    _set_title(chart, rollups.INDICATOR_CHART)
    most = max((sum(each.assessment is one for each in context.indicators) for one in shown), default=0)
    axis = {key: value for key, value in _count_axis(most).items() if key not in ("name", "name_font")}
    chart.set_plotarea({"layout": {"x": 0.42, "y": 0.15, "width": 0.52, "height": 0.7}})
    chart.set_x_axis(axis)
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": _font(9), "interval_unit": 1})
    chart.set_legend({"none": True})
    return chart


def _money_chart(workbook: Any, context: Context, *, first: int) -> Any:
    """Columns of money planned and disbursed, by funding source."""
    chart = workbook.add_chart({"type": "column"})
    last = first + len(context.budgets.by_source) - 1
    for place, (name, colour) in enumerate(MONEY_SERIES):
        column = NAME_WIDTH + 2 * place
        chart.add_series(
            {
                "name": name,
                "categories": [words.OVERVIEW_SHEET, first, 0, last, 0],
                "values": [words.OVERVIEW_SHEET, first, column, last, column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    _set_title(chart, rollups.MONEY_CHART)
    chart.set_x_axis({"num_font": _font(10), "interval_unit": 1})
    chart.set_y_axis({"num_font": _font(10), "num_format": "#,##0", "min": 0, "major_gridlines": GRID})
    chart.set_legend({"position": "bottom", "font": _font(10)})
    return chart


def trend_chart(workbook: Any, context: Context, places: Iterable[int], *, title: str) -> Any:
    """Lines over the rounds of some rows of the table of trends: those in per cent."""
    area = context.areas["trend"]
    title_of = area.design.title
    first = area.design.position(used_slots(context)[0]) + 1
    last = area.design.position("now") + 1
    chart = workbook.add_chart({"type": "line"})
    lines = series(context)
    name_column = area.design.position("name") + 1
    for place in places:
        if lines[place].unit_of_measure != rollups.PER_CENT:
            continue
        row = FIRST_ROW - 1 + place
        chart.add_series(
            {
                "name": [title_of, row, name_column],
                "categories": [title_of, HEADER_ROW - 1, first, HEADER_ROW - 1, last],
                "values": [title_of, row, first, row, last],
                "marker": {"type": "circle", "size": 6},
                "line": {"width": 2.25},
            }
        )
    _set_title(chart, title)
    chart.set_x_axis({"num_font": _font(10)})
    chart.set_y_axis({"num_font": _font(10), "num_format": "0", "min": 0, "major_gridlines": GRID})
    chart.set_legend({"position": "bottom", "font": _font(10)})
    chart.show_blanks_as("gap")
    return chart


def draw_trend_charts(workbook: Any, sheet: Any, *, context: Context) -> None:
    """Put the progress of groups over the rounds under the table of trends; nothing in a first round."""
    if not context.pasts:
        return
    first = len(HEADLINES)
    places = range(first, first + len(context.groups))
    chart = trend_chart(workbook, context, places, title=rollups.GROUP_TREND_CHART)
    chart.set_size({"width": COLUMNS * PIXELS_PER_COLUMN, "height": CHART_ROWS * 20})
    area = context.areas["trend"]
    sheet.insert_chart(area.last_row + 1, area.design.position("kind") + 1, chart, {"object_position": 2})


def _set_title(chart: Any, title: str) -> None:
    chart.set_title({"name": title, "name_font": _font(13, bold=True), "overlay": False})


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
