"""What calamine would misread is read the exact way: error cells, and formulas that were never calculated."""

import io
import zipfile

import pytest
import xlsxwriter

from validation.reading import CellError, read_workbook


def workbook(*, formula_value):
    """Return a workbook with one formula whose cached value is given; nothing in it needs the exact way."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Trang")
        sheet.write_string(0, 0, "chữ")
        sheet.write_formula(0, 1, "=1/0", None, formula_value)
    return stream.getvalue()


def without_cached_values(content, *, cell=b'<c r="B1">'):
    """Return the workbook with a blank where its formula's value stood; `cell` is the cell's opening tag."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if "worksheets" in name:
                part = part.replace(b"<v>7</v>", b"<v></v>").replace(b'<c r="B1">', cell)
            target.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize("shown", ["#DIV/0!", "#REF!", "#N/A"])
def test_an_error_cell_is_an_error_and_not_a_blank(shown):
    assert read_workbook(workbook(formula_value=shown)).sheets["Trang"][0] == ["chữ", CellError(shown)]


def test_a_cached_formula_is_its_value():
    assert read_workbook(workbook(formula_value=7)).sheets["Trang"][0] == ["chữ", 7.0]


def test_a_formula_never_calculated_is_blank_and_not_zero():
    content = without_cached_values(workbook(formula_value=7))

    assert read_workbook(content).sheets["Trang"][0] == ["chữ", None]


def test_only_files_that_need_it_take_the_exact_way(monkeypatch):
    taken = []
    monkeypatch.setattr("validation.reading.xlsx._read_exactly", taken.append)
    plain, error = workbook(formula_value=7), workbook(formula_value="#DIV/0!")
    uncached = without_cached_values(plain)
    blank_text = without_cached_values(plain, cell=b'<c r="B1" t="str">')
    for content in (plain, blank_text, error, uncached):
        read_workbook(content)

    assert taken == [error, uncached]
