"""Write a plan as a workbook that a planning officer can read, edit and give back."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime

from xlsxwriter.workbook import Workbook

from catalogue import OPTIONAL_TABLES, PlanTables, plan_rows
from catalogue.wording import plan_book as words
from templates.plan_book_about import write_about
from templates.plan_book_guide import write_plan_guide
from templates.plan_book_table import write_table
from templates.style import Styles, workbook_options

_MADE_ON = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_TABLES = ("groups", "tasks", "indicators", "mentions", "calendar", "priorities")


def plan_book(tables: PlanTables) -> bytes:
    """Return a plan as an .xlsx file; the same tables give the same bytes.

    Every cell is text as in the plan's files (see `shown_cell`); what a draft guessed is coloured and says
    why in a note. `validation.read_plan_book` reads the workbook back.

    Raises:
        CatalogueError: A text is longer than a cell can hold.
    """
    stream = io.BytesIO()
    with Workbook(stream, workbook_options()) as workbook:
        workbook.set_properties(_properties(tables))
        workbook.set_size(2400, 1400)
        styles = Styles(workbook)
        write_about(workbook, styles, tables)
        for table in _TABLES:
            if table not in OPTIONAL_TABLES or plan_rows(tables, table):
                write_table(workbook, styles, tables, table)
        write_plan_guide(workbook, styles)
    return stream.getvalue()


def _properties(tables: PlanTables) -> Mapping[str, object]:
    """Return the file's properties; a fixed day of making, so that bytes repeat."""
    return {
        "title": words.BOOK_TITLE,
        "subject": str(tables.about.get("short_title", "")),
        "created": _MADE_ON,
    }
