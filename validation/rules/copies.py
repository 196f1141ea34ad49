"""Rules over texts that were copied: over several rows of a file, or from the period before."""

from collections import Counter

import pandas as pd

from catalogue import Rule, comparison_key
from validation.rules.context import RuleContext
from validation.rules.letters import has_letters
from validation.rules.outcome import Outcome, sure


def copied_in_file(frame: pd.DataFrame, rows: pd.Series, rule: Rule, _: RuleContext) -> Outcome:
    """Find texts that stand in several rows of a file, at the first of them."""
    least = rule.parameters["min_rows"]
    texts = frame.loc[rows & frame[rule.field_key].notna(), ["file", rule.field_key]]
    told = _told(texts)
    counts = Counter(told)
    is_repeated = pd.Series([counts[each] >= least for each in told], index=texts.index, dtype=bool)
    repeated = texts[is_repeated]  # of these few the letters are counted
    long = repeated[_has_length(repeated[rule.field_key], rule)]
    told = _told(long)
    places = dict(zip(reversed(told), reversed(long.index.tolist()), strict=True))
    first = {places[each]: count for each, count in Counter(told).items() if count >= least}
    return Outcome(
        broken=pd.Series(frame.index.isin(list(first)), index=frame.index),
        facts={"count": pd.Series(first, dtype="Int64").sub(1).reindex(frame.index)},
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


def _told(texts: pd.DataFrame) -> list[tuple[str, str]]:
    """Return each text as it is compared, beside its file."""
    files, written = (texts[name].tolist() for name in texts)
    return [*zip(files, map(_folded, written), strict=True)]


def _is_copy(text: str, earlier: str) -> bool:
    if text == earlier:
        return True
    has_length = len("".join(text.split())) == len("".join(earlier.split()))
    return has_length and comparison_key(text) == comparison_key(earlier)


def _folded(text: str) -> str:
    # What is printable has no other space than the plain one.
    is_single_spaced = text.isprintable() and "  " not in text
    return (text.strip() if is_single_spaced else " ".join(text.split())).casefold()
