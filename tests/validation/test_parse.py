from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Code, Kind, SheetKey, comparison_key, number_text
from validation.parse import Dropdowns, parse, parse_day, parse_number
from validation.reading import CellError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("45", 45.0),
        ("06", 6.0),
        ("45,5", 45.5),
        ("1.234", 1234.0),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("12.345.678", 12345678.0),
        ("-3", -3.0),
        (" 7 ", 7.0),
    ],
)
def test_numbers_as_text_are_read_the_vietnamese_way(text, value):
    assert parse_number(text, Kind.NUMBER).value == value


@pytest.mark.parametrize("text", ["12.5", "1,234", "1,234,567", "1.2345", "0.85"])
def test_a_number_that_can_be_meant_two_ways_is_asked_back(text):
    assert parse_number(text, Kind.NUMBER).problem is Code.C204


def test_a_percentage_with_three_digits_after_a_dot_is_asked_back():
    assert parse_number("12.345", Kind.PERCENT).problem is Code.C204


@pytest.mark.parametrize("text", ["khoảng 50%", "năm mươi", "-", "x", "1.23.4", "10-15", "1e5", "٣", "50 %%"])
def test_what_is_no_number_is_said_so(text):
    assert parse_number(text, Kind.PERCENT).problem is Code.C203


def test_a_per_cent_sign_is_allowed_where_per_cents_are_asked():
    assert parse_number("12,5 %", Kind.PERCENT).value == 12.5
    assert parse_number("12,5 %", Kind.NUMBER).problem is Code.C203


@pytest.mark.parametrize(
    ("raw", "vnd"),
    [
        (1250.5, 1_250_500_000),
        (0.1, 100_000),
        ("1.250,5", 1_250_500_000),
        ("1,2 tỷ", 1_200_000_000),
        ("500 triệu đồng", 500_000_000),
        ("2 tỷ đồng", 2_000_000_000),
    ],
)
def test_money_becomes_whole_dong(raw, vnd):
    assert parse_number(raw, Kind.MILLION_VND).value == vnd


def test_a_numeric_cell_never_goes_through_the_text_grammar():
    assert parse_number(1.234, Kind.NUMBER).value == 1.234


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_written_for_vietnamese_readers_reads_back(number):
    written = number_text(float(number))

    read = parse_number(written, Kind.NUMBER)

    assert read.problem is None
    assert read.value == pytest.approx(float(number), abs=0.005)


@pytest.mark.parametrize("text", ["30/11/2026", "30-11-2026", "30.11.2026", "2026-11-30", " 30/11/2026 "])
def test_dates_in_common_forms_are_read(text):
    assert parse_day(text).value == date(2026, 11, 30)


@pytest.mark.parametrize("raw", ["31/11/2026", "cuối năm", "11/2026", "30/11/26", 46356.0])
def test_what_is_no_date_is_said_so(raw):
    assert parse_day(raw).problem is Code.C207


def test_choices_are_recognised_whatever_their_case_and_tone_marks(design):
    status = design.field(SheetKey.TASKS, "status")
    dropdowns = Dropdowns(choices={"task_status": {comparison_key("Hoàn thành"): "done"}}, tasks={})

    assert parse("  HOÀN THÀNH", status, dropdowns).value == "done"
    assert parse("xong", status, dropdowns).problem is Code.C202


def test_an_error_cell_is_one_problem_whatever_was_asked(design):
    for key in ("status", "completion_pct", "completed_on", "result_text"):
        field = design.field(SheetKey.TASKS, key)
        assert parse(CellError("#DIV/0!"), field, Dropdowns(choices={}, tasks={})).problem is Code.C209


def test_a_phone_number_typed_as_a_number_keeps_its_digits(design):
    phone = design.field(SheetKey.INFO, "contact_phone")

    assert parse(912345678.0, phone, Dropdowns(choices={}, tasks={})).value == "912345678"
