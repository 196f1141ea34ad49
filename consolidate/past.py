"""What an earlier round of the plan says, as far as later rounds are held against it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalogue import Period

UNITS, TASKS, OVERDUE, MONEY = "units", "tasks", "overdue", "money"
"""Units accepted (%), tasks done (%), tasks overdue (number), money disbursed (%)."""

HEADLINES = (UNITS, TASKS, OVERDUE, MONEY)


def group_series(code: str) -> str:
    """Return the key of the share of a group's tasks that are done (%)."""
    return f"group:{code}"


def indicator_series(code: str) -> str:
    """Return the key of an indicator's value."""
    return f"indicator:{code}"


@dataclass(frozen=True, kw_only=True)
class Past:
    """One earlier round.

    Attributes:
        figures: Its figures by series; a figure that is not known is absent, never zero.
    """

    period: Period
    figures: Mapping[str, float]


def before(pasts: Sequence[Past], series: str) -> float | None:
    """Return a figure in the round just before this one; None when it is not known."""
    return pasts[-1].figures.get(series) if pasts else None
