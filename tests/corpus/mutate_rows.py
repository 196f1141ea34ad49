"""Rows inserted, removed, reordered, sorted, filtered, hidden, duplicated, merged, without their keys."""

from random import Random

from catalogue import SheetKey
from tests.corpus.book import Book, Cell, Row, Sheet, copied_row, stray
from tests.corpus.mutation import ask_about, theme
from tests.corpus.truth import Ask, Truth

ROWS = theme("rows")
FIXED = (SheetKey.TASKS, SheetKey.INDICATORS)
FREE = (SheetKey.BUDGETS, SheetKey.PROPOSALS)
HEADER = 4


def table(book: Book, dice: Random, *keys: SheetKey, least: int = 1) -> tuple[Sheet, list[int]]:
    """Return one of the sheets and the numbers of its answer rows; no rows when none has as many."""
    found = [(sheet, answer_rows(sheet)) for key in keys if (sheet := book.sheet(key))]
    found = [(sheet, numbers) for sheet, numbers in found if len(numbers) >= least]
    return dice.choice(found) if found else (Sheet("", None, []), [])


def answer_rows(sheet: Sheet) -> list[int]:
    """Return the numbers of the rows that hold answers."""
    return [
        number
        for number, row in enumerate(sheet.rows)
        if any(cell.truth and cell.truth.place and not cell.truth.is_blank for cell in row.cells)
    ]


def columns_of(row: Row) -> list[int]:
    return [at for at, cell in enumerate(row.cells) if cell.truth and cell.truth.place]


@ROWS.add
def blank_rows_inserted(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    for _ in range(3 if numbers else 0):
        sheet.insert_rows(dice.choice(numbers), Row([]))


@ROWS.add
def a_row_with_content_inserted(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        at = dice.choice(columns_of(sheet.rows[numbers[0]]))
        made = Row([Cell() for _ in range(at)])
        made.cells.append(stray("Nhiệm vụ đơn vị tự bổ sung ngoài biểu"))
        sheet.insert_rows(dice.choice(numbers), made)


@ROWS.add
def a_row_removed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        del sheet.rows[dice.choice(numbers)]


@ROWS.add
def a_free_row_removed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FREE)
    if numbers:
        del sheet.rows[dice.choice(numbers)]


@ROWS.add
def blank_free_rows_removed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FREE)
    if numbers:
        del sheet.rows[max(numbers) + 1 :]


@ROWS.add
def rows_reversed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE, least=2)
    _reorder(sheet, numbers, numbers[::-1])


@ROWS.add
def rows_shuffled(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE, least=2)
    _reorder(sheet, numbers, dice.sample(numbers, len(numbers)))


@ROWS.add
def rows_sorted_by_a_column(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE, least=2)
    if numbers:
        at = dice.choice(columns_of(sheet.rows[numbers[0]]))
        _reorder(sheet, numbers, sorted(numbers, key=lambda number: repr(sheet.cell(number, at).content)))


@ROWS.add
def visible_columns_sorted_without_the_hidden_keys(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, least=2)
    keys = {number: sheet.rows[number].cells[0] for number in numbers}
    order = dice.sample(numbers, len(numbers))
    _reorder(sheet, numbers, order)
    for number in numbers:
        sheet.rows[number].cells[0] = keys[number]
        ask_about(sheet.rows[number].cells, Ask.MAY)


@ROWS.add
def hidden_keys_of_two_rows_exchanged(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, least=2)
    if numbers:
        one, other = (sheet.rows[number].cells for number in dice.sample(numbers, 2))
        one[0], other[0] = other[0], one[0]
        ask_about([*one, *other], Ask.MAY)


@ROWS.add
def a_unit_of_measure_overwritten(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, SheetKey.INDICATORS)
    if numbers:
        number = dice.choice(numbers)
        sheet.cell(number, 3).content = "nghìn tấn"
        ask_about(sheet.rows[number].cells, Ask.MAY)


def _reorder(sheet: Sheet, numbers: list[int], order: list[int]) -> None:
    kept = [sheet.rows[number] for number in order]
    for number, row in zip(numbers, kept, strict=True):
        sheet.rows[number] = row


