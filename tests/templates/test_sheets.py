"""The sheets of a form, their headers, keys and protection."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import pytest
from openpyxl.cell.cell import MergedCell

from catalogue import SheetKey, identity
from templates import Filling, PlainWorksheet, build_form, form_file_name
from templates.layout import FIRST_ROW, HEADER_ROW, LIST_PREFIX

HEADERS = {
    "Nhiệm vụ": (
        "STT", "Nhiệm vụ", "Kết quả/Sản phẩm theo kế hoạch", "Thời hạn", "Vai trò", "Trạng thái",
        "Tỷ lệ hoàn thành (%)", "Ngày hoàn thành", "Kết quả thực hiện trong kỳ",
        "Văn bản, sản phẩm (số, ký hiệu, ngày)", "Khó khăn, vướng mắc", "Nguyên nhân", "Kiến nghị, đề xuất",
    ),
    "Chỉ tiêu": (
        "STT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu", "Năm mục tiêu", "Kỳ trước", "Tình trạng số liệu",
        "Tử số", "Mẫu số", "Giá trị kỳ này", "Nguồn số liệu", "Ghi chú",
    ),
    "Kinh phí": (
        "STT", "Nhiệm vụ", "Nguồn vốn", "Kế hoạch vốn (triệu đồng)", "Đã giải ngân (triệu đồng)", "Ghi chú",
    ),
    "Kiến nghị": ("STT", "Nhóm vấn đề", "Nội dung", "Kiến nghị với cơ quan", "Nhiệm vụ liên quan"),
}  # fmt: skip


def test_cells_written_plainly_are_the_bytes_the_library_gives(forms, monkeypatch):
    plain = forms.bytes()
    for changed in ("_prepare_formula", "_write_formula", "_write_rows"):
        monkeypatch.delattr(PlainWorksheet, changed)

    assert forms.bytes() == plain


def test_other_processes_write_the_same_bytes(forms):
    what = forms.owed["so-xay-dung"], forms.plan, forms.round, forms.design
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        others = [pool.submit(build_form, *what) for _ in range(2)]

    assert [other.result() for other in others] == [forms.bytes()] * 2


def test_a_form_has_the_sheets_of_the_issue_in_order(forms):
    titles = [
        "Hướng dẫn",
        "Thông tin",
        "Nhiệm vụ",
        "Chỉ tiêu",
        "Kinh phí",
        "Kiến nghị",
        "_tonghop",
        "_danh_muc",
    ]

    assert forms.workbook().sheetnames == titles


@pytest.mark.parametrize("unit", ["so-xay-dung", "11311"])
@pytest.mark.parametrize(("title", "headers"), HEADERS.items())
def test_headers_are_exactly_those_of_the_issue(forms, unit, title, headers):
    row = next(forms.workbook(unit)[title].iter_rows(min_row=HEADER_ROW + 1, min_col=2, values_only=True))

    assert row[: len(headers)] == headers
    assert not any(row[len(headers) :])


def test_the_information_sheet_shows_the_round_and_asks_who_reports(forms):
    sheet = forms.workbook()["Thông tin"]
    shown = {row[0]: row[1] for row in sheet.iter_rows(min_col=2, values_only=True) if row[0]}

    assert shown["Đơn vị báo cáo"] == "Sở Xây dựng"
    assert shown["Kỳ báo cáo"] == "Năm 2026"
    assert shown["Số liệu tính"] == "Từ 15/12/2025 đến hết 14/12/2026"
    assert shown["Hạn gửi báo cáo"] == "18/12/2026"
    assert {"Người lập biểu", "Điện thoại", "Thư điện tử", "Người phê duyệt", "Ngày báo cáo"} <= set(shown)


def test_hidden_keys_stand_over_columns_and_beside_rows(forms, owed):
    sheet = forms.workbook()["Nhiệm vụ"]
    keys = [row[0].value for row in sheet.iter_rows(min_row=FIRST_ROW + 1, max_col=1)]

    assert sheet["G1"].value == "status"
    assert keys == [each.task.code for each in owed["so-xay-dung"].tasks]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden


def test_free_sheets_have_numbered_rows(forms):
    sheet = forms.workbook()["Kinh phí"]
    rows = list(sheet.iter_rows(min_row=FIRST_ROW + 1, max_col=2, values_only=True))

    assert rows == [(str(number), str(number)) for number in range(1, 21)]


def test_identity_is_very_hidden_and_behind_names(forms, plan, design, owed):
    workbook = forms.workbook()
    said = identity(owed["so-xay-dung"], plan, "2026", design)
    sheet = workbook["_tonghop"]

    assert sheet.sheet_state == "veryHidden"
    assert workbook["_danh_muc"].sheet_state == "hidden"
    assert dict(sheet.iter_rows(values_only=True))["fingerprint"] == said.fingerprint
    assert workbook.defined_names["th_unit_code"].attr_text == "_tonghop!$B$4"


def test_every_list_has_a_name(forms, design):
    names = {name for name in forms.workbook().defined_names if name.startswith(LIST_PREFIX)}

    assert names == {f"dm_{name}" for name in design.choices} | {"dm_task"}


@pytest.mark.parametrize("unit", ["so-xay-dung", "11311", "11914", "ban-quan-ly-khu-kinh-te"])
def test_exactly_the_cells_to_answer_are_unlocked(forms, design, owed, unit):
    workbook = forms.workbook(unit)
    cells = [cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]
    unlocked = sum(not isinstance(cell, MergedCell) and not cell.protection.locked for cell in cells)
    duty = owed[unit]
    ratios = sum(each.measure == "ratio" for each in duty.indicators)
    others = len(duty.indicators) - ratios
    answers = 5 + 8 * len(duty.tasks) + 5 * ratios + 4 * others + 20 * 5 + 20 * 4

    assert unlocked == answers
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in workbook.worksheets)


def test_columns_and_rows_may_be_resized_but_not_deleted(forms):
    protection = forms.workbook()["Nhiệm vụ"].protection

    assert not protection.formatColumns
    assert not protection.formatRows
    assert protection.deleteRows
    assert protection.insertRows


@pytest.mark.parametrize("title", ["Hướng dẫn", "Thông tin", *HEADERS])
def test_sheets_print_on_a4_landscape_one_page_wide(forms, title):
    sheet = forms.workbook()[title]

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in (None, 1)


@pytest.mark.parametrize("title", HEADERS)
def test_headers_stay_in_view_and_repeat_in_print(forms, title):
    sheet = forms.workbook()[title]

    assert sheet.freeze_panes.endswith("6")
    assert sheet.print_title_rows == "$5:$5"


def test_every_font_is_times_new_roman(forms):
    workbook = forms.workbook()
    fonts = {cell.font.name for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row}

    assert fonts == {"Times New Roman"}


def test_a_unit_without_indicators_is_told_so(forms):
    sheet = forms.workbook("11311")["Chỉ tiêu"]

    assert "không được giao chỉ tiêu" in sheet["B6"].value
    assert sheet["A6"].value is None


def test_a_unit_without_tasks_is_told_so_and_owes_no_budget(forms, owed):
    duty = replace(owed["so-xay-dung"], tasks=())
    workbook = forms.workbook(duty=duty)

    assert "không được giao nhiệm vụ" in workbook["Nhiệm vụ"]["B6"].value
    assert "không phải báo cáo kinh phí" in workbook["Kinh phí"]["B6"].value
    assert workbook["Kiến nghị"]["F6"].protection.locked


def test_a_ratio_names_its_parts_and_computes_its_value(forms):
    sheet = forms.workbook()["Chỉ tiêu"]

    assert sheet["C6"].value.split("\n")[1].startswith("Tử số: ")
    assert sheet["C6"].value.split("\n")[2].startswith("Mẫu số: ")
    assert sheet["K6"].value.endswith('IF($J6>0,$I6/$J6*100,""),""))')
    assert sheet["K6"].protection.locked


def test_a_count_asks_for_its_value_only(forms):
    sheet = forms.workbook()["Chỉ tiêu"]

    assert [sheet[cell].protection.locked for cell in ("I9", "J9", "K9")] == [True, True, False]


def test_the_same_input_gives_the_same_bytes(forms):
    assert forms.bytes() == forms.bytes()
    assert forms.bytes(filling=forms.filled()) == forms.bytes(filling=forms.filled())


def test_invented_rounds_say_so(forms, round_):
    workbook = forms.workbook(round_=replace(round_, is_invented=True))

    assert workbook["Thông tin"]["B4"].value.startswith("SỐ LIỆU GIẢ ĐỊNH")
    assert workbook["Hướng dẫn"]["B4"].value.startswith("SỐ LIỆU GIẢ ĐỊNH")


def test_a_round_without_deadline_says_who_will_tell(forms, round_):
    workbook = forms.workbook(round_=replace(round_, deadline=None))

    assert workbook["Thông tin"]["C10"].value == "Theo thông báo của cơ quan tổng hợp"


def test_a_file_name_is_readable_ascii(owed, round_):
    names = [form_file_name(owed[unit], round_.period) for unit in ("11311", "so-xay-dung")]

    assert names == ["Bieu-mau_2026_Phuong-Hong-Bang_11311.xlsx", "Bieu-mau_2026_So-Xay-dung.xlsx"]


def test_file_names_are_unique(owed, round_):
    assert len({form_file_name(duty, round_.period) for duty in owed.values()}) == len(owed)


def test_text_that_looks_like_a_formula_stays_text(forms):
    filling = Filling(answers={SheetKey.TASKS: {"I.1": {"result_text": "=1+1"}}})

    assert forms.workbook(filling=filling)["Nhiệm vụ"]["J6"].data_type == "s"
