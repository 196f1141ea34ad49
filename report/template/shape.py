"""What tags may say: the names of the report, how they are reached, and nothing that does anything."""

import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from report.prose.document import Appendices, Body
from report.prose.head import Head

if TYPE_CHECKING:
    from jinja2 import nodes

Shape: TypeAlias = Any
"""A type as annotated: str, int, bool, a dataclass, a tuple of one of them; a dict of names to types."""

LINES: Shape = tuple[str, ...]
HEAD: Shape = get_type_hints(Head) | {"parent_lines": LINES, "agency_lines": LINES, "subject_lines": LINES}
SCOPE: Mapping[str, Shape] = {"head": HEAD, "body": Body, "appendix": Appendices}
"""The names every tag knows."""
LOOP: Shape = {"index": int, "index0": int, "first": bool, "last": bool, "length": int}
_FILTERS = {"length": int, "count": int, "upper": str, "lower": str, "trim": str, "capitalize": str}
_QUESTIONS = frozenset({"endswith", "startswith"})
_JOINED = ("And", "Or", "Not", "Compare", "Operand", "Test", "CondExpr", "Concat", "Const")


class UnknownNameError(Exception):
    """A tag names what the report does not have."""


class ForbiddenError(Exception):
    """A tag does something a template has no need of."""


def shape_of(node: "nodes.Node", scope: Mapping[str, Shape]) -> Shape:
    """Return the type of what an expression of a tag gives.

    Raises:
        UnknownNameError: It names something that is not there.
        ForbiddenError: It does more than name, compare and count.
    """
    match type(node).__name__:
        case "Name":
            return _found(scope, node.name)  # type: ignore[attr-defined]  # a node by its name
        case "Getattr":
            return _member(shape_of(node.node, scope), node.attr)  # type: ignore[attr-defined]
        case "Getitem":
            return _item(node, scope)
        case "Filter":
            return _filtered(node, scope)
        case "List":
            inner = [shape_of(item, scope) for item in node.items]  # type: ignore[attr-defined]
            return types.GenericAlias(tuple, (inner[0] if inner else str, ...))
        case "Call":
            return _answer(node, scope)
        case kind if kind in _JOINED:
            for child in node.iter_child_nodes():
                shape_of(child, scope)
            return str if kind in ("Concat", "CondExpr") else bool
        case _:
            raise ForbiddenError


def _found(names: Mapping[str, Shape], name: str) -> Shape:
    if name not in names:
        raise UnknownNameError(name)
    return names[name]


def _member(shape: Shape, name: str) -> Shape:
    if isinstance(shape, Mapping):
        return _plain(_found(shape, name))
    if is_dataclass(shape):
        return _plain(_found(get_type_hints(shape), name))
    raise UnknownNameError(name)


def _plain(shape: Shape) -> Shape:
    """Return a type without its None: a template asks for what may be missing with `if`."""
    origin: object = get_origin(shape)
    if origin is Union or origin is types.UnionType:
        return next(each for each in get_args(shape) if each is not type(None))
    return shape


def item_shape(shape: Shape) -> Shape | None:
    """Return the type of a list's items, None for what is no list."""
    origin: object = get_origin(shape)
    return _plain(get_args(shape)[0]) if origin is tuple else None


def _item(node: Any, scope: Mapping[str, Shape]) -> Shape:  # noqa: ANN401 - a node of jinja2, by its name
    item = item_shape(shape_of(node.node, scope))
    if item is None or type(node.arg).__name__ != "Const" or not isinstance(node.arg.value, int):
        raise ForbiddenError
    return item


def _filtered(node: Any, scope: Mapping[str, Shape]) -> Shape:  # noqa: ANN401 - a node of jinja2, by its name
    shape_of(node.node, scope)
    if node.name not in _FILTERS or node.args or node.kwargs:
        raise ForbiddenError
    return _FILTERS[node.name]


def _answer(node: Any, scope: Mapping[str, Shape]) -> Shape:  # noqa: ANN401 - a node of jinja2, by its name
    """Only a text may be asked something: how it begins or ends."""
    asked = node.node
    is_question = type(asked).__name__ == "Getattr" and asked.attr in _QUESTIONS
    if not is_question or shape_of(asked.node, scope) is not str or node.kwargs:
        raise ForbiddenError
    if any(type(argument).__name__ != "Const" for argument in node.args):
        raise ForbiddenError
    return bool
