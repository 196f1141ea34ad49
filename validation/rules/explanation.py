"""What a unit wrote where a warning asks for an explanation."""

from collections.abc import Sequence

import pandas as pd

from validation.rules.letters import has_letters, says_nothing

MIN_LETTERS = 6
"""An explanation of fewer letters explains nothing."""


def explanations(rows: pd.DataFrame, keys: Sequence[str]) -> pd.Series:
    """Return for each row the first of its texts that explains something, blank when there is none."""
    found = pd.Series("", index=rows.index, dtype="string")
    for key in keys:
        counts = has_letters(rows[key], MIN_LETTERS) & ~says_nothing(rows[key])
        found = found.mask((found == "") & counts, rows[key])
    return found
