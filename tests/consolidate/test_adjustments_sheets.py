"""Sheets that staff add to the master, and masters that must not be written over."""

import os
import zipfile
from datetime import date

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName

from catalogue import TongHopError, load_master
from consolidate import build_master, keep_previous, read_master, read_staff_work, staff_work_of
from consolidate.table import FIRST_ROW
from tests.consolidate.test_read import rewritten


@pytest.fixture(scope="module")
def carried(master_path, merged, plan, registry, design, settings, tmp_path_factory):
    """A master in which staff added sheets, and the one consolidated after it."""
    folder = tmp_path_factory.mktemp("added")
    before, after = folder / "before.xlsx", folder / "after.xlsx"
    workbook = openpyxl.load_workbook(master_path)
    _add_sheets(workbook)
    workbook.save(before)
    about = {"plan": plan, "registry": registry, "round_": settings, "design": design}
    after.write_bytes(build_master(merged, staff=read_staff_work(before), **about))
    again = build_master(merged, staff=read_staff_work(after), **about)
    return before, after, again


def _add_sheets(workbook):
    own = workbook.create_sheet("Việc cần làm", 0)
    own["B2"] = "Gọi các đơn vị chưa nộp"
    own["B2"].font = Font(name="Arial", size=14, bold=True, color="FFC00000")
    own["B2"].fill = PatternFill("solid", fgColor="FFFFFF00")
    own["B2"].border = Border(bottom=Side(style="thin", color="FF000000"))
    own["B2"].alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    own.merge_cells("B2:D2")
    own["B3"], own["C3"], own["D3"] = 12.5, date(2026, 12, 1), True
    own["B3"].number_format, own["C3"].number_format = "#,##0.00", "dd/mm/yyyy"
    own["B4"] = "=SUM(B3,1)"
    own["B5"] = "=COUNTA('Nhiệm vụ'!A6:A100)"
    own["B6"] = "Xem hướng dẫn"
    own["B6"].hyperlink = "https://example.org/huong-dan"
    own["B3"].comment = Comment("Số của sở", "An")
    own.column_dimensions["B"].width = 40
    own.row_dimensions[2].height = 33
    own.freeze_panes = "A3"
    own.sheet_properties.tabColor = "FF00B050"
    other = workbook.create_sheet("Bảng phụ")
    other["A1"] = "=tong_rieng*2"
    workbook.defined_names["tong_rieng"] = DefinedName("tong_rieng", attr_text="'Việc cần làm'!$B$3")


@pytest.fixture(scope="module")
def sheet(carried):
    return openpyxl.load_workbook(carried[1])["Việc cần làm"]


def test_added_sheets_keep_their_place_and_name(carried):
    names = openpyxl.load_workbook(carried[1]).sheetnames

    assert names[:2] == ["Việc cần làm", "Tổng quan"]
    assert "Bảng phụ" in names


def test_values_formulas_and_links_of_added_sheets_are_carried(sheet):
    assert [sheet[at].value for at in ("B2", "B3", "D3")] == ["Gọi các đơn vị chưa nộp", 12.5, True]
    assert sheet["C3"].value.date() == date(2026, 12, 1)
    assert (sheet["B4"].value, sheet["B5"].value) == ("=SUM(B3,1)", "=COUNTA('Nhiệm vụ'!A6:A100)")
    assert sheet["B6"].hyperlink.target == "https://example.org/huong-dan"
    assert sheet["B3"].comment.text == "Số của sở"


def test_the_looks_of_added_sheets_are_carried(sheet):
    cell = sheet["B2"]

    assert (cell.font.name, cell.font.sz, cell.font.b, cell.font.color.rgb) == ("Arial", 14, True, "FFC00000")
    assert (cell.fill.fgColor.rgb, cell.border.bottom.style) == ("FFFFFF00", "thin")
    assert (cell.alignment.horizontal, cell.alignment.wrap_text) == ("center", True)
    assert (sheet["B3"].number_format, sheet["C3"].number_format) == ("#,##0.00", "dd/mm/yyyy")
    assert [str(area) for area in sheet.merged_cells.ranges] == ["B2:D2"]
    assert (round(sheet.column_dimensions["B"].width), sheet.row_dimensions[2].height) == (40, 33)
    assert (sheet.freeze_panes, sheet.sheet_properties.tabColor.rgb) == ("A3", "FF00B050")


def test_names_that_staff_defined_are_carried(carried):
    assert openpyxl.load_workbook(carried[1]).defined_names["tong_rieng"].attr_text == "'Việc cần làm'!$B$3"


def test_carrying_added_sheets_again_changes_no_byte(carried):
    assert carried[2] == carried[1].read_bytes()


def test_a_master_with_added_sheets_is_read_as_one(carried, master_path):
    assert read_master(carried[1]).tables["tasks"].equals(read_master(master_path).tables["tasks"])


def kept(path):
    return keep_previous(path, staff_work_of(path))


