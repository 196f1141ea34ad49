"""Rules over figures: a ratio and its parts, a total and its parts, a figure and the one before."""

import pandas as pd

from catalogue import Measure, Rule, Total
from validation.rules.columns import ratio_pct
from validation.rules.context import RuleContext
from validation.rules.outcome import Outcome, sure

_MOST_DECIMALS = 6
# Sums of binary fractions differ from the sum of what was typed by less than this, relative to their size.
_DUST = 1e-9


def ratio_differs(frame: pd.DataFrame, rows: pd.Series, rule: Rule, _: RuleContext) -> Outcome:
    """Find values that are not their numerator over their denominator."""
    expected = ratio_pct(frame)
    broken = sure((frame["value"] - expected).abs() > rule.parameters["tolerance"])
    return Outcome(broken=rows & broken, facts={"expected": expected})


def jumps(frame: pd.DataFrame, rows: pd.Series, rule: Rule, _: RuleContext) -> Outcome:
    """Find figures that are many times as large, or as small, as the unit's own before."""
    now, then, band = frame["figure"], frame["previous.figure"], rule.parameters["band"]
    is_far = sure((now > band * then) | (then > band * now))
    is_large = sure((now >= rule.parameters["floor"]) | (then >= rule.parameters["floor"]))
    return Outcome(broken=rows & is_far & is_large, facts={"count": pd.Series(band, index=frame.index)})


def total_differs(frame: pd.DataFrame, rows: pd.Series, _: Rule, context: RuleContext) -> Outcome:
    """Find totals that are not the sum of their parts in the same file, as far as rounding goes.

    A total is left alone when one of its parts is not there: it may be right.
    """
    broken = pd.Series(data=False, index=frame.index, dtype=bool)
    expected = pd.Series(pd.NA, index=frame.index, dtype="Float64")
    known = frame[rows].drop_duplicates(["file", "row_key"]).set_index(["file", "row_key"])["figure"]
    for total in context.totals:
        mine = frame.index[rows & (frame["row_key"] == total.total_code)]
        parts = _parts(frame.loc[mine, "file"], known, total)
        summed = parts.sum(axis=1, skipna=False)
        figures = frame.loc[mine, "figure"]
        allowed = _rounding(parts).sum(axis=1) + _rounding(figures.to_frame())["figure"]
        is_count = sure(frame.loc[mine, "measure"] == Measure.COUNT.value)
        slack = allowed.mask(is_count, 0.0) + summed.abs() * _DUST
        broken.loc[mine] |= sure((figures - summed).abs() > slack)
        expected.loc[mine] = summed
    return Outcome(broken=broken, facts={"expected": expected})


def _parts(files: pd.Series, known: pd.Series, total: Total) -> pd.DataFrame:
    """Return the parts of a total in some files: a row per file, a column per part."""
    return pd.DataFrame(
        {
            code: known.reindex(pd.MultiIndex.from_product([files, [code]])).set_axis(files.index)
            for code in total.part_codes
        }
    )


def _rounding(figures: pd.DataFrame) -> pd.DataFrame:
    """Return by how much each figure may be off: half a unit of the last decimal it shows."""
    allowed = pd.DataFrame(0.5 * 10.0**-_MOST_DECIMALS, index=figures.index, columns=figures.columns)
    for decimals in reversed(range(_MOST_DECIMALS)):
        is_exact = (figures.round(decimals) == figures).fillna(value=False).astype(bool)
        allowed = allowed.mask(is_exact, 0.5 * 10.0**-decimals)
    return allowed
