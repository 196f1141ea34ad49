"""Split a cell that names agencies into mentions, keeping names that contain commas in one piece."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from catalogue import Registry, name_key
from catalogue.wording import draft as words

_WORD = re.compile(r"\w+")
_CONJUNCTION = rf"(?:{'|'.join(words.CONJUNCTIONS)})\s"
_BETWEEN = re.compile(rf"(?:[\s;,/.•]+|(?:[-–+]|{_CONJUNCTION})\s*)+")
_STOP = re.compile(r"[;,/\n]")
_STRONG_STOP = re.compile(r"[;\n]|\.\s")
_BULLET_CELL = re.compile(r"\s*[-–+•]\s")
_BULLET = re.compile(r"(?:^|[.;]\s*|\n\s*)[-–+•]\s+")
_SCOPE = re.compile(rf"\s*(?:{'|'.join(words.SCOPE_WORDS)})\s")
_GROUPS = tuple(re.compile(pattern) for pattern in words.GROUP_PATTERNS)


@dataclass(frozen=True, slots=True)
class Named:
    """One agency a cell names, the limit of its part, and whether the registry knows it."""

    agency: str
    scope: str = ""
    is_known: bool = False


@dataclass(frozen=True)
class Names:
    """The spellings agencies go by: those of a registry, and expressions common to all provinces."""

    registry: Registry | None = None

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(name_key(name) for name in self.spellings)

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling of the registry."""
        return tuple(name for name, _ in self.registry.spellings) if self.registry else ()

    @cached_property
    def _longest(self) -> int:
        return max((len(key.split()) for key in self._keys), default=0) + 2

    def knows(self, name: str) -> bool:
        """Whether the registry has this spelling."""
        return name_key(name) in self._keys

    def match(self, text: str, start: int) -> int | None:
        """Return where the longest spelling that begins at a place ends, or None."""
        ends = [group.end() for pattern in _GROUPS if (group := pattern.match(text, start))]
        known = self._known_end(text, start)
        return max([*ends, *([known] if known else [])], default=None)

    def _known_end(self, text: str, start: int) -> int | None:
        stop = re.compile(r"[;\n]").search(text, start)
        limit = stop.start() if stop else len(text)
        ends = [word.end() for word in _WORD.finditer(text, start, limit)][: self._longest]
        for end in reversed(ends):
            closed = _closed(text, start, end)
            if self.knows(text[start:closed]) and _is_balanced(text[start:closed]):
                return closed
        return None


def _is_balanced(piece: str) -> bool:
    """Whether every bracket that opens closes: names are compared without marks, so that is not sure."""
    return piece.count("(") == piece.count(")")


def _closed(text: str, start: int, end: int) -> int:
    """Return the end moved past a bracket that opened within."""
    piece = text[start:end]
    return end + 1 if piece.count("(") > piece.count(")") and text[end : end + 1] == ")" else end


def split_agencies(text: str, names: Names) -> tuple[Named, ...]:
    """Return the agencies a cell names, in order.

    Spellings of the registry are looked for first and the longest wins; only what is left is cut at
    commas, semicolons, slashes, line ends and conjunctions. In a list with dashes, what follows the
    agency's name is the limit of its part.
    """
    if not _BULLET_CELL.match(text):
        return tuple(_scan(text, names))
    items = [item.strip() for item in _BULLET.split(text) if item.strip()]
    return tuple(named for item in items for named in _bullet_item(item, names))


def _bullet_item(item: str, names: Names) -> Iterator[Named]:
    end = names.match(item, 0)
    rest = item[end:] if end else ""
    if end and rest.strip(" .;,") and not _BETWEEN.match(rest.lstrip(" ")):
        yield _named(item[:end], names, rest)
    else:
        yield from _scan(item, names)


def _named(agency: str, names: Names, scope: str = "") -> Named:
    name = agency.strip(" .;,:")
    return Named(name, scope.strip(" .;,"), is_known=names.knows(name))


def _scan(text: str, names: Names) -> Iterator[Named]:
    position = 0
    while position < len(text):
        between = _BETWEEN.match(text, position)
        if between:
            position = between.end()
            continue
        end = names.match(text, position)
        end = _qualified(text, end, names) if end else _chunk_end(text, position, names)
        scope = _SCOPE.match(text, end)
        stop = _scope_end(text, end) if scope else end
        yield _named(text[position:end], names, text[end:stop])
        position = max(stop, position + 1)


def _scope_end(text: str, start: int) -> int:
    stop = _STRONG_STOP.search(text, start)
    return stop.start() if stop else len(text)


def _qualified(text: str, end: int, names: Names) -> int:
    """Return the end of a known name with the words that narrow it down, as "… in the coastal area"."""
    rest = text[end:]
    if not rest.strip() or _BETWEEN.match(rest.lstrip(" ")) or _SCOPE.match(rest):
        return end
    following = _WORD.search(text, end)
    if following is None or names.match(text, following.start()) is not None:
        return end
    return _chunk_end(text, end, names)


def _chunk_end(text: str, start: int, names: Names) -> int:
    """Return where a name that is not known ends: at a mark outside brackets, or before a known name."""
    depth = 0
    for place in range(start, len(text)):
        char = text[place]
        depth += (char == "(") - (char == ")")
        if depth <= 0 and _STOP.match(char):
            return place
        if depth <= 0 and place > start and _begins_name(text, place, names):
            return place
    return len(text)


def _begins_name(text: str, place: int, names: Names) -> bool:
    """Whether the limit of a part, or a known name after a conjunction or none, begins at a blank."""
    between = _BETWEEN.match(text, place) if text[place].isspace() else None
    if between is None:
        return False
    return bool(_SCOPE.match(text, place)) or names.match(text, between.end()) is not None
