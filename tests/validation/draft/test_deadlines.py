from datetime import date

import pytest

from validation.draft.deadlines import read_deadline


def span(text, *, is_span=False):
    read = read_deadline(text, is_span=is_span)
    return read and (
        read.start and read.start.isoformat(),
        read.end and read.end.isoformat(),
        read.is_open,
    )


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Tháng 12/2027", "2027-12-31"),
        ("tháng 2 năm 2028", "2028-02-29"),
        ("Quý III/2027", "2027-09-30"),
        ("Quý I năm 2027", "2027-03-31"),
        ("Năm 2030", "2030-12-31"),
        ("2026", "2026-12-31"),
        ("31/12/2027", "2027-12-31"),
        ("Trước ngày 15/10/2026", "2026-10-15"),
        ("Đến hết năm 2026", "2026-12-31"),
        ("Chậm nhất trong quý II/2026", "2026-06-30"),
        ("6 tháng đầu năm 2026", "2026-06-30"),
    ],
)
def test_a_single_date_is_an_end_without_a_start(text, end):
    assert span(text) == (None, end, False)


@pytest.mark.parametrize("text", ["2023-2025", "2023 - 2025", "2023 – 2025", "Giai đoạn 2023 – 2025"])
def test_two_years_are_a_span_however_they_are_joined(text):
    assert span(text) == ("2023-01-01", "2025-12-31", False)


def test_the_year_of_a_range_may_stand_once():
    assert span("Quý I - Quý III/2026") == ("2026-01-01", "2026-09-30", False)


def test_a_single_year_is_the_whole_year_where_the_column_says_when_work_is_done():
    assert span("2023", is_span=True) == ("2023-01-01", "2023-12-31", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026 - 2030 và các năm tiếp theo", ("2026-01-01", "2030-12-31", True)),
        ("Năm 2030 và các năm tiếp theo", ("2030-01-01", "2030-12-31", True)),
        ("2026 – 2030 và sau khi có quy định cụ thể", ("2026-01-01", "2030-12-31", True)),
        ("tới năm 2020 và tầm nhìn tới năm 2030", (None, "2020-12-31", True)),
        ("Hằng năm", (None, None, True)),
        ("Thường xuyên", (None, None, True)),
    ],
)
def test_a_deadline_that_goes_on_is_open(text, expected):
    assert span(text) == expected


@pytest.mark.parametrize("text", ["", "theo tiến độ của Trung ương", "31/02/2027", "tháng 13/2027", "2027x"])
def test_what_cannot_be_read_is_not_guessed(text):
    assert read_deadline(text) is None


def test_a_date_written_out_is_read():
    assert read_deadline("ngày 10 tháng 12 năm 2026").end == date(2026, 12, 10)
