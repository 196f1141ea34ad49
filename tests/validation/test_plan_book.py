import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

import catalogue
from catalogue import TABLES, Severity, read_plan, read_plan_tables, write_plan_tables
from templates import plan_book
from tests.libreoffice import convert
from validation import read_plan_book

PLANS = sorted((Path(catalogue.__file__).parent / "data" / "plans").iterdir())
NAMES = [folder.name for folder in PLANS]
PLAN = next(folder for folder in PLANS if folder.name == "hp-2026-chuyen-doi-xanh")


@pytest.fixture
def book():
    """The workbook of a plan with sub-tasks, stated counts and three roles, to be spoilt."""
    return opened(plan_book(read_plan_tables(PLAN)))


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def read(book):
    stream = io.BytesIO()
    book.save(stream)
    return read_plan_book(stream.getvalue(), file="ke-hoach.xlsx")


def found(book):
    """Return sheet, cell and code of every finding, in order."""
    return [f"{each.sheet}!{each.cell} {each.code.name}" for each in read(book).findings]


def about_row(book, key):
    return next(cell.row for cell in book["Kế hoạch"]["A"] if cell.value == key)


def plain(tables):
    return {table: [dict(row) for row in tables.tables[table]] for table in TABLES}


# ------------------------------------------------------------------------------------- nothing is lost


@pytest.mark.parametrize("folder", PLANS, ids=NAMES)
def test_a_plan_comes_back_as_it_went_out(folder):
    tables = read_plan_tables(folder)
    verdict = read_plan_book(plan_book(tables), file="a.xlsx")

    assert verdict.findings == ()
    assert verdict.tables.about == tables.about
    assert plain(verdict.tables) == plain(tables)


@pytest.mark.parametrize("folder", PLANS, ids=NAMES)
def test_export_import_export_is_byte_identical(folder, tmp_path):
    first = plan_book(read_plan_tables(folder))
    write_plan_tables(tmp_path, read_plan_book(first, file="a.xlsx").tables)

    assert plan_book(read_plan_tables(tmp_path)) == first
    assert read_plan(tmp_path) == read_plan(folder)


@pytest.mark.parametrize("folder", PLANS, ids=NAMES)
def test_saving_with_another_program_changes_nothing(folder):
    tables = read_plan_tables(folder)
    verdict = read(opened(plan_book(tables)))

    assert verdict.findings == ()
    assert plain(verdict.tables) == plain(tables)


@pytest.mark.libreoffice
def test_saving_with_libreoffice_changes_nothing(tmp_path):
    source, folder = tmp_path / "a.xlsx", tmp_path / "saved"
    source.write_bytes(plan_book(read_plan_tables(PLAN)))
    verdict = read_plan_book(convert(source, folder, kind="xlsx").read_bytes(), file="a.xlsx")

    assert verdict.findings == ()
    assert plain(verdict.tables) == plain(read_plan_tables(PLAN))


def test_unknown_settings_keep_their_types():
    tables = read_plan_tables(PLAN)
    extra = {"extra": [1, "hai"], "more": {"a.b": True}}
    about = {**tables.about, **extra, "office": {**tables.about["office"], "copies": ["Lưu: VT"]}}
    told = type(tables)(about=about, tables=tables.tables)

    assert read_plan_book(plan_book(told), file="a.xlsx").tables.about == about


# -------------------------------------------------------------------------------- what officers may do


def test_without_hidden_keys_the_visible_headers_do(book):
    for sheet in book.worksheets:
        sheet.delete_rows(1)
        sheet.delete_cols(1)

    assert plain(read(book).tables) == plain(read_plan_tables(PLAN))
    assert read(book).tables.about == read_plan_tables(PLAN).about


def test_with_hidden_keys_sheets_and_headers_may_be_renamed(book):
    for sheet in book.worksheets[:-1]:
        sheet.title = f"{sheet.title} sửa"
        for cell in sheet[5]:
            cell.value = "khác"

    assert plain(read(book).tables) == plain(read_plan_tables(PLAN))


