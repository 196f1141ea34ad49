"""How an office writes: counts, shares, amounts, lists of names, other people's words on one line."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from catalogue import date_text, million_vnd_text, number_text
from catalogue.wording import report as words
from report.figures.tasks import TaskLine

QUOTE_LENGTH = 280
NAME_LENGTH = 150
CELL_LENGTH = 700
SHORT_CELL_LENGTH = 160
FEW_NAMES = 6
MANY_NAMES = 12

_TWO_DIGITS = 10
_ELLIPSIS = "…"
_LIST_MARK = re.compile(r"^[-+*•–]\s*")
_SPACES = re.compile(r"[^\S\n]+")


def count_text(count: int) -> str:
    """Return a count as offices write it, two digits at least.

    >>> count_text(5), count_text(12), count_text(1234), count_text(0)
    ('05', '12', '1.234', '0')
    """
    return f"{count:02d}" if 0 < count < _TWO_DIGITS else number_text(count)


def per_cent(share: float | None) -> str:
    """Return a share in per cent with at most one decimal, blank when there is none."""
    return "" if share is None else words.PER_CENT.format(share=number_text(share, decimals=1))


def million(amount_vnd: int) -> str:
    """Return an amount in sentences: million đồng, to the hundred thousand."""
    return words.MILLION.format(amount=number_text(round(amount_vnd / 1_000_000, 1), decimals=1))


def million_cell(amount_vnd: int | None) -> str:
    """Return an amount in a table of million đồng, to the đồng; blank when there is none."""
    return "" if amount_vnd is None else million_vnd_text(amount_vnd)


def number_cell(value: float | None, *, decimals: int = 2) -> str:
    """Return a number in a table, blank when there is none."""
    return "" if value is None else number_text(value, decimals=decimals)


def day_text(day: date | None) -> str:
    """Return a date, blank when there is none."""
    return "" if day is None else date_text(day)


def joined(parts: Iterable[str], *, last: str = words.AND) -> str:
    """Return parts as one phrase, the last after "và".

    >>> joined(["a", "b", "c"], last=" & ")
    'a, b & c'
    """
    known = list(parts)
    return last.join([", ".join(known[:-1]), known[-1]]) if len(known) > 1 else "".join(known)


def listed(parts: Iterable[str]) -> str:
    """Return parts that hold commas of their own as one phrase."""
    return "; ".join(parts)


def named(units: Sequence[str], *, most: int = FEW_NAMES) -> str:
    """Return units by name; when there are many, the first few and how many others."""
    if len(units) <= most:
        return joined(units)
    kept = most // 2
    return words.OTHERS.format(names=", ".join(units[:kept]), count=count_text(len(units) - kept))


def numbered_codes(codes: Sequence[str], *, most: int = FEW_NAMES) -> str:
    """Return the codes of tasks, cut short when there are many."""
    shown = ", ".join(codes[:most])
    return shown if len(codes) <= most else f"{shown}{_ELLIPSIS}"


def one_line(text: str, *, most: int = QUOTE_LENGTH) -> str:
    """Return a unit's own words on one line: list marks dropped, lines joined, cut at a word when long.

    >>> one_line("- did this;" + chr(10) + "- did that.")
    'did this; did that'
    """
    parts = [_LIST_MARK.sub("", line.strip()).rstrip(" .;,") for line in text.splitlines()]
    return shortened(_SPACES.sub(" ", "; ".join(part for part in parts if part)), most=most)


def shortened(text: str, *, most: int) -> str:
    """Return text cut at a word, with an ellipsis, when it is longer than allowed.

    >>> shortened("one two three", most=9)
    'one two…'
    """
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    head = cut.rpartition(" ")[0] if text[most - 1] != " " else cut
    return f"{(head if len(head) > most // 2 else cut).rstrip(' .;,')}{_ELLIPSIS}"


def capped(text: str) -> str:
    """Return a unit's own words for a table cell; when they are too long, the rest stays in the master."""
    short = shortened(text, most=CELL_LENGTH)
    return text if short == text else words.CUT.format(text=short)


def lower_first(text: str) -> str:
    """Return text with a small first letter, unless its first word is an abbreviation.

    >>> lower_first("Sau khi"), lower_first("UBND")
    ('sau khi', 'UBND')
    """
    first, _, _ = text.partition(" ")
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return text with a capital first letter."""
    return text[:1].upper() + text[1:]


def task_named(task: TaskLine) -> str:
    """Return a task as a sentence names it, by code and name."""
    return words.TASK_NAMED.format(label=task.code, name=one_line(task.name, most=NAME_LENGTH))


def tasks_due(found: Iterable[TaskLine]) -> str:
    """Return tasks with their deadlines."""
    return listed(
        words.TASK_DUE.format(task=task_named(task), deadline=lower_first(task.deadline))
        if task.deadline
        else task_named(task)
        for task in found
    )
