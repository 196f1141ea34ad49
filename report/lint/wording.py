"""Rules and values in words, for findings and for the table in the documentation."""

from collections.abc import Sequence

from catalogue import number_text
from catalogue.format_rule import FormatRule, load_components
from catalogue.wording import lint_docx as words

Value = str | float
_PARTLY = "mixed"


def name_of(rule: FormatRule) -> str:
    """Return the name of a rule's component."""
    return load_components(rule.profile)[rule.component].name


def requirement_text(rule: FormatRule) -> str:
    """Return what a rule requires."""
    if rule.requirement:
        return rule.requirement
    unit = words.UNITS[rule.unit]
    if rule.minimum is not None and rule.maximum is not None:
        if rule.minimum == rule.maximum:
            return unit.format(value=_shown(rule.minimum, rule))
        return words.RANGE.format(
            minimum=_shown(rule.minimum, rule), maximum=unit.format(value=_shown(rule.maximum, rule))
        )
    if rule.minimum is not None:
        return words.AT_LEAST.format(minimum=unit.format(value=_shown(rule.minimum, rule)))
    # Partly bold is let through where plain letters are required: a word may be stressed.
    values = [float(value) if rule.unit else value for value in rule.required if value != _PARTLY]
    return words.OR.join(dict.fromkeys(unit.format(value=_shown(value, rule)) for value in values))


def found_text(rule: FormatRule, found: Sequence[Value]) -> str:
    """Return what was found."""
    shown = [words.UNITS[rule.unit].format(value=_shown(value, rule)) for value in found]
    return words.AND.join(dict.fromkeys(shown)) or words.NOTHING


def source_text(rule: FormatRule) -> str:
    """Return a rule's document and clause, and how far they support it."""
    source = words.SOURCE.format(document=words.DOCUMENTS[rule.document], clause=rule.clause)
    if rule.is_unofficial:
        source += words.UNOFFICIAL
    return source + words.BASES[rule.basis]


def _shown(value: Value, rule: FormatRule) -> str:
    if isinstance(value, str):
        return words.YES_NO.get(rule.trait, {}).get(value) or words.VALUES.get(value, value)
    if rule.unit == words.RATIO:
        value *= 100
    return number_text(round(value, 0 if rule.unit == words.RATIO else 1))
