import csv
import re
import unicodedata
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalogue import ascii_slug, legacy_text, read_legacy
from catalogue.legacy_text import Encoding, decode
from catalogue.rows import DATA
from catalogue.syllables import is_syllable

# The letters in alphabetical order (each without a tone, then with the tones of its marks below), as they
# stand in a TCVN3 and in a VNI font; written down here a second time, apart from the program's tables.
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = [unicodedata.normalize("NFC", base + tone) for base in "aăâeêioôơuưy" for tone in TONES] + ["đ"]
TCVN3 = (  # noqa: SIM905 - seventy-three strings are easier to compare in a line
    "a µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë e Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö i × Ø Ü Ý Þ o ß á â ã ä « å æ ç è é "
    "¬ ê ë ì í î u ï ñ ò ó ô \u00ad õ ö ÷ ø ù y ú û ü ý þ ®"
).split()
VNI = (  # noqa: SIM905 - the same
    "a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò "
    "o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î ñ"
).split()
CAPITALS = dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))


@cache
def plan_texts():
    """Return every text of the plans that has Vietnamese letters."""
    files = [
        file for plan in (DATA / "plans").iterdir() for file in plan.iterdir() if file.name.endswith("csv")
    ]
    cells = (
        cell for file in files for row in csv.reader(file.read_text("utf-8").splitlines()) for cell in row
    )
    return sorted({cell for cell in cells if not cell.isascii()})


def in_tcvn3(text):
    """Return a text as typed in a .VnTime font, which has no capitals with tones, and what it shows."""
    codes = dict(zip(LETTERS, TCVN3, strict=True)) | CAPITALS
    shows = "".join(char if char in codes or char.lower() not in codes else char.lower() for char in text)
    return "".join(codes.get(char, char) for char in shows), shows


def in_vni(text):
    codes = dict(zip(LETTERS, VNI, strict=True))
    codes |= {letter.upper(): code.upper() for letter, code in codes.items()}
    return "".join(codes.get(char, char) for char in text)


TEXTS = st.sampled_from(plan_texts())


@given(TEXTS)
def test_a_plan_text_in_tcvn3_reads_back(text):
    typed, shows = in_tcvn3(text)

    assert decode(typed, Encoding.TCVN3) == shows
    assert decode(in_tcvn3(text.lower())[0], Encoding.TCVN3, is_upper=True) == text.lower().upper()


@given(TEXTS)
def test_a_plan_text_in_vni_reads_back(text):
    assert decode(in_vni(text), Encoding.VNI) == text


@given(TEXTS)
def test_a_legacy_text_is_never_converted_into_another_text(text):
    for typed, meant in (in_tcvn3(text), (in_vni(text), text)):
        reading = read_legacy(typed)
        assert reading is None or not reading.is_certain or reading.text == meant


def test_nearly_all_plan_texts_are_recognised_without_their_font():
    texts = [text for text in plan_texts() if len(text) > 20]
    typed = [code(text) for text in texts for code in (in_vni, lambda text: in_tcvn3(text)[0])]

    certain = sum(bool(reading and reading.is_certain) for reading in map(read_legacy, typed))

    assert certain / len(typed) > 0.98


@given(TEXTS, st.integers(0, 300), st.integers(1, 60))
def test_clean_text_is_never_taken_for_legacy_text(text, start, length):
    part = text[start : start + length]

    assert read_legacy(part) is None
    assert read_legacy(ascii_slug(text).replace("-", " ")) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Có",
            "Không có",
            "Đã có quy hoạch",
            "Thuê tư vấn",
            "QĐ 12/QĐ-UBND",
            "HĐND",
            "PM2.5: 35 µg/m³",
            "10 µm",
        ),
        *(
            "café",
            "Résumé",
            "naïve",
            "São Paulo",
            "Müller & Söhne",
            "El Niño",
            "Cà Mau",
            "Đắk Lắk",
            "10 m²",
            "25 °C",
        ),
        *(
            "à la carte",
            "déjà vu",
            "Société Générale",
            "© 2026",
            "3 × 4",
            "½",
            "“ODA”",
            "· một\n· hai",
            "Kon Tum",
            "",
        ),
        unicodedata.normalize("NFC", unicodedata.normalize("NFD", "Ủy ban nhân dân")),
    ],
)
def test_other_words_are_never_touched(text):
    assert read_legacy(text) is None


def test_decomposed_text_is_not_legacy_text():
    assert read_legacy(unicodedata.normalize("NFD", "Kế hoạch hành động")) is None


def test_a_font_of_capitals_shows_capitals():
    assert read_legacy("ñy ban nh©n d©n", ".VnTimeH").text == "ỦY BAN NHÂN DÂN"


def test_a_font_decides_which_encoding_is_meant():
    assert read_legacy("Sè", ".VnTime").text == "Số"
    assert read_legacy("Soá", "VNI-Times").text == "Số"
    assert read_legacy("Soá") is None


def test_a_legacy_font_does_not_make_foreign_words_vietnamese():
    assert not read_legacy("Müller, Söhne, Ångström", ".VnTime").is_certain


@pytest.mark.parametrize("text", ["Th¸ng 12", "Kế hoạch thùc hiÖn", "C«ng ty Bosch", "hiÖn"])
def test_what_may_be_legacy_text_is_asked_about(text):
    assert not read_legacy(text).is_certain


@pytest.mark.parametrize(
    "word", ["nghiêng", "Quốc", "giếng", "khuỷu", "Thuỷ", "Thủy", "ngoằn", "uống", "quyết", "y"]
)
def test_vietnamese_syllables_are_possible(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["hoach", "thùch", "nghĩat", "ươ̂", "áà", "file", "zoom", ""])
def test_other_words_are_no_syllables(word):
    assert not is_syllable(word)


@pytest.mark.parametrize("taken_for", ["latin-1", "cp1252"])
def test_utf8_taken_for_latin_letters_is_read_again(taken_for):
    text = "Kế hoạch triển khai"
    read = read_legacy(text.encode("utf-8").decode(taken_for))

    assert read is not None
    assert (read.text, read.is_certain) == (text, True)


def test_utf8_with_letters_lost_on_the_way_is_asked_about():
    read = read_legacy("ÄÃ£ ban hÃ nh káº¿ hoáº¡ch")

    assert read is not None
    assert not read.is_certain


@given(
    st.text("aáàâãăđĐơƠưứẹỹÝÃÄÅºï»¹§Õ¸œ€ “”–…’.,\n\u00a01keBK", max_size=30),
    st.sampled_from(["", ".VnTime", "VNI-Times"]),
)
@example("Ã“ng Ã” đã", "")  # letters of today, two of which begin letters misread
def test_a_modern_text_is_told_as_every_other_is(text, font):
    told = read_legacy(text, font)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(legacy_text, "_MODERN", re.compile("(?!)"))

        assert read_legacy(text, font) == told
