"""“Tổng hợp” while the master is open in this Excel."""

import pytest

from catalogue import RoundError


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


def test_a_master_that_cannot_be_closed_stays_and_the_new_one_stands_beside_it(
    master, excel, press, windows, monkeypatch
):
    before = master.read_bytes()
    book = excel.books.open(master)
    monkeypatch.setattr(type(book.impl), "close", refuse)
    code, told = press("consolidate", book)

    assert code == 3
    assert "Không đóng được bảng tổng hợp đang mở “tong-hop.xlsx”" in told
    assert master.with_name("tong-hop (moi).xlsx").read_bytes() == before
    assert names(excel) == ["tong-hop.xlsx"]


def refuse(_book):
    raise RuntimeError


def test_unsaved_work_in_a_master_that_cannot_be_saved_stays_open(master, excel, press, windows):
    book = excel.books.open(master, read_only=True)
    book.sheets[1].range("P6").value = "chưa lưu"
    code, _ = press("consolidate", book)

    assert code == 3
    assert excel.books.active.sheets[1].range("P6").value == "chưa lưu"


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
