"""What is wrong in a template, and where."""

from dataclasses import dataclass

from catalogue import shortened
from catalogue.wording import letters as words

_SHOWN_LETTERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that keeps a template from being used, with its place in words."""

    place: str
    sentence: str

    def __str__(self) -> str:
        """Return the line a person reads."""
        return words.PROBLEM_AT.format(place=self.place, problem=self.sentence)


def cut(text: str) -> str:
    """Return the beginning of a text, on one line."""
    return shortened(" ".join(text.split()), _SHOWN_LETTERS)
