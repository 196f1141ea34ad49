"""Cells that are written side by side, against the library's own methods."""

from datetime import date, datetime, time
from io import BytesIO

import pytest
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
    st.tuples(RESULTS, st.sampled_from(["=A1", '=IF(A1<2,"a&b",A1>=3)', "{=MAX($A$1:$A$9)}"])),
)
ROWS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 30), st.lists(CELLS, max_size=6)), max_size=5)
OTHERS = {
    "a height": lambda sheet, row, _: sheet.set_row(row, 31),
    "a hidden row": lambda sheet, row, style: sheet.set_row(row, None, style, {"hidden": True, "level": 1}),
    "a comment": lambda sheet, row, _: sheet.write_comment(row, 35, "Lời nhắc"),
    "a truth": lambda sheet, row, style: sheet.write_boolean(row, 3, row % 2, style),
    "an array": lambda sheet, row, style: sheet.write_array_formula(row, 2, row, 2, "=MAX(A1:A9)", style, 5),
    "a text of no format": lambda sheet, row, _: sheet.write_string(row, 4, "chữ"),
    "a formula of no format": lambda sheet, row, _: sheet.write_formula(row, 5, "=A1&B1", None, "x"),
    "letters of two looks": lambda sheet, row, style: sheet.write_rich_string(row, 6, "a", style, "b", style),
    "a link": lambda sheet, row, style: sheet.write_url(row, 7, "internal:Bảng!A1", style, "tới", "chỉ dẫn"),
}
MORE = st.lists(st.tuples(st.sampled_from(sorted(OTHERS)), st.integers(0, 60)), max_size=4)


def written(worksheet_class, rows, more, write):
    """Return the bytes of a workbook whose rows were written in a certain way, in two formats in turn."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": datetime.combine(date(2026, 6, 30), time())})
        formats = [workbook.add_format({"bold": True}), workbook.add_format({"italic": True})]
        sheet = workbook.add_worksheet("Bảng", worksheet_class)
        for row, column, cells in rows:
            styled = [(value, formats[at % 2], how) for at, (value, how) in enumerate(cells)]
            write(sheet, row, column, styled)
        for other, row in more:
            OTHERS[other](sheet, row, formats[0])
    return buffer.getvalue()


def one_by_one(sheet, row, column, cells):
    """Write cells by the library's methods."""
    for place, (value, style, formula) in enumerate(cells, column):
        shown = "" if value is None else value
        if formula.startswith("{"):
            sheet.write_array_formula(row, place, row, place, formula[1:-1], style, shown)
        elif formula:
            sheet.write_formula(row, place, formula, style, shown)
        elif value is None or value == "":
            sheet.write_blank(row, place, None, style)
        elif isinstance(value, str):
            sheet.write_string(row, place, value, style)
        elif isinstance(value, date):
            sheet.write_datetime(row, place, value, style)
        else:
            sheet.write_number(row, place, value, style)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_no_sheet_can_hold_is_refused_as_the_library_does(number):
    with pytest.raises(TypeError, match="NAN/INF"):
        written(PlainWorksheet, [(0, 0, [(number, "")])], (), PlainWorksheet.put)


@given(ROWS, MORE)
def test_cells_side_by_side_are_the_bytes_the_library_gives(rows, more):
    plain = written(PlainWorksheet, rows, more, PlainWorksheet.put)

    assert plain == written(Worksheet, rows, more, one_by_one)


@given(ROWS, MORE)
def test_cells_one_by_one_are_the_bytes_the_library_gives(rows, more):
    plain = written(PlainWorksheet, rows, more, one_by_one)

    assert plain == written(Worksheet, rows, more, one_by_one)
