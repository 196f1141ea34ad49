"""Marked copies: the unit's own answers, written as they were, and the problems at their cells."""

from datetime import date

from catalogue import SheetKey
from templates import Filling, Mark

FILL = "FFFFC000"


def mark(sheet_key, row_key="", field_key="", message="Hãy sửa."):
    return Mark(sheet_key=sheet_key, row_key=row_key, field_key=field_key, message=message)


def test_numbers_dates_and_texts_are_written_as_what_they_are(forms):
    row = {"status": "Hoàn thành", "completion_pct": "khoảng 50%", "completed_on": date(2026, 11, 30)}
    sheet = forms.workbook(filling=forms.filled(tasks={"I.1": row}))["Nhiệm vụ"]

    assert (sheet["H6"].value, sheet["H6"].data_type) == ("khoảng 50%", "s")
    assert sheet["I6"].is_date
    assert sheet["H7"].value == 45.5


def test_a_form_filled_without_marks_has_no_list_of_fixes(forms):
    assert forms.workbook(filling=forms.filled()).sheetnames[0] == "Hướng dẫn"


def test_a_marked_copy_opens_with_what_to_fix(forms):
    marks = [mark(SheetKey.TASKS, "I.2", "completion_pct", "Một."), mark(None, message="Hai.")]
    sheet = forms.workbook(filling=forms.filled(marks=marks)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=6, min_col=2, values_only=True))

    assert sheet.title == "Cần sửa"
    assert rows == [(1, "Nhiệm vụ", "H7", "Một."), (2, "Cả tệp", None, "Hai.")]
    assert sheet["D6"].hyperlink.location == "'Nhiệm vụ'!H7"


def test_a_marked_cell_is_coloured_and_says_why(forms):
    marks = [mark(SheetKey.TASKS, "I.2", "completion_pct", text) for text in ("Một.", "Hai.")]
    cell = forms.workbook(filling=forms.filled(marks=marks))["Nhiệm vụ"]["H7"]

    assert cell.fill.fgColor.rgb == FILL
    assert cell.comment.text == "Một.\nHai."


def test_a_mark_without_a_cell_stands_at_the_nearest_place(forms):
    marks = [
        mark(SheetKey.TASKS, "I.2"),
        mark(SheetKey.TASKS, "", "status"),
        mark(SheetKey.TASKS, "X.9", "y"),
    ]
    sheet = forms.workbook(filling=forms.filled(marks=marks))["Nhiệm vụ"]

    assert [cell for cell in ("B7", "G5", "B2") if sheet[cell].comment] == ["B7", "G5", "B2"]


def test_marks_of_the_information_sheet_are_found_by_either_key(forms):
    marks = [mark(SheetKey.INFO, "", "contact_phone"), mark(SheetKey.INFO, "approved_by", "value")]
    sheet = forms.workbook(filling=forms.filled(marks=marks))["Thông tin"]
    marked = [sheet.cell(row, 2).value for row in range(1, 20) if sheet.cell(row, 3).comment]

    assert marked == ["Điện thoại", "Người phê duyệt"]


def test_answers_written_below_a_free_table_move_into_it(forms):
    marks = [mark(SheetKey.BUDGETS, "r28", "task")]
    rows = {"1": {"note": "một"}, "r28": {"note": "hai"}}
    sheet = forms.workbook(filling=forms.filled(marks=marks, budgets=rows))["Kinh phí"]

    assert [sheet["G6"].value, sheet["G7"].value] == ["một", "hai"]
    assert sheet["C7"].comment


def test_more_answers_than_free_rows_get_more_rows(forms):
    rows = {str(number): {"note": "x"} for number in range(1, 24)}
    sheet = forms.workbook(filling=forms.filled(budgets=rows))["Kinh phí"]

    assert sheet.max_row == 5 + 23
    assert sheet["G28"].value == "x"


def test_a_ratio_written_over_is_computed_again(forms):
    row = {"data_state": "Có số liệu", "numerator": 1.0, "denominator": 8.0, "value": 99.0}
    filling = forms.filled(indicators={"2.1": row})
    cells = [
        forms.workbook(filling=filling, values=values)["Chỉ tiêu"]["K6"].value for values in (False, True)
    ]

    assert cells[0].startswith("=IF(")
    assert cells[1] == 12.5


def test_what_was_written_where_nothing_is_asked_can_be_cleared(forms):
    filling = forms.filled(indicators={"5.2": {"data_state": "Có số liệu", "numerator": 3.0}})
    cell = forms.workbook(filling=filling)["Chỉ tiêu"]["I9"]

    assert cell.value == 3
    assert not cell.protection.locked


def test_answers_of_rows_that_are_not_the_units_are_left_out(forms):
    filling = Filling(answers={SheetKey.TASKS: {"X.9": {"result_text": "x"}}})

    assert forms.bytes(filling=filling)


def test_a_text_too_long_for_a_cell_is_cut(forms):
    filling = forms.filled(tasks={"I.1": {"result_text": "x" * 40_000}})

    assert len(forms.workbook(filling=filling)["Nhiệm vụ"]["J6"].value) == 32_767
