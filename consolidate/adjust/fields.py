"""Which figures of which detail tables staff may adjust, and the columns where they do.

Beside each figure in force (`status`) stand what the unit reported (`reported_status`) and what staff put
in its place (`adjusted_status`). The roll-ups, the report and later rounds read the figure in force.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue import FormDesign, SheetKey, number_text
from catalogue.wording import adjust as words

REPORTED, ADJUSTED = "reported_", "adjusted_"
WHY, NOTE, MARK, FLAG, MEMORY = (
    "adjusted_why",
    "staff_note",
    "is_adjusted",
    "adjusted_flag",
    "adjusted_memory",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustable:
    """One figure that staff may adjust.

    Attributes:
        key: The column of the figure in force, and of the field of the form.
        choices: The dropdown it is taken from, blank for a number.
        minimum, maximum: Bounds of a number, in the unit shown.
        is_above: The number must be greater than the minimum, not equal.
    """

    key: str
    choices: str = ""
    minimum: float | None = None
    maximum: float | None = None
    is_above: bool = False

    @property
    def reported(self) -> str:
        """The column of what the unit reported."""
        return REPORTED + self.key

    @property
    def adjusted(self) -> str:
        """The column staff write in."""
        return ADJUSTED + self.key

    def expected(self, design: FormDesign) -> str:
        """Return what staff should write, as the end of a sentence."""
        if self.choices:
            return words.CHOICE.format(choices=", ".join(design.labels(self.choices).values()))
        if self.minimum is None:
            return words.NUMBER
        low = number_text(self.minimum)
        if self.maximum is not None:
            return words.NUMBER_BETWEEN.format(minimum=low, maximum=number_text(self.maximum))
        return (words.NUMBER_ABOVE if self.is_above else words.NUMBER_FROM).format(minimum=low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A detail table of the master: the sheet of the form it shows, and its adjustable figures."""

    sheet: SheetKey
    figures: tuple[Adjustable, ...]


DETAILS: Mapping[str, Detail] = {
    "task_rows": Detail(
        sheet=SheetKey.TASKS,
        figures=(
            Adjustable(key="status", choices="task_status"),
            Adjustable(key="completion_pct", minimum=0, maximum=100),
        ),
    ),
    "indicator_rows": Detail(
        sheet=SheetKey.INDICATORS,
        figures=(
            Adjustable(key="numerator", minimum=0),
            Adjustable(key="denominator", minimum=0, is_above=True),
            Adjustable(key="value"),
        ),
    ),
    "budgets": Detail(
        sheet=SheetKey.BUDGETS,
        figures=(Adjustable(key="planned_vnd", minimum=0), Adjustable(key="disbursed_vnd", minimum=0)),
    ),
}

ADJUSTABLE = {table: tuple(figure.key for figure in detail.figures) for table, detail in DETAILS.items()}
"""The figures that staff may adjust in the master, by detail table."""

ADJUSTED_MARK, ADJUSTED_REASON = MARK, WHY
"""What other rooms call these columns."""


def is_staffs(key: str) -> bool:
    """Whether staff write in a column."""
    return key in (WHY, NOTE) or (key.startswith(ADJUSTED) and key not in (FLAG, MEMORY))
