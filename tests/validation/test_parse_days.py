from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Code, date_text
from validation.parsing import parse_day
from validation.reading import PercentNumber

THE_DAY = date(2026, 11, 30)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        *("30/11/2026", "30-11-2026", "30.11.2026", "2026-11-30", " 30/11/2026 ", "30 / 11 / 2026"),
        *("30–11–2026", "30\\11\\2026", "2026-11-30T00:00:00", "2026-11-30 00:00:00", "30/11/2026 8:00"),
        *("ngày 30/11/2026", "ngày 30 tháng 11 năm 2026", "30 tháng 11 năm 2026", "30 tháng 11, 2026"),
        *(
            "NGÀY 30 THÁNG 11 NĂM 2026",
            "ngay 30 thang 11 nam 2026",
            "30 Tháng Mười Một 2026",
            "30-thg 11-2026",
        ),
        "Hải Phòng, ngày 30 tháng 11 năm 2026",
    ],
)
def test_dates_in_common_forms_are_read_without_a_word(text):
    parsed = parse_day(text)

    assert parsed.value == THE_DAY
    assert parsed.notes == ()


@pytest.mark.parametrize("raw", ["30/11/26", 46356.0, 46356.75])
def test_a_date_that_had_to_be_completed_is_noted(raw):
    parsed = parse_day(raw)

    assert (parsed.value, parsed.kept) == (THE_DAY, THE_DAY)
    assert parsed.notes[0].facts == {"read_as": "30/11/2026"}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Tháng 12/2026", date(2026, 12, 31)),
        ("T12/2026", date(2026, 12, 31)),
        ("12/2026", date(2026, 12, 31)),
        ("2026-12", date(2026, 12, 31)),
        ("tháng 02 năm 2028", date(2028, 2, 29)),
        ("cuối tháng tư 2026", date(2026, 4, 30)),
        ("Quý IV/2026", date(2026, 12, 31)),
        ("Quí 3 năm 2026", date(2026, 9, 30)),
        ("Q1/2026", date(2026, 3, 31)),
    ],
)
def test_a_month_or_quarter_is_its_last_day_and_must_be_made_precise(text, last):
    parsed = parse_day(text)

    assert parsed.value == last
    assert [note.code for note in parsed.notes] == [Code.C218]


@pytest.mark.parametrize("text", ["12/31/2026", "02/28/2026", "30/11/99", "30/11/47"])
def test_a_date_that_can_be_meant_two_ways_is_asked_back(text):
    assert parse_day(text).problem is Code.C219


@pytest.mark.parametrize("text", ["-", "x", "không", "Chưa có", "không phát sinh", "…"])
def test_words_in_place_of_a_date_are_asked_about(text):
    assert parse_day(text).problem is Code.C214


@pytest.mark.parametrize(
    "raw",
    [
        *("31/11/2026", "31/02/2026", "02/30/2026", "31/31/2026", "32/01/2026", "13/2026", "quý V/2026"),
        *("cuối năm", "cuối năm 2026", "năm 2026", "tháng 12", "31/12", "tháng năm 2026", "01-05/12/2026"),
        *("Dự kiến, ngày 30 tháng 11 năm 2026", "trước 30/11/2026", "30/11/2026 và 01/12/2026", "1" * 400),
        *(2026.0, 31122026.0, PercentNumber(46356.0), float("nan"), True, date(26, 1, 1), "46356"),
    ],
)
def test_what_is_no_date_is_said_so(raw):
    assert parse_day(raw).problem is Code.C207


def test_a_moment_is_its_day():
    assert parse_day(datetime(2026, 11, 30, 8, tzinfo=UTC)).value == THE_DAY


@given(DAYS)
def test_a_date_reads_back_from_every_form_it_is_written_in(day):
    forms = (
        date_text(day),
        f"{day.day}-{day.month}-{day.year}",
        day.isoformat(),
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        float((day - date(1899, 12, 30)).days),
    )

    assert {parse_day(form).value for form in forms} == {day}


@given(st.text(max_size=40) | st.text("0123456789/-. ngàythánămquýIV", max_size=24))
def test_no_text_breaks_the_reading_of_a_date(text):
    parsed = parse_day(text)

    assert parsed.value is None or parsed.value.year in range(1900, 2200)
