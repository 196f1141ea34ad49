"""Rules that hold a unit's figure against the other units', robustly: by median and median deviation."""

import numpy as np
import pandas as pd

from catalogue import Rule
from validation.rules.context import RuleContext
from validation.rules.outcome import Outcome, sure

# What makes the median absolute deviation of a normal distribution its standard deviation.
_MAD_SCALE = 1.4826


def far_from_peers(frame: pd.DataFrame, rows: pd.Series, rule: Rule, context: RuleContext) -> Outcome:
    """Find figures far from the median of all units."""
    looked_at = rows & context.standing(frame)
    return _far(frame, frame.loc[looked_at, "figure"], rule, floor=rule.parameters["floor"])


def times_from_peers(frame: pd.DataFrame, rows: pd.Series, rule: Rule, context: RuleContext) -> Outcome:
    """Find positive figures many times larger or smaller than the median: units differ in size."""
    looked_at = rows & context.standing(frame)
    logs = np.log10(frame.loc[looked_at, "figure"])
    found = _far(frame, logs, rule, floor=float(np.log10(rule.parameters["floor"])))
    return Outcome(broken=found.broken, facts={**found.facts, "expected": 10 ** found.facts["expected"]})


def _far(frame: pd.DataFrame, figures: pd.Series, rule: Rule, *, floor: float) -> Outcome:
    figures = figures.dropna()
    indicators = frame.loc[figures.index, "row_key"]
    middle = figures.groupby(indicators, sort=False).transform("median")
    count = figures.groupby(indicators, sort=False).transform("size")
    away = (figures - middle).abs()
    deviation = _MAD_SCALE * away.groupby(indicators, sort=False).transform("median")
    is_far = (away > rule.parameters["spread"] * deviation.clip(lower=floor)) & (
        count >= rule.parameters["min_peers"]
    )
    return Outcome(
        broken=sure(is_far.reindex(frame.index)),
        facts={"expected": middle.reindex(frame.index), "count": count.reindex(frame.index)},
    )
