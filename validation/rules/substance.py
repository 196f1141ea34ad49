"""Rules over how much a report says."""

import pandas as pd

from catalogue import Rule
from validation.rules.context import RuleContext
from validation.rules.letters import has_letters, says_nothing
from validation.rules.outcome import Outcome

_FULL_PCT = 100


def is_thin(frame: pd.DataFrame, rows: pd.Series, rule: Rule, _: RuleContext) -> Outcome:
    """Find texts of a few letters, and phrases that say nothing."""
    texts = frame[rule.field_key].where(rows)
    thin = ~has_letters(texts, int(rule.parameters["min_letters"])) | says_nothing(texts)
    return Outcome(broken=rows & thin)


def mostly_empty(frame: pd.DataFrame, rows: pd.Series, rule: Rule, _: RuleContext) -> Outcome:
    """Find files in which most rows are among those looked at; the file's first row stands for the sheet."""
    empty = rows.groupby(frame["file"], sort=False).transform("sum")
    total = rows.groupby(frame["file"], sort=False).transform("size")
    share = empty >= total * rule.parameters["min_share_pct"] / _FULL_PCT
    enough = total >= rule.parameters["min_rows"]
    broken = share & enough & ~frame.duplicated("file")
    return Outcome(broken=broken, facts={"value": empty, "expected": total})
