"""`submissions` (Tình trạng nộp): every reporting unit, and which file of it counts."""

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from catalogue import Severity, date_text, shortened
from catalogue.wording import master as words
from catalogue.wording import revisions as revision_words
from catalogue.wording.findings import SEVERITY_LABELS
from consolidate.context import Context
from consolidate.formula import counted, quoted
from consolidate.ledger import Decision, Pick, Waiver
from consolidate.link import file_link
from consolidate.model import UnitStanding
from consolidate.revisions import change_text, changes
from consolidate.sheets.common import unit_cells
from consolidate.table import Cell, Formula, Row, Table, match_key
from validation import VIETNAM

MOST_CHANGES = 10
LONGEST_NAME = 40
LONGEST_VALUE = 80
CONTEXT = 20
"""Letters shown before the place where two long texts begin to differ."""


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
            **unit_cells(unit, index=index),
            "state": words.UNIT_STATES[standing.shown],
            "completeness": words.THIN if standing.is_thin else "",
            "timeliness": timeliness,
            "received_on": current.received_on if current else None,
            "rows_owed": _rows_owed(standing),
            "rows_merged": _rows_merged(context, standing, index=index),
            "error_count": _findings(context, standing, Severity.ERROR, index=index),
            "warning_count": _findings(context, standing, Severity.WARNING, index=index),
            "contact_name": current.contact.name if current else "",
            "contact_phone": current.contact.phone if current else "",
            "file": file_link(current, folder=context.received) if current else "",
            "note": " ".join(filter(None, _notes(context, standing))),
            "changes": changes_note(context, standing),
            **_exception(context, standing),
            **_waiver(standing),
        },
    )


def _rows_owed(standing: UnitStanding) -> int:
    return len(standing.duty.tasks) + len(standing.duty.indicators) if standing.owes else 0


def _notes(context: Context, standing: UnitStanding) -> Iterator[str]:
    """Yield what there is to say of a unit: what officers ruled, what waits, what came too late."""
    for template, ruling in (
        (revision_words.WAIVED, standing.waiver),
        (revision_words.PICKED, standing.pick),
    ):
        if ruling:
            yield template.format(who=ruling.who, day=date_text(_day(ruling)), why=ruling.why.rstrip("."))
    yield _exception_note(context, standing)
    yield _waiting_note(standing)
    if late := standing.supplements:
        yield revision_words.SUPPLEMENTS.format(count=len(late), files="; ".join(each.file for each in late))


def changes_note(context: Context, standing: UnitStanding) -> str:
    """Return what the file that counts changed of the one before it; the first cells only of very many."""
    current, before = standing.current, standing.before
    if current is None or before is None:
        return ""
    found = changes(before, current)
    if not found:
        return revision_words.COLUMN_SAME.format(file=before.file)
    lines = [revision_words.COLUMN_HEAD.format(count=len(found), file=before.file)]
    for each in found[:MOST_CHANGES]:
        text = change_text(each, design=context.design, plan=context.plan)
        template = revision_words.CHANGE if text.row else revision_words.INFO_CHANGE
        old, new = (value or revision_words.BLANK for value in _brief_pair(text.old, text.new))
        row = shortened(text.row, LONGEST_NAME)
        lines.append(template.format(sheet=text.sheet, row=row, field=text.field, old=old, new=new))
    if len(found) > MOST_CHANGES:
        lines.append(revision_words.COLUMN_MORE.format(count=len(found) - MOST_CHANGES))
    return "\n".join(lines)


def _brief_pair(old: str, new: str) -> tuple[str, str]:
    """Return two values short enough to read side by side; what differs is always shown."""
    skipped = 0
    if max(len(old), len(new)) > LONGEST_VALUE:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
        skipped = max(same - CONTEXT, 0)
    head = "…" if skipped else ""
    return shortened(head + old[skipped:], LONGEST_VALUE), shortened(head + new[skipped:], LONGEST_VALUE)


def _waiver(standing: UnitStanding) -> dict[str, Cell]:
    """Who said that the unit need not report, for programs."""
    waiver = standing.waiver
    if waiver is None:
        return {}
    return {"waived_by": waiver.who, "waived_on": _day(waiver), "waived_why": waiver.why}


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


def _day(ruling: Decision | Pick | Waiver) -> date:
    return ruling.when.astimezone(VIETNAM).date()


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