@ROWS.add
def rows_hidden(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    for number in dice.sample(numbers, (len(numbers) + 1) // 2):
        sheet.rows[number].attributes += "" if "hidden" in sheet.rows[number].attributes else ' hidden="1"'


@ROWS.add
def rows_filtered(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers and "<autoFilter" not in sheet.middle:
        sheet.middle += f'<autoFilter ref="B5:F{max(numbers) + 1}"/>'
        row = sheet.rows[dice.choice(numbers)]
        row.attributes += "" if "hidden" in row.attributes else ' hidden="1"'


@ROWS.add
def a_row_duplicated(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        number = dice.choice(numbers)
        sheet.insert_rows(number + 1, copied_row(sheet.rows[number]))


@ROWS.add
def a_row_duplicated_and_changed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        number = dice.choice(numbers)
        copy = copied_row(sheet.rows[number])
        at = dice.choice(columns_of(copy)) if not _texts(copy) else dice.choice(_texts(copy))
        sheet.insert_rows(number + 1, copy)
        ask_about([*copy.cells, *sheet.rows[number].cells], Ask.MAY)
        contradict(copy.cells[at], sheet.rows[number].cells[at])


def contradict(copy: Cell, original: Cell) -> None:
    """Write something else into a copy: which one counts is a question, unless the original says nothing."""
    ask = Ask.MUST if original.is_written else Ask.MAY
    copy.content = "Nội dung khác hẳn ở bản chép"
    copy.truth = Truth(copy.truth.place, (copy.content,), ask)


def _texts(row: Row) -> list[int]:
    return [
        at for at in columns_of(row) if row.cells[at].truth.place[2].endswith(("_text", "note", "content"))
    ]


@ROWS.add
def a_free_row_duplicated(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FREE)
    if numbers:
        number = dice.choice(numbers)
        sheet.insert_rows(number + 1, copied_row(sheet.rows[number]))
        ask_about(sheet.rows[number].cells, Ask.MAY)


@ROWS.add
def a_free_row_copied_for_a_new_one(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FREE)
    if numbers:
        number = dice.choice(numbers)
        copy = copied_row(sheet.rows[number])
        for cell in copy.cells:
            if cell.truth and cell.truth.place:
                key, row_key, field_key = cell.truth.place
                cell.truth = Truth((key, f"{row_key} mới", field_key), cell.truth.right, Ask.MAY)
        ask_about(sheet.rows[number].cells, Ask.MAY)
        new = next(cell for cell in copy.cells[::-1] if cell.truth and isinstance(cell.content, str))
        new.content = "Nội dung của dòng mới chép từ dòng trên"
        new.truth = Truth(new.truth.place, (new.content,), Ask.MAY)
        sheet.insert_rows(number + 1, copy)


@ROWS.add
def the_hidden_key_of_a_row_lost(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        row = sheet.rows[dice.choice(numbers)]
        row.cells[0].content = None
        ask_about(row.cells, Ask.MAY)


@ROWS.add
def all_hidden_keys_of_rows_lost(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    for number in numbers:
        sheet.rows[number].cells[0].content = None
        ask_about(sheet.rows[number].cells, Ask.MAY)


@ROWS.add
def the_key_and_the_name_of_a_row_lost(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        row = sheet.rows[dice.choice(numbers)]
        for cell in row.cells[:3]:
            cell.content = None
        ask_about(row.cells, Ask.MAY)


@ROWS.add
def a_key_of_another_unit(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        row = sheet.rows[dice.choice(numbers)]
        row.cells[0].content = "ZZ.99"
        ask_about(row.cells, Ask.MAY)


@ROWS.add
def a_printed_name_overwritten(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        number = dice.choice(numbers)
        sheet.cell(number, 2).content = "Tên nhiệm vụ đã được đơn vị sửa lại"
        ask_about(sheet.rows[number].cells, Ask.MAY)


@ROWS.add
def a_word_added_to_a_printed_name(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        cell = sheet.cell(dice.choice(numbers), 2)
        cell.content = f"{cell.content} (đã rà soát)"


@ROWS.add
def header_rows_shifted(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        sheet.insert_rows(0, *(Row([]) for _ in range(dice.randrange(1, 4))))


@ROWS.add
def a_title_inserted_above_everything(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        sheet.insert_rows(0, Row([Cell(), Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]))


@ROWS.add
def the_title_rows_removed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        del sheet.rows[1:HEADER]


@ROWS.add
def the_header_repeated_between_rows(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE, least=2)
    if numbers:
        header = copied_row(_header(sheet))
        sheet.insert_rows(numbers[1], header)


def _header(sheet: Sheet) -> Row:
    return next((row for row in sheet.rows if any(cell.content == "STT" for cell in row.cells)), Row([]))


@ROWS.add
def a_total_below_the_table(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FREE)
    if numbers:
        _write_new_row(sheet, numbers, len(sheet.rows), "Tổng cộng: 3.757,5")


def _write_new_row(sheet: Sheet, numbers: list[int], row: int, text: str) -> None:
    """Write one text into a row that was free."""
    at = max(at for at in columns_of(sheet.rows[numbers[0]]) if at in _texts(sheet.rows[numbers[0]]))
    field = sheet.rows[numbers[0]].cells[at].truth.place[2]
    cell = sheet.cell(row, at)
    cell.content, cell.truth = text, Truth((sheet.key, f"new {row}", field), (text,), Ask.MAY)


@ROWS.add
def a_note_far_below_the_table(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        at = dice.choice(columns_of(sheet.rows[numbers[0]]))
        row = len(sheet.rows) + dice.randrange(20, 400)
        sheet.cell(row, at)
        sheet.rows[row].cells[at] = stray("Ghi chú của đơn vị ở rất xa bên dưới")


@ROWS.add
def one_cell_of_the_next_free_row_only(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FREE)
    if numbers and max(numbers) + 1 < len(sheet.rows):
        _write_new_row(sheet, numbers, max(numbers) + 1, "Nội dung lẻ loi của một dòng mới")
