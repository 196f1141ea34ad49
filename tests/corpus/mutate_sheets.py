"""Sheets renamed, copied, removed, added; identity and protection lost; the form of another round."""

import re
import unicodedata
from random import Random

from catalogue import SheetKey
from tests.corpus.book import Area, Book, Row, Sheet, copied_sheet, stray
from tests.corpus.mutate_rows import FIXED, FREE, answer_rows, contradict, table
from tests.corpus.mutation import ask_about, theme
from tests.corpus.truth import STRAY, Ask

SHEETS = theme("sheets")
IDENTITY, LISTS = "_tonghop", "_danh_muc"


def _named(book: Book, name: str) -> Sheet | None:
    return next((sheet for sheet in book.sheets if sheet.name == name), None)


def _free_name(book: Book, name: str) -> str:
    taken = {sheet.name for sheet in book.sheets}
    return next(each for number in range(1, 99) if (each := f"{name} ({number})") not in taken)


@SHEETS.add
def a_sheet_renamed(book: Book, dice: Random) -> None:
    sheet, _ = table(book, dice, *FIXED, *FREE)
    sheet.name = _free_name(book, "Báo cáo")


@SHEETS.add
def two_sheets_exchange_their_names(book: Book, dice: Random) -> None:
    found = [sheet for key in (*FIXED, *FREE) if (sheet := book.sheet(key))]
    if len(found) > 1:
        one, other = dice.sample(found, 2)
        one.name, other.name = other.name, one.name


@SHEETS.add
def the_information_sheet_renamed(book: Book, _dice: Random) -> None:
    if sheet := book.sheet(SheetKey.INFO):
        sheet.name = _free_name(book, "Thông tin chung")


@SHEETS.add
def every_sheet_renamed(book: Book, _dice: Random) -> None:
    for number, sheet in enumerate(book.sheets):
        if not sheet.name.startswith("_"):
            sheet.name = f"Sheet{number}"


@SHEETS.add
def sheet_names_in_nfd(book: Book, _dice: Random) -> None:
    for sheet in book.sheets:
        sheet.name = unicodedata.normalize("NFD", sheet.name)


@SHEETS.add
def a_sheet_copied(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        book.sheets.insert(
            dice.randrange(len(book.sheets)), copied_sheet(sheet, name=_free_name(book, sheet.name))
        )


@SHEETS.add
def a_sheet_copied_and_changed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        copy = copied_sheet(sheet, name=_free_name(book, sheet.name))
        both = [copy.rows[numbers[0]].cells, sheet.rows[numbers[0]].cells]
        at = next(at for at, cell in enumerate(both[0]) if cell.truth and cell.truth.place)
        for each in (sheet, copy):
            ask_about((cell for row in each.rows for cell in row.cells), Ask.MAY)
        contradict(*(cells[at] for cells in both))
        book.sheets.append(copy)


@SHEETS.add
def a_sheet_removed(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers:
        book.sheets.remove(sheet)


@SHEETS.add
def the_information_sheet_removed(book: Book, _dice: Random) -> None:
    if sheet := book.sheet(SheetKey.INFO):
        book.sheets.remove(sheet)


@SHEETS.add
def a_blank_sheet_added(book: Book, _dice: Random) -> None:
    book.sheets.append(_plain(book, "Sheet1", []))


@SHEETS.add
def a_sheet_with_content_added(book: Book, dice: Random) -> None:
    rows = [Row([stray("Phụ lục số liệu chi tiết"), stray(float(number))]) for number in range(3)]
    book.sheets.insert(dice.randrange(len(book.sheets) + 1), _plain(book, "Phụ lục của đơn vị", rows))


def _plain(book: Book, name: str, rows: list[Row]) -> Sheet:
    example = copied_sheet(book.sheets[0])
    head = re.sub(r"<sheetViews>.*</sheetViews>", "", example.head, flags=re.DOTALL)
    return Sheet(_free_name(book, name), None, rows, head=head, tail="</worksheet>")


@SHEETS.add
def the_guide_removed(book: Book, _dice: Random) -> None:
    book.sheets = [sheet for sheet in book.sheets if sheet.key is not SheetKey.GUIDE]


@SHEETS.add
def the_lists_removed(book: Book, _dice: Random) -> None:
    book.sheets = [sheet for sheet in book.sheets if sheet.name != LISTS]
    book.names = book.names.replace(f"{LISTS}!", "#REF!")


@SHEETS.add
def sheets_reordered(book: Book, dice: Random) -> None:
    dice.shuffle(book.sheets)
    book.names = re.sub(r"<definedName [^>]*localSheetId.*?</definedName>", "", book.names)


@SHEETS.add
def every_sheet_shown(book: Book, _dice: Random) -> None:
    for sheet in book.sheets:
        sheet.state, sheet.columns = "", {}
        for row in sheet.rows:
            row.attributes = row.attributes.replace(' hidden="1"', "")


@SHEETS.add
def protection_removed(book: Book, _dice: Random) -> None:
    for sheet in book.sheets:
        sheet.middle = re.sub(r"<sheetProtection[^>]*/>", "", sheet.middle)


@SHEETS.add
def defined_names_lost(book: Book, _dice: Random) -> None:
    book.names = ""


@SHEETS.add
def validations_and_formats_lost(book: Book, _dice: Random) -> None:
    for sheet in book.sheets:
        sheet.tail = "</worksheet>"


@SHEETS.add
def a_sheet_emptied(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED)
    if numbers:
        sheet.rows, sheet.merges = [], []


@SHEETS.refusable
def the_identity_sheet_removed(book: Book, _dice: Random) -> None:
    book.sheets = [sheet for sheet in book.sheets if sheet.name != IDENTITY]
    book.names = book.names.replace(f"{IDENTITY}!", "#REF!")


@SHEETS.refusable
def a_hand_made_table_with_the_same_headers(book: Book, dice: Random) -> None:
    the_identity_sheet_removed(book, dice)
    for sheet in book.sheets:
        if sheet.key in (*FIXED, *FREE) and not sheet.merges:
            numbers = set(answer_rows(sheet))
            rows = [row for number, row in enumerate(sheet.rows) if number >= 4 or number in numbers]
            sheet.rows, sheet.merges = rows, []
            sheet.delete_column(0)
            ask_about((cell for row in rows for cell in row.cells), Ask.MAY)


def _says(field: str, value: str, *, is_foreign: bool = False) -> None:
    def change(book: Book, _dice: Random) -> None:
        for row in sheet.rows if (sheet := _named(book, IDENTITY)) else []:
            if row.cells and row.cells[0].content == field:
                row.cells[1].content = value
                row.cells[1].truth = STRAY if is_foreign else None

    SHEETS.add(change, name=f"the form says {field} {value}", is_refusable=True)


_says("period", "2025", is_foreign=True)
_says("unit_code", "so-khong-co", is_foreign=True)
_says("plan_id", "ke-hoach-khac", is_foreign=True)
_says("plan_version", "99")
_says("form_version", "1900-01-01")
_says("fingerprint", "0000")
_says("plan_version", "")


@SHEETS.refusable
def the_form_of_another_unit(book: Book, _dice: Random) -> None:
    sheet = book.sheet(SheetKey.INFO)
    for row in sheet.rows if sheet else []:
        if row.cells and row.cells[0].content == "unit":
            row.cells[2] = stray("Sở Ngoại vụ")


@SHEETS.add
def the_title_block_merged(book: Book, dice: Random) -> None:
    sheet, numbers = table(book, dice, *FIXED, *FREE)
    if numbers and not sheet.merges:
        sheet.merges.append(Area(1, 1, 1, 5))
