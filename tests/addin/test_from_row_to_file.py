"""From a row of the master to the unit's file and to its marked copy."""

import unicodedata
import zipfile

import pytest

from tests.commands import run

TASKS = "Nhiệm vụ - chi tiết"
UNITS = "Tình trạng nộp"


def column(sheet, key):
    return [cell.value for cell in sheet[1]].index(key) + 1


@pytest.fixture
def book(master, excel):
    return excel.books.open(master)


@pytest.fixture
def select(book):
    """Select the cell of a column, by its key, in a row of a sheet."""

    def select(title, row, key):
        sheet = book.sheets[title]
        sheet.activate()
        sheet.range((row, column(sheet.impl.worksheet, key))).select()
        return sheet

    return select


def test_the_source_opens_at_the_cell_of_the_selected_column(book, excel, press, select):
    sheet = select(TASKS, 8, "result_text")
    expected = sheet.range((8, column(sheet.impl.worksheet, "result_text"))).value
    code, told = press("source", book)

    assert code == 0
    assert excel.selection.value == expected
    assert "(chỉ đọc)" in told


def test_a_column_the_form_does_not_have_leads_to_the_cell_of_the_link(book, excel, press, select):
    select(TASKS, 8, "unit_name")
    _, told = press("source", book)

    assert told.endswith(f"ô {excel.selection.address.replace('$', '')} (chỉ đọc).")


def test_macros_of_a_received_file_are_kept_still_while_it_opens(book, excel, press, select):
    select(TASKS, 8, "status")
    press("source", book)

    assert excel.books.active.impl.security == 3
    assert excel.api.AutomationSecurity == 1
    assert excel.books.active.api.ReadOnly


def test_a_link_that_leads_out_of_the_round_is_not_followed(book, excel, press, select, tmp_path):
    sheet = select(TASKS, 8, "source")
    (tmp_path / "x.xlsx").write_bytes(b"")
    sheet.range((8, column(sheet.impl.worksheet, "source"))).value = '=HYPERLINK("../../x.xlsx","x")'

    assert "không dẫn vào thư mục nhan-ve" in press("source", book)[1]
    assert len(excel.books) == 1


def test_a_source_that_is_gone_is_named(folder, book, press, select):
    select(TASKS, 8, "source")
    for path in (folder / "nhan-ve").rglob("*.xlsx"):
        path.unlink()

    assert "Không còn thấy tệp" in press("source", book)[1]


def test_a_source_excel_cannot_open_is_named(book, excel, press, select, folder):
    select(TASKS, 8, "source")
    for path in (folder / "nhan-ve").rglob("*.xlsx"):
        path.write_bytes(b"D0CF11E0: a password, say")

    assert "Tệp có thể đang bị khóa, có mật khẩu hoặc bị hỏng" in press("source", book)[1]


@pytest.fixture
def zipped(folder):
    """The same round, its files received in one archive whose name is spelt as on a Mac."""
    received = folder / "nhan-ve"
    archive = received / unicodedata.normalize("NFD", "gói.zip")
    files = [path for path in received.rglob("*") if path.is_file()]
    with zipfile.ZipFile(archive, "w") as package:
        for path in files:
            package.write(path, path.relative_to(received).as_posix())
            path.unlink()
    done = run("consolidate", folder)
    assert "Đã tổng hợp vào" in done.stdout
    return archive


def test_the_link_of_a_file_in_an_archive_leads_to_the_archive(zipped, book, select):
    sheet = select(TASKS, 8, "source").impl.worksheet
    link = sheet.cell(8, column(sheet, "source")).value
    url, shown = link.removeprefix('=HYPERLINK("').removesuffix('")').split('","')

    assert (zipped.parent.parent / "tong-hop" / url).samefile(zipped)
    assert shown.startswith("gói.zip/")
    assert "!" in shown


def test_a_source_in_an_archive_is_named_with_its_place(zipped, book, press, select):
    sheet = select(TASKS, 8, "source").impl.worksheet
    shown = sheet.cell(8, column(sheet, "source")).value.split('"')[3]
    code, told = press("source", book)

    assert code == 3
    assert f"nằm trong tệp nén “{zipped}”" in told
    assert told.endswith(f"phần cần xem: {shown.removeprefix('gói.zip/')}.")


def test_the_board_leads_to_the_archive_too(zipped, book, excel, press):
    press("status", book)
    board = excel.books["bang-dieu-khien.xlsx"]
    board.sheets[0].range("B5").select()
    _, told = press("source", board)

    assert f"nằm trong tệp nén “{zipped}”" in told


def test_a_row_without_a_file_says_so(book, press, select):
    select("Nhiệm vụ", 8, "name")

    assert "không có tệp nguồn" in press("source", book)[1]


def test_two_files_of_one_name_are_not_mixed_up(book, excel, press, select, tmp_path):
    select(TASKS, 8, "source")
    press("source", book)
    source = excel.books.active
    other = tmp_path / source.name
    other.write_bytes((tmp_path / source.fullname).read_bytes())
    source.close()
    excel.books.open(other)

    assert "Excel đang mở một tệp khác cùng tên" in press("source", book)[1]


def returned_row(book):
    sheet = book.sheets[UNITS].impl.worksheet
    state = column(sheet, "state")
    return next(row for row in range(6, sheet.max_row) if sheet.cell(row, state).value == "Trả lại")


def test_the_marked_copy_of_the_selected_unit_opens(book, excel, press, select):
    select(UNITS, returned_row(book), "unit_name")
    code, told = press("returned", book)

    assert code == 0
    assert excel.books.active.name.startswith("Tra-lai_")
    assert told.startswith("Đã mở bản trả lại của “Sở")


def test_a_unit_with_nothing_to_correct_has_no_marked_copy(book, press, select):
    select(TASKS, 8, "unit_name")

    assert "hiện không có bản trả lại" in press("returned", book)[1]


def test_the_board_leads_to_marked_copies_too(master, excel, press, book):
    press("status", book)
    board = excel.books["bang-dieu-khien.xlsx"]
    codes = board.sheets[0].range((1, 1), (20, 1)).value
    board.sheets[0].range((codes.index("so-thong-tin-va-truyen-thong") + 1, 2)).select()

    assert press("returned", board)[0] == 0


def test_a_workbook_without_keys_is_answered_in_plain_words(folder, excel, press):
    form = excel.books.open(next((folder / "phat-hanh").glob("*.xlsx")))
    form.sheets[0].activate()
    form.sheets[0].range("B1").select()

    assert "Hãy chọn một ô ở dòng cần xem" in press("source", form)[1]
