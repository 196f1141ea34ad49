"""What must become of one cell of an altered form."""

from dataclasses import dataclass
from enum import Enum, auto

from catalogue import SheetKey

Place = tuple[SheetKey, str, str]


class Ask(Enum):
    """Whether the program may, must or must not ask about a cell instead of reading it."""

    NEVER = auto()  # its meaning is plain: the right value is read
    MAY = auto()  # read right, or asked about
    WARN = auto()  # read as one of the values, and said with at least a warning
    MUST = auto()  # doubtful: asked about, not read


@dataclass(frozen=True, slots=True)
class Truth:
    """What a cell says.

    Attributes:
        place: Which answer it is: sheet, row key, field key; None for content that is no answer of the form,
            which must be named in any finding. A row of a free sheet has any key of its own.
        right: Its right values, typed as the rows of `Checked` are; None among them means "as if blank".
        ask: Whether it may be asked about instead.
    """

    place: Place | None
    right: tuple[object, ...]
    ask: Ask = Ask.NEVER

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read."""
        return self.right == (None,)


STRAY = Truth(place=None, right=())
