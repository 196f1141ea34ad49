import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Code, SheetKey, load_design
from validation.parsing import Dropdowns, parse
from validation.reading import LegacyText, PercentNumber

NOTE = load_design().field(SheetKey.BUDGETS, "note")
RESULT = load_design().field(SheetKey.TASKS, "result_text")
PHONE = load_design().field(SheetKey.INFO, "contact_phone")
NOTHING_ON_OFFER = Dropdowns(choices={}, tasks={})


def read(raw, field=NOTE):
    return parse(raw, field, NOTHING_ON_OFFER)


@pytest.mark.parametrize(
    "raw",
    [
        "Không",
        "không có.",
        "- Không",
        "-",
        "x",
        "chưa có",
        "Không có khó khăn, vướng mắc",
        "0",
        0.0,
        "N/A",
        "/",
    ],
)
def test_nothing_to_tell_leaves_a_cell_blank_that_may_be(raw):
    parsed = read(raw)

    assert (parsed.value, parsed.problem) == (None, None)
    assert [note.code for note in parsed.notes] == [Code.C215]


def test_nothing_to_tell_is_kept_where_something_must_be_told():
    assert read("Không", RESULT).value == "Không"


@pytest.mark.parametrize("text", ["- a\n- b", "=1+1", "@x", "+84 912 345 678", "-5", "không có điện", "x y"])
def test_other_texts_stay_as_they_are(text):
    parsed = read(text)

    assert (parsed.value, parsed.kept, parsed.notes) == (text, None, ())


def test_numbers_in_a_text_are_written_as_their_reader_sees_them():
    assert read(912345678.0, PHONE).value == "912345678"
    assert read(PercentNumber(0.855), RESULT).value == "85,5 %"


def test_a_text_in_an_old_encoding_is_converted_and_noted():
    parsed = read("§· ban hµnh KÕ ho¹ch sè 12/KH-UBND", RESULT)

    assert parsed.value == parsed.kept == "Đã ban hành Kế hoạch số 12/KH-UBND"
    assert parsed.notes[0].facts == {"encoding": "TCVN3 (ABC)", "read_as": parsed.value}


def test_one_odd_word_is_asked_about_unless_its_font_tells():
    assert read("Th¸ng 12").problem is Code.C217
    assert read(LegacyText("Th¸ng 12", ".VnTime")).value == "Tháng 12"


def test_nothing_to_tell_is_understood_in_an_old_encoding():
    assert [note.code for note in read("kh«ng cã").notes] == [Code.C215]


def test_unicode_typed_in_an_old_font_stays():
    parsed = read(LegacyText("Ủy ban nhân dân", ".VnTime"))

    assert (parsed.value, type(parsed.value), parsed.notes) == ("Ủy ban nhân dân", str, ())


@given(st.text(max_size=60), st.sampled_from(["", ".VnTime", ".VnTimeH", "VNI-Times"]))
def test_no_text_breaks_the_reading_and_plain_latin_is_never_changed(text, font):
    parsed = read(LegacyText(text, font) if font else text, RESULT)

    assert parsed.value == text or parsed.problem or parsed.notes
    assert parsed.value == text or not text.isascii()
