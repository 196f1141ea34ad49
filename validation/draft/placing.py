"""Put the cells of each row under their columns, also where a row has fewer cells than the header.

A row that leaves out merged cells does not say which. Its cells are put where the full rows of the same
table read most like them, in order.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from catalogue import comparison_key
from catalogue.wording import draft as words
from validation.draft.columns import Layout
from validation.draft.deadlines import read_deadline
from validation.draft.model import DEADLINE, Entry, Line

BULLETS = ("-", "–", "+", "•", "*")
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[^\W\d_])[.)/]?")
_NUMBERED = re.compile(
    r"(\d{1,3}(?:\.\d{1,3})+|\d{1,3}(?=[.)/])|[IVXLC]+(?=[.)/])|[^\W\d_](?=[.)/]))[.)/]?\s+(\S.*)", re.DOTALL
)
_BULLETED = re.compile(r"([-–+•*])\s*(?=[^\W\d_])(.*)", re.DOTALL)
_SMOOTHING = 0.1


def place(lines: Sequence[Line], layout: Layout) -> list[Entry]:
    """Return the rows with their cells by role."""
    likeness = _Likeness([line for line in lines if len(line.cells) == len(layout.roles)], layout)
    return [_entry(line, layout, likeness) for line in lines]


def is_number(text: str) -> bool:
    """Whether a cell is a number or bullet as the first column has it; a blank one is too."""
    return not text or text in BULLETS or bool(_NUMBER.fullmatch(text))


class _Likeness:
    """How much a text reads like the cells a column holds in full rows."""

    def __init__(self, full: Sequence[Line], layout: Layout) -> None:
        """Count the words and the texts of every column."""
        self._words: dict[str, Counter[str]] = {role: Counter() for role in layout.roles}
        self._texts: dict[str, Counter[str]] = {role: Counter() for role in layout.roles}
        for line in full:
            for role, text in zip(layout.roles, line.texts, strict=True):
                self._words[role].update(_words(text))
                self._texts[role][comparison_key(text)] += 1

    def score(self, text: str, role: str) -> float:
        """Return a number, the greater the likelier the text stands in this column."""
        counts, spoken = self._words[role], _words(text)
        total = sum(counts.values()) + _SMOOTHING * (len(counts) + 1)
        mean = sum(math.log((counts[word] + _SMOOTHING) / total) for word in spoken) / max(1, len(spoken))
        repeats = math.log1p(self._texts[role][comparison_key(text)])
        reads = (read_deadline(text) is not None) == (role == DEADLINE)
        return mean + repeats + (0.0 if reads else -5.0)


def _words(text: str) -> list[str]:
    return comparison_key(text).split()


def _entry(line: Line, layout: Layout, likeness: _Likeness) -> Entry:
    roles = layout.roles
    if len(line.cells) >= len(roles):
        placed = dict(zip(roles, line.cells, strict=False))
    else:
        placed = _placed(line.texts, roles, likeness)
    number, name = _number_and_name(placed.get("number") or "", placed.get("name") or "")
    cells = {role: text or "" for role, text in placed.items()} | {"name": name}
    is_cut_short = len(line.cells) < len(roles) and not line.omits_merged
    missing = () if is_cut_short else (role for role in roles if placed.get(role) is None)
    absent = frozenset(missing) - {"number", "name"}
    entry = Entry(number=number, cells=cells, absent=absent, after_break=line.after_break)
    _mark_placing(entry, line, roles, placed)
    return entry


def _mark_placing(entry: Entry, line: Line, roles: Sequence[str], placed: dict[str, str | None]) -> None:
    own = [role for role in roles if placed.get(role)]
    if len(line.cells) > len(roles):
        last = roles[-1]
        entry.cells[last] = " ".join(filter(None, line.texts[len(roles) - 1 :]))
        entry.guess(last, words.OVERFLOW)
    elif len(own) < len(roles) - ("number" not in own) and list(roles[: len(own)]) != own:
        for role in own[own.index("name") + 1 :] if "name" in own else own:
            entry.guess(role, words.PLACED)


def _placed(texts: Sequence[str], roles: Sequence[str], likeness: _Likeness) -> dict[str, str | None]:
    """Return a short row's cells by role; roles that got none are absent (None)."""
    fixed: dict[str, str | None] = {}
    rest = list(texts)
    free = list(roles)
    for role in ("number", "name"):
        if role in free and rest and (role == "name" or is_number(rest[0])):
            fixed[role] = rest.pop(0)
        free = [each for each in free if each != role]
    return fixed | dict(_best(rest, free, likeness))


def _best(texts: Sequence[str], roles: Sequence[str], likeness: _Likeness) -> Iterator[tuple[str, str]]:
    """Yield role and text of the likeliest placing in order; when texts name no words, the first columns."""

    def total(chosen: Iterable[str]) -> float:
        return sum(likeness.score(text, role) for text, role in zip(texts, chosen, strict=True) if text)

    candidates = list(combinations(roles, min(len(texts), len(roles))))
    if candidates and candidates[0]:
        yield from zip(max(candidates, key=total), texts, strict=False)


def _number_and_name(number: str, name: str) -> tuple[str, str]:
    """Return a row's number and name, taken apart where one cell holds both."""
    text = name if number == "" else number if not is_number(number) else ""
    if not text:
        return number.strip(), name
    match = _NUMBERED.fullmatch(text) or _BULLETED.fullmatch(text)
    own, rest = (match[1], match[2]) if match else ("", text)
    return own, rest if text == name or not name else f"{rest} {name}"
