"""Cut the lines of a text into table rows: cells separated by tabs, or by "|" with merged cells left out."""

import re
from collections.abc import Iterator, Sequence

from validation.draft.model import Line

_RULE = re.compile(r"[\s|:+-]*-{3}[\s|:+-]*")
_TRAILING_PIPES = re.compile(r"\|\|\s*$", re.MULTILINE)
_INNER_PIPES = re.compile(r"\|\|[^|\n]*[^|\s]")


def tabbed_lines(physical: Sequence[str]) -> Iterator[Line]:
    """Yield rows of cells separated by tabs, the header first; a line without a tab marks a page break."""
    width = physical[0].count("\t") + 1
    after_break = False
    for line in physical:
        if "\t" not in line:
            after_break = True
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        yield _tabbed_row(cells, width, after_break=after_break)
        after_break = False


def _tabbed_row(cells: list[str], width: int, *, after_break: bool) -> Line:
    """Return one row: cells short of the header are placed later, by what they say."""
    while len(cells) > width and not cells[-1]:
        cells.pop()
    return Line(tuple(cells), after_break=after_break, is_ragged=len(cells) != width)


def piped_lines(physical: Sequence[str]) -> Iterator[Line]:
    """Yield rows of cells separated by "|", the header first.

    A row may go over several lines: every row has as many separators as the header.
    """
    header = physical[0].strip()
    rows = list(_whole_rows(physical, header.count("|")))
    whole = "\n".join(row for row, _ in rows)
    is_ragged = bool(_TRAILING_PIPES.search(whole)) and not _INNER_PIPES.search(whole)
    for row, after_break in rows:
        cells = row.split("|")[header.startswith("|") :]
        if is_ragged:
            yield Line(_own_cells(cells), after_break=after_break, is_ragged=True, omits_merged=True)
        else:
            kept = cells[:-1] if header.endswith("|") else cells
            yield Line(tuple(cell.strip() for cell in kept), after_break=after_break)


def _whole_rows(physical: Sequence[str], separators: int) -> Iterator[tuple[str, bool]]:
    """Yield rows put together from their lines, each with whether a page ended before it."""
    row, after_break = "", False
    for line in physical:
        if not row and ("|" not in line or _RULE.fullmatch(line)):
            after_break = after_break or not line.strip()
            continue
        if row and row.count("|") + line.count("|") > separators:
            yield row, after_break
            row, after_break = "", False
        row = f"{row}\n{line}" if row else line
        if row.count("|") >= separators:
            yield row, after_break
            row, after_break = "", False


def _own_cells(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells a row has of its own: what only fills the row up at its end is left out.

    A blank cell that stands on a line of its own is a cell.
    """
    kept = list(cells)
    while kept and not kept[-1].strip() and "\n" not in kept[-1]:
        kept.pop()
    return tuple(cell.strip() for cell in kept)
