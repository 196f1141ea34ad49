"""`proposals` (Kiến nghị): what units ask for, unit by unit."""

from catalogue import SheetKey
from consolidate.context import Context
from consolidate.records import Value
from consolidate.sheets.common import source_link
from consolidate.table import Row, Table, match_key


def proposals_table(context: Context) -> Table:
    """Return one row per proposal, units in the registry's order."""
    rows = tuple(
        _row(context, row, number=number)
        for number, row in enumerate(context.records[SheetKey.PROPOSALS], start=1)
    )
    return Table(design=context.areas["proposals"].design, rows=rows)


def _row(context: Context, row: dict[str, Value], *, number: int) -> Row:
    unit_code = str(row["unit_code"])
    return Row(
        key=match_key(unit_code, str(row["row_key"])),
        cells={
            "number": number,
            "unit_code": unit_code,
            "task_code": row["task"],
            "unit_name": context.unit_name(unit_code),
            "theme": context.label("theme", row["theme"]),
            "content": row["content"],
            "addressee": row["addressee"],
            "task": context.named_task(row["task"]),
            "source": source_link(context, row, SheetKey.PROPOSALS, field="content"),
        },
    )
