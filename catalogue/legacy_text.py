"""Vietnamese text typed before Unicode (TCVN3 and VNI), recognised by its font or by its letters.

Such text shows as "KÕ ho¹ch" or "Keá hoaïch" in any other font. Where it is not certain, the caller asks.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from catalogue.syllables import is_syllable


class Encoding(StrEnum):
    """The encodings fonts were made for before Unicode, as people call them."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"
    UTF8 = "UTF-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegacyReading:
    """What a text says when read in a legacy encoding, and whether that is beyond doubt."""

    encoding: Encoding
    text: str
    is_certain: bool


_TCVN3 = str.maketrans(
    "µ¸¶·¹»¾¼½ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖ×ÝØÜÞßãáâäåèæçéêíëìîïóñòôõøö÷ùúýûüþ¨©ª«¬\u00ad®¡¢£¤¥¦§",
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵăâêôơưđĂÂÊÔƠƯĐ",
)
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_VNI_MARKS = {
    "tone": dict(zip("ùøûõï", _TONES, strict=True)),
    "circumflex": dict(zip("âáàåãä", (_CIRCUMFLEX, *(_CIRCUMFLEX + tone for tone in _TONES)), strict=True)),
    "breve": dict(zip("êéèúüë", (_BREVE, *(_BREVE + tone for tone in _TONES)), strict=True)),
}
_VNI_LETTERS = str.maketrans("ÔôÖöÑñÍíÌìÆæÓóÒòÎî", "ƠơƯưĐđÍíÌìỈỉĨĩỊịỴỵ")
_VNI_PAIR = re.compile(
    "(?P<circumflex>[aeo][âáàåãä])|(?P<breve>a[êéèúüë])|(?P<tone>[aeoôuöy][ùøûõï])|[ôöñíìæóòî]",
    re.IGNORECASE,
)

_WORD = re.compile(r"[A-Za-z\u00a1-\u024f\u0300-\u036f\u1ea0-\u1ef9]+")
_MARKED = re.compile(r"[\u00a1-\u00ff]")
_UNICODE_ONLY = re.compile(r"[ăđĩũơư\u1ea0-\u1ef9]", re.IGNORECASE)
_STRANGE = re.compile(r"[¡-ÿ](?<![àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ²³°])")
# Letters of today's Vietnamese, but those that also begin a letter misread; texts of them alone are plain.
_MODERN = re.compile("[ -~\n“”‘’–…àáâãèéêìíòóôõùúýÀÁÂÈÉÊÌÍÒÓÔÕÙÚÝăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]*+")
# The two or three letters that one letter of UTF-8 becomes in a program that takes it for Latin-1 or cp1252.
_MISREAD = re.compile("[ÃÄÅÆ][\u0080-\u00bf\u0152-\u017e\u0192\u02c6-\u02dc\u2018-\u203a\u20ac\u2122]|á[º»]")
_SIGNS = frozenset("¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿×÷")
_UNITS = str.maketrans("", "", "°º²³")
_ABBREVIATION = re.compile(r"[BCDĐGHKLMNPQRSTVX]+")  # QĐ, HĐND
_MICRO = "µ"
_FRENCH = frozenset("àâçéèêëîïôùûü")

# How many different words must be impossible as they stand and possible once converted.
_ENOUGH, _AMPLE = 2, 3
_MOST = 0.8


def decode(text: str, encoding: Encoding, *, is_upper: bool = False) -> str:
    """Return what a text in a legacy encoding says; fonts of capitals hold small letters.

    >>> decode("KÕ ho¹ch", Encoding.TCVN3), decode("Keá hoaïch", Encoding.VNI)
    ('Kế hoạch', 'Kế hoạch')
    """
    read = _VNI_PAIR.sub(_vni_letter, text) if encoding is Encoding.VNI else text.translate(_TCVN3)
    return read.upper() if is_upper else read


def _vni_letter(match: re.Match[str]) -> str:
    letter = match[0][0].translate(_VNI_LETTERS)
    marks = _VNI_MARKS.get(match.lastgroup or "", {})
    return unicodedata.normalize("NFC", letter + marks.get(match[0][1:].lower(), ""))


def decodings(text: str, font: str = "") -> Iterator[LegacyReading]:
    """Yield what a text says in each encoding its font allows, where that differs from what stands there."""
    for encoding in _encodings(font):
        read = decode(text, encoding, is_upper=_is_upper(font))
        if read != text:
            yield LegacyReading(encoding=encoding, text=read, is_certain=False)


def _encodings(font: str) -> tuple[Encoding, ...]:
    name = font.lower().removeprefix(".")
    if name.startswith("vni"):
        return (Encoding.VNI,)
    return (Encoding.TCVN3,) if name.startswith("vn") else (Encoding.TCVN3, Encoding.VNI)


