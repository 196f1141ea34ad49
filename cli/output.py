"""How answers are printed: tables and sentences for people, JSON for programs, a bar for long work."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TypeAlias, TypeVar

import typer

from validation import VIETNAM

Listener: TypeAlias = Callable[[str, int, int], None]
"""Told the label of long work, how many steps are done, and how many there are."""

Hearer: TypeAlias = Callable[[str], None]
"""Told a sentence that would go where errors go."""

_T = TypeVar("_T")
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)
_hearer: ContextVar[Hearer | None] = ContextVar("hearer", default=None)


def complain(sentence: str) -> None:
    """Print a sentence where errors go, or tell it to whoever hears them."""
    if hearer := _hearer.get():
        hearer(sentence)
        return
    typer.echo(sentence, err=True)


def say(sentence: str) -> None:
    """Print a sentence."""
    typer.echo(sentence)


def table(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()
) -> None:
    """Print a table; `numbers` are the positions of columns aligned to the right."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(title=Text(title) if title else None, title_justify="left")
    for position, column in enumerate(columns):
        # A code in the first column is there to be copied: it stays in one piece.
        drawn.add_column(
            Text(column),
            justify="right" if position in numbers else "left",
            overflow="fold",
            no_wrap=position == 0 and all(" " not in row[0].strip() for row in rows),
        )
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    Console(markup=False, highlight=False).print(drawn)


def print_json(answer: object) -> None:
    """Print an answer as JSON, Vietnamese letters as they are."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2, default=_plain) + "\n")


def iso_moment(nanoseconds: int) -> str:
    """Return a moment, counted from the epoch, in ISO format as the country's clocks showed it."""
    return datetime.fromtimestamp(nanoseconds // 1_000_000_000, VIETNAM).isoformat()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Path):
        return value.as_posix()
    raise TypeError(value)


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal while work goes on; call what is given once per step."""
    done = 0
    with _bar(label, total) as advance:

        def step() -> None:
            nonlocal done
            done += 1
            advance()
            if listener := _listener.get():
                listener(label, done, total)

        yield step


@contextmanager
def _bar(label: str, total: int) -> Iterator[Callable[[], None]]:
    if not (sys.stderr and sys.stderr.isatty()):  # a program of the ribbon has none
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True, markup=False), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)


def listening(listener: Listener) -> AbstractContextManager[None]:
    """Tell somebody else, too, how far long work has come: the status bar of Excel, say."""
    return _meanwhile(_listener, listener)


def moment_text(moment: str) -> str:
    """Return a moment in ISO format as the country's clocks showed it; what is none is left as it is."""
    try:
        return datetime.fromisoformat(moment).astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M")
    except ValueError:
        return moment


def hearing(hearer: Hearer) -> AbstractContextManager[None]:
    """Tell complaints to somebody else instead: a program of the ribbon has no place where errors go."""
    return _meanwhile(_hearer, hearer)


@contextmanager
def _meanwhile(variable: ContextVar[_T | None], value: _T) -> Iterator[None]:
    before = variable.set(value)
    try:
        yield
    finally:
        variable.reset(before)
