import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Code, Kind, SheetKey, number_text
from validation.parsing import Dropdowns, parse, parse_number
from validation.reading import CellError, PercentNumber, Uncalculated

NOTHING_ON_OFFER = Dropdowns(choices={}, tasks={})


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
        ("+5", 5.0),
        ("0,125", 0.125),
        ("１２，５", 12.5),
        ("'06", 6.0),
        ("12\u00a0345", 12345.0),
        ("12\u2009345,5", 12345.5),
        ("\u22123", -3.0),
        ("1'234'567", 1234567.0),
    ],
)
def test_numbers_as_text_are_read_the_vietnamese_way(text, value):
    assert parse_number(text, Kind.NUMBER).value == value


@pytest.mark.parametrize(
    "text", ["12.5", "1,234", "1,234,567", "1.2345", "0.85", "0.125", "1 234.5", "1,234.5", "- 3"]
)
def test_a_number_that_can_be_meant_two_ways_is_asked_back(text):
    assert parse_number(text, Kind.NUMBER).problem is Code.C204


def test_a_percentage_with_three_digits_after_a_dot_is_asked_back():
    assert parse_number("12.345", Kind.PERCENT).problem is Code.C204


@pytest.mark.parametrize("text", ["năm mươi", "1.23.4", "1e5", "٣", "50 %%", "12 34", "10/15", "8,", "5²"])
def test_what_is_no_number_is_said_so(text):
    assert parse_number(text, Kind.PERCENT).problem is Code.C203


@pytest.mark.parametrize(
    "text",
    ["khoảng 50%", "~50", "≈ 50", "> 50", "trên 50", "gần 50", "50-60", "từ 50 đến 60", "50+", "50 trở lên"],
)
def test_an_estimate_is_asked_for_a_number(text):
    assert parse_number(text, Kind.PERCENT).problem is Code.C211


@pytest.mark.parametrize(
    "text", ["x", "-", "–", "Không", "chưa có", "không phát sinh", "N/A", "…", "Chưa có số liệu."]
)
@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.PERCENT, Kind.MILLION_VND])
def test_words_in_place_of_a_number_are_neither_zero_nor_blank(text, kind):
    assert parse_number(text, kind).problem is Code.C214


def test_a_per_cent_sign_is_allowed_where_per_cents_are_asked():
    assert parse_number("12,5 %", Kind.PERCENT).value == 12.5
    assert parse_number("12,5 %", Kind.NUMBER, unit="%").value == 12.5
    assert parse_number("12,5 %", Kind.NUMBER).problem is Code.C203


def test_a_unit_beside_a_number_must_be_the_one_it_is_counted_in():
    parsed = parse_number("12 Ha", Kind.NUMBER, unit="ha")

    assert (parsed.value, parsed.notes[0].code) == (12.0, Code.C212)
    assert parse_number("12 km", Kind.NUMBER, unit="ha").problem is Code.C203


def test_a_cell_formatted_as_per_cent_is_read_as_it_is_seen():
    parsed = parse_number(PercentNumber(0.07), Kind.PERCENT)

    assert (parsed.value, parsed.kept) == (7.0, 7.0)
    assert parsed.notes[0].facts == {"read_as": "7 %"}


@pytest.mark.parametrize("raw", [0.85, "0,85", "0.85", ",85"])
def test_a_bare_share_is_asked_whether_it_is_a_percentage(raw):
    parsed = parse_number(raw, Kind.PERCENT)

    assert parsed.problem is Code.C213
    assert parsed.facts == {"value": "0,85", "read_as": "85"}


def test_85_shown_as_8500_per_cent_is_asked_about():
    assert parse_number(PercentNumber(85.0), Kind.PERCENT).facts == {"value": "8.500", "read_as": "85"}


@pytest.mark.parametrize("raw", ["0,85 %", PercentNumber(0.0085)])
def test_less_than_one_per_cent_can_be_said_and_is_not_asked_about_again(raw):
    parsed = parse_number(raw, Kind.PERCENT)

    assert (parsed.value, parsed.kept) == (0.85, "0,85 %")
    assert parse_number(parsed.kept, Kind.PERCENT).value == 0.85


def test_a_cell_formatted_as_per_cent_is_no_number_of_things_and_no_money():
    assert parse_number(PercentNumber(0.5), Kind.NUMBER, unit="%").value == 50.0
    assert parse_number(PercentNumber(0.5), Kind.NUMBER, unit="ha").facts == {"value": "50 %"}
    assert parse_number(PercentNumber(0.5), Kind.MILLION_VND).problem is Code.C203


