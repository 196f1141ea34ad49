"""Rules over money."""

import pandas as pd

from catalogue import Rule
from validation.rules.context import RuleContext
from validation.rules.outcome import Outcome


def repeats_source(frame: pd.DataFrame, rows: pd.Series, _: Rule, __: RuleContext) -> Outcome:
    """Find rows for a task and funding source that the file already has a row for."""
    again = frame[rows].duplicated(["file", "task", "funding_source"])
    return Outcome(broken=again.reindex(frame.index, fill_value=False))
