"""`issue_rows` (Vấn đề - chi tiết): every difficulty and proposal, in its unit's own words."""

from collections.abc import Iterator

from catalogue.wording import rollups
from consolidate.context import Context
from consolidate.jump import jump
from consolidate.link import cell_link
from consolidate.sheets.issues import theme_name
from consolidate.table import Cell, Row, Table, match_key
from consolidate.themes import Issue, Statement


def issue_rows_table(context: Context) -> Table:
    """Return one row per statement, issue by issue."""
    rows: list[Row] = []
    for number, issue in enumerate(context.issues, start=1):
        for statement, is_first in _marked(issue):
            cells: dict[str, Cell] = {
                "is_first": int(is_first),
                "issue": jump(
                    context.areas["issues"],
                    span=context.areas["issues"].keys,
                    match=context.areas["issue_rows"].cell("issue_key", len(rows)),
                    shown=rollups.GO_TO_ISSUE,
                ),
            }
            row = _row(context, statement, number=number)
            rows.append(Row(key=row.key, cells={**row.cells, **cells}))
    return Table(design=context.areas["issue_rows"].design, rows=tuple(rows))


def _marked(issue: Issue) -> Iterator[tuple[Statement, bool]]:
    """Yield the statements, and whether each is the first of its unit."""
    seen: set[str] = set()
    for statement in issue.statements:
        yield statement, statement.unit_code not in seen
        seen.add(statement.unit_code)


def _row(context: Context, statement: Statement, *, number: int) -> Row:
    where = str(statement.sheet), statement.field, statement.row_key, statement.unit_code
    return Row(
        key=match_key(*where),
        cells={
            "number": number,
            "issue_key": match_key(str(number)),
            "unit_code": statement.unit_code,
            "task_code": statement.task_code,
            "kind": rollups.ISSUE_KINDS[statement.kind],
            "theme": theme_name(context, statement.theme),
            "theme_basis": _basis(statement),
            "addressee": statement.addressee,
            "unit_name": context.unit_name(statement.unit_code),
            "content": statement.text,
            "cause": statement.cause,
            "task": context.named_task(statement.task_code),
            "source": cell_link(
                context.submissions[statement.file],
                statement.sheet,
                field=statement.field,
                row=statement.row,
                folder=context.received,
            ),
        },
    )


def _basis(statement: Statement) -> str:
    if not statement.is_derived:
        return rollups.THEME_CHOSEN
    return rollups.THEME_DERIVED if statement.theme else ""