@pytest.mark.parametrize("raw", [float("nan"), float("inf"), 1e18, "9" * 400, True])
@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.PERCENT, Kind.MILLION_VND])
def test_what_no_figure_can_be_is_asked_back(raw, kind):
    assert parse_number(raw, kind).problem is Code.C203


@pytest.mark.parametrize(
    ("raw", "vnd"),
    [
        (1250.5, 1_250_500_000),
        (0.1, 100_000),
        ("1.250,5", 1_250_500_000),
        ("1,2 tỷ", 1_200_000_000),
        ("500 triệu đồng", 500_000_000),
        ("2 tỷ đồng", 2_000_000_000),
        ("1 tỉ", 1_000_000_000),
        ("1,2 ty dong", 1_200_000_000),
        ("1 tỷ 200 triệu", 1_200_000_000),
        ("1.500 triệu đồng", 1_500_000_000),
        ("500 tr.đ", 500_000_000),
        ("2 nghìn tỷ", 2_000_000_000_000),
        ("500 nghìn đồng", 500_000),
        ("15.000.000 đồng", 15_000_000),
        ("15000000VNĐ", 15_000_000),
    ],
)
def test_money_becomes_whole_dong(raw, vnd):
    assert parse_number(raw, Kind.MILLION_VND).value == vnd


@pytest.mark.parametrize("text", ["1.2 tỷ", "1.234 tỷ", "1,250 tỷ"])
def test_an_amount_that_can_be_meant_two_ways_is_asked_back(text):
    assert parse_number(text, Kind.MILLION_VND).problem is Code.C204


@pytest.mark.parametrize("text", ["1 tỷ 2", "1 triệu 2 tỷ", "1 tỷ 1.500 triệu", "1 tỷ rưỡi", "500 USD"])
def test_units_of_money_that_do_not_add_up_are_not_guessed(text):
    assert parse_number(text, Kind.MILLION_VND).problem is Code.C203


def test_an_amount_in_another_unit_is_kept_in_millions_and_said_so():
    parsed = parse_number("1,2 tỷ", Kind.MILLION_VND)

    assert parsed.kept == 1200.0
    assert parsed.notes[0].facts == {"read_as": "1.200 triệu đồng"}


def test_a_numeric_cell_never_goes_through_the_text_grammar():
    assert parse_number(1.234, Kind.NUMBER).value == 1.234


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_written_for_vietnamese_readers_reads_back(number):
    written = number_text(float(number))

    read = parse_number(written, Kind.NUMBER)

    assert read.problem is None
    assert read.value == pytest.approx(float(number), abs=0.005)


def slow_reading(text):
    """Read a number digit by digit, the Vietnamese way; None where it is not so written."""
    negative, body = text.startswith("-"), text.lstrip("+-")
    whole, comma, part = body.partition(",")
    groups = whole.split(".")
    if len(text) - len(body) > 1 or not all(char in "0123456789" for char in "".join(groups) + part):
        return None
    if not all(groups) or bool(comma) != bool(part):
        return None
    if len(groups) > 1 and (len(groups[0]) > 3 or groups[0][0] == "0" or {len(g) for g in groups[1:]} != {3}):
        return None
    value = 0.0
    for char in "".join(groups):
        value = value * 10 + "0123456789".index(char)
    value += sum("0123456789".index(char) / 10**place for place, char in enumerate(part, start=1))
    return -value if negative else value


@given(st.from_regex(r"[+-]?[0-9]{1,3}([.,][0-9]{1,4}){0,3}", fullmatch=True, alphabet="0123456789.,+-"))
def test_a_number_read_from_text_is_what_a_slow_reading_gives(text):
    parsed = parse_number(text, Kind.NUMBER)

    assert parsed.problem or parsed.value == pytest.approx(slow_reading(text))


@given(
    st.text(max_size=40) | st.text("0123456789.,-+% tỷriệuđồngkhoảừến", max_size=20),
    st.sampled_from(list(Kind)),
)
def test_no_text_breaks_the_reading_of_a_number(text, kind):
    parsed = parse_number(text, kind, unit="ha")

    assert parsed.problem is None or parsed.value is None


def test_an_error_cell_is_one_problem_whatever_was_asked(design):
    for key in ("status", "completion_pct", "completed_on", "result_text"):
        field = design.field(SheetKey.TASKS, key)
        assert parse(CellError("#DIV/0!"), field, NOTHING_ON_OFFER).problem is Code.C209
        assert parse(Uncalculated(), field, NOTHING_ON_OFFER).problem is Code.C210


def test_a_phone_number_typed_as_a_number_keeps_its_digits(design):
    phone = design.field(SheetKey.INFO, "contact_phone")

    assert parse(912345678.0, phone, NOTHING_ON_OFFER).value == "912345678"