def test_a_chart_of_staffs_cannot_be_carried_so_the_previous_master_is_kept(master_path, tmp_path):
    path = tmp_path / "tong-hop.xlsx"
    workbook = openpyxl.load_workbook(master_path)
    added = workbook.create_sheet("Đồ thị")
    added.append([1, 2, 3])
    chart = BarChart()
    chart.add_data(Reference(added, range_string="'Đồ thị'!$A$1:$C$1"))
    added.add_chart(chart, "B3")
    workbook.save(path)

    told = kept(path)
    (copy,) = tmp_path.glob("tong-hop (bản trước*.xlsx")
    assert told[0] == "Trang “Đồ thị”: không chép sang được biểu đồ, hình vẽ."
    assert copy.read_bytes() == path.read_bytes()
    assert kept(path)[-1] == told[-1]


def test_two_masters_of_one_moment_are_both_kept(master_path, tmp_path):
    path = tmp_path / "tong-hop.xlsx"
    for text in ("một", "hai"):
        workbook = openpyxl.load_workbook(master_path)
        workbook["Nhiệm vụ"]["C7"].comment = Comment(text, "An")
        workbook.save(path)
        os.utime(path, (1_790_000_000, 1_790_000_000))
        kept(path)

    assert len(list(tmp_path.glob("tong-hop (bản trước*.xlsx"))) == 2


def test_a_note_hung_on_one_of_our_cells_is_not_lost_silently(master_path, tmp_path):
    path = tmp_path / "tong-hop.xlsx"
    workbook = openpyxl.load_workbook(master_path)
    workbook["Nhiệm vụ"]["C7"].comment = Comment("Hỏi lại", "An")
    workbook.save(path)

    assert kept(path)[0] == "Trang “Nhiệm vụ”: không chép sang được ghi chú gắn vào ô."


def test_a_master_as_we_wrote_it_needs_no_copy(master_path):
    assert kept(master_path) == ()


# ------------------------------------------------------------------------------------- not written over


def refusal(path):
    with pytest.raises(TongHopError) as refused:
        staff_work_of(path)
    return str(refused.value)


def test_where_there_is_no_master_staff_wrote_nothing(tmp_path):
    assert staff_work_of(tmp_path / "tong-hop.xlsx").rows == ()


def test_a_damaged_master_is_refused(master_path, tmp_path):
    path = tmp_path / "tong-hop.xlsx"
    content = master_path.read_bytes()
    for damaged in (b"", b"no workbook", content[:5000], content[:-4000]):
        path.write_bytes(damaged)
        assert "chưa ghi bản mới" in refusal(path)


def test_a_workbook_that_is_no_master_is_refused(tmp_path):
    path = tmp_path / "tong-hop.xlsx"
    openpyxl.Workbook().save(path)

    assert "không phải bảng tổng hợp" in refusal(path)


def test_a_master_that_lost_a_detail_sheet_is_refused(master_path, tmp_path):
    path = tmp_path / "tong-hop.xlsx"
    workbook = openpyxl.load_workbook(master_path)
    del workbook["Kinh phí"]
    workbook.save(path)

    assert "không còn trang “Kinh phí”" in refusal(path)


def test_a_detail_sheet_that_was_renamed_is_found_by_its_keys(master_path, tmp_path):
    path = tmp_path / "tong-hop.xlsx"
    workbook = openpyxl.load_workbook(master_path)
    sheet = workbook["Kinh phí"]
    names = [cell.value for cell in sheet[1]]
    sheet.cell(FIRST_ROW, names.index("staff_note") + 1).value = "Đã rà"
    sheet.title = "Tiền"
    workbook.save(path)
    found = read_staff_work(path)

    assert ([row.note for row in found.rows], found.sheets) == (["Đã rà"], ())


def test_a_formula_of_staffs_that_was_not_calculated_is_refused(master_path, tmp_path):
    path = tmp_path / "tong-hop.xlsx"
    workbook = openpyxl.load_workbook(master_path)
    sheet = workbook["Kinh phí"]
    names = [cell.value for cell in sheet[1]]
    sheet.cell(FIRST_ROW, names.index("adjusted_planned_vnd") + 1).value = "=1000+2"
    workbook.save(path)

    assert "có công thức chưa được tính" in refusal(path)


def test_an_error_in_a_cell_of_staffs_is_kept_as_text(master_path, tmp_path):
    design = load_master()["budgets"]
    path = tmp_path / "tong-hop.xlsx"
    workbook = openpyxl.load_workbook(master_path)
    workbook[design.title].cell(FIRST_ROW, design.position("adjusted_planned_vnd") + 2).value = "#N/A"
    workbook.save(path)

    assert [row.typed for row in read_staff_work(path).rows] == [{"planned_vnd": "#N/A"}]


def test_a_stray_cell_at_the_far_corner_costs_nothing(master_path, tmp_path):
    part = _part_of(master_path, "Kiến nghị")
    path = rewritten(
        master_path,
        tmp_path,
        part=part,
        old=b"</sheetData>",
        new=b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    )

    assert read_staff_work(path).rows == ()


def _part_of(path, title):
    with zipfile.ZipFile(path) as package:
        place = openpyxl.load_workbook(path, read_only=True).sheetnames.index(title) + 1
        assert f"xl/worksheets/sheet{place}.xml" in package.namelist()
    return f"xl/worksheets/sheet{place}.xml"
