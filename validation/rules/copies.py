"""Rules over texts that were copied: over several rows of a file, or from the period before."""

from collections import Counter

import pandas as pd

from catalogue import Rule, comparison_key
from validation.rules.context import RuleContext
from validation.rules.letters import has_letters
from validation.rules.outcome import Outcome, sure


def copied_in_file(frame: pd.DataFrame, rows: pd.Series, rule: Rule, _: RuleContext) -> Outcome:
    """Find texts that stand in several rows of a file, at the first of them."""
    texts = frame.loc[rows & frame[rule.field_key].notna(), ["file", rule.field_key]]
    files, written = (texts[name].tolist() for name in texts)
    told = [*zip(files, map(_folded, written), strict=True)]
    places = dict(zip(reversed(told), reversed(texts.index.tolist()), strict=True))
    repeated = {
        places[each]: count for each, count in Counter(told).items() if count >= rule.parameters["min_rows"]
    }
    first = pd.Series(repeated, dtype="Int64")
    first = first[_has_length(frame.loc[first.index, rule.field_key], rule)]  # few: only theirs are counted
    return Outcome(
        broken=pd.Series(frame.index.isin(first.index), index=frame.index),
        facts={"count": first.sub(1).reindex(frame.index)},
    )


def copied_from_previous(frame: pd.DataFrame, rows: pd.Series, rule: Rule, _: RuleContext) -> Outcome:
    """Find texts that the unit wrote in the same row a period ago.

    Spellings are compared as people see them; the costly comparison is made only where it can matter.
    """
    now, then = frame[rule.field_key], frame[f"previous.{rule.field_key}"]
    is_long = rows & _has_length(now.where(rows), rule)
    pairs = zip(now[is_long], then[is_long], strict=True)
    is_same = pd.Series([_is_copy(text, earlier) for text, earlier in pairs], index=now[is_long].index)
    return Outcome(broken=sure(is_same.reindex(frame.index)))


def _has_length(texts: pd.Series, rule: Rule) -> pd.Series:
    return has_letters(texts, int(rule.parameters["min_letters"]))


def _is_copy(text: str, earlier: str) -> bool:
    if text == earlier:
        return True
    has_length = len("".join(text.split())) == len("".join(earlier.split()))
    return has_length and comparison_key(text) == comparison_key(earlier)


def _folded(text: str) -> str:
    # What is printable has no other space than the plain one.
    is_single_spaced = text.isprintable() and "  " not in text
    return (text.strip() if is_single_spaced else " ".join(text.split())).casefold()
