"""Check the tags of a template one by one, in the order of the document, each with its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from catalogue.wording import letters as words
from report.filling import environment
from report.template.problem import Problem, cut
from report.template.shape import (
    LOOP,
    SCOPE,
    ForbiddenError,
    Shape,
    UnknownNameError,
    item_shape,
    shape_of,
)

if TYPE_CHECKING:
    from jinja2 import nodes

_MARKS = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_STATEMENT = re.compile(r"(?:p|tr|tc)?-?\s+(\w+)(.*?)-?\s*", re.DOTALL)
_ENDS = {"if": "endif", "for": "endfor"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A text of a template that may hold tags: a paragraph, or what a picture is said to show."""

    place: str
    text: str


@dataclass(slots=True)
class _Open:
    """An `if` or `for` that has not ended: what it is, where, and the names it brought."""

    word: str
    tag: str
    place: str
    scope: Mapping[str, Shape]


@dataclass(slots=True)
class _Walk:
    """The state of a walk through a part: what is open, and the names known."""

    scope: Mapping[str, Shape] = field(default_factory=lambda: dict(SCOPE))
    opened: list[_Open] = field(default_factory=list)


def check_tags(snippets: Iterator[Snippet]) -> Iterator[Problem]:
    """Yield what is wrong with the tags of one part of a document."""
    walk = _Walk()
    for snippet in snippets:
        for tag, sentence in _tags(snippet.text):
            found = sentence or _wrong(tag, snippet.place, walk)
            if found:
                yield Problem(place=snippet.place, sentence=found)
    for each in walk.opened:
        sentence = words.UNCLOSED_BLOCK.format(tag=cut(each.tag), end=_ENDS[each.word])
        yield Problem(place=each.place, sentence=sentence)


def _tags(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text's tags, each with what is wrong with its braces, if anything."""
    start, mark = -1, ""
    for found in _MARKS.finditer(text):
        if not mark and found.group() in _CLOSING:
            start, mark = found.start(), found.group()
        elif mark and found.group() == _CLOSING[mark]:
            yield text[start : found.end()], ""
            mark = ""
        elif mark:
            yield "", words.UNCLOSED_TAG.format(tag=cut(text[start : found.start()]))
            start, mark = found.start(), found.group() if found.group() in _CLOSING else ""
        else:
            yield "", words.UNOPENED_TAG.format(mark=found.group())
    if mark:
        yield "", words.UNCLOSED_TAG.format(tag=cut(text[start:]))


def _wrong(tag: str, place: str, walk: _Walk) -> str:
    """Return what is wrong with a tag, blank when nothing is."""
    from jinja2 import TemplateSyntaxError

    shown = cut(tag)
    try:
        if tag.startswith("{{"):
            return _wrong_output(tag, walk)
        return "" if tag.startswith("{#") else _wrong_statement(tag, place, walk)
    except TemplateSyntaxError:
        return words.BROKEN_TAG.format(tag=shown)
    except UnknownNameError as error:
        return words.UNKNOWN_TAG.format(tag=shown, name=error)
    except ForbiddenError:
        return words.FORBIDDEN_TAG.format(tag=shown)


def _wrong_output(tag: str, walk: _Walk) -> str:
    inner = tag[2:-2]
    if not inner.strip() or re.match(r"(?:r|p|tr|tc)\s", inner):
        raise ForbiddenError
    shape = shape_of(_expression(inner), walk.scope)
    return "" if shape in (str, int, bool) else words.NOT_A_TEXT.format(tag=cut(tag), name=inner.strip())


def _expression(text: str) -> "nodes.Node":
    from jinja2 import TemplateSyntaxError, nodes

    parsed = environment().parse(f"{{{{ {text} }}}}").body
    match parsed:
        case [nodes.Output(nodes=[node])]:
            return node
        case _:
            raise TemplateSyntaxError(text, 1)


def _wrong_statement(tag: str, place: str, walk: _Walk) -> str:
    found = _STATEMENT.fullmatch(tag[2:-2])
    word, rest = found.groups() if found else ("", "")
    match word:
        case "if":
            shape_of(_expression(rest), walk.scope)
            walk.opened.append(_Open(word, tag, place, walk.scope))
        case "for":
            return _wrong_loop(tag, rest, place, walk)
        case "elif" | "else":
            if rest.strip():
                shape_of(_expression(rest), walk.scope)
            return "" if walk.opened else words.UNEXPECTED_END.format(tag=cut(tag))
        case "endif" | "endfor":
            return _wrong_end(tag, word, walk)
        case _:
            raise ForbiddenError
    return ""


def _wrong_loop(tag: str, rest: str, place: str, walk: _Walk) -> str:
    from jinja2 import TemplateSyntaxError, nodes

    match environment().parse(f"{{% for {rest} %}}{{% endfor %}}").body:
        case [nodes.For(target=nodes.Name(name=name), test=None, recursive=False) as loop]:
            pass
        case [nodes.For()]:
            raise ForbiddenError
        case _:
            raise TemplateSyntaxError(rest, 1)
    walk.opened.append(_Open("for", tag, place, walk.scope))
    item = item_shape(shape_of(loop.iter, walk.scope))
    walk.scope = {**walk.scope, name: item or str, "loop": LOOP}
    listed = rest.partition(" in ")[2].strip()
    return "" if item is not None else words.NOT_A_LIST.format(tag=cut(tag), name=listed)


def _wrong_end(tag: str, word: str, walk: _Walk) -> str:
    if not walk.opened:
        return words.UNEXPECTED_END.format(tag=cut(tag))
    if _ENDS[walk.opened[-1].word] != word:
        return words.CROSSED_END.format(tag=cut(tag), opened=cut(walk.opened[-1].tag))
    walk.scope = walk.opened.pop().scope
    return ""
