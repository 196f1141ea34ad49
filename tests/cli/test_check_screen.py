"""What `check` prints: each unit's errors first, cut to what a person reads, and everything counted."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from catalogue import Code
from cli.check_screen import SHOWN_PER_UNIT, print_findings
from cli.desk import Desk
from cli.findings import brief_message, by_unit
from validation import Finding, State


def finding(code, number=7, *, file="a.xlsx", value="xong", message="Hãy sửa.", explanation=""):
    place = {"sheet": "Nhiệm vụ", "cell": f"G{number}", "sheet_key": None, "row_key": "", "field_key": ""}
    said = {"value": value, "message": message, "explanation": explanation}
    return Finding(file=file, unit_code="so-xay-dung", code=code, **place, **said)


def submission(*findings, file="a.xlsx", unit="so-xay-dung", state=State.RETURNED):
    day = date(2026, 12, 15)
    return SimpleNamespace(file=file, unit_code=unit, state=state, findings=findings, received_on=day)


@pytest.fixture
def printed(plan, owed, round_, design, capsys, monkeypatch):
    """Return what is printed about some submissions, on a wide terminal."""
    monkeypatch.setenv("COLUMNS", "160")
    desk = Desk(round_, plan, None, tuple(owed.values()), design)

    def of(*submissions, every=False, returned=()):
        print_findings(desk, submissions, returned, every=every)
        return capsys.readouterr().out

    of.desk = desk
    return of


def test_errors_come_first_and_notes_are_only_counted(printed):
    text = printed(submission(finding(Code.C212), finding(Code.R311), finding(Code.C202)))

    assert text.index("C202") < text.index("R311")
    assert "C212" not in text
    assert "… và 1 ghi chú khác" in text


def test_all_prints_the_notes_too(printed):
    text = printed(submission(finding(Code.C212), finding(Code.C202)), every=True)

    assert text.index("C202") < text.index("C212")
    assert "--all" not in text


def test_a_long_list_is_cut_and_says_how_much_is_left(printed):
    findings = [finding(Code.C202, number) for number in range(20)] + [finding(Code.R311)]
    text = printed(submission(*findings))

    assert text.count("C202") == SHOWN_PER_UNIT
    assert "… và 8 lỗi, 1 cảnh báo khác" in text


def test_a_severity_is_said_in_words(printed):
    text = printed(submission(finding(Code.C202), finding(Code.R311)))

    assert "Lỗi" in text
    assert "Cảnh báo" in text


def test_the_last_line_counts_files_and_every_severity(printed):
    fine = submission(file="b.xlsx", state=State.ACCEPTED)
    text = printed(submission(finding(Code.C202), finding(Code.R311), finding(Code.C212)), fine)

    assert text.splitlines()[-1] == (
        "Đã kiểm tra 2 tệp: 1 hợp lệ, 1 trả lại, 0 không dùng được; 1 lỗi, 1 cảnh báo, 1 ghi chú."
    )


def test_a_round_without_errors_is_said_to_be_fine_with_what_else_was_found(printed):
    text = printed(submission(finding(Code.C212), state=State.ACCEPTED))

    assert text == "Đã kiểm tra 1 tệp, tất cả hợp lệ: không có lỗi; 0 cảnh báo, 1 ghi chú.\n"


def test_marked_copies_and_their_letters_are_named_last(printed):
    *_, copies, letters = printed(submission(finding(Code.C202)), returned=[Path("x.xlsx")]).splitlines()

    assert copies.startswith("Đã lập 1 bản trả lại tại")
    assert letters.startswith("Kèm theo mỗi bản trả lại là một công văn")


def test_several_files_of_a_unit_are_told_apart(printed):
    second = submission(finding(Code.C202, file="b.xlsx"), file="b.xlsx")
    text = printed(submission(finding(Code.C202)), second)

    assert "Tệp" in text
    assert "a.xlsx" in text
    assert "b.xlsx" in text


def test_an_explanation_is_printed_after_its_finding(printed):
    text = printed(submission(finding(Code.R311, explanation="Mới bắt đầu.")), every=True)

    assert "Đơn vị giải trình: Mới bắt đầu." in text


def test_a_long_value_is_cut_and_the_advice_after_it_stays():
    long = "đang làm " * 50
    said = finding(Code.C202, value=long, message=f"“{long}” không có trong danh sách. Hãy chọn một mục.")

    assert brief_message(said, 20) == "“đang làm đang làm đ…” không có trong danh sách. Hãy chọn một mục."


def test_a_file_of_a_unit_that_owes_nothing_is_not_lost(printed):
    assert by_unit(printed.desk, [submission(unit="so-la")])[0][0] == "Chưa rõ đơn vị"


def test_markup_in_a_value_is_printed_as_it_is(printed):
    assert "[red]x[/red]" in printed(submission(finding(Code.C202, message="[red]x[/red]")))
