"""The first sheet (Tổng quan): headline figures, tasks by group, money by source, and charts."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from catalogue import date_text, load_master
from catalogue.wording import master as words
from catalogue.wording import rollups
from consolidate.charts import insert_charts, insert_more_charts
from consolidate.context import Context
from consolidate.draw import Heading, draw_heading, plain_cell, set_up_page
from consolidate.figures import (
    Figure,
    budget_lines,
    group_cells,
    indicator_figures,
    submission_figures,
    task_figures,
)
from consolidate.overview_grid import BLOCK_WIDTH, CHART_ROWS, COLUMN_WIDTH, COLUMNS, NAME_WIDTH
from consolidate.rollup_tasks import Overall
from consolidate.styles import LINE_POINTS, Styles
from consolidate.table import NOTICE_ROW, Cell, Formula
from templates import height_of

BLOCK_ROW = NOTICE_ROW + 1  # 0-based: one row stays free under the notice
LINE_HEIGHT = LINE_POINTS + 3
HEADER_HEIGHT = 34


def draw_overview(workbook: Any, sheet: Any, *, context: Context, styles: Styles) -> None:
    """Draw the overview on an empty sheet; it prints on three pages."""
    sheet.set_column(0, COLUMNS - 1, COLUMN_WIDTH)
    sheet.hide_gridlines(2)
    deadline = words.DEADLINE.format(deadline=date_text(context.merged.deadline))
    caption = f"{context.caption} – {deadline}"
    heading = Heading(title=words.TITLES["overview"], caption=caption, notice=context.notice)
    draw_heading(sheet, heading, styles=styles, column=0)
    charts_at = _draw_blocks(sheet, context, styles=styles) + 1
    groups_at = charts_at + CHART_ROWS + 1
    row = _draw_groups(sheet, context, row=groups_at, styles=styles)
    budgets_at = row + 1
    more_at = _draw_budgets(sheet, context, row=budgets_at, styles=styles) + 1
    sheet.set_h_pagebreaks([groups_at, more_at])
    insert_more_charts(
        workbook,
        sheet,
        context=context,
        indicators_at=BLOCK_ROW + 2,
        budgets_at=budgets_at + 2,
        row=more_at,
    )
    insert_charts(
        workbook,
        sheet,
        context=context,
        groups_at=groups_at + 2,  # under title and header
        states_at=BLOCK_ROW + 2,  # under title and the number of units that owe a report
        row=charts_at,
    )
    set_up_page(sheet)
    sheet.activate()


def _draw_blocks(sheet: Any, context: Context, *, styles: Styles) -> int:
    """Draw the three blocks of figures side by side; return the row under the longest."""
    blocks = (
        (words.SUBMISSIONS_BLOCK, "submissions", submission_figures(context)),
        (words.TASKS_BLOCK, "tasks", task_figures(context)),
        (words.INDICATORS_BLOCK, "indicators", indicator_figures(context)),
    )
    for place, (title, key, figures) in enumerate(blocks):
        column = place * BLOCK_WIDTH
        _draw_block(sheet, title, figures, column=column, styles=styles)
        _lead(sheet, BLOCK_ROW, column, title=title, key=key, styles=styles)
    return BLOCK_ROW + 1 + max(len(figures) for *_, figures in blocks)


def _lead(sheet: Any, row: int, column: int, *, title: str, key: str, styles: Styles) -> None:
    """Make a title lead to the table it is about."""
    table = load_master()[key].title
    place = f"internal:{quote_sheetname(table)}!A1"
    tip = rollups.GO_TO_TABLE.format(title=table)
    sheet.write_url(row, column, place, styles.plain("block"), title, tip)


def _draw_block(sheet: Any, title: str, figures: Sequence[Figure], *, column: int, styles: Styles) -> None:
    last = column + BLOCK_WIDTH - 1
    sheet.merge_range(BLOCK_ROW, column, BLOCK_ROW, last, title, styles.plain("block"))
    for row, figure in enumerate(figures, start=BLOCK_ROW + 1):
        style = styles.cell("link" if figure.link else "text", "figure", indent=1)
        sheet.merge_range(row, column, row, last - 1, figure.label, style)
        if figure.link:
            sheet.write_url(row, column, figure.link, style, figure.label)
        style = styles.cell(figure.kind, "figure", align="right", bold=True, indent=2)
        sheet.put(row, last, [plain_cell(figure.cell, style)])
        sheet.set_row(row, LINE_HEIGHT)


def _draw_groups(sheet: Any, context: Context, *, row: int, styles: Styles) -> int:
    """Draw the groups by status; return the row under the table."""
    _section(sheet, words.GROUP_TABLE, row=row, styles=styles, width=COLUMNS)
    _lead(sheet, row, 0, title=words.GROUP_TABLE, key="groups", styles=styles)
    headers = [words.GROUP_TOTAL, *(words.OVERALL[status] for status in Overall), words.OVERDUE]
    _header(sheet, words.GROUP, headers, row=row + 1, styles=styles, span=1)
    first = row + 2
    for place, group in enumerate(context.groups):
        name = words.GROUP_NAME.format(code=group.group.code, name=group.group.name)
        cells = list(group_cells(context.areas["tasks"], group).values())
        _line(sheet, name, cells, row=first + place, styles=styles, look="body", kind="integer")
    total = first + len(context.groups)
    sums = [_column_sum(context, column, first=first, last=total - 1) for column in range(len(headers))]
    _line(sheet, words.TOTAL, sums, row=total, styles=styles, look="total", kind="integer")
    return total + 1


def _column_sum(context: Context, column: int, *, first: int, last: int) -> Formula:
    cells = [list(group_cells(context.areas["tasks"], group).values())[column] for group in context.groups]
    value = sum(int(cell.value) for cell in cells if isinstance(cell, Formula) and cell.value)
    place = NAME_WIDTH + column
    return Formula(
        text=f"=SUM({xl_rowcol_to_cell(first, place)}:{xl_rowcol_to_cell(last, place)})", value=value
    )


def _draw_budgets(sheet: Any, context: Context, *, row: int, styles: Styles) -> int:
    """Draw money by source; return the row under the table."""
    headers = [words.PLANNED, words.DISBURSED, words.DISBURSED_SHARE]
    _section(sheet, words.BUDGET_TABLE, row=row, styles=styles, width=NAME_WIDTH + 2 * len(headers))
    _lead(sheet, row, 0, title=words.BUDGET_TABLE, key="budgets", styles=styles)
    _header(sheet, words.FUNDING_SOURCE, headers, row=row + 1, styles=styles, span=2)
    lines = budget_lines(context)
    for place, (name, cells) in enumerate(lines):
        look = "total" if place == len(lines) - 1 else "body"
        at = row + 2 + place
        _name(sheet, name, row=at, style=styles.cell("text", look))
        for column, (key, cell) in enumerate(cells.items()):
            style = styles.cell("percent" if key == "disbursed_pct" else "million_vnd", look)
            _write_merged(sheet, at, NAME_WIDTH + 2 * column, cell=cell, style=style)
        sheet.set_row(at, LINE_HEIGHT)
    _show_whole_numbers(sheet, row + 2, row + 1 + len(lines), styles=styles)
    return row + 2 + len(lines)


def _show_whole_numbers(sheet: Any, first: int, last: int, *, styles: Styles) -> None:
    corner = xl_rowcol_to_cell(first, NAME_WIDTH)
    rule = {
        "type": "formula",
        "criteria": f"=AND(ISNUMBER({corner}),MOD({corner},1)=0)",
        "format": styles.condition("whole"),
    }
    sheet.conditional_format(first, NAME_WIDTH, last, NAME_WIDTH + 3, rule)


def _section(sheet: Any, title: str, *, row: int, styles: Styles, width: int) -> None:
    sheet.merge_range(row, 0, row, width - 1, title, styles.plain("block"))
    sheet.set_row(row, LINE_HEIGHT + 4)


def _header(sheet: Any, name: str, headers: Sequence[str], *, row: int, styles: Styles, span: int) -> None:
    style = styles.plain("header")
    _name(sheet, name, row=row, style=style)
    for place, header in enumerate(headers):
        column = NAME_WIDTH + place * span
        if span == 1:
            sheet.write_string(row, column, header, style)
        else:
            sheet.merge_range(row, column, row, column + span - 1, header, style)
    sheet.set_row(row, HEADER_HEIGHT if span == 1 else LINE_HEIGHT + 4)


def _name(sheet: Any, name: str, *, row: int, style: Any) -> None:
    sheet.merge_range(row, 0, row, NAME_WIDTH - 1, name, style)


def _line(
    sheet: Any,
    name: str,
    cells: Sequence[Cell],
    *,
    row: int,
    styles: Styles,
    look: str,
    kind: str,
) -> None:
    _name(sheet, name, row=row, style=styles.cell("text", look))
    sheet.put(row, NAME_WIDTH, [plain_cell(cell, styles.cell(kind, look)) for cell in cells])
    sheet.set_row(row, max(height_of([(name, NAME_WIDTH * COLUMN_WIDTH)]), LINE_HEIGHT))


def _write_merged(sheet: Any, row: int, column: int, *, cell: Cell, style: Any) -> None:
    sheet.merge_range(row, column, row, column + 1, "", style)
    sheet.put(row, column, [plain_cell(cell, style)])
