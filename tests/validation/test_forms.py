"""Real forms that come back: what is read, what is found and where."""

import io
import unicodedata
import zipfile
from datetime import date

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue import SheetKey
from templates import IDENTITY_SHEET
from tests.forms import altered, place, right_answers
from validation import State

STATUS, PCT, DAY, RESULT = (
    "Trạng thái",
    "Tỷ lệ hoàn thành (%)",
    "Ngày hoàn thành",
    "Kết quả thực hiện trong kỳ",
)


def with_cell(content, title, header, row_key, value):
    """Return a form with one cell written over by openpyxl."""
    address = place(content, title, header, row_key)

    def change(workbook):
        workbook[title][address] = value

    return altered(content, change)


def task_cell(content, header, value, row_key="I.2"):
    return with_cell(content, "Nhiệm vụ", header, row_key, value)


def test_a_form_filled_right_is_accepted_without_a_finding(desk):
    submission, rows = desk.check_one(desk.form())

    assert (submission.state, submission.findings) == (State.ACCEPTED, ())
    assert submission.rows_read == 7 + 4
    assert list(rows[SheetKey.TASKS]["row_key"]) == ["I.1", "I.2", "I.3", "I.4", "IV.1", "IV.2", "IV.3"]


def test_an_empty_form_is_sent_back_with_every_required_answer_at_its_cell(desk):
    content = desk.empty_form("11311")

    assert desk.codes(content) == [
        *(f"Thông tin {cell} C201" for cell in info_cells(content)),
        f"Nhiệm vụ {place(content, 'Nhiệm vụ', STATUS, 'VII.2.2')} C201",
    ]


