"""What every measure is given, and what it looks at."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from catalogue.format_rule import FormatRule
from report.lint.acts import Act, Part
from report.lint.model import Letters, Line
from report.lint.wording import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where a part is measured: its act, the act an appendix belongs to, the size of the words."""

    act: Act
    parent: Act
    body_size: float | None
    rule: FormatRule


Measure = Callable[[Part, Context], tuple[Value, ...]]
"""The values of a property found on a part; none where the property has no sense there."""


def body_size(act: Act) -> float | None:
    """Return the size most of an act's words have."""
    sizes = Counter[float]()
    for key in ("body", "clause", "point", "article"):
        for part in act.parts.get(key, ()):
            for letters in visible(part.line):
                sizes[letters.size] += len(letters.text)
    return sizes.most_common(1)[0][0] if sizes else None


def visible(line: Line) -> tuple[Letters, ...]:
    """Return the letters of a line that are not blanks."""
    return tuple(each for each in line.letters if each.text.strip())
