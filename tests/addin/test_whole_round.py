"""A round from its first day to its report, every step by a button and every cell typed into Excel.

Held against the same round on the command line, file by file.
"""

import shutil
from datetime import datetime

import docx
import pytest

from tests.cli.rounds import fingerprint
from tests.commands import run as run_command

PLAN, PERIOD = "bd-2018-tang-truong-xanh", "2018"
INFO = {
    "contact_name": "Nguyễn Văn A",
    "contact_phone": "0912 345 678",
    "approved_by": "Trần Thị B, Phó Giám đốc",
    "reported_on": datetime(2018, 10, 1),  # noqa: DTZ001 - Excel knows no zones
}
TASK = {
    "status": "Đang triển khai",
    "completion_pct": 40.0,
    "result_text": "- Đã ban hành & giao vốn.",
}
WRONG = TASK | {"completion_pct": 150.0}
WHY = "Đã hỏi lại qua điện thoại ngày 12/12"
DETAILS = "Nhiệm vụ - chi tiết"
ROOMS = ("phat-hanh", "nhan-ve", "tra-lai", "tong-hop", "don-doc", "bao-cao")
FORM_TASKS, FORM_INFO = "Nhiệm vụ", "Thông tin"


def keys_of(sheet):
    """The columns of a sheet by their hidden keys, and its rows by theirs."""
    columns = {key: place for place, key in enumerate(sheet.range((1, 1), (1, 60)).value, start=1) if key}
    rows = {key: place for place, key in enumerate(sheet.range((1, 1), (200, 1)).value, start=1) if key}
    return columns, rows


def typed(sheet, row, columns, values):
    for key, value in values.items():
        cell = sheet.range((row, columns[key]))
        is_text = isinstance(value, str) and cell.number_format != "@"
        cell.value = f"'{value}" if is_text else value


def fill(excel, form, target, answer):
    """Fill an issued form in Excel as a unit does, and put it where it is received."""
    book = excel.books.open(form)
    sheet = book.sheets[FORM_TASKS]
    columns, rows = keys_of(sheet)
    for key, row in rows.items():
        if key != sheet.range("A1").value:
            typed(sheet, row, columns, answer)
    sheet = book.sheets[FORM_INFO]
    columns, rows = keys_of(sheet)
    for key, value in INFO.items():
        typed(sheet, rows[key], columns, {"value": value})
    book.save(target)
    book.close()


def adjust(book):
    """Adjust a figure in the master as planning staff do."""
    sheet = book.sheets[DETAILS]
    columns, _ = keys_of(sheet)
    values = {"adjusted_completion_pct": 55.0, "adjusted_why": WHY, "staff_note": "= xem công văn 12"}
    typed(sheet, 6, columns, values)


@pytest.fixture
def by_button(tmp_path, excel, press, windows):
    """A round done by the buttons alone."""
    folder = tmp_path / "nút" / "đợt & 100%"
    excel.impl.answers += [PLAN, PERIOD, folder]
    codes = [press(tag)[0] for tag in ("new", "issue")]
    forms = sorted((folder / "phat-hanh").glob("*.xlsx"))
    for form, answer in zip(forms[:3], (TASK, TASK, WRONG), strict=True):
        fill(excel, form, folder / "nhan-ve" / f"gửi lần 1 - {form.name}", answer)
    codes += [press(tag)[0] for tag in ("check", "consolidate")]
    master = excel.books.open(folder / "tong-hop" / "tong-hop.xlsx")
    adjust(master)
    codes.append(press("consolidate", master)[0])
    excel.impl.answers.append("15/02/2099")
    codes += [press(tag, excel.books.active)[0] for tag in ("remind", "preview", "report")]
    assert set(codes) == {0}, excel.impl.alerts
    return folder


@pytest.fixture
def by_command(tmp_path, excel, by_button):
    """The same on the command line, with the same files received and the same cells typed."""
    folder = tmp_path / "lệnh" / "đợt & 100%"
    run_command("new", folder, "--plan", PLAN, "--period", PERIOD)
    run_command("issue", folder)
    shutil.copytree(by_button / "nhan-ve", folder / "nhan-ve", dirs_exist_ok=True)
    run_command("check", folder)
    run_command("consolidate", folder)
    excel.books.active.close()
    master = excel.books.open(folder / "tong-hop" / "tong-hop.xlsx")
    adjust(master)
    master.save()
    master.close()
    run_command("consolidate", folder)
    run_command("remind", folder, "--until", "2099-02-15")
    run_command("report", folder)
    return folder


def test_a_round_by_the_buttons_leaves_the_files_of_the_command_line(by_button, by_command):
    made = {room: fingerprint(by_button / room) for room in ROOMS}

    assert made == {room: fingerprint(by_command / room) for room in ROOMS}
    assert all(made.values())
    assert WHY in text_of(by_button / "bao-cao" / "bao-cao.docx")


def text_of(path):
    document = docx.Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])
