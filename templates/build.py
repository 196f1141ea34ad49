"""Build one form: from what a unit owes to the bytes of its workbook."""

import io
from collections.abc import Mapping
from datetime import datetime, time

from xlsxwriter.workbook import Workbook

from catalogue import Duty, FormDesign, Period, Plan, Round, SheetKey, identity
from catalogue.wording import forms as words
from templates.layout import Grid
from templates.marks import place_marks
from templates.model import Filling, Order
from templates.plain_sheet import PlainWorksheet
from templates.sheets.answers import write_answers
from templates.sheets.desk import Desk
from templates.sheets.fixes import write_fixes
from templates.sheets.guide import write_guide
from templates.sheets.hidden import write_identity, write_lists
from templates.sheets.info import info_grid, write_info
from templates.style import Styles, workbook_options
from templates.table import ANSWER_SHEETS, Table, answer_tables, row_aliases


def build_form(
    duty: Duty, plan: Plan, round_: Round, design: FormDesign, *, filling: Filling | None = None
) -> bytes:
    """Return the form of one unit as an .xlsx file; the same input gives the same bytes.

    Args:
        duty: What the unit owes.
        plan: The round's plan.
        round_: The round: period, deadline, where forms are sent.
        design: The form's sheets and fields.
        filling: The unit's own answers and the problems found in them, for a marked copy; None
            for an empty form.
    """
    order = Order(duty=duty, plan=plan, round_=round_, design=design, filling=filling)
    stream = io.BytesIO()
    with Workbook(stream, workbook_options()) as workbook:
        workbook.worksheet_class = PlainWorksheet
        workbook.set_properties(_properties(order))
        workbook.set_size(2400, 1400)
        _write(workbook, order)
    return stream.getvalue()


def form_file_name(duty: Duty, period: Period) -> str:
    """Return the file name of a unit's form, in plain ASCII."""
    return words.FILE_NAME.format(period=period.code, unit=duty.unit.file_stem)


def _properties(order: Order) -> Mapping[str, object]:
    """Return the file's properties; the day of making is the period's first, so that bytes repeat."""
    return {
        "title": words.TITLES[SheetKey.GUIDE] if not order.filling else words.FIXES_TITLE,
        "subject": order.plan.short_title,
        "author": order.round_.office.name,
        "created": datetime.combine(order.round_.period.data_from, time()),
    }


def _write(workbook: Workbook, order: Order) -> None:
    desk = _desk(workbook, order)
    first = write_fixes(desk) if desk.marks else None
    guide = write_guide(desk)
    info = workbook.add_worksheet(desk.title(SheetKey.INFO))
    found = {key: write_answers(desk, key) for key in ANSWER_SHEETS}
    write_info(info, desk, found)
    write_identity(workbook, identity(order.duty, order.plan, desk.period.code, order.design))
    write_lists(desk)
    (first or guide).activate()
    (first or guide).set_first_sheet()


def _desk(workbook: Workbook, order: Order) -> Desk:
    tables = answer_tables(order)
    grids = {key: _grid(table) for key, table in tables.items()}
    grids[SheetKey.INFO] = info_grid(order.design.fields_of(SheetKey.INFO))
    aliases = {
        key: row_aliases(order.answers(key), order.design.sheet(key).free_rows)
        for key, table in tables.items()
        if table.is_free
    }
    return Desk(
        workbook=workbook,
        styles=Styles(workbook),
        order=order,
        tables=tables,
        grids=grids,
        marks=place_marks(order.marks, grids, aliases),
    )


def _grid(table: Table) -> Grid:
    return Grid.of([field.key for field in table.fields], [line.key for line in table.lines])
