"""Which round a button works on: named, around the workbook in front, or chosen last."""

import pytest

from addin import Memory, Seat
from catalogue import RoundError


def seat(user, **given):
    return Seat(memory=Memory(user / "excel.json"), **given)


@pytest.mark.parametrize("place", ["tong-hop/tong-hop.xlsx", "tra-lai", "phat-hanh"])
def test_any_workbook_in_the_rounds_folder_leads_to_it(place, folder, excel, user):
    path = folder / place
    path = path if path.is_file() else next(path.glob("*.xlsx"))

    assert seat(user, app=excel, book=excel.books.open(path)).round_folder() == folder


def test_the_round_worked_on_last_is_remembered(folder, master, excel, user):
    seat(user, app=excel, book=excel.books.open(master)).round_folder()

    assert seat(user, app=excel, book=excel.books.add()).round_folder() == folder


def test_without_any_round_the_officer_is_told_how_to_choose_one(excel, press):
    code, told = press("check", excel.books.add())

    assert code == 3
    assert told.startswith("Sổ làm việc “Book1” không nằm trong đợt báo cáo nào")


def test_a_round_is_chosen_by_its_folder(folder, excel, press):
    excel.impl.answers.append(folder)
    press("choose")
    code, _ = press("status")

    assert code == 0


def test_a_folder_that_is_no_round_is_refused_and_not_remembered(tmp_path, excel, press, user):
    excel.impl.answers.append(tmp_path)
    code, told = press("choose")

    assert (code, "không phải đợt báo cáo" in told) == (3, True)
    assert Memory(user / "excel.json").round_folder is None


def test_a_remembered_round_that_is_gone_is_named(tmp_path, excel, press, user):
    Memory(user / "excel.json").remember(tmp_path / "đã xóa")

    assert "Không còn thấy đợt báo cáo đã chọn lần trước" in press("status")[1]


def from_the_web(excel, master, address):
    book = excel.books.open(master)
    book.impl.place = address
    return book


def test_a_workbook_opened_from_the_web_is_answered_in_plain_words(excel, master, press):
    book = from_the_web(excel, master, "https://tinh.sharepoint.com/dot/tong-hop.xlsx")

    assert "đang mở thẳng từ OneDrive hoặc SharePoint" in press("check", book)[1]


def test_a_workbook_onedrive_keeps_on_this_machine_leads_to_its_round(
    excel, folder, master, user, monkeypatch
):
    monkeypatch.setenv("OneDrive", str(folder.parent))
    monkeypatch.delenv("OneDriveConsumer", raising=False)
    address = f"https://d.docs.live.net/0123456789abcdef/{master.relative_to(folder.parent).as_posix()}"

    assert seat(user, app=excel, book=from_the_web(excel, master, address)).round_folder() == folder


def test_a_sheet_of_the_workbook_does_not_say_where_onedrive_is(excel, tmp_path, master, press, monkeypatch):
    for name in ("OneDrive", "OneDriveConsumer"):
        monkeypatch.delenv(name, raising=False)
    book = from_the_web(excel, master, "https://d.docs.live.net/0123456789abcdef/tong-hop.xlsx")
    trap = book.sheets.add("xlwings.conf")
    trap.range("A1").value = [["ONEDRIVE_CONSUMER_WIN", str(master.parent)]]

    assert press("check", book)[0] == 3


def test_the_answer_names_the_round_for_the_officer_may_have_thought_of_another(folder, excel, press, user):
    Memory(user / "excel.json").remember(folder)

    assert press("consolidate", excel.books.add())[1].startswith("Đợt báo cáo: ")


def test_a_memory_somebody_damaged_counts_as_none(user):
    (user / "excel.json").write_text("{", encoding="utf-8")

    with pytest.raises(RoundError, match="Chưa có đợt báo cáo nào được chọn"):
        seat(user).round_folder()


def test_a_folder_dropped_on_a_shortcut_needs_no_excel(folder, user):
    assert seat(user, folder=folder / "nhan-ve").round_folder() == folder
