"""Read a workbook as its reader sees it: tables by visible header; shares no code with the program."""

import openpyxl


def visible_rows(path, title, *, first="STT"):
    """Return a sheet's rows below its header row, as mappings from visible header to value.

    The header row is the first one that holds `first`; rows whose cells are all blank are left out.
    """
    sheet = openpyxl.load_workbook(path, data_only=True)[title]
    rows = list(sheet.iter_rows(min_col=2, values_only=True))
    at = next(number for number, row in enumerate(rows) if first in row)
    shown = [(column, str(header)) for column, header in enumerate(rows[at]) if header]
    tables = [{header: row[column] for column, header in shown} for row in rows[at + 1 :]]
    return [table for table in tables if any(value not in (None, "") for value in table.values())]
