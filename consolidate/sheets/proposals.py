"""`proposals` (Kiến nghị): what units ask for, unit by unit."""

from catalogue import SheetKey
from catalogue.wording import rollups
from consolidate.context import Context
from consolidate.formula import quoted
from consolidate.jump import jump
from consolidate.records import Value
from consolidate.sheets.common import source_link
from consolidate.table import Formula, Row, Table, match_key


def proposals_table(context: Context) -> Table:
    """Return one row per proposal, units in the registry's order."""
    issues = _issues(context)
    rows = tuple(
        _row(context, row, number=number, issue=issues.get((str(row["unit_code"]), str(row["row_key"]))))
        for number, row in enumerate(context.records[SheetKey.PROPOSALS], start=1)
    )
    return Table(design=context.areas["proposals"].design, rows=rows)


def _issues(context: Context) -> dict[tuple[str, str], Formula]:
    """Return links to the issues in which proposals stand, by unit and row; what says nothing has none."""
    area = context.areas["issues"]
    return {
        (statement.unit_code, statement.row_key): jump(
            area, span=area.keys, match=quoted(match_key(str(number))), shown=rollups.GO_TO_ISSUE
        )
        for number, issue in enumerate(context.issues, start=1)
        for statement in issue.statements
        if statement.sheet is SheetKey.PROPOSALS
    }


def _row(context: Context, row: dict[str, Value], *, number: int, issue: Formula | None) -> Row:
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
            "issue": issue,
            "source": source_link(context, row, SheetKey.PROPOSALS, field="content"),
        },
    )
