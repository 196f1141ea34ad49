"""Named alterations of a filled form: each changes a book and, cell by cell, what must become of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from tests.corpus.book import Book, Content, Spot
from tests.corpus.truth import Ask, Truth

Change = Callable[[Book, Random], None]


@dataclass(frozen=True, kw_only=True)
class Mutation:
    """One alteration.

    Attributes:
        is_refusable: The file as a whole may be refused, with an error that says why.
    """

    name: str
    theme: str
    change: Change
    is_refusable: bool = False


@dataclass
class Theme:
    """Collects the alterations of one kind."""

    name: str
    mutations: dict[str, Mutation]

    def add(self, change: Change, *, name: str = "", is_refusable: bool = False) -> Change:
        """Add an alteration, named after its function."""
        name = f"{self.name}: {name or change.__name__.replace('_', ' ')}"
        assert name not in self.mutations, name
        self.mutations[name] = Mutation(name=name, theme=self.name, change=change, is_refusable=is_refusable)
        return change

    def refusable(self, change: Change) -> Change:
        """Add an alteration after which the whole file may be refused."""
        return self.add(change, is_refusable=True)


def theme(name: str) -> Theme:
    """Return an empty theme."""
    return Theme(name, {})


def write(
    spot: Spot, content: Content, values: Iterable[object], ask: Ask, *, style: int | None = None
) -> None:
    """Overwrite an answer, and say what it must become now."""
    truth = spot.cell.truth
    assert truth is not None
    spot.cell.content, spot.cell.formula = content, ""
    spot.cell.truth = Truth(truth.place, tuple(values), ask)
    if style is not None:
        spot.cell.style = style


def ask_about(cells: Iterable, ask: Ask = Ask.MUST) -> None:
    """Make cells doubtful that keep their content."""
    for cell in cells:
        if cell.truth and cell.truth.place:
            cell.truth = Truth(cell.truth.place, cell.truth.right, ask)


def pick(spots: Sequence[Spot], dice: Random) -> Spot | None:
    """Return one of the cells, None when there is none left to alter."""
    return dice.choice(spots) if spots else None
