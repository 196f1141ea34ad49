"""Build the national workbook: a pure function from the provinces' masters to bytes."""

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import xlsxwriter

from catalogue import FormDesign
from catalogue.wording import nation as words
from consolidate.draw import Heading, draw_table
from consolidate.identity import draw_entries
from consolidate.nation.model import Nation
from consolidate.nation.parts import PARTS, parts_table, provinces_table
from consolidate.nation.totals import indicators_table, tasks_table
from consolidate.sheets.groups import groups_table
from consolidate.styles import Styles
from consolidate.table import Table
from templates import IDENTITY_SHEET, PlainWorksheet

DOCUMENT = "nation"


def build_nation(nation: Nation, *, design: FormDesign, home: Path) -> bytes:
    """Return the national workbook, the same bytes for the same masters.

    Args:
        nation: The provinces' masters.
        design: The standard form, for the words of its dropdowns.
        home: The folder where the workbook will stand; links to the masters start there.
    """
    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    workbook.worksheet_class = PlainWorksheet
    workbook.set_properties(
        {"title": words.TITLES["provinces"], "created": datetime.combine(nation.period.data_to, time())}
    )
    styles = Styles(workbook)
    for key, table in _tables(nation, home=home).items():
        heading = Heading(
            title=words.TITLES[key], caption=nation.caption, notice=nation.notice, back=_back(nation, key)
        )
        sheet = workbook.add_worksheet(table.design.title)
        draw_table(sheet, table, styles=styles, heading=heading, design=design)
    draw_entries(workbook, workbook.add_worksheet(IDENTITY_SHEET), _identity(nation))
    workbook.close()
    return buffer.getvalue()


def _tables(nation: Nation, *, home: Path) -> dict[str, Table]:
    """Return the tables in workbook order."""
    return {
        "provinces": provinces_table(nation, home=home),
        "groups": groups_table(nation),
        "tasks": tasks_table(nation),
        "indicators": indicators_table(nation),
        **{key: parts_table(nation, key, home=home) for key in PARTS},
    }


def _back(nation: Nation, key: str) -> str:
    """Return the sheet that a table's title leads back to; the first one has none."""
    if key == "provinces":
        return ""
    return nation.areas[PARTS[key][0] if key in PARTS else "provinces"].design.title


def _identity(nation: Nation) -> dict[str, str | date]:
    return {
        "document": DOCUMENT,
        "plan_id": nation.plan.id,
        "plan_version": str(nation.plan.version),
        "period": nation.period.code,
        "data_to": nation.period.data_to,
        "is_invented": "x" if nation.notice else "",
    }
