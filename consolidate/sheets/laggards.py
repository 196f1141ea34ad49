"""`laggards` (Quá hạn): units × tasks that are not done though their deadline has passed, the worst first."""

from datetime import date

from catalogue import SheetKey
from catalogue.wording import master as words
from catalogue.wording import rollups
from consolidate.context import Context
from consolidate.jump import jump
from consolidate.rollup_tasks import Overall
from consolidate.rollup_units import Laggard
from consolidate.sheets.common import source_link
from consolidate.table import Cell, Formula, Row, Table, match_key


def laggards_table(context: Context) -> Table:
    """Return one row per unit and task, the longest overdue and least advanced first."""
    rows = tuple(_row(context, laggard, index=index) for index, laggard in enumerate(context.laggards))
    return Table(design=context.areas["laggards"].design, rows=rows)


def _row(context: Context, laggard: Laggard, *, index: int) -> Row:
    area, task, unit, row = context.areas["laggards"], laggard.task, laggard.unit, laggard.row
    key = match_key(task.code, unit.code)
    cells: dict[str, Cell] = {
        "number": index + 1,
        "unit_code": unit.code,
        "task_code": task.code,
        "detail_key": key,
        "unit_name": unit.agency_name,
        "group_code": context.plan.main_group(task).code,
        "task_number": task.number,
        "name": context.task_name(task.code),
        "deadline": task.deadline.text,
        "deadline_end": laggard.end,
        "days_overdue": _days(area.cell("deadline_end", index), laggard.end, context.round_.period.data_to),
        "status": context.label("task_status", row["status"]) if row else words.OVERALL[Overall.NO_REPORT],
    }
    if row:
        detail = context.areas["task_rows"]
        cells |= {
            "completion_pct": laggard.completion_pct,
            "difficulty_text": row["difficulty_text"],
            "detail": jump(
                detail, span=detail.keys, match=area.cell("detail_key", index), shown=rollups.GO_TO_DETAIL
            ),
            "source": source_link(context, row, SheetKey.TASKS, field="status"),
        }
    return Row(key=key, cells=cells)


def _days(place: str, end: date, data_to: date) -> Formula:
    return Formula(text=f"=th_data_to-{place}", value=(data_to - end).days)
