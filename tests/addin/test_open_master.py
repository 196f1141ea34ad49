"""“Tổng hợp” while the master is open in this Excel."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import xlwings as xw
from openpyxl.worksheet.formula import ArrayFormula

from catalogue import Catalogue, RoundError
from cli.desk import Desk
from consolidate import read_master
from tests import libreoffice


def names(excel):
    return [book.name for book in excel.books]


def test_an_open_master_is_closed_rebuilt_and_opened_at_the_same_cell(folder, master, excel, press, windows):
    before = master.read_bytes()
    book = excel.books.open(master)
    book.sheets["Kinh phí"].activate()
    book.sheets["Kinh phí"].range("D9").select()
    code, _ = press("consolidate", book)

    assert code == 0
    assert master.read_bytes() == before
    assert excel.books.active.sheets.active.name == "Kinh phí"
    assert excel.selection.address == "$D$9"


def test_what_staff_have_not_saved_is_saved_before_the_master_is_closed(master, excel, press, windows):
    book = excel.books.open(master)
    book.sheets[1].range("P6").value = "gọi điện nhắc ngày 12/12"
    press("consolidate", book)

    assert [event for event, _ in excel.impl.events] == ["open", "save", "close", "open"]


def test_a_master_nobody_touched_is_not_saved_anew(master, excel, press, windows):
    press("consolidate", excel.books.open(master))

    assert [event for event, _ in excel.impl.events] == ["open", "close", "open"]


def refuse(_book):
    raise RuntimeError


@pytest.fixture
def kept_open(folder, master, excel, windows, monkeypatch):
    """A master that Excel does not close, in which staff wrote, after a file more has come in."""
    book = excel.books.open(master)
    sheet = book.sheets["Nhiệm vụ - chi tiết"]
    keys = sheet.range((1, 1), (1, 40)).value
    sheet.range((8, keys.index("staff_note") + 1)).value = "đã gọi điện"
    (folder / "nhan-ve" / "lạ.pdf").write_bytes(b"%PDF-1.4")
    monkeypatch.setattr(type(book.impl), "close", refuse)
    return book


def contents(workbook):
    """Every cell that is not blank: its sheet, its address, its content and its format."""
    return {
        (sheet.title, cell.coordinate): (_text(cell.value), cell.number_format)
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _text(value):
    return value.text if isinstance(value, ArrayFormula) else value


def built_anew(folder, tmp_path):
    """The master as the command line would build it now."""
    desk = Desk.open(folder, Catalogue())
    path = tmp_path / "mới.xlsx"
    path.write_bytes(desk.build_master(desk.merge(desk.check())))
    return path


def test_a_master_that_excel_does_not_close_is_filled_where_it_is_open(
    folder, master, excel, press, kept_open, tmp_path
):
    code, told = press("consolidate", kept_open)

    assert (code, "cập nhật ngay trong bảng đang mở" in told) == (0, True)
    assert contents(kept_open.impl.workbook) == contents(openpyxl.load_workbook(built_anew(folder, tmp_path)))
    assert "đã gọi điện" in {text for text, _ in contents(kept_open.impl.workbook).values()}
    assert sorted(path.name for path in master.parent.iterdir()) == ["tong-hop.xlsx"]
    assert kept_open.api.Saved


@pytest.mark.libreoffice
def test_a_master_filled_in_place_reads_as_the_one_the_command_line_builds(
    folder, master, press, kept_open, tmp_path
):
    press("consolidate", kept_open)
    (tmp_path / "tính lại").mkdir()
    filled = read_master(libreoffice.recalculate(master, tmp_path / "tính lại"))
    fresh = read_master(built_anew(folder, tmp_path))

    for key, table in fresh.tables.items():
        pd.testing.assert_frame_equal(filled.tables[key], table)


def test_a_master_that_can_neither_be_closed_nor_filled_stays_and_the_new_one_stands_beside_it(
    master, excel, press, kept_open
):
    kept_open.save()
    before = master.read_bytes()
    kept_open.impl.workbook["Kinh phí"].protection.sheet = True
    code, told = press("consolidate", kept_open)

    assert (code, "cũng không cập nhật được tại chỗ" in told) == (3, True)
    assert "tong-hop (moi).xlsx" in told
    assert master.with_name("tong-hop (moi).xlsx").is_file()
    assert master.read_bytes() == before


def test_unsaved_work_in_a_master_that_cannot_be_saved_stays_open_and_nothing_is_made(
    master, excel, press, windows
):
    before = master.read_bytes()
    book = excel.books.open(master, read_only=True)
    book.sheets[1].range("P6").value = "chưa lưu"
    code, told = press("consolidate", book)

    assert (code, "Chưa tổng hợp, để không mất nội dung đó" in told) == (3, True)
    assert excel.books.active.sheets[1].range("P6").value == "chưa lưu"
    assert [path.read_bytes() for path in master.parent.iterdir()] == [before]


def test_while_a_cell_is_edited_nothing_is_done_and_the_officer_is_told_why(
    master, excel, press, windows, capsys
):
    before = master.read_bytes()
    book = excel.books.open(master)
    book.sheets[1].range("P6").value = "đang gõ"
    excel.impl.is_busy = True
    press_blindly(press, book)

    assert capsys.readouterr().out.startswith("Excel đang bận")
    assert master.read_bytes() == before


def press_blindly(press, book):
    """Press a button in an Excel that shows no message now."""
    book.app.impl.alerts.append("")
    press("consolidate", book=book, is_in_front=True)


def test_a_master_open_in_another_excel_is_closed_and_opened_there(engine, excel, master, press, windows):
    other = xw.App(impl=engine.apps.start())
    book = other.books.open(master)
    book.sheets["Kinh phí"].activate()
    front = excel.books.open(next((master.parents[1] / "phat-hanh").glob("*.xlsx")))
    code, _ = press("consolidate", front, is_in_front=True)

    assert code == 0
    assert [event for event, _ in other.impl.events] == ["open", "close", "open"]
    assert names(excel) == [front.name]


def test_a_master_held_by_somebody_else_is_named_and_the_new_one_stands_beside_it(
    folder, master, excel, press, monkeypatch
):
    replace = Path.replace

    def held(self, target):
        if target == master:
            raise PermissionError(target)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    next((folder / "nhan-ve" / "so").glob("*.xlsx")).unlink()
    code, told = press("consolidate", excel.books.open(master))

    assert (code, "Bản mới được giữ tại" in told) == (3, True)
    assert names(excel) == ["tong-hop.xlsx"]


def test_a_master_open_from_the_web_is_not_rebuilt_behind_its_back(folder, master, excel, press):
    before = master.read_bytes()
    form = excel.books.open(next((folder / "phat-hanh").glob("*.xlsx")))
    excel.books.open(master).impl.place = "https://tinh.sharepoint.com/dot/tong-hop.xlsx"
    code, told = press("consolidate", form)

    assert (code, "thẳng từ OneDrive hoặc SharePoint" in told) == (3, True)
    assert master.read_bytes() == before


def test_the_officer_is_told_what_changed_since_the_last_master(folder, master, excel, press):
    next(
        path for path in (folder / "nhan-ve").rglob("*.xlsx") if path.name.startswith("Sở Công Thương")
    ).unlink()
    _, told = press("consolidate", excel.books.open(master))
    _, again = press("consolidate", excel.books.active)

    assert "So với bảng tổng hợp trước:" in told
    assert "- Đơn vị: Hợp lệ: 8 → 7." in told
    assert "So với bảng tổng hợp trước: không có gì thay đổi." in again


def test_a_first_master_is_named_as_such(folder, master, excel, press):
    master.unlink()
    form = excel.books.open(next((folder / "phat-hanh").glob("*.xlsx")))

    assert "Đợt chưa có bảng tổng hợp nào trước đó." in press("consolidate", form)[1]


def test_the_old_master_is_opened_again_when_consolidating_fails(master, excel, press, monkeypatch):
    def fail(_desk):
        raise RoundError("hỏng")  # noqa: EM101 - a sentence of the test

    monkeypatch.setattr("addin.master.write_master", fail)

    assert press("consolidate", excel.books.open(master)) == (3, "hỏng")
    assert names(excel) == ["tong-hop.xlsx"]


def test_a_sheet_that_lets_nothing_be_selected_does_not_matter(master, excel, press, monkeypatch):
    book = excel.books.open(master)
    monkeypatch.setattr("tests.engine.openpyxl_engine.Range.select", refuse)

    assert press("consolidate", book)[0] == 0


@pytest.mark.parametrize("name", ["Kinh phí", "Trang không còn"])
def test_a_sheet_that_is_gone_after_rebuilding_does_not_matter(name, master, excel, press, monkeypatch):
    from addin.master import Place

    monkeypatch.setattr("addin.master._place", lambda _book: Place(sheet=name, cells="$B$7"))

    assert press("consolidate", excel.books.open(master))[0] == 0


def test_an_older_file_beside_a_locked_master_is_not_taken_for_the_new_one(
    master, press, kept_open, monkeypatch
):
    aside = master.with_name("tong-hop (moi).xlsx")
    aside.write_bytes(master.read_bytes())
    before = contents(kept_open.impl.workbook)

    def held(_self, target):
        raise PermissionError(target)

    monkeypatch.setattr(Path, "replace", held)
    code, told = press("consolidate", kept_open)

    assert (code, "hai tệp đang mở" in told) == (3, True)
    assert contents(kept_open.impl.workbook) == before
