"""Recognise the components of a document (thành phần thể thức) by their words and their place."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from catalogue.format_rule import Component, Profile, load_components
from report.lint.acts import Act, ActKind, Parts, Recognised
from report.lint.content import Title, is_appendix, read_appendix, read_main, read_title
from report.lint.head import head_anchor, is_component, read_head
from report.lint.model import Grid, Line, Text
from report.lint.signature import read_signature, signature_lines

_MOST_LETTERS = 60


def profile_of(text: Text) -> Profile:
    """Return the profile a document's head says it follows; the administrative one where it says nothing."""
    for profile in (Profile.ND30, Profile.PARTY):
        nation = load_components(profile)["nation"]
        if any(_is_head(line, nation) for line in text.lines):
            return profile
    return Profile.ND30


def _is_head(line: Line, nation: Component) -> bool:
    return len(line.text) <= _MOST_LETTERS and is_component(line, nation)


def recognise(text: Text, profile: Profile) -> Recognised:
    """Return the acts of a document, each with its components."""
    components = load_components(profile)
    ruled = {grid.place.table for grid in text.grids if grid.is_ruled}
    acts = tuple(
        _act(lines, components, ruled) for lines in _split(text.lines, components) if _holds_words(lines)
    )
    return Recognised(acts=acts, lines=text.lines, pages=text.pages, grids=_data_grids(text.grids))


def _holds_words(lines: Sequence[Line]) -> bool:
    return any(line.text for line in lines)


def _data_grids(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    return tuple(grid for grid in grids if grid.is_ruled)


def _split(lines: tuple[Line, ...], components: Mapping[str, Component]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each act: one begins where a nation stands, with the table it stands in."""
    starts = []
    for position, line in enumerate(lines):
        if _is_head(line, components["nation"]):
            table = line.place.table
            first = position
            while table and first > 0 and lines[first - 1].place.table == table:
                first -= 1
            starts.append(first)
    for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        if start < end:
            yield lines[start:end]


def _act(lines: tuple[Line, ...], components: Mapping[str, Component], ruled: set[int]) -> Act:
    parts = Parts()
    anchor = head_anchor(lines, components)
    head = _head_lines(lines, anchor)
    if anchor is not None:
        read_head(parts, head, anchor, components)
    in_head = {id(line) for line in head}
    rest = [line for line in lines if id(line) not in in_head and line.place.table not in ruled]
    starts = [position for position, line in enumerate(rest) if is_appendix(line, components)]
    main = rest[: starts[0]] if starts else rest
    title = _read_text(parts, main, components)
    appendices = [rest[start:end] for start, end in pairwise([*starts, len(rest)])]
    return Act(
        kind=_kind(parts, title, has_words=_holds_words(main)),
        first=next(line for line in lines if line.text),
        document_type=title.document_type,
        parts=parts.gathered(),
        said=" ".join(line.text for line in main),
        appendices=tuple(_appendix(lines, components) for lines in appendices),
    )


def _head_lines(lines: tuple[Line, ...], anchor: Line | None) -> tuple[Line, ...]:
    """Return the lines of an act's head: its table, or the few lines from the nation on."""
    if anchor is None:
        return ()
    if anchor.place.table:
        return tuple(line for line in lines if line.place.table == anchor.place.table)
    position = lines.index(anchor)
    end = position
    while end < len(lines) and lines[end].text:
        end += 1
    return lines[position:end]


def _read_text(parts: Parts, main: list[Line], components: Mapping[str, Component]) -> Title:
    signed = signature_lines(main, components)
    body = main[: main.index(signed[0])] if signed else main
    if signed:
        read_signature(parts, signed, components)
    addressed = {line.place.table for line in body if is_component(line, components["addressed"])}
    body = [line for line in body if line.place.table in {0, *addressed}]
    title = read_title(parts, body, components)
    read_main(parts, body[title.end :], components)
    return title


def _kind(parts: Parts, title: Title, *, has_words: bool) -> ActKind:
    if title.is_attached:
        return ActKind.ATTACHED
    if not has_words and "nation" not in parts:
        return ActKind.LOOSE
    is_letter = "document_type" not in parts and ("letter_subject" in parts or "addressed" in parts)
    return ActKind.LETTER if is_letter else ActKind.NAMED


def _appendix(lines: Sequence[Line], components: Mapping[str, Component]) -> Act:
    return Act(kind=ActKind.APPENDIX, first=lines[0], parts=read_appendix(lines, components))
