"""Row heights: wrapped text must be seen whole."""

import unicodedata

import pytest

from templates.measure import height_of, lines_of


def test_a_short_text_takes_one_line():
    assert lines_of("Sở Xây dựng", 20) == 1


def test_every_line_break_of_the_text_counts():
    assert lines_of("một\nhai\n\nbốn", 20) == 4


def test_a_long_text_takes_about_as_many_lines_as_it_is_wide():
    assert 5 <= lines_of("nhiệm vụ " * 20, 30) <= 7


def test_a_word_wider_than_the_column_is_broken():
    assert lines_of("x" * 100, 10) > 9


def test_bold_and_narrow_take_no_fewer_lines():
    text = "Kết quả thực hiện trong kỳ báo cáo năm 2026 " * 3

    assert lines_of(text, 20, scale=1.2) >= lines_of(text, 20) >= lines_of(text, 40)


def test_composed_and_decomposed_letters_are_as_wide():
    text = "Tuyên truyền về lối sống xanh cho cộng đồng"

    assert lines_of(unicodedata.normalize("NFC", text), 12) == lines_of(text, 12)


@pytest.mark.parametrize(("texts", "least", "points"), [([], 1, 18), (["a"], 3, 46), (["a\n" * 99], 1, 409)])
def test_a_row_is_as_high_as_its_longest_text(texts, least, points):
    assert height_of([(text, 20) for text in texts], at_least=least) == points
