import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

import catalogue
from catalogue import TABLES, CatalogueError, PlanTables, plan_columns, plan_rows, read_plan_tables
from templates import plan_book

PLANS = sorted((Path(catalogue.__file__).parent / "data" / "plans").iterdir())
PRIORITIES_OF = "bd-2018-tang-truong-xanh"
NAMES = [folder.name for folder in PLANS]
SHEETS = ["Kế hoạch", "Nhóm nhiệm vụ", "Nhiệm vụ", "Chỉ tiêu", "Cơ quan", "Lịch báo cáo", "Hướng dẫn"]


@pytest.fixture(scope="module")
def tables():
    """The files of the plan that has priorities and a calendar."""
    return read_plan_tables(next(folder for folder in PLANS if folder.name == PRIORITIES_OF))


@pytest.fixture(scope="module")
def book(tables):
    return opened(tables)


def opened(tables):
    return openpyxl.load_workbook(io.BytesIO(plan_book(tables)))


def with_tasks(tables, *tasks):
    blank = dict.fromkeys(TABLES["tasks"], "")
    rows = tuple(blank | task for task in tasks)
    return replace(tables, tables={**tables.tables, "tasks": rows})


def test_every_column_of_the_files_has_a_column_in_the_workbook():
    for table, columns in TABLES.items():
        assert [column.key for column in plan_columns()[table]] == list(columns)


def test_a_plan_has_a_sheet_for_each_table_and_priorities_only_where_there_are_some(book):
    others = [opened(read_plan_tables(folder)) for folder in PLANS if folder.name != PRIORITIES_OF]

    assert book.sheetnames == [*SHEETS[:-1], "Ưu tiên", "Hướng dẫn"]
    assert all(other.sheetnames == SHEETS for other in others)


@pytest.mark.parametrize("folder", PLANS, ids=NAMES)
def test_the_same_plan_gives_the_same_bytes(folder):
    assert plan_book(read_plan_tables(folder)) == plan_book(read_plan_tables(folder))


@pytest.mark.parametrize("folder", PLANS, ids=NAMES)
def test_every_cell_is_text_in_a_cell_of_text(folder):
    book = opened(read_plan_tables(folder))
    written = [cell for sheet in book.worksheets for row in sheet.iter_rows(min_row=6) for cell in row]

    assert {cell.data_type for cell in written if cell.value is not None} == {"s"}
    of_tables = [cell for cell in written if cell.parent.title not in ("Kế hoạch", "Hướng dẫn")]
    assert {cell.number_format for cell in of_tables if cell.value is not None} == {"@"}


def test_row_1_and_column_a_hold_hidden_keys(book, tables):
    sheet = book["Nhiệm vụ"]

    assert sheet["A1"].value == "tasks"
    assert [cell.value for cell in sheet[1][1:]] == list(TABLES["tasks"])
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert "office.name" in [cell.value for cell in book["Kế hoạch"]["A"]]


def test_codes_keep_their_zeros_and_points(tables):
    sheet = opened(with_tasks(tables, {"code": "1.10"}, {"code": "06"}))["Nhiệm vụ"]

    assert [sheet["B6"].value, sheet["B7"].value] == ["1.10", "06"]


def test_closed_values_are_shown_in_vietnamese_with_a_dropdown(book):
    sheet = book["Cơ quan"]
    rule = next(rule for rule in sheet.data_validations.dataValidation if "C6" in rule.sqref)

    assert sheet["C6"].value == "Chủ trì"
    assert rule.formula1 == '"Chủ trì,Tham mưu,Phối hợp"'
    assert "C4000" in rule.sqref


def test_several_codes_or_columns_stand_apart_by_semicolons(book):
    assert book["Ưu tiên"]["D7"].value == "11; 62; 65"
    assert book["Nhiệm vụ"]["R6"].value == "Thời hạn như in"


def test_a_list_takes_one_row_per_item_and_its_name_stands_once(book, tables):
    rows = [row for row in book["Kế hoạch"].iter_rows(values_only=True) if row[0] == "legal_bases"]

    assert [row[2] for row in rows] == tables.about["legal_bases"]
    assert [row[1] for row in rows] == ["Căn cứ", None, None]


def test_a_setting_the_workbook_does_not_know_is_kept_as_json(tables):
    sheet = opened(replace(tables, about={**tables.about, "extra": [1, "hai"]}))["Kế hoạch"]
    last = [cell.value for cell in sheet[sheet.max_row]]

    assert last[:3] == ["json:extra", "extra", '[1, "hai"]']


def test_guesses_are_coloured_noted_and_counted_on_the_first_sheet(tables):
    guesses = {("tasks", 1, "name"): "Ghép hai ô.", ("about", 0, "date"): "Chưa rõ ngày."}
    book = opened(replace(tables, guesses=guesses))
    guessed, sure = book["Nhiệm vụ"]["F7"], book["Nhiệm vụ"]["F6"]

    assert guessed.comment.text == "Ghép hai ô."
    assert guessed.fill.fgColor.rgb != sure.fill.fgColor.rgb
    assert "2 chỗ" in book["Kế hoạch"]["B4"].value
    assert "Kế hoạch 1, Nhiệm vụ 1" in book["Kế hoạch"]["B4"].value


def test_a_guess_about_a_row_colours_all_of_it(tables):
    sheet = opened(replace(tables, guesses={("tasks", 0, ""): "Có thể là đề mục."}))["Nhiệm vụ"]

    assert len({cell.fill.fgColor.rgb for cell in sheet[6][1:19]}) == 1
    assert sheet["B6"].comment.text == "Có thể là đề mục."


def test_the_header_stays_in_view_and_prints_on_every_page(book):
    sheet = book["Nhiệm vụ"]

    assert sheet.freeze_panes == "C6"
    assert sheet.print_title_rows == "$5:$5"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_a_row_is_as_high_as_its_longest_cell(tables):
    sheet = opened(with_tasks(tables, {"name": "ngắn"}, {"name": "dài " * 200}))["Nhiệm vụ"]

    assert sheet.row_dimensions[7].height > 5 * sheet.row_dimensions[6].height


def test_a_text_no_cell_can_hold_is_refused_not_cut(tables):
    with pytest.raises(CatalogueError, match="Nội dung nhiệm vụ"):
        plan_book(with_tasks(tables, {"name": "a" * 40_000}))


def test_an_empty_draft_is_a_workbook_too():
    nothing = PlanTables(about={}, tables=dict.fromkeys(TABLES, ()))

    assert opened(nothing).sheetnames == SHEETS
    assert plan_rows(nothing, "calendar") == ()
