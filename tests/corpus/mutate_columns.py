"""Columns inserted, moved, removed, renamed, hidden, duplicated, without their keys."""

from random import Random

from tests.corpus.book import Book, Cell, Sheet, stray
from tests.corpus.mutate_rows import FIXED, FREE, answer_rows, contradict, table
from tests.corpus.mutation import ask_about, theme
from tests.corpus.truth import STRAY, Ask

COLUMNS = theme("columns")


def _answer_columns(sheet: Sheet, numbers: list[int]) -> list[int]:
    return sorted(
        {
            at
            for number in numbers
            for at, cell in enumerate(sheet.rows[number].cells)
            if cell.truth and cell.truth.place
        }
    )


def _cells(sheet: Sheet, column: int) -> list[Cell]:
    return [sheet.cell(number, column) for number in range(len(sheet.rows))]


def _key_row(sheet: Sheet) -> list[Cell]:
    """Return the row of hidden keys, wherever it stands now."""
    rows = (row.cells for row in sheet.rows)
    return next((cells for cells in rows if any(cell.content == "number" for cell in cells)), [])


def _header_row(sheet: Sheet) -> list[Cell]:
    rows = (row.cells for row in sheet.rows)
    return next((cells for cells in rows if any(cell.content == "STT" for cell in cells)), [])


@COLUMNS.add
def blank_columns_inserted(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    for _ in range(2 if numbers else 0):
        sheet.insert_column(dice.randrange(1, sheet.width))


@COLUMNS.add
def a_blank_first_column_inserted(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        sheet.insert_column(0)
        ask_about((cell for number in numbers for cell in sheet.rows[number].cells), Ask.MAY)


@COLUMNS.add
def a_column_with_content_inserted(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        made = sheet.insert_column(dice.choice(_answer_columns(sheet, numbers)))
        made[min(numbers) - 1].content = "Đánh giá của đơn vị"
        for number in numbers:
            made[number].content, made[number].truth = f"Nhận xét riêng số {number}", STRAY


@COLUMNS.add
def content_right_of_the_table(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        at, number = sheet.width + dice.randrange(4), dice.choice(numbers)
        sheet.cell(number, at)
        sheet.rows[number].cells[at] = stray("Ghi chú ngoài biểu của đơn vị")


@COLUMNS.add
def columns_moved(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers and not sheet.merges:
        columns = _answer_columns(sheet, numbers)
        moved = dict(zip(columns, dice.sample(columns, len(columns)), strict=True))
        for row in sheet.rows:
            sheet_cells = row.cells + [Cell() for _ in range(max(columns) + 1 - len(row.cells))]
            row.cells = [sheet_cells[moved.get(at, at)] for at in range(len(sheet_cells))]


@COLUMNS.add
def visible_columns_exchanged_below_the_hidden_keys(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    keys = _key_row(sheet)
    if numbers and keys and not sheet.merges:
        one, other = dice.sample(_answer_columns(sheet, numbers), 2)
        for row in sheet.rows:
            if row.cells is not keys and len(row.cells) > max(one, other):
                row.cells[one], row.cells[other] = row.cells[other], row.cells[one]
                ask_about([row.cells[one], row.cells[other]], Ask.MAY)


@COLUMNS.add
def two_headers_exchanged(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    headers = _header_row(sheet)
    if numbers and headers:
        one, other = dice.sample(_answer_columns(sheet, numbers), 2)
        headers[one].content, headers[other].content = headers[other].content, headers[one].content
        ask_about((sheet.cell(number, at) for number in numbers for at in (one, other)), Ask.MAY)


@COLUMNS.add
def a_column_removed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        sheet.delete_column(dice.choice(_answer_columns(sheet, numbers)))


@COLUMNS.add
def a_printed_column_removed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        sheet.delete_column(dice.randrange(1, min(_answer_columns(sheet, numbers))))


@COLUMNS.add
def the_column_of_row_keys_removed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        sheet.delete_column(0)
        ask_about((cell for number in numbers for cell in sheet.rows[number].cells), Ask.MAY)


@COLUMNS.add
def headers_renamed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    for cell in _header_row(sheet) if numbers else []:
        if isinstance(cell.content, str) and cell.content != "STT":
            cell.content = f"{cell.content} (đơn vị sửa)"


@COLUMNS.add
def columns_hidden(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    for at in _answer_columns(sheet, numbers) if numbers else []:
        if dice.random() < 0.5:
            sheet.columns[at] = ' width="9" hidden="1"'


@COLUMNS.add
def a_column_duplicated(book: Book, dice: Random) -> None:
    _duplicate(book, dice, is_changed=False)


@COLUMNS.add
def a_column_duplicated_and_changed(book: Book, dice: Random) -> None:
    _duplicate(book, dice, is_changed=True)


def _duplicate(book: Book, dice: Random, *, is_changed: bool) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if not numbers:
        return
    at = dice.choice(_answer_columns(sheet, numbers))
    copies = sheet.insert_column(at + 1)
    originals = _cells(sheet, at)
    for copy, original in zip(copies, originals, strict=True):
        copy.content, copy.style, copy.formula = original.content, original.style, original.formula
        copy.truth = original.truth
    if is_changed:
        ask_about([*originals, *copies], Ask.MAY)
        number = dice.choice(numbers)
        contradict(copies[number], originals[number])


@COLUMNS.add
def the_key_of_a_column_lost(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    keys = _key_row(sheet)
    if numbers and keys:
        at = dice.choice(_answer_columns(sheet, numbers))
        keys[at].content = None
        ask_about((sheet.cell(number, at) for number in numbers), Ask.MAY)


@COLUMNS.add
def the_row_of_column_keys_removed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    keys = _key_row(sheet)
    if numbers and keys:
        _forget_keys(sheet)


@COLUMNS.add
def the_row_of_column_keys_cleared(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    for cell in _key_row(sheet) if numbers else []:
        cell.content = None
    ask_about((cell for number in numbers for cell in sheet.rows[number].cells), Ask.MAY)


def _forget_keys(sheet: Sheet) -> None:
    keys = _key_row(sheet)
    sheet.rows = [row for row in sheet.rows if row.cells is not keys]
    ask_about((cell for number in answer_rows(sheet) for cell in sheet.rows[number].cells), Ask.MAY)


@COLUMNS.add
def key_and_header_of_a_column_lost(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    keys, headers = _key_row(sheet), _header_row(sheet)
    if numbers and keys and headers:
        at = dice.choice(_answer_columns(sheet, numbers))
        keys[at].content, headers[at].content = None, "Cột mười một"
        ask_about((sheet.cell(number, at) for number in numbers), Ask.MAY)
