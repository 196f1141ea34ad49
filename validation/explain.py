"""Put a finding into words: the sentence of its code with what was found filled in."""

from catalogue import Code, Field, FormDesign, number_text
from validation.parsing import shortened, shown
from validation.reading import Value


def sentence(code: Code, **facts: str) -> str:
    """Return a code's Vietnamese sentence with its blanks filled; facts it has no blank for are ignored."""
    return code.value.sentence.format(**facts)


def cell_facts(field: Field, raw: Value, design: FormDesign) -> dict[str, str]:
    """Return what any sentence about one cell may say."""
    return {
        "header": field.header,
        "value": shortened(amount(raw, field)),
        "minimum": number_text(field.minimum) if field.minimum is not None else "",
        "maximum": number_text(field.maximum or field.max_length or 0),
        "choices": "; ".join(design.labels(field.choices).values()) if field.choices else "",
    }


def amount(raw: Value, field: Field) -> str:
    """Return a cell as its reader would write it: numbers with Vietnamese marks, the rest as it stands."""
    if field.kind.is_number and isinstance(raw, float) and not isinstance(raw, bool):
        return number_text(raw, decimals=6)
    return shown(raw)


def length(raw: Value) -> str:
    """Return how long a text is, for the sentence about texts that are too long."""
    return number_text(len(shown(raw)))
