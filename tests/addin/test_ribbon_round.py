"""A whole round through the buttons, on real files, held against the command line."""

import hashlib
import shutil
from pathlib import Path

from tests.commands import run as run_command

MADE = ("phat-hanh", "tra-lai", "tong-hop", "bao-cao")


def cleared(folder):
    """Leave of a round what came from outside: its settings and what the units sent."""
    for name in MADE:
        shutil.rmtree(folder / name)
    return folder


def made(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for name in MADE
        for path in (folder / name).rglob("*")
    }


def test_a_round_through_the_buttons_makes_the_same_files_as_the_command_line(folder, tmp_path, excel, press):
    by_command = cleared(Path(shutil.copytree(folder, tmp_path / "lệnh" / folder.name)))
    for command in ("issue", "check", "consolidate", "report"):
        run_command(command, by_command)
    received = next((cleared(folder) / "nhan-ve").rglob("*.xlsx"))
    book = excel.books.open(received)

    codes = [press(tag, book)[0] for tag in ("issue", "check", "consolidate", "report")]

    assert codes == [0, 0, 0, 0]
    assert made(folder) == made(by_command)


def test_the_officer_is_told_what_the_command_line_prints(folder, master, excel, press):
    _, told = press("consolidate", excel.books.open(master))

    assert "Đơn vị: 9 hợp lệ, 2 trả lại, 0 chưa nộp, trên 11 đơn vị phải báo cáo." in told
    assert "Số dòng: đọc 93 = tổng hợp 85 + từ chối 5 + bị thay thế 3." in told


def test_the_page_of_findings_and_the_report_are_opened(folder, master, excel, press, shown):
    book = excel.books.open(master)
    press("check", book)
    press("report", book)

    assert shown == [folder / "ket-qua-kiem-tra.html", folder / "bao-cao" / "bao-cao.docx"]


def test_progress_shows_in_the_status_bar_and_the_bar_is_given_back(folder, master, excel, press):
    press("consolidate", excel.books.open(master))

    assert "Kiểm tra bản nộp: 1/13" in excel.impl.bar
    assert excel.status_bar is False


def test_a_new_round_is_asked_for_and_remembered(tmp_path, excel, press):
    folder = tmp_path / "đợt mới"
    excel.impl.answers += ["hp-2026-chuyen-doi-xanh", "2026", folder]
    code, told = press("new")
    _, issued = press("issue")

    assert (code, "Năm 2026" in told or "năm 2026" in told) == (0, True)
    assert "han-nop" in issued


def test_changing_ones_mind_makes_nothing(tmp_path, excel, press):
    excel.impl.answers += ["hp-2026-chuyen-doi-xanh", False]

    assert press("new") == (3, "Đã dừng theo yêu cầu, chưa thay đổi gì.")
