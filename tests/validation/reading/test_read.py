"""What other readers misread: error cells, formulas never calculated, formats, merged cells, far corners."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from benchmarks.hostile_files import book, parts_of, zipped
from catalogue import Code
from tests.forms import altered
from validation.reading import (
    Area,
    CellError,
    LegacyText,
    PercentNumber,
    Stray,
    Uncalculated,
    read_bounded,
    read_workbook,
)

DOORS = pytest.mark.parametrize("read", [read_workbook, read_bounded])


def workbook(*, formula_value):
    """Return a workbook with one formula whose cached value is given."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Trang")
        sheet.write_string(0, 0, "chữ")
        sheet.write_formula(0, 1, "=1/0", None, formula_value)
    return stream.getvalue()


def without_cached_values(content, *, cell=b'<c r="B1">'):
    """Return the workbook with a blank where its formula's value stood; `cell` is the cell's opening tag."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"<v>7</v>", b"<v></v>").replace(b'<c r="B1">', cell)
    return zipped(parts)


def saved(change):
    """Return what openpyxl saves after a change to its first sheet."""
    return altered(workbook(formula_value=7), lambda made: change(made, made.worksheets[0]))


def cells(content, read=read_workbook):
    """Return the first sheet's rows."""
    return [list(row) for row in next(iter(read(content).sheets.values()))]


@DOORS
@pytest.mark.parametrize("shown", ["#DIV/0!", "#REF!", "#N/A"])
def test_an_error_cell_is_an_error_and_not_a_blank(read, shown):
    assert cells(workbook(formula_value=shown), read) == [["chữ", CellError(shown)]]


@DOORS
def test_a_cached_formula_is_its_value(read):
    assert cells(workbook(formula_value=7), read) == [["chữ", 7.0]]


@DOORS
def test_a_formula_never_calculated_is_neither_blank_nor_zero(read):
    content = without_cached_values(workbook(formula_value=7))

    assert cells(content, read) == [["chữ", Uncalculated("=1/0")]]


@DOORS
def test_a_formula_whose_result_is_blank_text_is_blank(read):
    content = without_cached_values(workbook(formula_value=7), cell=b'<c r="B1" t="str">')

    assert [value for value in cells(content, read)[0] if value] == ["chữ"]


@DOORS
def test_a_cell_formatted_as_per_cent_says_so(read):
    def change(_, sheet):
        sheet["A1"], sheet["B1"], sheet["C1"] = 0.85, 0.5, 85
        sheet["A1"].number_format, sheet["B1"].number_format = "0%", '0.0" %"'

    (row,) = cells(saved(change), read)

    assert [type(value) for value in row] == [PercentNumber, float, float]


@DOORS
def test_text_in_a_legacy_font_keeps_the_font_name(read):
    def change(_, sheet):
        sheet["A1"], sheet["A1"].font = "µ ®·", Font(name=".VnTime")
        sheet["B1"], sheet["B1"].font = 3, Font(name="VNI-Times")

    text, number = cells(saved(change), read)[0]

    assert (type(text), text.font, type(number)) == (LegacyText, ".VnTime", float)


@DOORS
def test_merged_areas_are_told(read):
    content = saved(lambda _, sheet: sheet.merge_cells("B2:C4"))

    assert read(content).merged == {"Trang": [Area(2, 2, 4, 3)]}


@DOORS
def test_dates_count_from_1904_where_the_workbook_says_so(read):
    def change(made, sheet):
        made.epoch = CALENDAR_MAC_1904
        sheet["A1"] = date(2026, 11, 30)

    assert cells(saved(change), read)[0][0] == date(2026, 11, 30)


@DOORS
def test_a_sheet_with_a_namespace_prefix_is_read(read):
    parts = parts_of('<x:row r="2"><x:c r="B2" t="e"><x:v>#REF!</x:v></x:c></x:row>')
    sheet = parts["xl/worksheets/sheet1.xml"]
    for tag in ("worksheet", "sheetData"):
        sheet = sheet.replace(f"<{tag}", f"<x:{tag}").replace(f"</{tag}", f"</x:{tag}")
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("xmlns=", "xmlns:x=")

    assert cells(zipped(parts), read)[1][1] == CellError("#REF!")


