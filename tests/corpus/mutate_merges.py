"""Cells merged: downwards, sideways, a whole column."""

from random import Random

from tests.corpus.book import Area, Book, Cell, Sheet
from tests.corpus.mutate_rows import FIXED, FREE, columns_of, table
from tests.corpus.mutation import ask_about, theme
from tests.corpus.truth import Ask, Truth

MERGES = theme("merged cells")


@MERGES.add
def two_answers_merged_downwards(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE, least=2)
    pairs = [number for number in numbers if number + 1 in numbers]
    if pairs:
        top = dice.choice(pairs)
        at = dice.choice(columns_of(sheet.rows[top]))
        _merge(sheet, Area(top, at, top + 1, at))


@MERGES.add
def two_answers_merged_sideways(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        top = dice.choice(numbers)
        at = dice.choice(columns_of(sheet.rows[top])[:-1])
        _merge(sheet, Area(top, at, top, at + 1))


@MERGES.add
def a_whole_column_of_answers_merged(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, least=2)
    if numbers:
        at = dice.choice(columns_of(sheet.rows[numbers[0]]))
        _merge(sheet, Area(min(numbers), at, max(numbers), at))


def _merge(sheet: Sheet, area: Area) -> None:
    """Merge cells as Excel does: what is not at the top left is gone, and nobody knows whose the rest is."""
    held = [
        sheet.cell(row, column)
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    ]
    if any(other.holds(area.top, area.left) or area.holds(other.top, other.left) for other in sheet.merges):
        return
    sheet.merges.append(area)
    was_answered = sum(cell.is_written for cell in held)
    for cell in held[1:]:
        cell.content, cell.formula = None, ""
    first = held[0]
    ask_about(held, Ask.MUST if was_answered > 1 else Ask.MAY)
    if not first.is_written:
        _forget(held)


def _forget(cells: list[Cell]) -> None:
    for cell in cells:
        if cell.truth and cell.truth.place:
            cell.truth = Truth(cell.truth.place, (None,), Ask.MUST if not cell.truth.is_blank else Ask.MAY)
