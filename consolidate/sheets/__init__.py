"""The tables of the master: each from the context, as cells and formulas not yet drawn."""

from collections.abc import Callable

from consolidate.context import Context
from consolidate.sheets.budgets import budgets_table
from consolidate.sheets.findings import findings_table
from consolidate.sheets.groups import groups_table
from consolidate.sheets.indicator_rows import indicator_rows_table
from consolidate.sheets.indicators import indicators_table
from consolidate.sheets.issue_rows import issue_rows_table
from consolidate.sheets.issues import issues_table
from consolidate.sheets.laggards import laggards_table
from consolidate.sheets.money import money_table
from consolidate.sheets.orphans import orphans_table
from consolidate.sheets.proposals import proposals_table
from consolidate.sheets.sources import sources_table
from consolidate.sheets.submissions import submissions_table
from consolidate.sheets.task_rows import task_rows_table
from consolidate.sheets.tasks import tasks_table
from consolidate.sheets.trend import trend_table
from consolidate.sheets.units import units_table
from consolidate.table import Table

__all__ = ["TABLES"]

TABLES: dict[str, Callable[[Context], Table]] = {
    "submissions": submissions_table,
    "groups": groups_table,
    "tasks": tasks_table,
    "task_rows": task_rows_table,
    "laggards": laggards_table,
    "units": units_table,
    "indicators": indicators_table,
    "indicator_rows": indicator_rows_table,
    "budgets": budgets_table,
    "money": money_table,
    "proposals": proposals_table,
    "issues": issues_table,
    "issue_rows": issue_rows_table,
    "trend": trend_table,
    "findings": findings_table,
    "sources": sources_table,
    "orphans": orphans_table,
}
"""What makes each table, by sheet key, in workbook order."""
