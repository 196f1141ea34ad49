"""`orphans` (Điều chỉnh không còn dòng): what staff wrote for rows that are no longer there."""

import json

from catalogue import load_master
from consolidate.adjust.findings import changes
from consolidate.adjust.model import StaffRow
from consolidate.context import Context
from consolidate.table import Row, Table, match_key


def orphans_table(context: Context) -> Table:
    """Return one row per row that staff wrote on and that is gone; it comes back with its row."""
    rows = tuple(
        _row(row, reason, number=number)
        for number, (row, reason) in enumerate(context.adjusted.orphans, start=1)
    )
    return Table(design=context.areas["orphans"].design, rows=rows)


def _row(row: StaffRow, reason: str, *, number: int) -> Row:
    return Row(
        key=match_key(str(number)),
        cells={
            "number": number,
            "table": row.table,
            "sheet_title": load_master()[row.table].title,
            "about": row.about,
            "change": changes(row),
            "why": row.why,
            "staff_note": row.note,
            "reason": reason,
            "memory": json.dumps(
                {
                    "key": row.key,
                    "values": dict(sorted(row.typed.items())),
                    "basis": dict(sorted(row.basis.items())),
                },
                ensure_ascii=False,
            ),
        },
    )
