import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import ascii_slug, clean, comparison_key, date_text, million_vnd_text, number_text


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Phường Thuỷ Nguyên", "PHƯỜNG THỦY NGUYÊN"),
        ("Hoà Bình", "Hòa Bình"),
        ("Sở  Công\u00a0Thương", "sở công thương"),
        ("Ủy ban", unicodedata.normalize("NFD", "Uỷ ban")),
    ],
)
def test_one_name_spelled_in_two_ways_compares_equal(left, right):
    assert comparison_key(left) == comparison_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Xã Cẩm Giang", "Xã Cẩm Giàng"), ("An Lão", "An Lao"), ("Kiến Thụy", "Kiến Thủy")],
)
def test_names_that_differ_by_a_tone_stay_different(left, right):
    assert comparison_key(left) != comparison_key(right)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậ ", max_size=30))
def test_composed_and_decomposed_text_have_one_key(text):
    assert comparison_key(unicodedata.normalize("NFD", text)) == comparison_key(text)


def test_clean_text_is_composed_and_has_plain_spaces():
    assert clean(unicodedata.normalize("NFD", "\u00a0Hải\u00a0Phòng ")) == "Hải Phòng"


def test_a_file_stem_is_plain_ascii():
    assert ascii_slug("Đặc khu Bạch Long Vĩ (đảo)") == "Dac-khu-Bach-Long-Vi-dao"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1234.5, "1.234,5"),
        (-0.001, "0"),
        (-12.5, "-12,5"),
        (1_000_000, "1.000.000"),
        (61.25, "61,25"),
    ],
)
def test_numbers_are_written_the_vietnamese_way(value, text):
    assert number_text(value) == text


def test_money_is_written_in_millions_to_the_last_dong():
    assert million_vnd_text(1_250_000_001) == "1.250,000001"


def test_dates_are_written_day_first():
    assert date_text(date(2026, 2, 5)) == "05/02/2026"
