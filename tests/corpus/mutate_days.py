"""Days in every common form, in text and in numbers."""

from datetime import date
from random import Random

from catalogue import SheetKey
from tests.corpus.book import Book, Fault
from tests.corpus.mutation import pick, theme, write
from tests.corpus.truth import Ask

DAYS = theme("days")
READ, MAY, WARN, MUST = Ask.NEVER, Ask.MAY, Ask.WARN, Ask.MUST

# Written for 5 December; "{y}" is the year of the answer that stood there.
TYPED = [
    *((text, READ) for text in ("05/12/{y}", "5/12/{y}", "05-12-{y}", "05.12.{y}", "5.12.{y}", "{y}-12-05")),
    *((text, READ) for text in ("ngày 05 tháng 12 năm {y}", "Ngày 5 tháng 12 năm {y}", " 05/12/{y} ")),
    *(
        (text, MAY)
        for text in ("5 tháng 12 năm {y}", "ngày 5/12/{y}", "05 / 12 / {y}", "05/12/{y}.", "{y}/12/05")
    ),
    *((text, MAY) for text in ("05/12/{yy}", "5-12-{yy}", "ngày 05/12/{yy}", "{y}1205", "05\\12\\{y}")),
    *(
        (text, MAY)
        for text in ("05/12/{y} 10:30", "05-Dec-{y}", "5 December {y}", "05–12–{y}", "05/12/{y} (dự kiến)")
    ),
]
DOUBTFUL = [
    "31/11/{y}",
    "05/13/{y}",
    "5/12",
    "{y}",
    "đang thực hiện",
    "x",
    "chưa",
    "05/12/2O{yy}",
    "12/{yy}",
    "0",
    "///",
]
DOUBTFUL += [
    "quý này",
    "đầu năm {y}",
    "05/12/{y} - 10/12/{y}",
    "05/12/0026",
    "05/12/20260",
    "32/12/{y}",
    "sắp xong",
]


def _days(book: Book):
    return book.answers(SheetKey.TASKS, SheetKey.INFO, fields=("completed_on", "reported_on"))


def _change(form: str, values, ask: Ask):
    def change(book: Book, dice: Random) -> None:
        if spot := pick(_days(book), dice):
            year = spot.cell.truth.right[0].year
            text = form.replace("{yy}", f"{year % 100:02}").replace("{y}", str(year))
            write(spot, text, values(year), ask)

    return change


for _form, _ask in TYPED:
    DAYS.add(_change(_form, lambda year: (date(year, 12, 5),), _ask), name=_form)
for _form in DOUBTFUL:
    DAYS.add(_change(_form, lambda _: (), MUST), name=_form)
for _form in ("Tháng 12/{y}", "tháng 12 năm {y}", "12/{y}", "T12/{y}", "trong tháng 12/{y}"):
    DAYS.add(
        _change(_form, lambda year: (None, *(date(year, 12, day) for day in range(1, 32))), WARN), name=_form
    )
_QUARTER = [(month, day) for month, last in ((10, 31), (11, 30), (12, 31)) for day in range(1, last + 1)]
for _form in ("Quý IV/{y}", "quý 4/{y}", "Quý IV năm {y}", "Q4/{y}"):
    DAYS.add(
        _change(_form, lambda year: (None, *(date(year, month, day) for month, day in _QUARTER)), WARN),
        name=_form,
    )


@DAYS.add
def the_serial_number_without_a_date_format(book: Book, dice: Random) -> None:
    if spot := pick(_days(book), dice):
        day = spot.cell.truth.right[0]
        write(spot, float((day - date(1899, 12, 30)).days), (day,), MAY, style=book.styles["plain"])


@DAYS.add
def the_serial_number_as_text(book: Book, dice: Random) -> None:
    if spot := pick(_days(book), dice):
        day = spot.cell.truth.right[0]
        write(spot, str((day - date(1899, 12, 30)).days), (day,), MAY)


@DAYS.add
def a_day_with_a_time(book: Book, dice: Random) -> None:
    if spot := pick(_days(book), dice):
        day = spot.cell.truth.right[0]
        write(spot, (day - date(1899, 12, 30)).days + 0.43, (day,), READ, style=book.styles["day"])


@DAYS.add
def another_date_format(book: Book, dice: Random) -> None:
    if spot := pick(_days(book), dice):
        write(spot, spot.cell.truth.right[0], spot.cell.truth.right, READ, style=book.styles["day"])


@DAYS.add
def an_impossible_serial_number(book: Book, dice: Random) -> None:
    if spot := pick(_days(book), dice):
        write(spot, dice.choice([-1.0, 1e10, 1e300]), (), MUST, style=book.styles["day"])


@DAYS.add
def an_error_in_a_date_cell(book: Book, dice: Random) -> None:
    if spot := pick(_days(book), dice):
        write(spot, Fault("#VALUE!"), (), MUST)


@DAYS.add
def a_true_in_a_date_cell(book: Book, dice: Random) -> None:
    if spot := pick(_days(book), dice):
        write(spot, content=True, values=(), ask=MUST)
