"""Read the rows of a free sheet: every row a unit wrote is an answer, except what only sums up the others."""

from collections.abc import Mapping
from functools import cache

from catalogue import Code, comparison_key, name_key
from catalogue.wording import structure as words
from validation.parsing import shown
from validation.reading import Grid, Value
from validation.structure.columns import Columns, address_of, cell_of, picking
from validation.structure.model import LocatedRow, Remark, SheetForm
from validation.structure.printed import NUMBER
from validation.structure.witness import key_of, may_mean

_MOST_ROWS = 1000
_MARKS = " -+*•.,:;()[]\"'"


def free_rows(
    grid: Grid, columns: Columns, form: SheetForm, key_column: int
) -> tuple[tuple[LocatedRow, ...], list[Remark]]:
    """Return the rows with an answer, and remarks on those that are none.

    A row keeps its hidden number as key. A copied row that was then written over is an answer of its own.
    """
    rows: dict[str, LocatedRow] = {}
    remarks: list[Remark] = []
    asked = [key for key in form.asked if key in columns.at]
    answers_in, blank = picking([columns.at[key] for key in asked]), (None,) * len(asked)
    own = {columns.key_row, columns.header_row}
    headers = _headers(grid, columns, form)
    for at, row in enumerate(grid):
        answers = answers_in(row)
        if answers == blank or at in own:
            continue
        cells = dict(zip(asked, answers, strict=True))
        if _is_header(cells, headers):
            continue
        written = {key: cell_of(row, position) for key, position in columns.at.items()}
        outside = _outside(written, cells, is_above=at < columns.header_row)
        if outside:
            remarks.append(_outside_table(form, columns, at, outside, written[outside]))
            continue
        key = _key(at, shown(cell_of(row, key_column)), shown(written.get(NUMBER)))
        if key in rows and rows[key].cells == cells:
            cell = address_of(at, columns.shown_first)
            remarks.append(
                Remark(code=Code.T116, sheet_key=form.key, row_key=key, cell=cell, value=str(at + 1))
            )
            continue
        key = f"r{at + 1}" if key in rows else key
        rows[key] = LocatedRow(number=at + 1, key=key, cells=cells)
    return tuple(rows.values()), remarks


def _headers(grid: Grid, columns: Columns, form: SheetForm) -> Mapping[str, set[str]]:
    """Return what stands above each column, as printed and as it is now."""
    row = grid[columns.header_row] if columns.header_row >= 0 else ()
    return {
        key: {key_of(form.headers[key]), key_of(shown(cell_of(row, position)))}
        for key, position in columns.at.items()
    }


def _is_header(cells: Mapping[str, Value], headers: Mapping[str, set[str]]) -> bool:
    """Whether a row only repeats the header."""
    return all(
        value is None
        or (
            isinstance(value, str) and may_mean(value, headers[key]) and comparison_key(value) in headers[key]
        )
        for key, value in cells.items()
    )


def _key(at: int, *texts: str) -> str:
    """Return the row's hidden number, or the visible one; the number of the row on the sheet is last."""
    numbers = (text for text in texts if text.isascii() and text.isdecimal() and text == str(int(text)))
    return next((text for text in numbers if 0 < int(text) <= _MOST_ROWS), f"r{at + 1}")


def _outside(written: Mapping[str, Value], cells: Mapping[str, Value], *, is_above: bool) -> str:
    """Return the field that shows that a row is no answer: the word for a total, or text above the header."""
    if is_above:
        return next(key for key, value in cells.items() if value is not None)
    return next((key for key, value in written.items() if isinstance(value, str) and _is_total(value)), "")


def _is_total(text: str) -> bool:
    totals = _totals()
    words_only = text.lstrip(_MARKS)
    # What begins with another sign than a letter is rare: then only the key tells.
    is_likely = not words_only[:1].isalpha() or may_mean(words_only, totals)
    return is_likely and name_key(text) in totals


@cache
def _totals() -> frozenset[str]:
    return frozenset(name_key(text) for text in words.TOTALS)


def _outside_table(form: SheetForm, columns: Columns, at: int, field_key: str, value: Value) -> Remark:
    cell = address_of(at, columns.at[field_key])
    return Remark(code=Code.T106, sheet_key=form.key, cell=cell, value=shown(value))