def test_columns_may_change_places(book):
    sheet = book["Cơ quan"]
    for row in sheet.iter_rows(min_row=1, min_col=2, max_col=6):
        for cell, value in zip(row, [cell.value for cell in row][::-1], strict=True):
            cell.value = value

    assert plain(read(book).tables) == plain(read_plan_tables(PLAN))


def test_an_inserted_row_of_a_list_is_one_item_more(book):
    row = about_row(book, "legal_bases") + 1
    book["Kế hoạch"].insert_rows(row)
    book["Kế hoạch"].cell(row, 3).value = "Căn cứ mới"

    assert read(book).tables.about["legal_bases"][-1] == "Căn cứ mới"


def test_blank_rows_between_rows_do_no_harm(book):
    book["Nhiệm vụ"].insert_rows(8, amount=3)

    assert plain(read(book).tables) == plain(read_plan_tables(PLAN))


@pytest.mark.parametrize(
    ("sheet", "cell", "typed", "stored"),
    [
        ("Nhiệm vụ", "L6", "31/12/2027", "2027-12-31"),
        ("Nhiệm vụ", "L6", date(2027, 12, 31), "2027-12-31"),
        ("Nhiệm vụ", "H7", "X", "x"),
        ("Chỉ tiêu", "I6", "43,5", "43.5"),
        ("Chỉ tiêu", "I6", 43.5, "43.5"),
        ("Chỉ tiêu", "I6", 22000, "22000"),
        ("Chỉ tiêu", "I6", "1.234.567,5", "1234567.5"),
        ("Chỉ tiêu", "K6", 2030, "2030"),
        ("Chỉ tiêu", "F6", "tỷ lệ", "ratio"),
        ("Chỉ tiêu", "F6", "ratio", "ratio"),
        ("Nhiệm vụ", "R6", "Sản phẩm ; Đơn vị phối hợp", "product|coordinating_text"),
    ],
)
def test_what_is_meant_is_understood(book, sheet, cell, typed, stored):
    book[sheet][cell].value = typed
    verdict = read(book)
    key = book[sheet].cell(1, book[sheet][cell].column).value
    table = book[sheet]["A1"].value

    assert verdict.errors == ()
    assert verdict.tables.tables[table][book[sheet][cell].row - 6][key] == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("12-10", "12-10"), ("10/12", "12-10"), ("2030-12-10", "2030-12-10"), ("10/12/2030", "2030-12-10")],
)
def test_a_deadline_is_a_day_of_every_year_or_one_day(book, typed, stored):
    for column, value in enumerate(("Năm", typed, "báo cáo hằng năm", "Mục V"), start=2):
        book["Lịch báo cáo"].cell(6, column).value = value

    assert [entry["due"] for entry in read(book).tables.about["calendar"]] == [stored]


# -------------------------------------------------------------------------------------- what is wrong


@pytest.mark.parametrize(
    ("cell", "typed", "code"),
    [
        ("Nhóm nhiệm vụ!C6", None, "P104"),
        ("Nhiệm vụ!F7", " ", "P104"),
        ("Cơ quan!C6", "Chủ nhiệm", "P105"),
        ("Nhiệm vụ!H6", "có", "P105"),
        ("Nhiệm vụ!R6", "Cột lạ", "P105"),
        ("Nhóm nhiệm vụ!D6", "tám", "P106"),
        ("Chỉ tiêu!K6", "203", "P107"),
        ("Chỉ tiêu!I6", "khoảng 40", "P108"),
        ("Chỉ tiêu!I6", "22.000", "P109"),
        ("Nhiệm vụ!L6", "cuối năm 2027", "P110"),
        ("Nhiệm vụ!L6", "2027-02-30", "P110"),
        ("Chỉ tiêu!B6", 1.1, "P112"),
        ("Chỉ tiêu!B6", date(2026, 1, 1), "P112"),
        ("Chỉ tiêu!S6", "IX.9", "P116"),
        ("Chỉ tiêu!B7", "TQ.1", "P115"),
        ("Nhóm nhiệm vụ!F6", "I", "P117"),
        ("Cơ quan!E6", "Sở Y tế", "P118"),
        ("Cơ quan!B6", "IX.9", "P116"),
        ("Nhóm nhiệm vụ!D6", "9", "P119"),
        ("Nhóm nhiệm vụ!L6", "xem lại", "P122"),
        ("Nhiệm vụ!K6", "2028-01-01", None),
    ],
)
def test_a_mistake_is_found_at_its_cell(book, cell, typed, code):
    sheet, _, address = cell.partition("!")
    book[sheet][address].value = typed
    expected = [f"{cell} {code}"] if code else ["Nhiệm vụ!L6 P123"]

    assert found(book) == expected


