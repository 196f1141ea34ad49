"""Build the master workbook (bảng tổng hợp): a pure function from a round put together to bytes."""

from datetime import datetime, time
from io import BytesIO

import xlsxwriter

from catalogue import FormDesign, Plan, Registry, Round, load_master
from catalogue.wording import master as words
from consolidate.context import Context
from consolidate.draw import Heading, draw_table
from consolidate.identity import draw_identity
from consolidate.model import Merged
from consolidate.overview import draw_overview
from consolidate.sheets import TABLES
from consolidate.styles import Styles
from templates import IDENTITY_SHEET


def build_master(
    merged: Merged, *, plan: Plan, registry: Registry, round_: Round, design: FormDesign
) -> bytes:
    """Return the master workbook of a round, the same bytes for the same round.

    Every total is a live formula stored with the value our own roll-ups give it.

    Args:
        merged: The round put together.
        plan: The plan reported on.
        registry: The units that hold in the round's period.
        round_: The round's settings.
        design: The standard form, for the words of its dropdowns.
    """
    context = Context(merged=merged, plan=plan, registry=registry, round_=round_, design=design)
    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    _set_properties(workbook, context)
    styles = Styles(workbook)
    overview = workbook.add_worksheet(words.OVERVIEW_SHEET)
    for key, sheet in load_master().items():
        heading = Heading(title=words.TITLES[key], caption=context.caption, notice=context.notice)
        draw_table(workbook.add_worksheet(sheet.title), TABLES[key](context), styles=styles, heading=heading)
    draw_overview(workbook, overview, context=context, styles=styles)
    draw_identity(workbook, workbook.add_worksheet(IDENTITY_SHEET), context=context)
    workbook.close()
    return buffer.getvalue()


def _set_properties(workbook: xlsxwriter.Workbook, context: Context) -> None:
    """The moment of creation is the period's last day: the bytes depend on the round alone."""
    workbook.set_properties(
        {
            "title": f"{words.OVERVIEW_SHEET}: {context.plan.short_title}",
            "author": context.round_.office.name,
            "created": datetime.combine(context.round_.period.data_to, time()),
        }
    )
