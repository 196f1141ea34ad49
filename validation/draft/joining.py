"""Join two parts of a cell that a page break cut apart."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalogue import comparison_key
from catalogue.wording import draft as words
from validation.draft.agencies import Names, split_agencies

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Joined:
    """A cell put together, and the words left out because both parts have them."""

    text: str
    overlap: str = ""


def join(above: str, tail: str) -> Joined:
    """Return two parts as one; words that end the first and open the second are kept once."""
    if not above or not tail:
        return Joined(above or tail)
    left, right = above.split(), tail.split()
    for size in range(min(len(left), len(right)), 0, -1):
        if left[-size:] == right[:size]:
            return Joined(" ".join([above, *right[size:]]), " ".join(right[:size]))
    return Joined(f"{above} {tail}")


def join_agencies(above: str, tail: str, names: Names) -> Joined:
    """Return two parts of an agency cell as one, so that as few names as possible are unknown.

    A page break may repeat the word a cut name begins with.
    """
    candidates = [join(above, tail)]
    first, _, rest = tail.partition(" ")
    if rest and last_name(above, names).split(" ")[0] == first:
        candidates.append(Joined(f"{above} {rest}", first))
    return min(candidates, key=lambda joined: len(unknown_names(joined.text, names)))


def joined_sentence(joined: Joined, tail: str) -> str:
    """Return what a draft says of a cell put together."""
    if joined.overlap:
        return words.OVERLAP.format(words=joined.overlap, tail=tail)
    return words.JOINED.format(tail=tail)


def last_name(text: str, names: Names) -> str:
    """Return the last agency a cell names, blank when it names none."""
    found = split_agencies(text, names)
    return found[-1].agency if found else ""


def unknown_names(text: str, names: Names) -> list[str]:
    """Return the agencies of a cell that the registry does not know."""
    return [named.agency for named in split_agencies(text, names) if not named.is_known]


def is_cut(text: str, names: Names) -> bool:
    """Whether a cell ends in a name the registry does not know."""
    last = last_name(text, names)
    return bool(last) and not names.knows(last)


def in_order(text: str, others: Iterable[str], names: Names) -> str:
    """Return an agency cell with a name whose words came in another order set right.

    The right order is one found in another cell of the row, or in the registry.
    """
    for name in unknown_names(text, names):
        for candidate in _same_words(name, [*others, *names.spellings]):
            if comparison_key(candidate) != comparison_key(name):
                return text.replace(name, candidate)
            break
    return text


def _same_words(name: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield stretches of the texts that have exactly the words of a name."""
    wanted = Counter(_WORD.findall(name))
    size = wanted.total()
    if len(wanted) < 4:  # noqa: PLR2004 - few words are found anywhere in any order
        return
    for text in texts:
        found = list(_WORD.finditer(text))
        for start in range(len(found) - size + 1):
            window = found[start : start + size]
            if Counter(word.group() for word in window) == wanted:
                yield _with_bracket(text, window[0].start(), window[-1].end())


def _with_bracket(text: str, start: int, end: int) -> str:
    piece = text[start:end]
    return text[start : end + 1] if piece.count("(") > piece.count(")") else piece
