"""Cells that several sheets share."""

from collections.abc import Mapping

from catalogue import SheetKey, Unit
from catalogue.wording.units import KINDS
from consolidate.context import Context
from consolidate.link import cell_link
from consolidate.records import Value
from consolidate.table import Cell, Formula


def unit_cells(unit: Unit, *, index: int) -> dict[str, Cell]:
    """Return the first cells of a row about a unit: its number in the table, its code, name and kind."""
    return {
        "number": index + 1,
        "unit_code": unit.code,
        "unit_name": unit.agency_name,
        "unit_kind": KINDS[unit.kind],
    }


def source_link(context: Context, row: Mapping[str, Value], sheet: SheetKey, *, field: str) -> Formula | str:
    """Return a link to the cell of a field where a merged row was read."""
    return cell_link(
        context.submissions[str(row["file"])],
        sheet,
        field=field,
        row=row["row"],
        folder=context.received,
    )
