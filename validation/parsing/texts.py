"""Texts: kept as typed, but for old encodings and for words that say there is nothing to tell."""

from collections.abc import Iterator

from catalogue import Code, Field, LegacyReading, decodings, read_legacy
from catalogue.wording import numbers as words
from validation.parsing.parsed import Parsed
from validation.parsing.shown import says_one_of, shortened, shown
from validation.reading import LegacyText, Note, Value


def parse_text(raw: Value, field: Field) -> Parsed:
    """Return a text; in a field that may stay blank, words for "nothing" leave it blank."""
    text = shown(raw)
    legacy = read_legacy(text, font_of(raw)) if isinstance(raw, str) else None
    if is_nothing(text, field) or (legacy and is_nothing(legacy.text, field)):
        return Parsed(notes=(Note(Code.C215),))
    if legacy is None:
        return Parsed(text)
    if not legacy.is_certain:
        return Parsed(problem=Code.C217)
    return Parsed(legacy.text, notes=converted(legacy), kept=legacy.text)


def is_nothing(text: str, field: Field) -> bool:
    """Whether a text says that there is nothing to tell, where nothing need be told."""
    return not field.is_required and says_one_of(text, words.NOTHING_TO_SAY)


def font_of(raw: Value) -> str:
    """Return the legacy font a text was typed in, blank when none."""
    return raw.font if isinstance(raw, LegacyText) else ""


def legacy_readings(raw: Value) -> Iterator[LegacyReading]:
    """Yield what a cell's text says in the encodings it may be in."""
    if isinstance(raw, str) and not raw.isascii():
        yield from decodings(str(raw), font_of(raw))


def converted(reading: LegacyReading) -> tuple[Note, ...]:
    """Return the note that a text was converted from an old encoding."""
    facts = {"encoding": reading.encoding.value, "read_as": shortened(reading.text)}
    return (Note(Code.C216, facts),)
