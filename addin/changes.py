"""What a consolidation changes, told: in a few lines, and on a page with every row and cell."""

from collections.abc import Iterator
from html import escape

from addin.page import html_page
from catalogue.wording import addin as words
from catalogue.wording import preview as preview_words
from cli.preview import change_lines, figure_rows, table_line
from consolidate import Preview, TableChange


def told_changes(preview: Preview) -> tuple[str, ...]:
    """Return the figures and tables that change, in sentences."""
    if preview.is_first:
        return (words.FIRST_MASTER,)
    if preview.is_empty:
        return (words.NOTHING_CHANGED,)
    figures = (words.FIGURE.format(label=label, old=old, new=new) for label, old, new in figure_rows(preview))
    return (words.CHANGES, *figures, *map(table_line, preview.tables))


def changes_html(preview: Preview, *, subtitle: str) -> str:
    """Return a page with everything that would change."""
    parts = [f"<p>{escape(subtitle)}</p>", f"<p>{escape(words.PREVIEW_NOTE)}</p>"]
    if preview.is_first or preview.is_empty:
        parts += [f"<p>{escape(sentence)}</p>" for sentence in told_changes(preview)]
    parts += _figures(preview)
    for change in preview.tables:
        parts += _table(change, is_whole=not preview.is_first)
    return html_page(words.PREVIEW_TITLE, "".join(parts))


def _figures(preview: Preview) -> Iterator[str]:
    rows = figure_rows(preview)
    if rows:
        yield f"<h2>{escape(preview_words.FIGURES_TITLE)}</h2><table><tr>"
        yield "".join(f"<th>{escape(header)}</th>" for header in preview_words.FIGURES_COLUMNS)
        for row in rows:
            yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}"
        yield "</table>"


def _table(change: TableChange, *, is_whole: bool) -> Iterator[str]:
    """Yield a table's changes; of a first master the counts say enough."""
    yield f"<h2>{escape(change.title)}</h2><p>{escape(table_line(change))}</p>"
    if is_whole:
        lines = "".join(f"<li>{escape(line.strip())}</li>" for line in change_lines(change))
        yield f"<ul>{lines}</ul>"
