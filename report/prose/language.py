"""How an office writes: counts, shares, amounts, lists of names, other people's words on one line."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from catalogue import VND_PER_MILLION, date_text, million_vnd_text, number_text
from report.figures.tasks import GroupLine, TaskLine
from report.trace.marks import called, first_changed, quoted, unmarked, written
from report.trace.origin import counted
from report.wording import words

QUOTE_LENGTH = 280
NAME_LENGTH = 150
CELL_LENGTH = 700
SHORT_CELL_LENGTH = 160
FEW_NAMES = 6
MANY_NAMES = 12

_TWO_DIGITS = 10
_LEAST_LENGTH = 30
_ELLIPSIS = "…"
_LIST_MARK = re.compile(r"^[-+*•–]\s*")
_DASHED = re.compile(r"(.+)\.g(\d+(?:\.\d+)*)")
_SPACES = re.compile(r"[^\S\n]+")


def count_text(count: int) -> str:
    """Return a count as offices write it, two digits at least.

    >>> count_text(5), count_text(12), count_text(1234), count_text(0)
    ('05', '12', '1.234', '0')
    """
    return written(count, _count)


def _count(count: float) -> str:
    return f"{count:02.0f}" if 0 < count < _TWO_DIGITS else number_text(count)


def per_cent(share: float | None) -> str:
    """Return a share in per cent with at most one decimal, blank when there is none."""
    return "" if share is None else words.PER_CENT.format(share=written(share, _one_decimal))


def _one_decimal(number: float) -> str:
    return number_text(number, decimals=1)


def whole_text(number: float) -> str:
    """Return a whole number in a table."""
    return written(number, number_text)


def year_text(year: int) -> str:
    """Return a year."""
    return written(year, _digits)


def _digits(number: float) -> str:
    return str(round(number))


def million(amount_vnd: int) -> str:
    """Return an amount in sentences: million đồng, to the hundred thousand."""
    return words.MILLION.format(amount=written(amount_vnd, _million))


def _million(amount_vnd: float) -> str:
    return number_text(round(amount_vnd / VND_PER_MILLION, 1), decimals=1)


def million_cell(amount_vnd: int | None) -> str:
    """Return an amount in a table of million đồng, to the đồng; blank when there is none."""
    return "" if amount_vnd is None else written(amount_vnd, _exact_million)


def _exact_million(amount_vnd: float) -> str:
    return million_vnd_text(round(amount_vnd))


def number_cell(value: float | None, *, decimals: int = 2) -> str:
    """Return a number in a table, blank when there is none."""
    return "" if value is None else written(value, partial(number_text, decimals=decimals))


def day_text(day: date | None) -> str:
    """Return a date, blank when there is none."""
    return "" if day is None else called(date_text(day))


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
        return joined(map(called, units))
    kept, others = units[: most // 2], units[most // 2 :]
    count = counted(len(others), "submissions", unit_name=others)
    return words.OTHERS.format(names=", ".join(map(called, kept)), count=count_text(count))


def numbered_codes(codes: Sequence[str], *, most: int = FEW_NAMES) -> str:
    """Return the codes of tasks, cut short when there are many."""
    shown = called(", ".join(map(task_label, codes[:most])))
    return shown if len(codes) <= most else f"{shown}{_ELLIPSIS}"


def said(text: str, *, most: int = QUOTE_LENGTH) -> str:
    """Return a unit's own words on one line, known for its words."""
    return quoted(one_line(text, most=most))


def name_line(text: str, *, most: int = NAME_LENGTH) -> str:
    """Return a name of the plan or the master on one line, known for a name."""
    return called(one_line(text, most=most))


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
    return quoted(text) if short == text else words.CUT.format(text=quoted(short))


def lower_first(text: str) -> str:
    """Return text with a small first letter, unless its first word is an abbreviation.

    >>> lower_first("Sau khi"), lower_first("UBND")
    ('sau khi', 'UBND')
    """
    first, _, _ = unmarked(text).partition(" ")
    return text if first.isupper() and len(first) > 1 else first_changed(text, str.lower)


def sentence_case(name: str) -> str:
    """Return a name for a heading that the decree wants in small letters, were it all capitals in the plan.

    >>> sentence_case("ABC DEF"), sentence_case("Abc DEF")
    ('Abc def', 'Abc DEF')
    """
    return name[:1] + name[1:].lower() if name.isupper() else name


def upper_first(text: str) -> str:
    """Return text with a capital first letter."""
    return first_changed(text, str.upper)


def task_label(code: str) -> str:
    """Return a task's code as a reader knows it: of tasks the plan only marks by a dash, which dash.

    >>> task_label("I.2"), task_label("1.1.g5").startswith("1.1 (")
    ('I.2', True)
    """
    found = _DASHED.fullmatch(code)
    return words.TASK_LABEL.format(parent=found[1], item=found[2]) if found else code


def group_title(group: GroupLine) -> str:
    """Return a group by number and name; a name that says its number itself stands alone."""
    name = sentence_case(group.name)
    if not group.number or f"{group.number}:" in name:
        return name
    return words.CLAUSE_HEADING.format(number=group.number, name=name)


def task_named(task: TaskLine) -> str:
    """Return a task as a sentence names it, by code and name."""
    return words.TASK_NAMED.format(label=called(task_label(task.code)), name=task_name(task))


def task_name(task: TaskLine) -> str:
    """Return a task's name on one line; of a part of a task its own words stay whole, which tell it apart."""
    name = one_line(task.name, most=len(task.name))
    whole, colon, part = name.rpartition(words.PART_OF_TASK)
    room = NAME_LENGTH - len(part) - len(colon)
    if len(name) <= NAME_LENGTH or not colon or room < _LEAST_LENGTH:
        return called(shortened(name, most=NAME_LENGTH))
    return called(f"{shortened(whole, most=room)}{colon}{part}")


def deadline_text(deadline: str) -> str:
    """Return a deadline as a sentence says it: a bare year is called a year."""
    return called(words.YEAR_ONE.format(year=deadline) if deadline.isdigit() else lower_first(deadline))


def tasks_due(found: Iterable[TaskLine]) -> str:
    """Return tasks with their deadlines."""
    return listed(
        words.TASK_DUE.format(task=task_named(task), deadline=deadline_text(task.deadline))
        if task.deadline
        else task_named(task)
        for task in found
    )