def info_cells(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Thông tin"]
    column = next(cell.column_letter for cell in sheet[1] if cell.value == "value")
    keys = {cell.value: cell.row for cell in sheet["A"] if cell.value}
    return [f"{column}{keys[key]}" for key in ("contact_name", "contact_phone", "approved_by", "reported_on")]


def test_the_same_form_saved_by_openpyxl_gives_the_same_rows(desk):
    content = desk.form()
    _, before = desk.check_one(content)
    submission, after = desk.check_one(altered(content, lambda _: None))

    assert submission.state is State.ACCEPTED
    for key, frame in before.items():
        pd.testing.assert_frame_equal(after[key], frame)


def test_who_filled_it_in_is_kept(desk):
    submission, _ = desk.check_one(desk.form())

    assert submission.contact.name == "Nguyễn Văn A"
    assert submission.contact.reported_on == date(2026, 12, 10)


@pytest.mark.parametrize(
    ("header", "value", "code"),
    [
        (PCT, "khoảng 50%", "C211"),
        (PCT, "12.5", "C204"),
        (PCT, 150, "C206"),
        (PCT, None, "C201"),
        (PCT, "#DIV/0!", "C209"),
        (STATUS, "xong rồi", "C202"),
        (DAY, "cuối năm", "C207"),
        (DAY, date(2026, 11, 30), "R305"),
        (RESULT, None, "C201"),
    ],
)
def test_one_wrong_cell_gives_one_finding_at_that_cell(desk, header, value, code):
    content = desk.form()
    address = place(content, "Nhiệm vụ", header, "I.2")

    assert desk.codes(task_cell(content, header, value)) == [f"Nhiệm vụ {address} {code}"]


def test_a_finding_says_what_was_found(desk):
    submission, _ = desk.check_one(task_cell(desk.form(), PCT, "một nửa"))

    assert submission.findings[0].value == "một nửa"
    assert submission.findings[0].message.startswith(
        "“một nửa” ở cột “Tỷ lệ hoàn thành (%)” không phải là số."
    )


def test_numbers_and_dates_typed_as_text_are_understood(desk):
    content = desk.form()
    content = task_cell(content, STATUS, " hoàn THÀNH ")
    content = task_cell(content, PCT, "100 %")
    content = task_cell(content, DAY, "30.11.2026")
    submission, rows = desk.check_one(content)
    row = rows[SheetKey.TASKS].set_index("row_key").loc["I.2"]

    assert submission.findings == ()
    assert (row["status"], row["completion_pct"]) == ("done", 100.0)
    assert row["completed_on"] == pd.Timestamp(2026, 11, 30)


def test_text_that_looks_like_a_formula_stays_text(desk):
    answers = right_answers(desk.owed["11311"])
    answers[SheetKey.TASKS]["VII.2.2"]["result_text"] = "- Đã họp\n=1+1 @xã {{ x }}"
    submission, rows = desk.check_one(desk.form("11311", answers))

    assert submission.state is State.ACCEPTED
    assert rows[SheetKey.TASKS].loc[0, "result_text"] == "- Đã họp\n=1+1 @xã {{ x }}"


def test_decomposed_text_is_read_composed(desk):
    content = task_cell(desk.form(), RESULT, unicodedata.normalize("NFD", "Đã ban hành kế hoạch."))
    _, rows = desk.check_one(content)

    assert "Đã ban hành kế hoạch." in set(rows[SheetKey.TASKS]["result_text"])


def test_a_ratio_is_computed_and_never_taken_from_a_cached_formula(desk):
    _, rows = desk.check_one(altered(desk.form(), lambda _: None))
    ratios = rows[SheetKey.INDICATORS].query("measure == 'ratio'")

    assert set(ratios["value"]) == {60.0}


def test_a_ratio_written_over_with_another_value_is_found(desk):
    content = desk.form()
    address = place(content, "Chỉ tiêu", "Giá trị kỳ này", "2.1")

    assert desk.codes(with_cell(content, "Chỉ tiêu", "Giá trị kỳ này", "2.1", 75)) == [
        f"Chỉ tiêu {address} R310"
    ]


def test_money_is_kept_in_whole_dong(desk):
    answers = right_answers(desk.owed["11311"])
    answers[SheetKey.BUDGETS]["3"] = {
        "task": "VII.2.2. Chương trình Giáo dục Xanh trong trường học và Cộng đồng: "
        "Tuyên truyền về lối sống xanh cho cộng đồng",
        "funding_source": "Ngân sách địa phương",
        "planned_vnd": 1250.5,
        "disbursed_vnd": "1.000,25",
    }
    submission, rows = desk.check_one(desk.form("11311", answers))
    row = rows[SheetKey.BUDGETS].loc[0]

    assert submission.findings == ()
    assert (row["planned_vnd"], row["disbursed_vnd"]) == (1_250_500_000, 1_000_250_000)
    assert (row["task"], row["funding_source"]) == ("VII.2.2", "local")


def test_rows_and_columns_inserted_are_followed_by_their_keys(desk):
    def insert(workbook):
        workbook["Nhiệm vụ"].insert_rows(3, 2)
        workbook["Nhiệm vụ"].insert_cols(4)

    content = altered(task_cell(desk.form(), PCT, 150), insert)
    address = place(content, "Nhiệm vụ", PCT, "I.2")

    assert desk.codes(content) == [f"Nhiệm vụ {address} C206"]


def test_a_renamed_sheet_is_recognised_by_its_keys(desk):
    def rename(workbook):
        workbook["Nhiệm vụ"].title = "NV so xay dung"

    submission, _ = desk.check_one(altered(desk.form(), rename))

    assert submission.state is State.ACCEPTED
    assert submission.places[SheetKey.TASKS].name == "NV so xay dung"


def test_a_removed_sheet_column_or_row_is_named(desk):
    def remove(workbook):
        del workbook["Kinh phí"]
        tasks = workbook["Nhiệm vụ"]
        tasks.delete_rows(next(cell.row for cell in tasks["A"] if cell.value == "I.3"))
        tasks.delete_cols(next(cell.column for cell in tasks[1] if cell.value == "cause_text"))

    codes = desk.codes(altered(desk.form(), remove))

    assert codes == ["Nhiệm vụ  T102", "Nhiệm vụ  T103", "Kinh phí  T101"]


def test_something_written_below_the_table_is_not_lost_silently(desk):
    def scribble(workbook):
        tasks = workbook["Nhiệm vụ"]
        column = next(cell.column for cell in tasks[1] if cell.value == "result_text")
        tasks.cell(tasks.max_row + 3, column, "Đã làm thêm việc khác")

    submission, _ = desk.check_one(altered(desk.form(), scribble))

    assert [finding.code.name for finding in submission.findings] == ["T106"]
    assert submission.findings[0].value == "Đã làm thêm việc khác"


def test_a_free_row_added_below_the_table_is_read(desk):
    def add(workbook):
        sheet = workbook["Kiến nghị"]
        columns = {cell.value: cell.column for cell in sheet[1]}
        row = sheet.max_row + 1
        sheet.cell(row, columns["theme"], "Kinh phí")
        sheet.cell(row, columns["content"], "Bố trí vốn")

    submission, rows = desk.check_one(altered(desk.form(), add))

    assert submission.findings == ()
    assert list(rows[SheetKey.PROPOSALS]["content"]) == ["Bố trí vốn"]


def test_one_stray_cell_at_the_far_corner_costs_nothing_else(desk):
    def stray(workbook):
        workbook["Nhiệm vụ"]["XFD1048576"] = "x"

    submission, _ = desk.check_one(altered(desk.form(), stray))

    assert submission.rows_read == 11


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E008"),
        (b"%PDF-1.4", "E009"),
        (b"PK\x03\x04 broken", "E001"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 512, "E001"),
    ],
)
def test_what_is_no_workbook_gives_one_finding(desk, content, code):
    submission, _ = desk.check_one(content)

    assert submission.state is State.UNREADABLE
    assert [finding.code.name for finding in submission.findings] == [code]


