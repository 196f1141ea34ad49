"""The same workbook as .xls, .xlsb and .ods gives the same cells."""

import struct
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from benchmarks.hostile_files import biff, zipped
from catalogue import Code
from tests.libreoffice import convert
from validation.reading import Area, CellError, LegacyText, PercentNumber, RefusedFileError, read_workbook

# Written by SheetJS 0.20 (npm package xlsx, bookType "xlsb"): no Python library writes this kind.
XLSB = Path(__file__).parent / "fixtures" / "sheetjs.xlsb"


def source(path, *, epoch=None):
    """Save a workbook that has everything."""
    made = openpyxl.Workbook()
    made.epoch = epoch or made.epoch
    sheet = made.active
    sheet.title = "Trang một"
    sheet.append(["Đã ban hành", 1250.5, 0.85, date(2026, 11, 30), "=1/0", True, "=6+6"])
    sheet["C1"].number_format = "0%"
    sheet["A2"], sheet["A2"].font = "µ ®·", Font(name=".VnTime")
    sheet["B2"], sheet["C2"] = "dòng 1\ndòng 2", "a   b"
    sheet["A3"] = "gộp"
    sheet.merge_cells("A3:B4")
    made.create_sheet("Ẩn")["A1"] = "12,5 %"
    made["Ẩn"].sheet_state = "hidden"
    made.save(path)
    return path


@pytest.fixture(params=["xls", "ods", "xlsx"])
def read(request, tmp_path):
    """What is read of the workbook once LibreOffice saved it."""
    kept = convert(source(tmp_path / "a.xlsx"), tmp_path / "out", kind=request.param, recalculate=True)
    return read_workbook(kept.read_bytes(), name=kept.name)


@pytest.mark.libreoffice
def test_values_are_the_same_in_every_kind(read):
    first, second, *_ = read.sheets["Trang một"]

    assert list(first) == [
        *("Đã ban hành", 1250.5, 0.85, date(2026, 11, 30), CellError("#DIV/0!"), True, 12.0)
    ]
    assert list(second)[:3] == ["µ ®·", "dòng 1\ndòng 2", "a   b"]
    assert [list(row) for row in read.sheets["Ẩn"]] == [["12,5 %"]]


@pytest.mark.libreoffice
def test_formats_and_merged_cells_are_the_same_in_every_kind(read):
    grid = read.sheets["Trang một"]

    assert (type(grid[0][2]), type(grid[0][1])) == (PercentNumber, float)
    assert (type(grid[1][0]), grid[1][0].font) == (LegacyText, ".VnTime")
    assert read.merged == {"Trang một": [Area(3, 1, 4, 2)]}


@pytest.mark.libreoffice
def test_an_xls_counts_dates_from_1904_where_it_says_so(tmp_path):
    made = source(tmp_path / "a.xlsx", epoch=CALENDAR_MAC_1904)
    kept = convert(made, tmp_path / "out", kind="xls")

    assert read_workbook(kept.read_bytes()).sheets["Trang một"][0][3] == date(2026, 11, 30)


def test_an_xlsb_is_read():
    read = read_workbook(XLSB.read_bytes(), name=XLSB.name)

    assert list(read.sheets["Trang một"][0]) == [
        *("Đã ban hành", 1250.5, 0.85, date(2026, 11, 30), CellError("#DIV/0!"), True)
    ]
    assert type(read.sheets["Trang một"][0][2]) is PercentNumber
    assert read.sheets["Trang một"][4][2] == 12.0
    assert list(read.sheets["Trang hai"][0]) == [-3.0]
    assert read.merged == {"Trang một": [Area(3, 1, 4, 2)]}
    assert [note.code for note in read.notes] == [Code.E017]


def test_an_xlsb_counts_dates_from_1904_where_it_says_so():
    with zipfile.ZipFile(XLSB) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    settings = parts["xl/workbook.bin"].index(b"\x99\x01") + 3
    changed = bytearray(parts["xl/workbook.bin"])
    changed[settings] |= 1
    parts["xl/workbook.bin"] = bytes(changed)

    assert read_workbook(zipped(parts)).sheets["Trang một"][0][3] == date(2030, 12, 1)


def test_an_xls_with_a_password_is_protected():
    with pytest.raises(RefusedFileError) as refused:
        read_workbook(biff((0x002F, b"\1\0\1\0")))

    assert refused.value.code is Code.E007


def test_blank_cells_of_an_xls_are_hidden_and_its_values_kept():
    blank = (0x0201, struct.pack("<HHH", 1, 5, 0))
    number = (0x0203, struct.pack("<HHHd", 2, 1, 0, 4.5))
    grid = read_workbook(biff(blank, number)).sheets["S"]

    assert [list(row) for row in grid] == [[None, None], [None, None], [None, 4.5]]
