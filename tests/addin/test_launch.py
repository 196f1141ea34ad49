"""From VBA's command line to the answer: nothing escapes, nothing of a received workbook counts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import xlwings as xw

from addin import COMMANDS, launch, run
from addin.coded import coded
from cli.output import complain
from tests.engine.openpyxl_engine import CALL_REJECTED, ComError

TRAP = "from pathlib import Path\nPath(__file__).with_name('ran').write_text('yes')\n"


def test_an_unknown_command_is_refused(excel, capsys):
    assert run(["format-c"]) == 3
    assert "Không có lệnh “format-c”" in capsys.readouterr().out


@pytest.fixture
def failing(monkeypatch):
    """A command that fails with an error of one's choice."""

    def failing(error):
        def fail(_seat):
            raise error

        monkeypatch.setitem(COMMANDS, "guide", fail)

    return failing


def test_an_unforeseen_error_is_a_polite_sentence_and_a_log_in_utf8(excel, press, failing, user):
    failing(ZeroDivisionError("chia cho không"))
    code, told = press("guide")
    log = (user / "tonghop.log").read_text(encoding="utf-8")

    assert code == 3
    assert told.startswith("Chương trình gặp sự cố ngoài dự kiến (ZeroDivisionError)")
    assert "Traceback" not in told
    assert "Traceback" in log
    assert "chia cho không" in log


def test_a_busy_excel_is_named_as_such(press, failing):
    failing(ComError(CALL_REJECTED, "Call was rejected by callee."))

    assert press("guide")[1].startswith("Excel đang bận")


def test_a_file_another_program_holds_is_named_without_a_traceback(press, failing, user):
    failing(PermissionError(13, "Permission denied", "D:/đợt/tra-lai/Tra-lai_1.xlsx"))
    code, told = press("guide")

    assert code == 3
    assert told.startswith("Không ghi hoặc không xóa được “D:/đợt/tra-lai/Tra-lai_1.xlsx”")
    assert "Traceback" in (user / "tonghop.log").read_text(encoding="utf-8")


def test_what_the_command_line_would_complain_of_is_told_with_the_answer(press, monkeypatch):
    def complaining(_seat):
        complain("Bản trước được giữ nguyên.")
        return "Xong."

    monkeypatch.setitem(COMMANDS, "guide", complaining)

    assert press("guide") == (0, "Xong.\nBản trước được giữ nguyên.")


def test_an_excel_that_takes_no_message_is_told_beside_it(excel, failing, capsys):
    excel.impl.is_busy = True
    code = run(["guide", f"--hwnd={excel.hwnd}", "--from_xl=1"])

    assert code == 0
    assert "Đã mở trang hướng dẫn" in capsys.readouterr().out


def test_without_excel_a_command_still_works_on_a_folder(folder, capsys):
    assert run(["consolidate", str(folder)]) == 0
    assert "trên 11 đơn vị phải báo cáo" in capsys.readouterr().out


def test_without_excel_what_needs_it_says_so(folder, capsys):
    assert run(["source", str(folder)]) == 3
    assert "Lệnh này cần Excel đang mở" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["Bảng tổng & hợp 100%.xlsx", "%TEMP%.xlsx", "a=b.xlsx", "x y.xlsx"])
def test_the_workbook_is_found_whatever_its_name(name, engine, excel, folder, monkeypatch):
    path = folder / "tong-hop" / name
    path.write_bytes((folder / "tong-hop" / "tong-hop.xlsx").read_bytes())
    book = excel.books.open(path)
    monkeypatch.setattr(xw.Book, "_mock_caller", book, raising=False)
    call = launch.Call.parse(["check", "--from_xl=1", f"--hwnd={excel.hwnd}", f"--wb={coded(name)}"])

    assert launch.excel_of(call)[1].fullname == str(path)


def test_a_name_xlwings_would_cut_is_looked_for_by_hand(excel, master, monkeypatch):
    path = master.with_name("a=b.xlsx")
    path.write_bytes(master.read_bytes())
    excel.books.open(path)
    monkeypatch.delattr(xw.Book, "caller")
    call = launch.Call.parse(["check", "--from_xl=1", f"--hwnd={excel.hwnd}", f"--wb={coded('a=b.xlsx')}"])

    assert launch.excel_of(call)[1].name == "a=b.xlsx"


def test_a_workbook_that_is_gone_is_named(excel, capsys):
    assert run(["check", "--from_xl=1", f"--hwnd={excel.hwnd}", f"--wb={coded('đã=đóng.xlsx')}"]) == 3
    assert "Không tìm thấy sổ làm việc “đã=đóng.xlsx”" in capsys.readouterr().out


def test_of_several_excels_the_one_that_called_is_used(engine, excel):
    other = xw.App(impl=engine.apps.start())
    call = launch.Call.parse(["guide", "--from_xl=1", f"--hwnd={excel.hwnd}"])

    assert launch.excel_of(call)[0].pid == excel.pid != other.pid


def test_xlwings_is_given_the_name_the_way_it_reads_it(excel, monkeypatch):
    book = excel.books.add()
    monkeypatch.setattr(xw.Book, "caller", staticmethod(lambda: book))
    launch.excel_of(launch.Call.parse(["guide", "--from_xl=1", "--hwnd=7", f"--wb={coded('Sổ 1.xlsx')}"]))

    assert sys.argv[1:] == ["--wb=Sổ 1.xlsx", "--from_xl=1", "--hwnd=7"]


@pytest.fixture(autouse=True)
def arguments(monkeypatch):
    """What `run` leaves in `sys.argv` and the environment is taken back."""
    monkeypatch.setattr(sys, "argv", ["addin"])
    monkeypatch.setenv("NODEFAULTCURRENTDIRECTORYINEXEPATH", "")


def test_the_folder_excel_is_in_is_left(folder, monkeypatch):
    monkeypatch.chdir(folder / "nhan-ve")
    run(["guide"])

    assert Path.cwd() == Path(sys.executable).parent
    assert os.environ["NODEFAULTCURRENTDIRECTORYINEXEPATH"] == "1"


def test_python_files_beside_a_received_workbook_never_run(folder):
    received = folder / "nhan-ve"
    for name in ("docx", "openpyxl", "xlwings", "catalogue", "sitecustomize", "addin", "pebble"):
        (received / f"{name}.py").write_text(TRAP, encoding="utf-8")
    command = [sys.executable, "-I", "-m", "addin", "consolidate", str(folder)]
    environment = os.environ | {"PYTHONPATH": str(received)}
    done = subprocess.run(command, cwd=received, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert not (received / "ran").exists()


def test_a_configuration_sheet_in_a_received_workbook_changes_nothing(folder, master, excel, press):
    import openpyxl

    trap = folder / "nhan-ve" / "bẫy.xlsx"
    workbook = openpyxl.Workbook()
    for title in ("xlwings.conf", "TongHop.conf", "_myaddin.conf"):
        sheet = workbook.create_sheet(title)
        sheet["A1"], sheet["B1"] = "INTERPRETER_WIN", "calc.exe"
        sheet["A2"], sheet["B2"] = "PYTHONPATH", str(folder)
    workbook.create_sheet("docx.py")["A1"] = "raise SystemExit"
    workbook.save(trap)
    before = master.read_bytes()
    path = list(sys.path)
    press("consolidate", excel.books.open(trap))

    assert sys.path == path
    assert master.read_bytes() != before  # the stray file is listed among those received …
    trap.unlink()
    press("consolidate", excel.books.open(master))
    assert master.read_bytes() == before  # … and that is all it did