@pytest.mark.parametrize(
    ("key", "typed", "code"),
    [
        ("id", None, "P104"),
        ("id", "../ngoài", "P114"),
        ("id", "Kế hoạch mới", "P114"),
        ("version", "một", "P106"),
        ("kind", "thông báo", "P105"),
        ("period_from", "26", "P107"),
        ("date", "tháng 3", "P110"),
        ("reporting_role", "Chủ nhiệm", "P105"),
    ],
)
def test_a_wrong_setting_is_found_at_its_cell(book, key, typed, code):
    row = about_row(book, key)
    book["Kế hoạch"].cell(row, 3).value = typed

    assert found(book) == [f"Kế hoạch!C{row} {code}"]


def test_a_reference_to_a_changed_code_is_found_wherever_it_stands(book):
    book["Nhiệm vụ"]["B7"].value = "I.2b"

    assert {line.split()[-1] for line in found(book)} == {"P116"}
    assert all(each.value == "I.2" for each in read(book).findings)


def test_a_deadline_that_excel_turned_into_a_date_is_asked_back(book):
    for column, value in enumerate(("Năm", date(2026, 10, 12), "báo cáo hằng năm"), start=2):
        book["Lịch báo cáo"].cell(6, column).value = value

    assert found(book) == ["Lịch báo cáo!C6 P112"]


def test_a_setting_written_twice_or_unknown_is_found(book):
    sheet = book["Kế hoạch"]
    last = sheet.max_row
    sheet.cell(last + 1, 2).value, sheet.cell(last + 1, 3).value = "Địa danh", "Hà Nội"
    sheet.cell(last + 2, 2).value, sheet.cell(last + 2, 3).value = "Màu sắc", "xanh"

    assert found(book) == [f"Kế hoạch!C{last + 1} P121", f"Kế hoạch!B{last + 2} P120"]


@pytest.mark.parametrize("title", ["Kế hoạch", "Nhóm nhiệm vụ", "Nhiệm vụ", "Cơ quan", "Lịch báo cáo"])
def test_a_missing_sheet_is_found(book, title):
    del book[title]

    assert f"{title}! P102" in found(book)


def test_a_missing_column_is_found_once(book):
    book["Nhiệm vụ"].delete_cols(6)
    verdict = read(book)

    assert [each.code.name for each in verdict.findings] == ["P103"]
    assert "Nội dung nhiệm vụ" in verdict.findings[0].message


def test_a_cell_that_shows_an_error_is_found(book):
    book["Nhiệm vụ"]["F6"].value = "#REF!"
    book["Nhiệm vụ"]["F6"].data_type = "e"

    assert found(book) == ["Nhiệm vụ!F6 P113"]


def test_a_file_that_is_no_workbook_is_a_finding():
    verdict = read_plan_book("không phải Excel".encode(), file="a.xlsx")

    assert [each.code.name for each in verdict.findings] == ["P101"]
    assert "a.xlsx" in verdict.findings[0].message


def test_an_error_keeps_the_plan_out_and_a_warning_does_not(book):
    book["Nhóm nhiệm vụ"]["L6"].value = "xem lại"
    warned = read(book)
    book["Nhóm nhiệm vụ"]["C6"].value = None

    assert [each.severity for each in warned.findings] == [Severity.WARNING]
    assert warned.tables is not None
    assert read(book).tables is None


def test_findings_stand_in_the_order_of_the_sheets(book):
    book["Cơ quan"]["B6"].value = "IX"
    book["Nhiệm vụ"]["F9"].value = None
    book["Nhiệm vụ"]["F6"].value = None

    assert found(book) == ["Nhiệm vụ!F6 P104", "Nhiệm vụ!F9 P104", "Cơ quan!B6 P116"]
