"""`sources` (Nguồn): every file that came back, and that no row of it is lost."""

from catalogue.wording import master as words
from consolidate.context import Context
from consolidate.link import file_link
from consolidate.table import Area, Cell, Formula, Row, Table, match_key
from validation import Submission

COUNTS = ("rows_read", "rows_merged", "rows_refused", "rows_superseded", "rows_supplement")
DETAILS = ("task_rows", "indicator_rows", "budgets", "proposals")


def sources_table(context: Context) -> Table:
    """Return one row per file, sorted by file; under it the totals, and the rows of the detail sheets."""
    rows = tuple(
        _row(context, submission, index=index) for index, submission in enumerate(context.merged.submissions)
    )
    return Table(
        design=context.areas["sources"].design, rows=rows, totals=(_totals(context), _detail_rows(context))
    )


def _row(context: Context, submission: Submission, *, index: int) -> Row:
    area = context.areas["sources"]
    count = context.merged.counts[submission.file]
    return Row(
        key=match_key(submission.file),
        cells={
            "number": index + 1,
            "unit_code": submission.unit_code,
            "unit_key": match_key(submission.unit_code),
            "file": file_link(submission, folder=context.received),
            "unit_name": context.unit_name(submission.unit_code),
            "state": words.FILE_STATES[context.merged.states[submission.file]],
            "received_on": submission.received_on,
            "rows_read": count.read,
            "rows_merged": count.merged,
            "rows_refused": count.refused,
            "rows_superseded": count.superseded,
            "rows_supplement": count.supplement,
            "balance": Formula(text=_balance([area.cell(key, index) for key in COUNTS]), value=0),
            "sha256": submission.sha256,
        },
    )


def _balance(cells: list[str]) -> str:
    """Rows read that are not accounted for: always none."""
    return "=" + "-".join(cells)


def _totals(context: Context) -> dict[str, Cell]:
    area, total = context.areas["sources"], context.merged.total
    values = (total.read, total.merged, total.refused, total.superseded, total.supplement)
    sums: dict[str, Cell] = {
        key: Formula(text=f"=SUM({area.column(key)})", value=value)
        for key, value in zip(COUNTS, values, strict=True)
    }
    balance = Formula(text=_balance([area.total_cell(key) for key in COUNTS]), value=0)
    return {"file": words.TOTAL, **sums, "balance": balance}


def _detail_rows(context: Context) -> dict[str, Cell]:
    """The rows that stand on the detail sheets: as many as were merged."""
    details: list[Area] = [context.areas[key] for key in DETAILS]
    spans = ",".join(detail.keys for detail in details)
    return {
        "file": words.DETAIL_ROWS,
        "rows_merged": Formula(text=f"=COUNTA({spans})", value=sum(detail.count for detail in details)),
    }
