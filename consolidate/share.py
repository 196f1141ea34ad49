"""Sums and shares in per cent, computed here in the very steps of the master's formulas."""

import math
from collections.abc import Iterable

PER_CENT = 100
SUM_DECIMALS = 9
"""Sums and comparisons are rounded to so many decimals: past them is only the dust of binary fractions."""


def total(numbers: Iterable[float]) -> float:
    """Return a sum that does not depend on the order of its parts, without dust."""
    return round(math.fsum(numbers), SUM_DECIMALS)


def share_pct(part: float, whole: float) -> float | None:
    """Return a part in per cent of a whole; None when there is no whole.

    >>> share_pct(1, 4)
    25.0
    """
    return part / whole * PER_CENT if whole else None


def share_formula(part: str, whole: str) -> str:
    """Return the same as a formula; the caller sees to it that the whole is not zero."""
    return f"{part}/{whole}*{PER_CENT}"
