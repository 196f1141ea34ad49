"""All messages as a set: read one after the other, they are gentle, plain and alike."""

import re
import unicodedata

import pytest

from catalogue import Code
from catalogue.wording.findings import SEVERITY_LABELS
from tests.messages import FACTS, OF_CODE, example

CODES = [pytest.param(code, id=code.name) for code in Code]
JARGON = re.compile(
    r"\b(schema|null|NaN|NaT|parse|parser|string|regex|exception|traceback|error|warning|validate|format"
    r"|sheet|cell|row|column|field|key|value|merge|hash|encode|unicode point|index|dataframe|file)\b",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"\b(sai|làm sai|cẩu thả|vi phạm|không hợp lệ|bắt buộc|yêu cầu|tự ý|phải chịu)\b", re.IGNORECASE
)
# Words of the glossary, and what people say instead of them.
SYNONYMS = re.compile(
    r"\b(worksheet|bảng biểu con|hàng ngang|file|cell|tab|sai sót|biểu báo cáo|mẫu biểu)\b", re.IGNORECASE
)
LONGEST = 270
LONGEST_TITLE = 40


def blanks(code):
    return set(re.findall(r"\{(\w+)\}", code.value.sentence))


def plain(code):
    """Return a code's sentence without what is quoted from a file."""
    return re.sub(r"“[^”]*”", "“”", example(code))


def test_all_messages_read_as_approved(snapshot):
    table = "\n".join(
        f"{code.name} | {SEVERITY_LABELS[code.value.severity]} | {code.value.title} | {example(code)}"
        for code in Code
    )

    assert table == snapshot


@pytest.mark.parametrize("code", CODES)
def test_the_blanks_of_a_sentence_are_known_facts(code):
    assert blanks(code) <= FACTS.keys()


@pytest.mark.parametrize("code", [pytest.param(code, id=code.name) for code in OF_CODE])
def test_an_example_says_nothing_its_sentence_has_no_blank_for(code):
    assert OF_CODE[code].keys() <= blanks(code)


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_is_whole_and_of_a_length_one_reads(code):
    said = example(code)

    assert said.endswith(".")
    assert said[0] == "“" or said[0].isupper()
    assert len(said) <= LONGEST


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_is_well_punctuated(code):
    said = plain(code)

    assert not re.search(r"\s[,;:)]|\s\.(?!\w)|\s\s|[,;:](?=[^\s\dA-Z])|\.\.|,\.|\(\s|…", said)
    assert said.count("“") == said.count("”")
    assert '"' not in said
    assert unicodedata.is_normalized("NFC", said)


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_asks_gently_and_once(code):
    said = plain(code)

    assert not JARGON.search(said)
    assert not BLAME.search(said)
    assert not SYNONYMS.search(said)
    assert said.lower().count("hãy") <= 1


@pytest.mark.parametrize("code", CODES)
def test_what_is_not_a_note_says_what_to_do(code):
    is_note = code.value.severity.value == "note"

    assert is_note or "Hãy" in plain(code) or "hãy" in plain(code)


@pytest.mark.parametrize("code", CODES)
def test_a_title_is_a_few_words_without_a_full_stop(code):
    title = code.value.title

    assert len(title) <= LONGEST_TITLE
    assert title[0].isupper()
    assert not title.endswith(".")


def test_no_two_codes_have_the_same_title_or_sentence():
    assert len({code.value.title for code in Code}) == len(Code)
    assert len({code.value.sentence for code in Code}) == len(Code)
