"""Build the master workbook (bảng tổng hợp): a pure function from a round put together to bytes."""

from datetime import datetime, time
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from catalogue import FormDesign, Plan, Registry, Round, load_master, uncollected
from catalogue.wording import master as words
from consolidate.adjust.added_draw import Looks, draw_added
from consolidate.adjust.findings import ORPHANS
from consolidate.adjust.model import NO_WORK, StaffSheet, StaffWork
from consolidate.charts import draw_trend_charts
from consolidate.context import Context
from consolidate.draw import Heading, draw_table
from consolidate.identity import draw_identity
from consolidate.model import Merged
from consolidate.overview import draw_overview
from consolidate.past import Past
from consolidate.sheets import TABLES
from consolidate.styles import Styles
from consolidate.trend import TREND
from templates import IDENTITY_SHEET, PlainWorksheet

SUMMARIES = {
    "tasks": "groups",
    "task_rows": "tasks",
    "laggards": "tasks",
    "indicator_rows": "indicators",
    "money": "budgets",
    "issue_rows": "issues",
}
"""Where the tables that only say more of another one lead back to."""


@uncollected()
def build_master(
    merged: Merged,
    *,
    plan: Plan,
    registry: Registry,
    round_: Round,
    design: FormDesign,
    staff: StaffWork = NO_WORK,
    pasts: tuple[Past, ...] = (),
) -> bytes:
    """Return the master workbook of a round, the same bytes for the same round.

    Every total is a live formula stored with the value our own roll-ups give it.

    Args:
        merged: The round put together.
        plan: The plan reported on.
        registry: The units that hold in the round's period.
        round_: The round's settings.
        design: The standard form, for the words of its dropdowns.
        staff: What staff put into the master that this one takes the place of.
        pasts: Earlier rounds of the plan, the oldest first.
    """
    context = Context(
        merged=merged, plan=plan, registry=registry, round_=round_, design=design, staff=staff, pasts=pasts
    )
    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    workbook.worksheet_class = PlainWorksheet
    _set_properties(workbook, context)
    styles = Styles(workbook)
    added = _Added(workbook, staff)
    added.draw_after("")
    overview = workbook.add_worksheet(words.OVERVIEW_SHEET)
    added.draw_after(words.OVERVIEW_SHEET)
    for key, sheet in load_master().items():
        heading = Heading(
            title=words.TITLES[key], caption=context.caption, notice=context.notice, back=_back(key)
        )
        drawn = workbook.add_worksheet(sheet.title)
        draw_table(drawn, TABLES[key](context), styles=styles, heading=heading, design=design)
        if key == TREND:
            draw_trend_charts(workbook, drawn, context=context)
        added.draw_after(sheet.title)
        if key == ORPHANS and not context.adjusted.orphans:
            drawn.hide()
    added.draw_rest()
    draw_overview(workbook, overview, context=context, styles=styles)
    draw_identity(workbook, workbook.add_worksheet(IDENTITY_SHEET), context=context)
    workbook.close()
    return buffer.getvalue()


class _Added:
    """The sheets that staff added, each drawn where it stood."""

    def __init__(self, workbook: xlsxwriter.Workbook, staff: StaffWork) -> None:
        self.workbook, self.waiting = workbook, list(staff.sheets)
        self.looks = Looks(workbook)
        for name, refers_to in staff.names:
            workbook.define_name(name, f"={refers_to}")

    def draw_after(self, title: str) -> None:
        """Draw the sheets that follow one of ours."""
        for sheet in [one for one in self.waiting if one.after == title]:
            self._draw(sheet)

    def draw_rest(self) -> None:
        """Draw those whose neighbour is gone."""
        for sheet in list(self.waiting):
            self._draw(sheet)

    def _draw(self, sheet: StaffSheet) -> None:
        self.waiting.remove(sheet)
        drawn = self.workbook.add_worksheet(sheet.title, Worksheet)  # staff may use any function
        draw_added(drawn, sheet, looks=self.looks)


def _back(key: str) -> str:
    """Return the title of the sheet that a table's own title leads to: its summary, or the overview."""
    summary = SUMMARIES.get(key)
    return load_master()[summary].title if summary else words.OVERVIEW_SHEET


def _set_properties(workbook: xlsxwriter.Workbook, context: Context) -> None:
    """The moment of creation is the period's last day: the bytes depend on the round alone."""
    workbook.set_properties(
        {
            "title": f"{words.OVERVIEW_SHEET}: {context.plan.short_title}",
            "author": context.round_.office.name,
            "created": datetime.combine(context.round_.period.data_to, time()),
        }
    )
