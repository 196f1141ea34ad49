import re
from dataclasses import replace
from datetime import date

import pytest

from catalogue import Office
from catalogue.wording import letters as words
from report.letters import (
    FormSent,
    Reminded,
    covering_letter,
    missing_in_letters,
    reminder,
    reminder_for_all,
    render_letters,
    returning_letter,
    sending_letter,
)
from report.lint import lint_docx
from tests.report.letters.making import error, submission
from tests.report.words import opened, paragraphs, root

HOSTILE = (
    "{{ 7*7 }} {% for x in y %} {# c #} {0} {agency}",
    "<w:p>&lt;b&gt; ]]> & \"'</w:t>",
    "🌱 שלום \u202eعربي\u202c",
    "=HYPERLINK(1)\x00\x01\x1b\uffff\ud800",
    "một\a hai\f ba\v bốn\t năm",
)


def returned(*errors, **changes):
    wrong = submission(*(errors or (error(),)), file="so/Báo cáo.xlsx")
    given = Reminded(
        unit="Sở Tài chính", tasks=3, indicators=0, form="b.xlsx", wrong=wrong, marked="Tra-lai_b.xlsx"
    )
    return replace(given, **changes)


def text_of(letter):
    return " ".join((*letter.paragraphs, letter.closing))


def sent(count):
    return [FormSent(unit=f"UBND xã {n}", tasks=2, indicators=1, file=f"{n}.xlsx") for n in range(count)]


def letters_of(occasion, missing, full_facts):
    return {
        "covering": covering_letter(occasion, sent(30)),
        "covering a few": covering_letter(occasion, sent(3)),
        "missing": reminder(occasion, missing),
        "sent back": returning_letter(occasion, returned(), submission(error())),
        "returned": reminder(occasion, returned(*[error(cell=f"H{n}") for n in range(30)])),
        "waiting": reminder(occasion, returned(in_use="cu.xlsx")),
        "one for all": reminder_for_all(occasion, [missing, returned()], owing=121),
        "sending": sending_letter(occasion, full_facts),
    }


def kept(text):
    return "".join(char for char in text if char.isalnum() or char in "{}%#<>&")


def test_every_letter_follows_the_decree(occasion, missing, full_facts):
    for name, letter in letters_of(occasion, missing, full_facts).items():
        verdict = lint_docx(render_letters([letter]), name=name)

        assert (name, [finding.message for finding in verdict.findings]) == (name, [])


def test_letters_of_an_office_that_gave_nothing_follow_the_decree(occasion, missing):
    bare = replace(occasion, round=replace(occasion.round, office=Office()), due=None)
    content = render_letters([reminder(bare, missing)])

    assert [finding.message for finding in lint_docx(content, name="x").findings] == []


def test_all_letters_in_one_document_follow_the_decree_each(occasion, missing, full_facts):
    letters = list(letters_of(occasion, missing, full_facts).values())
    content = render_letters(letters)

    assert lint_docx(content, name="x").findings == ()
    assert sum(text.startswith("Kính gửi") for text in paragraphs(content)) == len(letters)


def test_pages_are_numbered_anew_in_every_letter(occasion, missing):
    sections = opened(render_letters([reminder(occasion, missing)] * 3)).sections

    assert len(sections) == 3
    assert all("w:pgNumType" in section._sectPr.xml for section in sections)
    assert all(section.different_first_page_header_footer for section in sections)


def test_the_same_letters_give_the_same_bytes(occasion, missing):
    letters = [reminder(occasion, missing), reminder(occasion, returned())]

    assert render_letters(letters) == render_letters(letters)


def test_a_unit_that_sent_nothing_is_told_what_it_owes(occasion, missing):
    said = text_of(reminder(occasion, missing))

    assert "chưa nhận được báo cáo của UBND xã An Biên" in said
    assert "02 nhiệm vụ và 01 chỉ tiêu" in said
    assert "gửi về Phòng Tổng hợp, tonghop@example.vn chậm nhất ngày 28/12/2026" in said


def test_a_unit_whose_report_was_sent_back_is_told_its_errors_by_sheet_and_cell(occasion):
    said = text_of(reminder(occasion, returned(error(cell="H12"), error("Hãy chọn lại.", cell="K7"))))

    assert "còn 02 lỗi" in said
    assert "Trang “Nhiệm vụ”, ô H12: Hãy nhập một số" in said
    assert "ô K7: Hãy chọn lại." in said
    assert "tệp “Báo cáo.xlsx”" in said


def test_of_many_errors_the_first_are_named_and_the_rest_counted(occasion):
    letter = reminder(occasion, returned(*[error(cell=f"H{n}") for n in range(1, 15)]))

    assert sum(text.startswith("- Trang") for text in letter.paragraphs) == 10
    assert "Còn 04 lỗi khác" in letter.paragraphs[-1]
    assert "Tra-lai_b.xlsx" in letter.paragraphs[-1]


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, "Trang “Nhiệm vụ”, ô H12"),
        ({"cell": ""}, "Trang “Nhiệm vụ”:"),
        ({"cell": "", "sheet": ""}, "Cả tệp:"),
    ],
)
def test_an_error_is_named_by_the_place_it_has(occasion, changes, wanted):
    assert wanted in text_of(reminder(occasion, returned(error(**changes))))


