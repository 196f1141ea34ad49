"""The two hidden sheets: what the form says it is, and the lists of its dropdowns."""

from dataclasses import asdict

from xlsxwriter.workbook import Workbook

from catalogue import Identity
from templates.layout import IDENTITY_SHEET, LISTS_SHEET, NAME_PREFIX, TASK_LIST, list_name
from templates.sheets.desk import Desk


def write_identity(workbook: Workbook, identity: Identity) -> None:
    """Write the identity sheet: names in column A, values in column B, each value with a defined name."""
    sheet = workbook.add_worksheet(IDENTITY_SHEET)
    for row, (name, value) in enumerate(asdict(identity).items()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
        workbook.define_name(f"{NAME_PREFIX}{name}", f"={IDENTITY_SHEET}!$B${row + 1}")
    sheet.protect()
    sheet.very_hidden()


def write_lists(desk: Desk) -> None:
    """Write one column per dropdown, each behind a defined name; the unit's tasks come last.

    A list without entries is one blank cell, so that its name always refers to something.
    """
    sheet = desk.workbook.add_worksheet(LISTS_SHEET)
    choices = desk.order.design.choices
    lists = {name: tuple(choice.label for choice in items) for name, items in choices.items()}
    lists[TASK_LIST] = next((table.tasks for table in desk.tables.values()), ())
    for column, (name, texts) in enumerate(lists.items()):
        sheet.write_string(0, column, name)
        for row, text in enumerate(texts, start=1):
            sheet.write_string(row, column, text)
        letter = chr(ord("A") + column)
        cells = f"={LISTS_SHEET}!${letter}$2:${letter}${max(len(texts), 1) + 1}"
        desk.workbook.define_name(list_name(name), cells)
    sheet.protect()
    sheet.hide()