def _is_upper(font: str) -> bool:
    """Whether a font shows small letters as capitals: .VnTimeH, .VnArialH."""
    return font.lower().startswith(".vn") and font.lower().endswith("h")


def read_legacy(text: str, font: str = "") -> LegacyReading | None:
    """Return what a text says if it was typed in a legacy encoding; None when it is plain Unicode.

    Converted without a font's word only if every word with marks becomes a possible syllable that it was
    not before, and enough of them do; if fewer do, the reading is not certain.

    >>> read_legacy("§ang triÓn khai").text
    'Đang triển khai'
    >>> read_legacy("Đang triển khai"), read_legacy("Résumé, café")
    (None, None)
    """
    if _MODERN.fullmatch(text) and _UNICODE_ONLY.search(text):
        return None  # nearly all texts: this only tells sooner what the rest would
    if len(_MISREAD.findall(text)) >= _ENOUGH:
        return _read_again(text)
    is_mixed = bool(_UNICODE_ONLY.search(text))
    if text.isascii() or (is_mixed and not _STRANGE.search(text)):
        return None
    words = [word for word in _WORD.findall(text) if _MARKED.search(word) and not _is_sign(word)]
    if not words:
        return None
    weighed = [_weigh(reading, words, font) for reading in decodings(text, font)]
    likely = [each for each in weighed if each.strong]
    if is_mixed:
        return next((each.doubtful for each in likely if len(each.strong) >= _ENOUGH), None)
    if font and weighed:
        return weighed[0].by_font
    if len(likely) > 1:
        likely.sort(key=lambda each: each.share, reverse=True)
    whole = [each for each in likely if each.share == 1]
    if len(whole) == 1 and whole[0].is_ample(text):
        return whole[0].certain
    return next((each.doubtful for each in likely if each.is_suspect), None)


def _read_again(text: str) -> LegacyReading:
    """Return what UTF-8 text says that a program took for Latin letters; certain if no letter was lost."""
    for taken_for in ("latin-1", "cp1252"):
        try:
            read = text.encode(taken_for).decode("utf-8")
        except UnicodeError:
            continue
        return LegacyReading(encoding=Encoding.UTF8, text=unicodedata.normalize("NFC", read), is_certain=True)
    return LegacyReading(encoding=Encoding.UTF8, text=text, is_certain=False)


def _is_sign(word: str) -> bool:
    """Whether a word is signs alone, or a measure such as m² and µg."""
    return set(word) <= _SIGNS or word.startswith(_MICRO) or word.translate(_UNITS).isascii()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """How much speaks for one reading.

    Attributes:
        strong: The different words that are impossible as they stand and possible as read.
        share: The share of marked words that are possible as read.
        stands: Whether every word is possible as it stands.
    """

    reading: LegacyReading
    strong: frozenset[str]
    share: float
    stands: bool

    @property
    def certain(self) -> LegacyReading:
        """The reading, beyond doubt."""
        return LegacyReading(encoding=self.reading.encoding, text=self.reading.text, is_certain=True)

    @property
    def doubtful(self) -> LegacyReading:
        """The reading, to be asked about."""
        return self.reading

    @property
    def by_font(self) -> LegacyReading | None:
        """What to make of a text whose font is a legacy one."""
        if self.share == 1 or (not self.stands and self.share >= _MOST):
            return self.certain
        return None if self.stands else self.doubtful

    @property
    def is_suspect(self) -> bool:
        """Whether a text without a legacy font should be asked about."""
        if self.share == 1:
            return len(self.strong) >= _ENOUGH or any(_is_odd(word) for word in self.strong)
        return self.share >= _MOST and len(self.strong) >= _AMPLE

    def is_ample(self, text: str) -> bool:
        """Whether there are enough words to be sure: fewer will do where the plain ones fit too."""
        plain = (word for word in _WORD.findall(text) if word.isascii() and word.islower())
        return len(self.strong) >= _AMPLE or (
            len(self.strong) >= _ENOUGH and all(is_syllable(word) for word in plain)
        )


def _weigh(reading: LegacyReading, words: Sequence[str], font: str) -> _Weighed:
    read = {word: decode(word, reading.encoding, is_upper=_is_upper(font)) for word in words}
    possible = [word for word in words if is_syllable(read[word])]
    abbreviations = sum(bool(_ABBREVIATION.fullmatch(read[word])) for word in words)
    return _Weighed(
        reading=reading,
        strong=frozenset(word for word in possible if not is_syllable(word)),
        share=(len(possible) + abbreviations) / len(words),
        stands=all(is_syllable(word) for word in words),
    )


def _is_odd(word: str) -> bool:
    """Whether a single word has what no French word has: signs, or a capital after a small letter."""
    return not set(word.lower()) - set("abcdefghijklmnopqrstuvwxyz") <= _FRENCH or any(
        left.islower() and right.isupper() for left, right in itertools.pairwise(word)
    )
