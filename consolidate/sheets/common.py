"""Cells that several sheets share."""

from collections.abc import Mapping

from catalogue import SheetKey, Unit
from catalogue.wording import rollups
from catalogue.wording.units import KINDS
from consolidate.context import DETAIL_KEYS, Context
from consolidate.jump import jump
from consolidate.link import cell_link
from consolidate.records import Value
from consolidate.table import Cell, Formula

SUMMARIES = {"task_rows": "tasks", "indicator_rows": "indicators", "budgets": "money"}
"""The table that sums up each table of detail, row by row."""


def unit_cells(unit: Unit, *, index: int) -> dict[str, Cell]:
    """Return the first cells of a row about a unit: its number in the table, its code, name and kind."""
    return {
        "number": index + 1,
        "unit_code": unit.code,
        "unit_name": unit.agency_name,
        "unit_kind": KINDS[unit.kind],
    }


def summary_link(context: Context, table: str, index: int, *, code: object) -> Formula:
    """Return a link from a detail row to the row that sums it up; blank when the plan has no such row."""
    summary = SUMMARIES[table]
    area = context.areas[summary]
    return jump(
        area,
        span=area.keys,
        match=context.areas[table].cell(DETAIL_KEYS[table], index),
        shown=rollups.GO_TO_SUMMARY,
        is_any=code in context.summed_up[summary],
    )


def source_link(context: Context, row: Mapping[str, Value], sheet: SheetKey, *, field: str) -> Formula | str:
    """Return a link to the cell of a field where a merged row was read."""
    return cell_link(
        context.submissions[str(row["file"])],
        sheet,
        field=field,
        row=row["row"],
        folder=context.received,
    )
