"""How each property of a line is measured, by its name in the table of rules."""

from collections.abc import Mapping

from report.lint.measure import Measure
from report.lint.measure_drawn import DRAWN
from report.lint.measure_look import LOOKS
from report.lint.measure_words import WORDS

MEASURES: Mapping[str, Measure] = {**LOOKS, **WORDS, **DRAWN}
