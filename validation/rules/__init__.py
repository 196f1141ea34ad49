"""The rules over rows: in go typed frames of a round, out come masks of the rows that break each rule.

A rule never looks at a row in which one of the fields it needs could not be read, and a missing value never
breaks a comparison.
"""

from validation.rules.bound import BoundRule, rules_for
from validation.rules.columns import ratio_pct, widened
from validation.rules.conditions import meets
from validation.rules.context import RuleContext
from validation.rules.explanation import explanations
from validation.rules.facts import round_facts, rule_facts
from validation.rules.lateness import late_note
from validation.rules.outcome import Outcome

__all__ = [
    "BoundRule",
    "Outcome",
    "RuleContext",
    "explanations",
    "late_note",
    "meets",
    "ratio_pct",
    "round_facts",
    "rule_facts",
    "rules_for",
    "widened",
]
