"""Read one cell as its field understands it."""

from catalogue import Code, Field, Kind
from validation.parsing.choices import Dropdowns, parse_choice, parse_task
from validation.parsing.days import parse_day
from validation.parsing.numbers import parse_number
from validation.parsing.parsed import BLANK, Parsed
from validation.parsing.shown import shown
from validation.parsing.texts import converted, is_nothing, legacy_readings, parse_text
from validation.reading import CellError, Note, Uncalculated, Value

# What may only mean that the text is in an old encoding.
_NOT_UNDERSTOOD = (Code.C202, Code.C203, Code.C207)


def parse(raw: Value, field: Field, dropdowns: Dropdowns, *, unit: str = "") -> Parsed:
    """Return the value of one cell as its field understands it: see `Checked.rows` for the types.

    Args:
        raw: The cell as read.
        field: The field it answers.
        dropdowns: What the unit's dropdowns offer.
        unit: What the number is counted in ("%", "ha"), blank when that is not known.
    """
    if raw is None:
        return BLANK
    if isinstance(raw, CellError):
        return Parsed(problem=Code.C209)
    if isinstance(raw, Uncalculated):
        return Parsed(problem=Code.C210)
    if field.kind in (Kind.TEXT, Kind.LONG_TEXT):
        return parse_text(raw, field)
    parsed = _read(raw, field, dropdowns, unit)
    if parsed.problem not in _NOT_UNDERSTOOD:
        return parsed
    for reading in legacy_readings(raw):
        again = _read(reading.text, field, dropdowns, unit)
        if again.problem is None:
            kept = reading.text if again.kept is None else again.kept
            return Parsed(again.value, notes=again.notes or converted(reading), kept=kept)
    return parsed


def _read(raw: Value, field: Field, dropdowns: Dropdowns, unit: str) -> Parsed:
    if field.kind.is_number:
        return parse_number(raw, field.kind, unit=unit)
    if field.kind is Kind.DATE:
        return parse_day(raw)
    if field.kind is Kind.CHOICE:
        return parse_choice(shown(raw), field.choices, dropdowns)
    if is_nothing(shown(raw), field):
        return Parsed(notes=(Note(Code.C215),))
    return parse_task(shown(raw), dropdowns)
