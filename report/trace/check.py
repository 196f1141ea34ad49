"""Every number of a written report held against the master: each has its cells there, and is theirs."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from catalogue import TongHopError, load_master
from catalogue.wording import report as words
from consolidate import MasterTables
from report.trace.marks import Figure
from report.trace.origin import evaluate
from report.trace.places import Place, Rendered, Text, texts_of
from report.trace.sources import address
from report.trace.structure import NUMBER, explained, is_frame

_CONTEXT = 60


class FigureError(TongHopError):
    """A number of the report is not what the master says, or stands for nothing in it."""


def check_figures(made: Rendered, tables: MasterTables) -> int:
    """Hold every number of a report against the master and return how many figures were found right.

    The document is read again from its bytes; every figure is taken again from the master's cells.

    Raises:
        FigureError: A number is not the master's, was changed, or has no origin; the message names it.
    """
    texts = texts_of(made.content)
    by_text: dict[int, list[Place]] = {}
    for place in made.places:
        _check_place(place, texts, tables)
        by_text.setdefault(place.text, []).append(place)
    for number, text in enumerate(texts):
        _check_rest(text, by_text.get(number, ()))
    return sum(isinstance(place.piece, Figure) for place in made.places)


def _check_place(place: Place, texts: Sequence[Text], tables: MasterTables) -> None:
    text = texts[place.text].words if place.text < len(texts) else ""
    found, said = text[place.start : place.end], place.words
    if isinstance(place.piece, Figure):
        said = place.piece.write(evaluate(place.piece.origin, tables) or 0)
    if found == said:
        return
    where = address(place.piece.origin, tables) if isinstance(place.piece, Figure) else words.OWN_WORDS
    raise FigureError(
        words.FIGURE_DIFFERS.format(
            found=found, wanted=said, place=where, context=_around(text, place.start, place.end)
        )
    )


def _check_rest(text: Text, places: Sequence[Place]) -> None:
    """Find a number that stands outside every known piece of a text."""
    if is_frame(text.style) or not any(char.isdigit() for char in text.words):
        return
    known = sorted([*((place.start, place.end) for place in places), *explained(text.words)])
    for start, end in _numbers(text.words):
        at = bisect_right(known, (start, len(text.words) + 1)) - 1
        if not any(begin <= start and end <= stop for begin, stop in known[: at + 1]):
            raise FigureError(
                words.FIGURE_UNKNOWN.format(
                    found=text.words[start:end], context=_around(text.words, start, end)
                )
            )


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in NUMBER.finditer(text))


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _CONTEXT) : end + _CONTEXT].replace("\n", " ").strip()


def check_unchanged(before: MasterTables, now: MasterTables) -> None:
    """Hold the master a report was made from against the master as it is now.

    A figure that was blank and no longer is stands nowhere in the report: only the master itself tells.

    Raises:
        FigureError: A table has changed meanwhile; the message names the first.
    """
    for key, frame in before.tables.items():
        if not frame.equals(now.tables[key]):
            raise FigureError(words.MASTER_CHANGED.format(sheet=load_master()[key].title))
