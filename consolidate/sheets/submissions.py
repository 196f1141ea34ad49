"""`submissions` (Tình trạng nộp): every reporting unit, and which file of it counts."""

from catalogue import Severity
from catalogue.wording import master as words
from catalogue.wording.findings import SEVERITY_LABELS
from catalogue.wording.units import KINDS
from consolidate.context import Context
from consolidate.formula import counted, quoted
from consolidate.link import file_link, received_path
from consolidate.model import UnitStanding
from consolidate.table import Cell, Formula, Row, Table, match_key


def submissions_table(context: Context) -> Table:
    """Return one row per reporting unit, in the registry's order, and the totals."""
    standings = context.merged.standings
    rows = tuple(_row(context, standing, index=index) for index, standing in enumerate(standings))
    return Table(design=context.areas["submissions"].design, rows=rows, totals=(_totals(context, rows),))


def _row(context: Context, standing: UnitStanding, *, index: int) -> Row:
    unit, current = standing.duty.unit, standing.current
    timeliness = {None: "", True: words.LATE, False: words.ON_TIME}[standing.is_late]
    return Row(
        key=match_key(unit.code),
        cells={
            "number": index + 1,
            "unit_code": unit.code,
            "unit_name": unit.agency_name,
            "unit_kind": KINDS[unit.kind],
            "state": words.UNIT_STATES[standing.state],
            "timeliness": timeliness,
            "received_on": current.received_on if current else None,
            "rows_owed": len(standing.duty.tasks) + len(standing.duty.indicators),
            "rows_merged": _rows_merged(context, standing, index=index),
            "error_count": _errors(context, standing, index=index),
            "contact_name": current.contact.name if current else "",
            "contact_phone": current.contact.phone if current else "",
            "file": file_link(current.file, folder=received_path(context.round_)) if current else "",
            "note": words.WAITING_FILE.format(file=standing.waiting.file) if standing.waiting else "",
        },
    )


def _rows_merged(context: Context, standing: UnitStanding, *, index: int) -> Formula:
    """Rows of the unit in the master, over all its files."""
    area, sources = context.areas["submissions"], context.areas["sources"]
    merged = context.merged
    value = merged.counts[standing.current.file].merged if standing.current else 0
    text = f"=SUMIFS({sources.span('rows_merged')},{sources.span('unit_key')},{area.key_cell(index)})"
    return Formula(text=text, value=value)


def _errors(context: Context, standing: UnitStanding, *, index: int) -> Formula:
    area, findings = context.areas["submissions"], context.areas["findings"]
    value = context.error_counts.get(standing.duty.unit.code, 0)
    text = counted(
        (findings.span("unit_key"), area.key_cell(index)),
        (findings.span("severity"), quoted(SEVERITY_LABELS[Severity.ERROR])),
    )
    return Formula(text=f"={text}", value=value)


def _totals(context: Context, rows: tuple[Row, ...]) -> dict[str, Cell]:
    area = context.areas["submissions"]
    totals: dict[str, Cell] = {"unit_name": words.TOTAL}
    for key in ("rows_owed", "rows_merged", "error_count"):
        value = sum(_value(row.cells[key]) for row in rows)
        totals[key] = Formula(text=f"=SUM({area.column(key)})", value=value)
    return totals


def _value(cell: Cell) -> int:
    value = cell.value if isinstance(cell, Formula) else cell
    return value if isinstance(value, int) else 0
