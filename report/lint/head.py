"""The head of an act: nation and motto, agency, number, place and date, in their table."""

from collections.abc import Mapping, Sequence

from catalogue.format_rule import Component
from report.lint.acts import Parts, drawn_in, is_bold
from report.lint.model import Line

_MOST_LETTERS = 60
_ANCHORS = ("nation", "motto", "place_date", "number")


def is_component(line: Line, component: Component | None) -> bool:
    """Whether a line's words are those of a component."""
    return component is not None and bool(component.pattern and component.pattern.search(line.text))


def head_anchor(lines: Sequence[Line], components: Mapping[str, Component]) -> Line | None:
    """Return the line by which an act's head is known: the nation, else what stands beside or below it."""
    for key in _ANCHORS:
        for line in lines:
            is_there = key == "nation" or line.place.table > 0
            if is_there and len(line.text) <= _MOST_LETTERS and is_component(line, components.get(key)):
                return line
    return None


def read_head(
    parts: Parts, lines: tuple[Line, ...], anchor: Line, components: Mapping[str, Component]
) -> None:
    """Recognise the components of a head's lines."""
    is_number = is_component(anchor, components["number"])
    right = tuple(line for line in lines if (line.place.cell == anchor.place.cell) is not is_number)
    left = tuple(line for line in lines if line not in right)
    _read_right(parts, right, components)
    _read_left(parts, left, components)


def _read_right(parts: Parts, lines: tuple[Line, ...], components: Mapping[str, Component]) -> None:
    for key in ("nation", "motto", "place_date"):
        found = [line for line in lines if is_component(line, components.get(key))]
        parts.add(key, *found[:1])
    above = "motto" if "motto" in components else "nation"
    words = parts.lines(above)
    parts.add_drawn(f"{above}_line", words, drawn_in(_until(lines, parts.lines("place_date"))))


def _until(lines: tuple[Line, ...], ends: tuple[Line, ...]) -> tuple[Line, ...]:
    return lines[: lines.index(ends[0]) + 1] if ends else lines


def _read_left(parts: Parts, lines: tuple[Line, ...], components: Mapping[str, Component]) -> None:
    numbers = [line for line in lines if is_component(line, components["number"])][:1]
    parts.add("number", *numbers)
    position = lines.index(numbers[0]) if numbers else len(lines)
    after = [line for line in lines[position + 1 :] if line.text]
    if after and is_component(after[0], components["letter_subject"]):
        parts.add("letter_subject", *after, before=numbers[0])
    named = [line for line in lines[:position] if line.text]
    stars = [line for line in named if is_component(line, components.get("star"))]
    parts.add("star", *stars)
    parent, agency = _agencies([line for line in named if line not in stars], components["agency_start"])
    parts.add("parent_agency", *parent)
    parts.add("agency", *agency)
    if "agency_line" in components:
        parts.add_drawn("agency_line", tuple(agency), drawn_in(_until(lines, tuple(numbers))))


def _agencies(named: list[Line], start: Component) -> tuple[list[Line], list[Line]]:
    """Split the lines of a name into the superior organ's and the issuing agency's.

    The issuing agency is bold; where both look the same, it begins where a second name begins.
    """
    for position in range(1, len(named)):
        if not is_bold(named[position - 1]) and is_bold(named[position]):
            return named[:position], named[position:]
    starts = [position for position, line in enumerate(named) if is_component(line, start)]
    cut = starts[-1] if len(starts) > 1 else 0
    return named[:cut], named[cut:]
