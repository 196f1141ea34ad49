"""“Tình trạng nộp”: the board, filled through xlwings."""

import openpyxl
import pytest

from tests.commands import ask, run

HEADER = 4


@pytest.fixture
def board(folder, master, excel, press):
    """The board on disk, as the button leaves it."""
    press("status", excel.books.open(master))
    return openpyxl.load_workbook(folder / "tong-hop" / "bang-dieu-khien.xlsx")["Bảng điều khiển"]


def rows(sheet):
    keys, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(keys, line, strict=True)) for line in lines[HEADER - 1 :]]


def test_every_unit_has_a_row_with_its_state(board):
    states = [row["state"] for row in rows(board)]

    assert len(states) == 11
    assert states.count("Trả lại") == 2


def test_a_unit_sent_back_has_its_errors_and_a_link_to_its_marked_copy(board):
    row = next(row for row in rows(board) if row["unit_code"] == "so-thong-tin-va-truyen-thong")

    assert row["errors"] > 0
    assert row["returned"].startswith('=HYPERLINK("../tra-lai/Tra-lai_Bieu-mau_2018_So-Thong-tin')


def test_the_keys_are_hidden_and_codes_stay_text(board):
    assert board.row_dimensions[1].hidden
    assert board.cell(HEADER + 1, 1).number_format == "@"


def test_filling_the_board_again_changes_nothing(folder, master, excel, press, board):
    before = [list(row) for row in board.iter_rows(values_only=True)]
    press("status", excel.books.open(master))
    again = openpyxl.load_workbook(folder / "tong-hop" / "bang-dieu-khien.xlsx")["Bảng điều khiển"]

    assert [list(row) for row in again.iter_rows(values_only=True)] == before


def test_a_protected_board_is_answered_in_plain_words(folder, master, excel, press, board):
    book = excel.books["bang-dieu-khien.xlsx"]
    book.impl.workbook.active.protection.sheet = True

    assert "trang bị khóa bảo vệ" in press("status", excel.books.open(master))[1]


@pytest.mark.parametrize("button", ["status", "consolidate"])
def test_a_unit_that_need_not_report_is_not_counted_as_owing(button, folder, master, excel, press):
    unit = ask("status", folder)["units"][0]
    (folder / "nhan-ve" / unit["file"]).unlink()
    run("waive", folder, unit["unit_code"], "--why", "Không có nhiệm vụ.", "--by", "B")
    _, told = press(button, excel.books.open(master))

    assert "trên 10 đơn vị phải báo cáo. Được miễn nộp: 1 đơn vị" in told


def test_a_board_held_by_somebody_else_is_answered_in_plain_words(folder, master, excel, press, board):
    excel.books["bang-dieu-khien.xlsx"].api.ReadOnly = True

    assert "đang được người khác mở hoặc chỉ đọc" in press("status", excel.books.open(master))[1]
