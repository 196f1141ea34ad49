"""Fill a form by what is visible in it; run as a script, it does so inside LibreOffice over UNO.

As a script it runs under a Python that has `uno`, so it imports nothing but the standard library:
`python uno_fill.py PIPE SOURCE_URL TARGET_URL ANSWERS.json`.
"""

import contextlib
import json
import os
import sys
import time
from datetime import date

_CONNECT_SECONDS = 60
_EPOCH = date(1899, 12, 30)
_FIRST_CELLS = 2
_FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}


def places(texts, answers):
    """Return [(row, column, value), …], 0-based, for answers given by visible text.

    Args:
        texts: The sheet's cells as text, row by row; blank where a row or column is hidden.
        answers: One mapping per row: "row" says which row, every other key is a header. A row is the text
            of its first or second visible cell, or its 1-based place below the headers. The header ""
            means the cell right of the row's text, for sheets without headers.
    """
    found = []
    for answer in answers:
        headers = {header: value for header, value in answer.items() if header not in ("row", "")}
        if "" in answer:
            row, column = label_place(texts, answer["row"])
            found.append((row, column + 1, answer[""]))
        if headers:
            top, columns = header_places(texts, headers)
            row = row_place(texts, top, answer["row"])
            found += [(row, columns[header], value) for header, value in headers.items()]
    return found


def label_place(texts, label):
    """Return the first cell that holds a text."""
    return next((r, c) for r, row in enumerate(texts) for c, text in enumerate(row) if text == label)


def header_places(texts, headers):
    """Return the first row that holds all headers, and their columns."""
    for number, row in enumerate(texts):
        if all(header in row for header in headers):
            return number, {header: row.index(header) for header in headers}
    raise LookupError(headers)


def row_place(texts, top, wanted):
    """Return the row below the headers at a place, or whose first or second cell holds a text."""
    if isinstance(wanted, int):
        return top + wanted
    for number, row in enumerate(texts[top + 1 :], start=top + 1):
        if wanted in [text for text in row if text][:_FIRST_CELLS]:
            return number
    raise LookupError(wanted)


def text_of(value):
    """Return a cell's value as it is written."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def connect(pipe):
    """Return LibreOffice's desktop, once it listens."""
    import uno
    from com.sun.star.connection import NoConnectException

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + _CONNECT_SECONDS
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def visible_texts(sheet):
    """Return a sheet's cells as text, blank where hidden."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)  # noqa: FBT003 - UNO takes no names
    area = cursor.RangeAddress
    data = sheet.getCellRangeByPosition(0, 0, area.EndColumn, area.EndRow).getDataArray()
    columns = [sheet.Columns.getByIndex(number).IsVisible for number in range(area.EndColumn + 1)]
    rows = [sheet.Rows.getByIndex(number).IsVisible for number in range(area.EndRow + 1)]
    return [
        [text_of(value) if seen and shown else "" for value, shown in zip(row, columns, strict=True)]
        for row, seen in zip(data, rows, strict=True)
    ]


def write(cell, value):
    """Write a text, a number, or a date given as {"date": "2026-12-10"}, as a person's typing would."""
    if isinstance(value, dict):
        cell.setValue((date.fromisoformat(value["date"]) - _EPOCH).days)
    elif isinstance(value, str):
        cell.setString(value)
    else:
        cell.setValue(value)


def main(pipe, source_url, target_url, answers_file):
    """Open a form, fill it in, save it in the format its extension names, and end LibreOffice."""
    import uno
    from com.sun.star.uno import RuntimeException

    def option(name, value):
        made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        made.Name, made.Value = name, value
        return made

    with open(answers_file, encoding="utf-8") as stream:  # noqa: PTH123 - plain standard library
        answers = json.load(stream)
    desktop = connect(pipe)
    document = desktop.loadComponentFromURL(source_url, "_blank", 0, (option("Hidden", value=True),))
    for title, rows in answers.items():
        sheet = document.Sheets.getByName(title)
        for row, column, value in places(visible_texts(sheet), rows):
            write(sheet.getCellByPosition(column, row), value)
    document.calculateAll()
    document.storeToURL(target_url, (option("FilterName", _FILTERS[target_url.rpartition(".")[2]]),))
    document.close(True)  # noqa: FBT003 - UNO takes no names
    with contextlib.suppress(RuntimeException):  # LibreOffice may be gone before it answers
        desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
    os._exit(0)  # leaving in good order, the bridge to an ended LibreOffice may crash
