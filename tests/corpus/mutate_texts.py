"""Texts: what looks like a formula, legacy encodings, control characters, too much, errors."""

import unicodedata
from random import Random

from catalogue import SheetKey
from tests.corpus.book import Book, Fault, Markup, Spot
from tests.corpus.mutation import pick, theme, write
from tests.corpus.truth import Ask

TEXTS = theme("texts")
READ, MAY, MUST = Ask.NEVER, Ask.MAY, Ask.MUST
LONG = ("result_text", "difficulty_text", "cause_text", "proposal_text", "content", "source_text", "note")

KEPT = [
    "=1+1",
    '=HYPERLINK("http://x.vn";"xem")',
    "=cmd|' /C calc'!A0",
    "+ Đã ban hành 02 văn bản chỉ đạo; + đã tổ chức 03 hội nghị",
    "- Đã khảo sát\n- Đã lập dự án\n-- Đang thẩm định",
    "-5 điểm so với kế hoạch được giao",
    "@UBND thành phố: đã giao các sở thực hiện",
    "Tỷ lệ <30% & >50% của \"tổng số\" 'hộ' </t></is>",
    "  Đã triển khai, có khoảng trắng thừa  ",
    "Dòng một của báo cáo\r\nDòng hai của báo cáo",
    "Kết quả\tcó dấu tab và 🌱 biểu tượng",
    "{value} {header} %s %(a)s {{ jinja }} {% raw %}",
    "Chữ Hán 越南, Ελληνικά, кириллица lẫn trong báo cáo",
    "1.234,5",
    "30/11/2026",
    "Đã giải ngân 1,2 tỷ đồng, đạt 85% kế hoạch",
]


def _texts(book: Book) -> list[Spot]:
    return book.answers(fields=LONG)


def _change(typed, values, ask: Ask, *, look: str = ""):
    def change(book: Book, dice: Random) -> None:
        if spot := pick(_texts(book), dice):
            write(spot, typed, values, ask, style=book.styles[look] if look else None)

    return change


for _text in KEPT:
    TEXTS.add(_change(_text, (_text,), READ), name=ascii(_text)[:40])

# The same words in TCVN3 (as bytes of its fonts read as Windows-1252) and in VNI.
WORDS = "Đã ban hành kế hoạch triển khai; đạt yêu cầu đề ra."
TCVN3 = "§· ban hµnh kÕ ho¹ch triÓn khai; ®¹t yªu cÇu ®Ò ra."
VNI = "Ñaõ ban haønh keá hoaïch trieån khai; ñaït yeâu caàu ñeà ra."
TEXTS.add(_change(TCVN3, (WORDS,), READ, look=".VnTime"), name="TCVN3 in its font")
TEXTS.add(_change(TCVN3, (WORDS,), MAY), name="TCVN3 in any font")
TEXTS.add(_change(VNI, (WORDS,), READ, look="VNI"), name="VNI in its font")
TEXTS.add(_change(VNI, (WORDS,), MAY), name="VNI in any font")
TEXTS.add(_change(WORDS, (WORDS,), MAY, look=".VnTime"), name="Unicode in a TCVN3 font")
TEXTS.add(_change(WORDS, (WORDS,), MAY, look="VNI"), name="Unicode in a VNI font")
TEXTS.add(_change("Da ban hanh ke hoach", ("Da ban hanh ke hoach",), READ), name="no accents")
TEXTS.add(_change("Đang lập dự án", ("Đang lập dự án",), READ), name="NFC")
TEXTS.add(_change(unicodedata.normalize("NFD", WORDS), (WORDS,), READ), name="NFD")
TEXTS.add(_change("ÄÃ£ ban hÃ nh káº¿ hoáº¡ch", (), MUST), name="UTF-8 read as Latin-1")
TEXTS.add(
    _change("?ã ban hành k? ho?ch tri?n khai", ("?ã ban hành k? ho?ch tri?n khai",), MAY), name="lost letters"
)
TEXTS.add(_change("A" * 5_001, (), MUST), name="5,001 characters")
TEXTS.add(_change("Đã làm. " * 5_000, (), MUST), name="40,000 characters")
TEXTS.add(
    _change(Markup("<t>Đã khảo sát_x0007_ xong_x000D_</t>"), ("Đã khảo sát xong",), READ),
    name="escaped controls",
)
TEXTS.add(
    _change(
        Markup("<r><t>Đã khảo sát</t></r><r><rPr><b/></rPr><t xml:space='preserve'> và thiết kế</t></r>"),
        ("Đã khảo sát và thiết kế",),
        READ,
    ),
    name="rich text",
)
TEXTS.add(
    _change(Markup("<t>Đã khảo sát</t><rPh sb='0' eb='1'><t>XX</t></rPh>"), ("Đã khảo sát",), READ),
    name="phonetic guide",
)
TEXTS.add(_change(12.0, ("12",), MAY), name="a number")
TEXTS.add(_change(True, ("TRUE", "x"), MAY), name="a boolean")  # noqa: FBT003 - a cell's content
TEXTS.add(_change(46000.0, ("09/12/2025",), MAY, look="day"), name="a date")
TEXTS.add(_change(Fault("#NAME?"), (), MUST), name="a bullet that became a formula error")


@TEXTS.add
def a_text_formula_with_its_result(book: Book, dice: Random) -> None:
    if spot := pick(_texts(book), dice):
        write(spot, "Đã ban hành quyết định", ("Đã ban hành quyết định",), READ)
        spot.cell.formula = '"Đã ban hành "&"quyết định"'


@TEXTS.add
def a_text_formula_never_calculated(book: Book, dice: Random) -> None:
    if spot := pick(_texts(book), dice):
        write(spot, None, (), MUST)
        spot.cell.formula = 'CONCATENATE("a";"b")'


def _no_content(text: str) -> None:
    def change(book: Book, dice: Random) -> None:
        spots = book.answers(SheetKey.TASKS, fields=("difficulty_text", "proposal_text"))
        if spot := pick(spots, dice):
            write(spot, text, (None, text), MAY)

    TEXTS.add(change, name=f"optional text {text!r}")


for _text in ("x", "-", "không", "Không có", "chưa có", "...", "0"):
    _no_content(_text)


@TEXTS.add
def a_phone_number_that_became_a_number(book: Book, dice: Random) -> None:
    if spot := pick(book.answers(SheetKey.INFO, fields=("contact_phone",)), dice):
        write(spot, 912345678.0, ("912345678",), MAY)


@TEXTS.add
def every_text_in_nfd(book: Book, _dice: Random) -> None:
    for spot in book.spots():
        if isinstance(spot.cell.content, str):
            spot.cell.content = unicodedata.normalize("NFD", spot.cell.content)
