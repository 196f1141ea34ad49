"""What parsing one cell gives."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from catalogue import Code
from validation.reading import Note, Value

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Parsed(NamedTuple):
    """A cell's value, or the code of what is wrong with it; a blank cell has neither.

    Attributes:
        facts: What the problem's sentence says besides the facts of any cell.
        notes: What is worth saying of a cell whose value could be read.
        kept: What a marked copy shows instead of the cell as typed: None means as typed.
    """

    value: str | float | int | date | None = None
    problem: Code | None = None
    facts: Mapping[str, str] = _NOTHING
    notes: tuple[Note, ...] = ()
    kept: Value = None


BLANK = Parsed()


def understood(read_as: str) -> tuple[Note, ...]:
    """Return the note that says how an answer was understood."""
    return (Note(Code.C212, {"read_as": read_as}),)
