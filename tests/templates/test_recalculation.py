"""The real LibreOffice: formulas give the cached values, and a form can be filled in by hand."""

from datetime import date

import openpyxl
import pytest
from xlsxwriter.workbook import Workbook

from catalogue import SheetKey
from tests.libreoffice import fill_with_libreoffice, fill_with_openpyxl, recalculate

pytestmark = pytest.mark.libreoffice

WRONG = {
    "I.1": {
        "status": "Hoàn thành",
        "completion_pct": 80.0,
        "completed_on": date(2027, 1, 5),
        "result_text": "x",
    },
    "I.2": {"status": "hoàn thành", "completion_pct": "khoảng 50%", "result_text": " "},
    "I.3": {"status": "Xong", "completion_pct": 150.0},
    "I.4": {"status": "Chưa triển khai", "completion_pct": 100.0, "completed_on": date(2026, 1, 5)},
    "IV.1": {"status": "Tạm dừng", "completion_pct": 30.5},
    "IV.2": {},
    "IV.3": {"status": "Không phát sinh", "completion_pct": 0.0},
}
WRONG_RATIOS = {
    "2.1": {"data_state": "Có số liệu", "numerator": 80.0, "denominator": 50.0},
    "2.3": {"data_state": "Không phát sinh", "numerator": 1.0, "denominator": 3.0},
    "5.1": {"data_state": "Có số liệu", "numerator": 1.0, "denominator": 0.0, "source_text": "x"},
    "5.2": {"data_state": "Có số liệu", "value": "12,5"},
}
WRONG_BUDGETS = {
    "1": {"task": "I.1. Quy hoạch và xây dựng mạng lưới trạm sạc xe điện công cộng", "planned_vnd": 1250.5},
    "3": {"task": "việc khác", "funding_source": "ODA", "planned_vnd": 1.0, "disbursed_vnd": 2.0},
    "4": {"note": "x" * 2001},
}


def formulas(path):
    """Return the value of every formula, by sheet and cell; a blank text is no value."""
    asked, given = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    return {
        f"{sheet.title}!{cell.coordinate}": given[sheet.title][cell.coordinate].value or 0
        for sheet in asked.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def test_libreoffice_does_compute_anew(tmp_path):
    source = tmp_path / "wrong.xlsx"
    with Workbook(source) as workbook:
        workbook.add_worksheet("x").write_formula("A1", "=1+1", None, 7)

    assert formulas(recalculate(source, tmp_path / "again")) == {"x!A1": 2}


@pytest.fixture
def wrong(forms):
    return forms.filled(
        tasks=WRONG, indicators=WRONG_RATIOS, budgets=WRONG_BUDGETS, info={"contact_name": " "}
    )


@pytest.mark.parametrize("case", ["empty", "right", "wrong", "empty commune"])
def test_recalculating_in_libreoffice_changes_no_value(forms, wrong, tmp_path, case):
    filling = {"right": forms.filled(), "wrong": wrong}.get(case)
    source = tmp_path / "form.xlsx"
    source.write_bytes(forms.bytes("11311" if case == "empty commune" else "so-xay-dung", filling))
    again = formulas(recalculate(source, tmp_path / "again"))

    assert len(again) > 40
    assert again == formulas(source)


def test_a_wrong_form_has_counts_to_compare(forms, wrong):
    missing, contradictions = forms.totals(wrong)

    assert missing > 5
    assert contradictions > 9


ANSWERS = {
    "Thông tin": [
        {"row": "Người lập biểu", "": "Nguyễn Văn A"},
        {"row": "Điện thoại", "": "0912 345 678"},
        {"row": "Người phê duyệt", "": "Trần Thị B"},
        {"row": "Ngày báo cáo", "": date(2026, 12, 10)},
    ],
    "Nhiệm vụ": [
        {
            "row": 1,
            "Trạng thái": "Hoàn thành",
            "Tỷ lệ hoàn thành (%)": 100,
            "Ngày hoàn thành": date(2026, 11, 30),
            "Kết quả thực hiện trong kỳ": "- Đã tổ chức 03 hội nghị\n- Phát 1.200 tờ rơi",
        }
    ],
    "Kiến nghị": [{"row": "1", "Nhóm vấn đề": "Kinh phí", "Nội dung": "=Bố trí kinh phí"}],
}


def test_a_form_filled_in_libreoffice_holds_real_dates_numbers_and_texts(forms, tmp_path):
    source, target = tmp_path / "form.xlsx", tmp_path / "filled.xlsx"
    source.write_bytes(forms.bytes("11311"))
    fill_with_libreoffice(source, target, ANSWERS)
    workbook = openpyxl.load_workbook(target, data_only=True)
    tasks, totals = workbook["Nhiệm vụ"], workbook["Thông tin"]

    assert (tasks["H6"].value, tasks["I6"].value.date()) == (100, date(2026, 11, 30))
    assert tasks["J6"].value.startswith("- Đã tổ chức")
    assert workbook["Kiến nghị"]["D6"].value == "=Bố trí kinh phí"
    assert (totals["C24"].value, totals["D24"].value) == (0, 0)


def test_openpyxl_fills_the_same_cells(forms, tmp_path):
    source, target = tmp_path / "form.xlsx", tmp_path / "filled.xlsx"
    source.write_bytes(forms.bytes("11311"))
    fill_with_openpyxl(source, target, ANSWERS)
    workbook = openpyxl.load_workbook(target)

    assert workbook["Nhiệm vụ"]["G6"].value == "Hoàn thành"
    assert workbook["Thông tin"]["C16"].value.date() == date(2026, 12, 10)


def test_hidden_keys_survive_libreoffice(forms, tmp_path):
    source, target = tmp_path / "form.xlsx", tmp_path / "filled.xlsx"
    source.write_bytes(forms.bytes("11311"))
    fill_with_libreoffice(source, target, ANSWERS)
    before, after = (openpyxl.load_workbook(path) for path in (source, target))

    assert [cell.value for cell in after["Nhiệm vụ"][1]] == [cell.value for cell in before["Nhiệm vụ"][1]]
    assert list(after["_tonghop"].values) == list(before["_tonghop"].values)
    assert set(before.defined_names) <= set(after.defined_names)


def test_a_form_filled_in_libreoffice_is_accepted(forms, tmp_path, plan, owed, design, round_):
    from validation import State, check_round

    source = tmp_path / "form.xlsx"
    source.write_bytes(forms.bytes("11311"))
    fill_with_libreoffice(source, round_.received_dir / "bản nộp.xlsx", ANSWERS)
    (submission,) = check_round(round_, plan, list(owed.values()), design).submissions

    assert [finding.code.name for finding in submission.findings] == []
    assert submission.state is State.ACCEPTED
    assert submission.answers[SheetKey.PROPOSALS]["1"]["content"] == "=Bố trí kinh phí"
