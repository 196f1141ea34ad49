"""Numbers as people write them, in cells of per cents, plain numbers and amounts of money."""

from random import Random

from catalogue import SheetKey
from tests.corpus.book import Book, Fault, Spot
from tests.corpus.mutation import pick, theme, write
from tests.corpus.truth import Ask

NUMBERS = theme("numbers")
PERCENT, NUMBER, SMALL, PLANNED = "completion_pct", "denominator", "value", "planned_vnd"
_SHEETS = {
    PERCENT: SheetKey.TASKS,
    NUMBER: SheetKey.INDICATORS,
    SMALL: SheetKey.INDICATORS,
    PLANNED: SheetKey.BUDGETS,
}
READ, MAY, MUST = Ask.NEVER, Ask.MAY, Ask.MUST
NARROW, THIN = "\u202f", "\u2009"

# field, as typed, right values, whether it may be asked about
TYPED = [
    *(
        (PERCENT, text, (12.5,), READ)
        for text in ("12,5 %", "12,5%", "12,5", " 12,5 ", "12,5\u00a0%", "12,50")
    ),
    *((PERCENT, text, (6.0,), READ) for text in ("06", "6", "6 %", "6,0")),
    *((PERCENT, text, (85.0,), READ) for text in ("85%", "85 %", "85")),
    *(
        (PERCENT, text, (50.0,), MAY)
        for text in ("khoảng 50%", "~50%", "gần 50 %", "50 phần trăm", "trên 50%")
    ),
    *((PERCENT, text, (12.5,), MAY) for text in ("12.5", "12.5%", "12,5 % kế hoạch", "đạt 12,5%", "12，5%")),
    *(
        (PERCENT, text, (), MUST)
        for text in ("50-60%", "50 - 60", "từ 50 đến 60%", "một nửa", "45/100", "???")
    ),
    *(
        (PERCENT, text, (), MUST)
        for text in ("x", "X", "không", "chưa có", "n/a", "đang cập nhật", "%", "...")
    ),
    *((PERCENT, text, (), MUST) for text in ("-", "–", "không có", "chưa có số liệu", "không phát sinh")),
    *(
        (PERCENT, text, (), MUST)
        for text in ("-5", "150%", "1.234", "1,234", "4 5", "45 46", "4O", "l2", "12,5,3")
    ),
    *((PERCENT, number, (), MUST) for number in (0.85, 150.0, -5.0, 1e300)),
    *((NUMBER, text, (1234.5,), READ) for text in ("1.234,5", "1 234,5", "1234,5", "1.234,50", "+1.234,5")),
    *(
        (NUMBER, text, (1234.5,), MAY)
        for text in (f"1{NARROW}234,5", f"1{THIN}234,5", "1,234.5", "1234.5", "1'234,5")
    ),
    *((NUMBER, text, (1234567.0,), READ) for text in ("1.234.567", "1 234 567", "1234567", "1.234.567,0")),
    *(
        (NUMBER, text, (1234567.0,), MAY)
        for text in ("1,234,567", "1,234,567.00", "1.234.567 xe", "1.234.567 (xe)")
    ),
    (NUMBER, "1.234", (1234.0,), MAY),
    *(
        (NUMBER, text, (), MUST)
        for text in ("1,234", "12.34.567", "1.23.456", "1,2,3", "-5", "(5)", ">50", "< 50")
    ),
    *(
        (NUMBER, text, (), MUST)
        for text in ("5-7", "5/7", "vài chục", "nhiều", "-", "không", "x", "chưa có", "=1/0")
    ),
    *(
        (NUMBER, text, (500.0,), MAY)
        for text in ("500 xe", "500 hộ gia đình", "khoảng 500", "hơn 500", "500 (năm trăm)")
    ),
    *((NUMBER, text, (500.0,), READ) for text in ("500", "500 ", "500,0", "0500", "\n500\n")),
    (NUMBER, "9" * 400, (), MUST),
    (NUMBER, True, (), MUST),
    (NUMBER, Fault("#DIV/0!"), (), MUST),
    (NUMBER, Fault("#REF!"), (), MUST),
    *((SMALL, text, (6.0,), READ) for text in ("06", "6", "6,0", "006")),
    *((SMALL, text, (6.0,), MAY) for text in ("6 khu", "6 dự án", "sáu", "6.0", "６", "6 (sáu)", "6.")),
    *(
        (SMALL, text, (), MUST)
        for text in ("-", "x", "không", "chưa có", "Không có số liệu", "O", "6-7", "?")
    ),
    (SMALL, "0", (0.0,), READ),
    *(
        (PLANNED, text, (1_200_000_000,), READ)
        for text in ("1,2 tỷ", "1,2 tỷ đồng", "1,20 tỷ", "1.200 triệu đồng")
    ),
    *(
        (PLANNED, text, (500_000_000,), READ)
        for text in ("500 triệu đồng", "500 triệu", "500", "0,5 tỷ", "500,0")
    ),
    *(
        (PLANNED, text, (500_000_000,), MAY)
        for text in ("500tr", "500 tr.đ", "500 trđ", "500.000.000 đồng", "500 Triệu")
    ),
    *(
        (PLANNED, text, (500_000_000,), MAY)
        for text in ("500.000.000 đ", "500.000.000 VNĐ", "500.000 nghìn đồng")
    ),
    *(
        (PLANNED, text, (1_200_000_000,), MAY)
        for text in ("1 tỷ 200 triệu", "1,2 tỉ", "1,2 tỷ VNĐ", "khoảng 1,2 tỷ")
    ),
    (PLANNED, "1.250,5", (1_250_500_000,), READ),
    *(
        (PLANNED, text, (), MUST)
        for text in ("1.2 tỷ", "1,234 tỷ đến 2 tỷ", "-", "không", "chưa có", "x", "theo dự án")
    ),
    *(
        (PLANNED, text, (), MUST)
        for text in ("1,250", "500 USD", "500 triệu USD", "-500", "1-2 tỷ", "9" * 30)
    ),
    *((PLANNED, number, (), MUST) for number in (1e300, -1.0)),
    (PLANNED, 1234567.891234, (1_234_567_891_234,), READ),
]


