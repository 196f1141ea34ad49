"""`submissions` (Tình trạng nộp): every reporting unit, and which file of it counts."""

from datetime import date

from catalogue import Severity, date_text
from catalogue.wording import master as words
from catalogue.wording.findings import SEVERITY_LABELS
from catalogue.wording.units import KINDS
from consolidate.context import Context
from consolidate.formula import counted, quoted
from consolidate.ledger import Decision
from consolidate.link import file_link, received_path
from consolidate.model import UnitStanding
from consolidate.table import Cell, Formula, Row, Table, match_key
from validation import VIETNAM


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
            "state": words.UNIT_STATES[standing.shown],
            "completeness": words.THIN if standing.is_thin else "",
            "timeliness": timeliness,
            "received_on": current.received_on if current else None,
            "rows_owed": len(standing.duty.tasks) + len(standing.duty.indicators),
            "rows_merged": _rows_merged(context, standing, index=index),
            "error_count": _findings(context, standing, Severity.ERROR, index=index),
            "warning_count": _findings(context, standing, Severity.WARNING, index=index),
            "contact_name": current.contact.name if current else "",
            "contact_phone": current.contact.phone if current else "",
            "file": file_link(current.file, folder=received_path(context.round_)) if current else "",
            "note": " ".join(filter(None, (_exception_note(context, standing), _waiting_note(standing)))),
            **_exception(context, standing),
        },
    )


def _waiting_note(standing: UnitStanding) -> str:
    return words.WAITING_FILE.format(file=standing.waiting.file) if standing.waiting else ""


def _exception_note(context: Context, standing: UnitStanding) -> str:
    """Say who accepted the submission in spite of its errors, when, why, and what is left out of it."""
    decision, current = standing.exception, standing.current
    if decision is None or current is None:
        return ""
    left_out = context.merged.left_out[current.file]
    template = words.LEFT_OUT_ROWS if left_out.rows else words.LEFT_OUT_CELLS
    return words.EXCEPTION.format(
        who=decision.who,
        day=date_text(_day(decision)),
        why=decision.why.rstrip("."),
        errors=len(current.errors),
        left_out=template.format(cells=left_out.cells, rows=left_out.rows),
    )


def _exception(context: Context, standing: UnitStanding) -> dict[str, Cell]:
    """The same for programs: the report reads these."""
    decision, current = standing.exception, standing.current
    if decision is None or current is None:
        return {}
    return {
        "exception_by": decision.who,
        "exception_on": _day(decision),
        "exception_why": decision.why,
        "left_out_cells": context.merged.left_out[current.file].cells,
    }


def _day(decision: Decision) -> date:
    return decision.when.astimezone(VIETNAM).date()


def _rows_merged(context: Context, standing: UnitStanding, *, index: int) -> Formula:
    """Rows of the unit in the master, over all its files."""
    area, sources = context.areas["submissions"], context.areas["sources"]
    merged = context.merged
    value = merged.counts[standing.current.file].merged if standing.current else 0
    text = f"=SUMIFS({sources.span('rows_merged')},{sources.span('unit_key')},{area.key_cell(index)})"
    return Formula(text=text, value=value)


def _findings(context: Context, standing: UnitStanding, severity: Severity, *, index: int) -> Formula:
    """The unit's findings of one weight, over all its files that are not superseded."""
    area, findings = context.areas["submissions"], context.areas["findings"]
    label = SEVERITY_LABELS[severity]
    text = counted(
        (findings.span("unit_key"), area.key_cell(index)), (findings.span("severity"), quoted(label))
    )
    return Formula(text=f"={text}", value=context.weights.get((standing.duty.unit.code, label), 0))


def _totals(context: Context, rows: tuple[Row, ...]) -> dict[str, Cell]:
    area = context.areas["submissions"]
    totals: dict[str, Cell] = {"unit_name": words.TOTAL}
    for key in ("rows_owed", "rows_merged", "error_count", "warning_count"):
        value = sum(_value(row.cells[key]) for row in rows)
        totals[key] = Formula(text=f"=SUM({area.column(key)})", value=value)
    return totals


def _value(cell: Cell) -> int:
    value = cell.value if isinstance(cell, Formula) else cell
    return value if isinstance(value, int) else 0