def test_a_correction_that_waits_is_told_apart(occasion):
    said = text_of(reminder(occasion, returned(in_use="so/cu.xlsx")))

    assert "báo cáo gửi lại" in said
    assert "số liệu đang tổng hợp là của báo cáo gửi trước đó (tệp “cu.xlsx”)" in said


def test_one_letter_for_all_lists_every_unit_with_what_to_do(occasion, missing):
    many = returned(*[error(cell=f"H{n}") for n in range(5)])
    letter = reminder_for_all(occasion, [missing, many, returned(in_use="cu.xlsx")], owing=121)
    first, second, third = (row.cells for row in letter.reminded)

    assert "01 đơn vị chưa gửi báo cáo và 02 đơn vị có báo cáo phải hoàn thiện" in text_of(letter)
    assert first == ("1", "UBND xã An Biên", "Chưa gửi báo cáo", "Báo cáo 02 nhiệm vụ và 01 chỉ tiêu")
    assert second[2] == "Báo cáo nhận ngày 19/12/2026 còn 05 lỗi, chưa được tổng hợp"
    assert second[3].endswith("; và 02 lỗi khác")
    assert "đang dùng báo cáo gửi trước đó" in third[2]


@pytest.mark.parametrize(("late", "subject"), [(0, "đôn đốc gửi báo cáo"), (1, "hoàn thiện báo cáo")])
def test_one_letter_is_about_what_is_wanted(occasion, missing, late, subject):
    letter = reminder_for_all(occasion, [(missing, returned())[late]], owing=9)

    assert letter.head.subject.startswith(f"V/v {subject}")


def test_many_addressees_stand_in_the_list_and_few_on_the_letter(occasion):
    few, many = covering_letter(occasion, sent(8)), covering_letter(occasion, sent(9))

    assert len(few.head.addressees) == 8
    assert many.head.addressees == (f"Kính gửi: {words.THOSE_LISTED}",)
    assert [row.cells[1] for row in many.forms] == [f"UBND xã {n}" for n in range(9)]


def test_a_letter_says_by_when_and_leaves_the_day_of_signing_blank(occasion, missing):
    letter = reminder(replace(occasion, due=None, today=date(2027, 1, 2)), missing)

    assert "chậm nhất ngày ……/……/2027" in letter.closing
    assert re.fullmatch(r"Hải Phòng, ngày\s+tháng\s+năm 2027", letter.head.place_date)


def test_what_stays_blank_is_listed(occasion):
    bare = replace(occasion, round=replace(occasion.round, office=Office(name="UBND")), due=None)

    assert missing_in_letters(occasion) == ()
    assert len(missing_in_letters(bare)) == len(words.SETTINGS)
    assert missing_in_letters(bare)[-1] == words.NO_NEW_DAY


def test_a_letter_of_a_trial_says_so(occasion, missing):
    trial = replace(occasion, round=replace(occasion.round, is_invented=True))

    assert any("GIẢ ĐỊNH" in text for text in paragraphs(render_letters([reminder(trial, missing)])))


def test_the_report_is_sent_to_its_addressees_and_copied(occasion, full_facts):
    letter = sending_letter(occasion, full_facts)

    assert letter.head.addressees == ("Kính gửi: Ban Thường vụ Đảng ủy Ủy ban nhân dân thành phố",)
    assert "- Thường trực Thành ủy;" in letter.head.receivers
    assert "110/121 đơn vị" in text_of(letter)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_out_of_a_letter_as_text(occasion, text):
    wrong = replace(returned(error(text, sheet=text)), unit=f"Sở {text}")
    content = render_letters([reminder(occasion, wrong), reminder_for_all(occasion, [wrong], owing=1)])
    printed = kept("".join(paragraphs(content)))
    wanted = kept(text.replace("\ud800", "").replace("\uffff", ""))

    assert printed.count(wanted) >= 4
    assert b"\xe2\x80\xae" not in root_bytes(content)


def root_bytes(content):
    return "".join(root(content).itertext()).encode()


def test_thirty_thousand_characters_do_not_fill_a_letter(occasion):
    content = render_letters([reminder(occasion, returned(error("dài " * 7500)))])

    assert max(len(text) for text in paragraphs(content)) < 1000


def test_the_letter_with_a_marked_copy_says_what_to_correct_and_where_it_is_marked(occasion):
    letter = returning_letter(occasion, returned(), submission(error(cell="H12"), error(cell="H13")))

    assert letter.head.subject.startswith("V/v trả lại báo cáo năm 2026")
    assert [text[:30] for text in letter.paragraphs if text.startswith("- ")] == [
        "- Trang “Nhiệm vụ”, ô H12: Hãy",
        "- Trang “Nhiệm vụ”, ô H13: Hãy",
    ]
    assert "Tra-lai_b.xlsx" in text_of(letter)
