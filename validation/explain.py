"""Put a finding into words: the sentence of its code with what was found filled in."""

from collections.abc import Mapping

from catalogue import Code, Field, FormDesign, Period, date_text, number_text
from validation.parse import shown
from validation.reading import Value
from validation.rules import FULL_PCT, Rule


def sentence(code: Code, **facts: str) -> str:
    """Return a code's Vietnamese sentence with its blanks filled; facts it has no blank for are ignored."""
    return code.value.sentence.format(**facts)


def cell_facts(field: Field, raw: Value, design: FormDesign) -> dict[str, str]:
    """Return what any sentence about one cell may say."""
    return {
        "header": field.header,
        "value": amount(raw, field),
        "minimum": number_text(field.minimum) if field.minimum is not None else "",
        "maximum": number_text(field.maximum or field.max_length or 0),
        "choices": "; ".join(design.labels(field.choices).values()) if field.choices else "",
    }


def row_facts(
    rule: Rule, cells: Mapping[str, Value], fields: Mapping[str, Field], period: Period
) -> dict[str, str]:
    """Return what a sentence about several cells of a row may say besides."""
    facts = {"start": date_text(period.data_from), "end": date_text(period.data_to)}
    for name, key in (("status", "status"), ("planned", "planned_vnd"), ("denominator", "denominator")):
        if key in fields:
            facts[name] = amount(cells.get(key), fields[key])
    if rule.clause:
        other = fields[rule.clause.field_key]
        facts |= {"other": other.header, "choice": amount(cells.get(other.key), other)}
    top, bottom = cells.get("numerator"), cells.get("denominator")
    if isinstance(top, float) and isinstance(bottom, float) and bottom > 0:
        facts["expected"] = number_text(top / bottom * FULL_PCT)
    return facts


def amount(raw: Value, field: Field) -> str:
    """Return a cell as its reader would write it: numbers with Vietnamese marks, the rest as it stands."""
    if field.kind.is_number and isinstance(raw, float) and not isinstance(raw, bool):
        return number_text(raw, decimals=6)
    return shown(raw)


def length(raw: Value) -> str:
    """Return how long a text is, for the sentence about texts that are too long."""
    return number_text(len(shown(raw)))
