from dataclasses import replace
from datetime import date

import pytest

from catalogue import ROUND_FILE, Period, RoundError, load_round, new_round_text


def write(folder, text):
    (folder / ROUND_FILE).write_text(text, encoding="utf-8")
    return folder


def test_a_new_rounds_file_reads_back(tmp_path, plan):
    text = new_round_text(plan, Period.parse("2026"), date(2026, 12, 18), is_invented=True)

    round_ = load_round(write(tmp_path, text))

    assert (round_.plan_id, round_.period.code, round_.deadline) == (plan.id, "2026", date(2026, 12, 18))
    assert round_.is_invented
    assert round_.office.recipients == ("Ban Thường vụ Đảng ủy Ủy ban nhân dân thành phố",)
    assert round_.office.signer_name == ""


def test_a_round_without_a_deadline_says_where_to_write_it(tmp_path, plan):
    round_ = load_round(write(tmp_path, new_round_text(plan, Period.parse("2026"), None)))

    with pytest.raises(RoundError, match="han-nop"):
        round_.required_deadline()


def test_a_file_saved_by_notepad_with_a_byte_order_mark_is_read(tmp_path, plan):
    text = new_round_text(plan, Period.parse("2026-H1"), None)
    (tmp_path / ROUND_FILE).write_text(text.replace("\n", "\r\n"), encoding="utf-8-sig", newline="")

    assert load_round(tmp_path).period.code == "2026-H1"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[dot-bao-cao\n", "ghi sai quy cách"),
        ("[dot-bao-cao]\nke-hoach = 3\n", "ke-hoach"),
        ('[dot-bao-cao]\nke-hoach = "x"\nky = "2026"\nhan-nop = "cuối năm"\n', "cuối năm"),
        (
            '[dot-bao-cao]\nke-hoach = "x"\nky = "2026"\n[tuy-chon]\nso-lieu-gia-dinh = "có"\n',
            "so-lieu-gia-dinh",
        ),
        ('[dot-bao-cao]\nke-hoach = "x"\nky = "mùa xuân"\n', "mùa xuân"),
    ],
)
def test_a_setting_written_wrong_is_named(tmp_path, text, says):
    with pytest.raises(RoundError, match=says):
        load_round(write(tmp_path, text))


def test_a_folder_without_the_file_is_no_round(tmp_path):
    with pytest.raises(RoundError, match="tonghop new"):
        load_round(tmp_path)


def test_a_plan_of_the_party_asks_in_the_file_who_issues_the_second_report(tmp_path, plan):
    text = new_round_text(plan, Period.parse("2026"), None).replace('ten = "Đảng ủy', 'ten = "Ban cán sự')
    round_ = load_round(write(tmp_path, text))

    assert round_.party_office.name == "Ban cán sự Ủy ban nhân dân thành phố"
    assert round_.party_office.recipients == plan.party_office.recipients


def test_a_plan_that_is_none_of_the_party_has_no_such_section(tmp_path, plan):
    other = replace(plan, party_office=None)
    text = new_round_text(other, Period.parse("2026"), None)

    assert "bao-cao-dang" not in text
    assert load_round(write(tmp_path, text)).party_office is None
