"""`consolidate --preview`: what would change in the master, before anything is written."""

from collections.abc import Iterator
from dataclasses import asdict

from catalogue import number_text
from catalogue.wording import preview as words
from cli.output import print_json, say, table
from consolidate import FigureChange, Preview, TableChange

MOST_SHOWN = 20
MOST_DECIMALS = 6


def print_preview(preview: Preview, *, json: bool) -> None:
    """Print what would change."""
    if json:
        print_json(preview_as_json(preview))
        return
    if preview.is_first:
        say(words.FIRST)
    elif preview.is_empty:
        say(words.NOTHING)
    if rows := figure_rows(preview):
        table(words.FIGURES_TITLE, words.FIGURES_COLUMNS, rows, numbers=(1, 2))
    for change in preview.tables:
        say(table_line(change))
        for line in _shown(change, is_first=preview.is_first):
            say(line)
    say(words.DONE)


def preview_as_json(preview: Preview) -> dict[str, object]:
    """Return a preview as `--json` prints it."""
    return {
        "is_first": preview.is_first,
        "is_empty": preview.is_empty,
        "figures": [asdict(figure) for figure in preview.figures],
        "tables": [asdict(change) for change in preview.tables],
    }


def figure_rows(preview: Preview) -> list[tuple[str, str, str]]:
    """Return the main figures that change: label, now, then."""
    return [_figure(figure) for figure in preview.figures if not figure.is_same]


def table_line(change: TableChange) -> str:
    """Return how many rows and cells of a table change, as a sentence."""
    return words.TABLE.format(
        title=change.title,
        added=len(change.added),
        dropped=len(change.dropped),
        changed=len(change.changed),
    )


def change_lines(change: TableChange) -> Iterator[str]:
    """Yield every row and cell of a table that changes, one line each."""
    for name in change.added:
        yield words.ADDED.format(name=name)
    for name in change.dropped:
        yield words.DROPPED.format(name=name)
    for cell in change.changed:
        yield words.CHANGED.format(row=cell.row, field=cell.field, old=cell.old, new=cell.new)


def _figure(figure: FigureChange) -> tuple[str, str, str]:
    before = words.NONE_YET if figure.before is None else number_text(figure.before, decimals=MOST_DECIMALS)
    return figure.label, before, number_text(figure.after, decimals=MOST_DECIMALS)


def _shown(change: TableChange, *, is_first: bool) -> Iterator[str]:
    """Yield the first lines of a table's changes; of a first master the counts say enough."""
    if is_first:
        return
    lines = list(change_lines(change))
    yield from lines[:MOST_SHOWN]
    if len(lines) > MOST_SHOWN:
        yield words.MORE.format(count=len(lines) - MOST_SHOWN)
