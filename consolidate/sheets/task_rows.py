"""`task_rows` (Nhiệm vụ - chi tiết): what every unit says of every task it owes."""

from catalogue import Role, SheetKey
from consolidate.context import Context
from consolidate.records import Value
from consolidate.sheets.common import source_link, summary_link
from consolidate.table import Row, Table, match_key

TEXTS = ("result_text", "documents_text", "difficulty_text", "cause_text", "proposal_text")


def task_rows_table(context: Context) -> Table:
    """Return one row per task and unit, in the plan's order, units in the registry's."""
    rows = tuple(_row(context, row, index=index) for index, row in enumerate(context.records[SheetKey.TASKS]))
    return Table(design=context.areas["task_rows"].design, rows=rows)


def _row(context: Context, row: dict[str, Value], *, index: int) -> Row:
    code, unit_code = str(row["row_key"]), str(row["unit_code"])
    task = context.task_by_code.get(code)
    role = row.get("role")
    return Row(
        key=context.keys["task_rows"][index],
        cells={
            "task_code": code,
            "task_key": match_key(code),
            "unit_code": unit_code,
            "group_code": context.plan.main_group(task).code if task else "",
            "number": task.number if task else "",
            "name": context.task_name(code),
            "unit_name": context.unit_name(unit_code),
            "role": context.plan.role_labels.get(Role(str(role)), "") if role else "",
            "completed_on": row["completed_on"],
            **{key: row[key] for key in TEXTS},
            **context.staff_cells("task_rows", index),
            "summary": summary_link(context, "task_rows", index, code=code),
            "source": source_link(context, row, SheetKey.TASKS, field="status"),
        },
    )
