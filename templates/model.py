"""What goes into a form besides the plan: a unit's own answers, and the problems found in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from catalogue import Duty, FormDesign, Plan, Round, SheetKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One problem to show on a marked copy.

    Attributes:
        sheet_key, row_key, field_key: The place by hidden keys; blank parts mark the row or the sheet.
        message: The Vietnamese sentence.
    """

    sheet_key: SheetKey | None
    row_key: str
    field_key: str
    message: str


@dataclass(frozen=True, kw_only=True)
class Filling:
    """A unit's answers, for a form that is not empty.

    Attributes:
        answers: Values by sheet, row key and field key; text, number or date, written as they are. On
            the information sheet the row key is the field key and the field key is `VALUE_KEY`.
        marks: Problems to show.
    """

    answers: Mapping[SheetKey, Mapping[str, Mapping[str, object]]] = field(default_factory=dict)
    marks: Sequence[Mark] = ()


@dataclass(frozen=True, kw_only=True)
class Order:
    """One form to be made: whose, of which plan and round, in which design, with which answers."""

    duty: Duty
    plan: Plan
    round_: Round
    design: FormDesign
    filling: Filling | None

    @property
    def marks(self) -> Sequence[Mark]:
        """The problems to show; none in an empty form."""
        return self.filling.marks if self.filling else ()

    def answers(self, key: SheetKey) -> Mapping[str, Mapping[str, object]]:
        """Return the unit's answers on a sheet, by row key and field key."""
        return self.filling.answers.get(key, {}) if self.filling else {}
