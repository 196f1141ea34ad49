"""Lines drawn under words: what they are and how long."""

from collections.abc import Mapping

from report.lint.acts import Part
from report.lint.measure import Context, Measure, visible
from report.lint.measure_words import BLANK
from report.lint.model import Line
from report.lint.wording import Value
from templates import MM_PER_POINT, bold_width


def _kind(part: Part, _: Context) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(line.kind for line in part.drawn if line.kind != "underscores"))


def _underscored(part: Part, _: Context) -> tuple[Value, ...]:
    return ("yes" if any(line.kind == "underscores" for line in part.drawn) else "no",)


def _length(part: Part, context: Context) -> tuple[Value, ...]:
    """Return the drawn line's share of the words' length: of the last line or of the longest."""
    drawn = max((line.length_mm for line in part.drawn if line.kind in {"drawn", "dashed"}), default=0)
    if not drawn or any(BLANK.search(line.text) for line in part.words):
        return ()
    widths = [width for line in part.words for width in _widths(line)]
    shares = [drawn / width for width in {widths[-1], max(widths)} if width] if widths else []
    middle = context.rule.minimum or 1.0
    return (min(shares, key=lambda share: abs(share - middle)),) if shares else ()


def _widths(line: Line) -> list[float]:
    """Return the width of the words: of the whole line and, where Word breaks it, of its last part."""
    size = max((each.size for each in visible(line)), default=0)
    width = bold_width(line.text, size) * MM_PER_POINT
    if width <= line.room_mm or not line.room_mm:
        return [width]
    taken = ""
    for word in line.text.split(" "):
        longer = f"{taken} {word}".strip()
        taken = longer if bold_width(longer, size) * MM_PER_POINT <= line.room_mm else word
    return [line.room_mm, bold_width(taken, size) * MM_PER_POINT]


DRAWN: Mapping[str, Measure] = {
    "kind": _kind,
    "underscored": _underscored,
    "length": _length,
}
"""The measures of drawn lines by property."""
