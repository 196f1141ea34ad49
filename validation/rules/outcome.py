"""What a rule makes of a frame."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Which rows break a rule, and what its sentence says of each.

    Attributes:
        broken: One truth value per row of the frame; none is missing.
        facts: Values of the sentence's blanks, indexed as the frame; only those of broken rows count.
    """

    broken: pd.Series
    facts: Mapping[str, pd.Series] = field(default_factory=dict)


def sure(mask: pd.Series) -> pd.Series:
    """Return a mask where what is missing counts as no."""
    return mask.fillna(value=False).astype(bool)
