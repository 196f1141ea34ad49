"""What passes between the steps of a draft: lines as the source has them, then entries by column role."""

from dataclasses import dataclass, field

TEXT_ROLES = ("name", "product", "resources", "note")
AGENCY_ROLES = ("lead", "advising", "coordinating")
MARK_ROLES = ("is_priority", "is_scheme")
DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table as the source has it.

    Attributes:
        cells: The texts; None where a merged cell continues from the row above.
        after_break: A page ended just before.
        is_ragged: The row may have fewer cells than the header, so that positions say nothing.
        omits_merged: What a short row lacks are cells that continue from above.
    """

    cells: tuple[str | None, ...]
    after_break: bool = False
    is_ragged: bool = False
    omits_merged: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells, blank where there is none."""
        return tuple(cell or "" for cell in self.cells)


@dataclass(slots=True, kw_only=True)
class Entry:
    """A row under construction: its number, its cells by role, and what was guessed about each.

    Attributes:
        absent: Roles whose cell continues from the row above.
    """

    number: str
    cells: dict[str, str]
    absent: frozenset[str] = frozenset()
    after_break: bool = False
    guesses: dict[str, str] = field(default_factory=dict)

    def text(self, role: str) -> str:
        """Return a cell, blank when the table has no such column."""
        return self.cells.get(role, "")

    def guess(self, role: str, sentence: str) -> None:
        """Add a sentence to what is guessed about a cell."""
        self.guesses[role] = " ".join(filter(None, (self.guesses.get(role, ""), sentence)))

    @property
    def has_cells(self) -> bool:
        """Whether anything but number, name and marks stands in the row."""
        return any(self.text(role) for role in (*AGENCY_ROLES, DEADLINE, "product", "resources"))
