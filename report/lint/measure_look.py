"""How lines look: their letters and their place on the page."""

import re
from collections.abc import Iterable, Mapping

from report.lint.acts import Part, is_upper
from report.lint.measure import Context, Measure, visible
from report.lint.model import Letters
from report.lint.wording import Value

_SINGLE_LINE = 1.15
"""A single line of Times New Roman is this much of its size high."""
_SHORT = 3
_LABEL = re.compile(r"^\S+ \S+?\.")


def _share(flags: Iterable[bool]) -> tuple[Value, ...]:
    found = set(flags)
    if not found:
        return ()
    return ("mixed" if len(found) > 1 else "yes" if True in found else "no",)


def _size(part: Part, _: Context) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(each.size for each in visible(part.line)))


def _bold(part: Part, _: Context) -> tuple[Value, ...]:
    return _share(each.is_bold for each in visible(part.line))


def _italic(part: Part, _: Context) -> tuple[Value, ...]:
    return _share(each.is_italic for each in visible(part.line))


def _underline(part: Part, _: Context) -> tuple[Value, ...]:
    # The colon after the words is not underlined in the source's own illustration.
    return _share(each.is_underlined for each in visible(part.line) if each.text.strip() != ":")


def _label(part: Part) -> tuple[Letters, ...]:
    """Return the letters of a label: “Điều 1.”, or the words before a colon."""
    found = _LABEL.match(part.line.text)
    end = part.line.text.find(":") if ":" in part.line.text else len(found.group()) if found else 1
    taken: list[Letters] = []
    for each in visible(part.line):
        if sum(len(other.text) for other in taken) < end:
            taken.append(each)
    return tuple(taken)


def _label_bold(part: Part, _: Context) -> tuple[Value, ...]:
    return _share(each.is_bold for each in _label(part))


def _label_italic(part: Part, _: Context) -> tuple[Value, ...]:
    return _share(each.is_italic for each in _label(part))


def _case(part: Part, context: Context) -> tuple[Value, ...]:
    cased = [char for char in part.line.text if char.lower() != char.upper()]
    if len(cased) < _SHORT and "upper" not in context.rule.required:
        return ()
    if any(each.case == "smallCaps" for each in visible(part.line)):
        return ("small",)
    return ("upper" if is_upper(part.line) else "normal",) if cased else ()


def _first_letter(part: Part, _: Context) -> tuple[Value, ...]:
    first = part.line.text[:1]
    is_first = part.siblings[:1] == (part.line,)
    if not is_first or not first.isalpha() or is_upper(part.line):
        return ()
    return ("upper" if first.isupper() else "lower",)


def _same_size(part: Part, context: Context) -> tuple[Value, ...]:
    sizes = [each.size for each in visible(part.line)]
    return tuple("same" if size == context.body_size else size for size in sizes if context.body_size)


def _align(part: Part, _: Context) -> tuple[Value, ...]:
    return (part.line.align,)


def _line_spacing(part: Part, _: Context) -> tuple[Value, ...]:
    line = part.line
    if line.spacing_rule == "auto":
        return (line.spacing,)
    size = max((each.size for each in visible(line)), default=0)
    lines = line.spacing / (size * _SINGLE_LINE) if size else 0
    return (max(1.0, lines) if line.spacing_rule == "atLeast" else lines,)


def _exact_spacing(part: Part, _: Context) -> tuple[Value, ...]:
    return (part.line.spacing if part.line.spacing_rule == "exact" else "not_exact",)


def _first_line(part: Part, _: Context) -> tuple[Value, ...]:
    return (part.line.first_mm,) if part.line.text else ()


def _indent(part: Part, _: Context) -> tuple[Value, ...]:
    return (min(part.line.first_mm, part.line.left_mm),)


def _gap(part: Part, _: Context) -> tuple[Value, ...]:
    line, before = part.line, part.before
    if before is None or before.place == line.place:
        return ()
    if line.style == before.style and line.is_contextual and before.is_contextual:
        return (0.0,)
    return (before.after + line.before,)


LOOKS: Mapping[str, Measure] = {
    "size": _size,
    "bold": _bold,
    "italic": _italic,
    "underline": _underline,
    "label_bold": _label_bold,
    "label_italic": _label_italic,
    "case": _case,
    "first_letter": _first_letter,
    "same_size": _same_size,
    "align": _align,
    "line_spacing": _line_spacing,
    "exact_spacing": _exact_spacing,
    "first_line": _first_line,
    "indent": _indent,
    "gap": _gap,
}
"""The measures of looks by property."""