def _change(field: str, typed, values: tuple[object, ...], ask: Ask):
    def change(book: Book, dice: Random) -> None:
        spot = pick(_open_cells(book, field), dice)
        if spot:
            write(spot, typed, values, ask)

    return change


def _open_cells(book: Book, field: str) -> list[Spot]:
    """Return answered cells of a field; per cents of 0 and 100 go with a status, so they stay."""
    spots = book.answers(_SHEETS[field], fields=(field,))
    if field != PERCENT:
        return spots
    return [spot for spot in spots if spot.cell.truth.right[0] not in (0.0, 100.0)]


for _field, _typed, _values, _ask in TYPED:
    _shown = (
        _typed.shown
        if isinstance(_typed, Fault)
        else ascii(_typed)[:30]
        if _typed == "9" * 400
        else repr(_typed)
    )
    NUMBERS.add(_change(_field, _typed, _values, _ask), name=f"{_field} {_shown}")


def _percent_cell(name: str, number: float, values: tuple[float, ...], ask: Ask) -> None:
    def change(book: Book, dice: Random) -> None:
        if spot := pick(_open_cells(book, PERCENT), dice):
            write(spot, number, values, ask, style=book.styles["percent"])

    NUMBERS.add(change, name=name)


_percent_cell("85 % in a cell formatted as per cent", 0.85, (85.0,), READ)
_percent_cell("12.5 % in a cell formatted as per cent", 0.125, (12.5,), READ)
_percent_cell("85 typed into a cell that shows 8500 %", 85.0, (85.0,), MAY)


@NUMBERS.add
def a_plain_number_in_a_cell_formatted_as_per_cent(book: Book, dice: Random) -> None:
    if spot := pick(_open_cells(book, NUMBER), dice):
        write(spot, 0.5, (0.5, 50.0), MAY, style=book.styles["percent"])


@NUMBERS.add
def a_date_in_a_number_cell(book: Book, dice: Random) -> None:
    if spot := pick(_open_cells(book, NUMBER), dice):
        write(spot, 46000.0, (), MUST, style=book.styles["day"])


@NUMBERS.add
def a_formula_never_calculated(book: Book, dice: Random) -> None:
    spots = [spot for field in _SHEETS for spot in _open_cells(book, field)]
    if spot := pick(spots, dice):
        write(spot, None, (), MUST)
        spot.cell.formula = "SUM(A1:A3)"


@NUMBERS.add
def a_formula_with_its_result(book: Book, dice: Random) -> None:
    if spot := pick(_open_cells(book, NUMBER), dice):
        write(spot, 250.0, (250.0,), READ)
        spot.cell.formula = "100+150"


@NUMBERS.add
def a_formula_that_failed(book: Book, dice: Random) -> None:
    spots = [spot for field in _SHEETS for spot in _open_cells(book, field)]
    if spot := pick(spots, dice):
        write(spot, Fault(dice.choice(["#REF!", "#N/A", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"])), (), MUST)
        spot.cell.formula = "Z99/0"


@NUMBERS.add
def a_formula_whose_result_is_text(book: Book, dice: Random) -> None:
    if spot := pick(_open_cells(book, NUMBER), dice):
        write(spot, "1.234,5", (1234.5,), READ)
        spot.cell.formula = '"1.234,5"'
