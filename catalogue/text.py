"""Vietnamese text: one spelling to store, one key to compare, one ASCII form for file names."""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTERS = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_CUT = "…"


def clean(text: str) -> str:
    """Return the text in NFC, with no-break spaces made plain and outer blanks removed."""
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ").strip()


def shortened(text: str, limit: int) -> str:
    """Return the text, cut to so many characters when it is longer.

    >>> shortened("Đang triển khai", 9), shortened("Xong", 9)
    ('Đang tri…', 'Xong')
    """
    return text if len(text) <= limit else text[: limit - len(_CUT)].rstrip() + _CUT


def comparison_key(text: str) -> str:
    """Return a key equal for spellings that differ only in case, spaces or tone-mark placement.

    >>> comparison_key("Phường  Thuỷ Nguyên") == comparison_key("phường Thủy Nguyên")
    True
    >>> comparison_key("Xã Cẩm Giang") == comparison_key("Xã Cẩm Giàng")
    False
    """
    return " ".join(map(_word_key, text.split()))


@lru_cache(maxsize=2**14)  # there are some seven thousand syllables, and long texts are made of them
def _word_key(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return unicodedata.normalize("NFC", _LETTERS.sub(_tones_last, decomposed))


def _tones_last(letters: re.Match[str]) -> str:
    """Move a syllable's tone mark to its end, where its place no longer depends on the typist."""
    tones = "".join(char for char in letters[0] if char in _TONES)
    return "".join(char for char in letters[0] if char not in _TONES) + tones


def plain_key(text: str) -> str:
    """Return the comparison key of a text as it is typed without any mark.

    >>> plain_key("Đang triển khai")
    'dang trien khai'
    """
    decomposed = unicodedata.normalize("NFD", comparison_key(text).replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def name_key(name: str) -> str:
    """Return a key equal for spellings of one agency's name that people use without a thought.

    Beyond `comparison_key`: punctuation does not count, "&" is "và", "Ủy ban nhân dân" is "UBND".

    >>> name_key("Uỷ ban nhân dân các xã. phường. đặc khu") == name_key("UBND các xã, phường, đặc khu")
    True
    >>> name_key("Sở Văn hóa – Thể thao & Du lịch") == name_key("Sở Văn hóa, Thể thao và Du lịch")
    True
    """
    words = filter(None, map(_name_words, name.split()))
    return f" {' '.join(words)} ".replace(*_COMMITTEE_KEYS).strip()


@lru_cache(maxsize=2**14)  # as above
def _name_words(part: str) -> str:
    """Return the words between two blanks: several where signs part them, none where there are only signs."""
    return comparison_key(part.replace("&", " và ").translate(_BLANKED))


class _Blanked(dict[int, int]):
    """Marks and signs made blanks, each character looked up once; a tone written by itself is neither."""

    def __missing__(self, code: int) -> int:
        self[code] = ord(" ") if unicodedata.category(chr(code))[0] in "PS" else code
        return self[code]


_BLANKED = _Blanked()


_COMMITTEE_KEYS = (f" {comparison_key('Ủy ban nhân dân')} ", f" {comparison_key('UBND')} ")


def ascii_slug(text: str) -> str:
    """Return a readable file-name stem in plain ASCII.

    >>> ascii_slug("UBND đặc khu Cát Hải")
    'UBND-dac-khu-Cat-Hai'
    """
    plain = text.replace("đ", "d").replace("Đ", "D")
    stripped = unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9]+", "-", stripped).strip("-")
