"""A whole round through the buttons, on real files, held against the command line."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli.desk import Desk
from tests.cli.rounds import fingerprint
from tests.commands import run as run_command

MADE = ("phat-hanh", "tra-lai", "tong-hop", "bao-cao")


def cleared(folder):
    """Leave of a round what came from outside: its settings and what the units sent."""
    for name in MADE:
        shutil.rmtree(folder / name)
    return folder


def made(folder):
    return {name: fingerprint(folder / name) for name in MADE}


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


def test_a_preview_says_what_would_change_and_writes_nothing_into_the_round(
    folder, master, excel, press, shown
):
    next((folder / "nhan-ve" / "so").glob("Sở Xây dựng*")).unlink()
    before = fingerprint(folder)
    code, told = press("preview", excel.books.open(master))
    page = shown[-1].read_text(encoding="utf-8")

    assert code == 0
    assert "- Số tệp đã nhận: 13 → 12." in told
    assert "− Sở Xây dựng" in page
    assert fingerprint(folder) == before


def test_a_preview_of_nothing_says_so(master, excel, press):
    assert "không có gì thay đổi" in press("preview", excel.books.open(master))[1]


def test_a_preview_says_when_unsaved_work_is_not_in_it(master, excel, press):
    book = excel.books.open(master)
    book.sheets[1].range("P6").value = "chưa lưu"

    assert "chưa được tính trong bản xem trước" in press("preview", book)[1]


def test_a_report_without_what_is_not_saved_yet_is_not_made(folder, master, excel, press):
    before = fingerprint(folder / "bao-cao")
    book = excel.books.open(master)
    book.sheets[1].range("P6").value = "chưa lưu"
    code, told = press("report", book)

    assert (code, "Hãy lưu (Ctrl+S)" in told) == (3, True)
    assert fingerprint(folder / "bao-cao") == before


def test_reminders_are_the_command_lines_and_the_one_to_print_is_opened(
    folder, tmp_path, master, excel, press, shown
):
    by_command = Path(shutil.copytree(folder, tmp_path / "lệnh" / folder.name))
    run_command("remind", by_command, "--until", "2099-02-15")
    excel.impl.answers.append("15/02/2099")
    code, told = press("remind", excel.books.open(master))

    assert (code, "Đã lập 2 công văn đôn đốc 2 đơn vị" in told) == (0, True)
    assert shown == [folder / "don-doc" / "in-tat-ca.docx"]
    assert fingerprint(folder / "don-doc") == fingerprint(by_command / "don-doc")


WRONG_DAYS = [("mai", "không phải ngày"), ("1/1/2019", "đã qua"), (False, "Đã dừng")]


@pytest.mark.parametrize(("answer", "told"), WRONG_DAYS)
def test_a_day_to_answer_by_that_cannot_be_stops_before_any_letter(
    answer, told, folder, master, excel, press
):
    excel.impl.answers.append(answer)
    before = fingerprint(folder / "don-doc")

    assert told in press("remind", excel.books.open(master))[1]
    assert fingerprint(folder / "don-doc") == before


HOLD = """
import sys, time, pathlib
from consolidate import writing
with writing(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_round_somebody_else_writes_to_is_waited_for_and_its_holder_named(
    folder, master, excel, press, monkeypatch
):
    held = Desk.writing
    monkeypatch.setattr(Desk, "writing", lambda self, **given: held(self, 0.2, **given))
    other = subprocess.Popen([sys.executable, "-c", HOLD, folder], stdout=subprocess.PIPE, text=True)
    other.stdout.readline()
    code, told = press("check", excel.books.open(master))
    other.kill()
    other.communicate()

    assert (code, f"tiến trình {other.pid}" in told) == (3, True)
    assert any(f"tiến trình {other.pid}" in str(text) for text in excel.impl.bar)


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