@DOORS
def test_cells_that_do_not_say_where_they_are_follow_each_other(read):
    content = book(
        '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>'
    )

    assert cells(content, read) == [[1.0, None, None, 4.0, 5.0], [6.0, None, None, None, None]]


@DOORS
@pytest.mark.parametrize("dimension", ["A1", "A1:XFD1048576"])
def test_a_wrong_dimension_changes_nothing(read, dimension):
    parts = parts_of('<row r="3"><c r="B3"><v>1</v></c></row>')
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(
        "<sheetData>", f'<dimension ref="{dimension}"/><sheetData>'
    )

    assert cells(zipped(parts), read)[2] == [None, 1.0]


@DOORS
def test_strict_office_open_xml_is_read(read):
    strict = "http://purl.oclc.org/ooxml"
    parts = {
        name: part.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main", f"{strict}/spreadsheetml/main"
        ).replace("http://schemas.openxmlformats.org/officeDocument/2006", f"{strict}/officeDocument")
        for name, part in parts_of().items()
    }

    assert cells(zipped(parts), read) == [[1.0]]


@DOORS
def test_a_value_at_the_far_corner_is_told_apart(read):
    content = book(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'
    )

    assert cells(content, read) == [[1.0]]
    assert read(content).strays == {"S1": [Stray(1_048_576, 16_384, 7.0)]}


@DOORS
def test_a_million_formatted_blank_cells_leave_the_answers_where_they_are(read):
    blanks = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(2, 60_000))
    content = book(
        f'{blanks}<row r="60000"><c r="A60000" s="0"/></row><row r="7"><c r="B7"><v>1</v></c></row>'
    )

    assert cells(content, read)[6] == [None, 1.0]
    assert not read(content).strays


@DOORS
def test_control_characters_are_kept_out_and_line_breaks_kept(read):
    content = book(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a_x0007_b_x000D_&#10;&#10;c_x0041_</t></is></c></row>'
    )

    assert cells(content, read) == [["ab\n\ncA"]]


@DOORS
def test_text_beyond_the_limit_of_a_cell_is_kept(read):
    content = book(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 40_000}</t></is></c></row>')

    assert cells(content, read) == [["x" * 40_000]]


@DOORS
@pytest.mark.parametrize(
    ("formula", "codes"),
    [
        ("HYPERLINK(&quot;C:\\x.xlsx&quot;)", [Code.E012]),
        ("WEBSERVICE(&quot;http://x&quot;)", [Code.E012]),
        ("HYPERLINK(&quot;#Trang!A1&quot;)", []),
    ],
)
def test_formulas_that_reach_for_other_files_are_noted(read, formula, codes):
    content = book(f'<row r="1"><c r="A1"><f>{formula}</f><v>1</v></c></row>')

    assert [note.code for note in read(content).notes] == codes


def test_sheets_whose_names_are_the_same_once_cleaned_are_both_read():
    parts = parts_of(sheets=2)
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace('name="S2"', 'name="S1 "')

    assert list(read_workbook(zipped(parts)).sheets) == ["S1", "S1 (2)"]


def test_the_fast_and_the_exact_way_give_the_same_cells(desk):
    for unit in ("11311", "so-xay-dung"):
        form = desk.form(unit)
        by_openpyxl = altered(form, lambda _: None)
        for content in (form, by_openpyxl):
            assert plain(read_workbook(content)) == plain(read_bounded(content))


def plain(read):
    """Return a workbook's cells with their types, blank edges left out."""
    return {
        (name, row, column): (type(value), value)
        for name, grid in read.sheets.items()
        for row, each in enumerate(grid)
        for column, value in enumerate(each)
        if value is not None
    }


def test_an_ordinary_form_never_takes_the_exact_way(desk, monkeypatch):
    monkeypatch.delattr("validation.reading.xlsx.read_sheet")

    assert read_workbook(desk.form("11311")).sheets
    assert read_workbook(altered(desk.form("11311"), lambda _: None)).sheets


def test_openpyxl_sees_the_same_values(desk):
    form = desk.form("11311")
    sheets = openpyxl.load_workbook(io.BytesIO(form), data_only=True)
    read = read_workbook(form)
    for sheet in sheets.worksheets:
        texts = {
            cell.coordinate: cell.value
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, str)
        }
        ours = [value for row in read.sheets[sheet.title] for value in row if isinstance(value, str)]
        assert sorted(ours) == sorted(text.strip() for text in texts.values() if text.strip())