def test_another_zip_is_no_form(desk):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")

    assert desk.codes(buffer.getvalue()) == ["E009"]


def test_a_workbook_of_someone_elses_is_no_form(desk):
    buffer = io.BytesIO()
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Danh sách"
    workbook.save(buffer)

    assert desk.codes(buffer.getvalue()) == ["E002"]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("plan_id", "ke-hoach-khac", "E003"),
        ("period", "2025", "E004"),
        ("unit_code", "so-tai-chinh", "E005"),
        ("form_version", "0", "E006"),
        ("plan_version", "0", "E006"),
        ("fingerprint", "0000", "E022"),
    ],
)
def test_a_form_of_another_plan_period_unit_or_version_is_named(desk, name, value, code):
    def change(workbook):
        for row in workbook[IDENTITY_SHEET].iter_rows():
            if row[0].value == name:
                row[1].value = value

    assert desk.codes(altered(desk.form(), change)) == [code]


def test_a_temporary_file_of_excel_is_only_noted_and_sub_folders_are_read(desk):
    desk.receive(b"x", "~$bản nộp.xlsx")
    desk.receive(desk.form(), "phường/Sở Xây dựng (bản cuối).xlsx")
    found = {each.file: [finding.code.name for finding in each.findings] for each in desk.check().submissions}

    assert found == {"~$bản nộp.xlsx": ["E018"], "phường/Sở Xây dựng (bản cuối).xlsx": []}


def test_a_bad_file_never_stops_the_others(desk):
    desk.receive(b"", "a.xlsx")
    desk.receive(desk.form(), "b.xlsx")

    assert [each.state for each in desk.check().submissions] == [State.UNREADABLE, State.ACCEPTED]


STATES = st.sampled_from(
    [
        {"status": "Chưa triển khai"},
        {"status": "Không phát sinh"},
        {"status": "Tạm dừng", "completion_pct": 10.0, "cause_text": "Chờ vốn"},
        {
            "status": "Hoàn thành",
            "completion_pct": 100.0,
            "completed_on": date(2026, 3, 1),
            "result_text": "Đã xong",
        },
    ]
) | st.builds(
    lambda pct, text: {"status": "Đang triển khai", "completion_pct": pct, "result_text": f"Đã {text}"},
    st.floats(2, 99.5).map(lambda number: round(number, 2)),
    st.text("abcdeghiklmnopqrstuvxyăâđêôơư -=+@.,;", max_size=40),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(states=st.lists(STATES, min_size=7, max_size=7))
def test_a_form_filled_with_legal_values_is_accepted(desk, states):
    answers = right_answers(desk.owed["so-xay-dung"])
    codes = list(answers[SheetKey.TASKS])
    answers[SheetKey.TASKS] = dict(zip(codes, states, strict=True))

    assert desk.check_one(desk.form(answers=answers))[0].state is State.ACCEPTED
