"""Cells that are written side by side, against the library's own methods."""

from datetime import date, datetime
from io import BytesIO

import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter.worksheet import Worksheet

from templates import PlainWorksheet

TEXTS = st.text(st.sampled_from("aĐ ế<>&\"'\n#={}"), max_size=8)
NUMBERS = st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False)
RESULTS = TEXTS | NUMBERS | st.booleans() | st.sampled_from(["#N/A", "#DIV/0!", "#VALUE!", "#x"]) | st.none()
CELLS = st.one_of(
    st.tuples(TEXTS | NUMBERS | st.none() | st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.just("")),
    st.tuples(RESULTS, st.sampled_from(["=A1", '=IF(A1<2,"a&b",A1>=3)', "=SUM($A$1:$A$9)"])),
)
ROWS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 30), st.lists(CELLS, max_size=6)), max_size=5)


def written(worksheet_class, rows, write):
    """Return the bytes of a workbook whose rows were written in a certain way, in two formats in turn."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": datetime(2026, 6, 30)})  # noqa: DTZ001 - the library wants none
        formats = [workbook.add_format({"bold": True}), workbook.add_format({"italic": True})]
        sheet = workbook.add_worksheet("Bảng", worksheet_class)
        for row, column, cells in rows:
            styled = [(value, formats[at % 2], how) for at, (value, how) in enumerate(cells)]
            write(sheet, row, column, styled)
    return buffer.getvalue()


def one_by_one(sheet, row, column, cells):
    """Write cells by the library's methods."""
    for place, (value, style, formula) in enumerate(cells, column):
        if formula:
            sheet.write_formula(row, place, formula, style, "" if value is None else value)
        elif value is None or value == "":
            sheet.write_blank(row, place, None, style)
        elif isinstance(value, str):
            sheet.write_string(row, place, value, style)
        elif isinstance(value, date):
            sheet.write_datetime(row, place, value, style)
        else:
            sheet.write_number(row, place, value, style)


@given(ROWS)
def test_cells_side_by_side_are_the_bytes_the_library_gives(rows):
    assert written(PlainWorksheet, rows, PlainWorksheet.put) == written(Worksheet, rows, one_by_one)


@given(ROWS)
def test_cells_one_by_one_are_the_bytes_the_library_gives(rows):
    assert written(PlainWorksheet, rows, one_by_one) == written(Worksheet, rows, one_by_one)
