"""An indicator's target as people read it."""

from catalogue.amount import number_text
from catalogue.plan import Direction, Indicator
from catalogue.wording import forms as words


def target_text(indicator: Indicator) -> str:
    """Return a target without its unit of measure: "≥ 43,5", "10 – 15"; blank when the plan gives none."""
    low, high = indicator.target_low, indicator.target_high
    if indicator.direction is Direction.NONE:
        return indicator.target_text
    if indicator.direction is Direction.RANGE:
        bounds = {"low": low, "high": high}
    else:
        bounds = {"low": low if low is not None else high, "high": high if high is not None else low}
    texts = {name: number_text(bound) for name, bound in bounds.items() if bound is not None}
    return words.TARGETS[indicator.direction].format(**texts) if len(texts) == len(bounds) else ""
