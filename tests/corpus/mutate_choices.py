"""Dropdowns pasted over: the obvious variants are read as what they mean, the doubtful ones asked about."""

import unicodedata
from random import Random

from catalogue import SheetKey
from tests.corpus.book import Book, Fault
from tests.corpus.mutation import pick, theme, write
from tests.corpus.truth import Ask

CHOICES = theme("choices")
READ, MAY, MUST = Ask.NEVER, Ask.MAY, Ask.MUST
STATUS, DATA = (SheetKey.TASKS, "status"), (SheetKey.INDICATORS, "data_state")
SOURCE, THEME, TASK = (
    (SheetKey.BUDGETS, "funding_source"),
    (SheetKey.PROPOSALS, "theme"),
    (SheetKey.BUDGETS, "task"),
)
NFD = unicodedata.normalize("NFD", "Hoàn thành")

# where, the answer it stands for (blank: any), how it is written, whether it may be asked about
TYPED = [
    *(
        (STATUS, "done", text, READ)
        for text in ("đã hoàn thành", "xong", "Hoan thanh", "HOÀN THÀNH", "hoàn  thành ")
    ),
    *(
        (STATUS, "done", text, READ)
        for text in ("Hoàn thành.", "đã xong", "Đã Hoàn Thành", NFD, "Hòan thành")
    ),
    *(
        (STATUS, "done", text, MAY)
        for text in ("hoàn thành 100%", "HT", "Hoàn thnàh", "hoàn tất", "da xong", "Done")
    ),
    *(
        (STATUS, "in_progress", text, READ)
        for text in ("đang triển khai", "Dang trien khai", "ĐANG TRIỂN KHAI")
    ),
    *(
        (STATUS, "in_progress", text, MAY)
        for text in ("đang thực hiện", "Đang làm", "đang tiến hành", "đang t/khai")
    ),
    *((STATUS, "not_started", text, READ) for text in ("chưa triển khai", "Chua trien khai")),
    *(
        (STATUS, "not_started", text, MAY)
        for text in ("chưa thực hiện", "chưa làm", "Chưa bắt đầu", "không triển khai")
    ),
    *((STATUS, "paused", text, READ) for text in ("tạm dừng", "Tam dung")),
    *((STATUS, "paused", text, MAY) for text in ("đang tạm dừng", "tạm hoãn", "dừng")),
    *((STATUS, "none", text, READ) for text in ("không phát sinh", "Khong phat sinh")),
    *(
        (STATUS, "", text, MUST)
        for text in ("cơ bản hoàn thành", "chưa hoàn thành", "không hoàn thành", "sắp xong")
    ),
    *(
        (STATUS, "", text, MUST)
        for text in ("hoàn thành 50%", "gần xong", "đang hoàn thành", "hoàn thành một phần")
    ),
    *(
        (STATUS, "", text, MUST)
        for text in ("Hoàn thành/Đang triển khai", "chưa xong", "x", "1", "v", "?", "Có", "100%")
    ),
    *(
        (STATUS, "", text, MUST)
        for text in ("xong một nửa", "Chưa", "Đang", "triển khai", "hoàn thành?", "khác", "-")
    ),
    *((STATUS, "", content, MUST) for content in (1.0, True, Fault("#N/A"))),
    *((DATA, "has_data", text, READ) for text in ("có số liệu", "Co so lieu", "CÓ SỐ LIỆU")),
    *((DATA, "has_data", text, MAY) for text in ("đã có số liệu", "Có", "đã có")),
    *((DATA, "not_available", text, READ) for text in ("chưa có số liệu", "Chua co so lieu")),
    *((DATA, "not_available", text, MAY) for text in ("chưa có", "đang thu thập")),
    *((DATA, "has_data", text, MUST) for text in ("không", "x", "n/a", "không có số liệu chính thức", "0")),
    *((SOURCE, "local", text, READ) for text in ("ngân sách địa phương", "Ngan sach dia phuong")),
    *(
        (SOURCE, "local", text, MAY)
        for text in ("NSĐP", "NS địa phương", "ngân sách thành phố", "địa phương")
    ),
    *((SOURCE, "oda", text, MAY) for text in ("vốn ODA", "oda", "Vốn vay ODA")),
    *(
        (SOURCE, "", text, MUST)
        for text in ("ngân sách", "x", "NSTW và NSĐP", "địa phương, ODA", "vốn khác nhau")
    ),
    *((THEME, "policy", text, READ) for text in ("thể chế, chính sách", "The che, chinh sach")),
    *(
        (THEME, "policy", text, MAY)
        for text in ("thể chế", "chính sách", "Cơ chế, chính sách", "Thể chế chính sách")
    ),
    *((THEME, "", text, MUST) for text in ("x", "linh tinh", "Kinh phí, nhân lực")),
    *(
        (TASK, "", text, MUST)
        for text in ("x", "nhiệm vụ", "I", "Z.99. Nhiệm vụ không có", "-", "tất cả các nhiệm vụ")
    ),
]


# A dropdown typed over in a legacy font: what stands for "Đã hoàn thành" and "Đang triển khai" in its codes.
LEGACY = [
    ("done", "Hoµn thµnh", ".VnTime"),
    ("done", "§· hoµn thµnh", ".VnTime"),
    ("done", "Hoaøn thaønh", "VNI"),
    ("done", "Ñaõ hoaøn thaønh", "VNI"),
    ("in_progress", "§ang triÓn khai", ".VnTime"),
    ("in_progress", "Ñang trieån khai", "VNI"),
]


def _change(where: tuple[SheetKey, str], key: str, content, ask: Ask, *, look: str = ""):
    def change(book: Book, dice: Random) -> None:
        spots = book.answers(where[0], fields=(where[1],))
        fitting = [spot for spot in spots if not key or spot.cell.truth.right == (key,)]
        if spot := pick(fitting, dice):
            style = book.styles[look] if look else None
            write(spot, content, (key,) if ask is not MUST else (), ask, style=style)

    return change


for _where, _key, _content, _ask in TYPED:
    _shown = (
        _content.shown
        if isinstance(_content, Fault)
        else ascii(_content)
        if _content == NFD
        else repr(_content)
    )
    CHOICES.add(_change(_where, _key, _content, _ask), name=f"{_where[1]} {_key} {_shown}")


for _key, _content, _look in LEGACY:
    CHOICES.add(
        _change(STATUS, _key, _content, READ, look=_look), name=f"status {_content} in its legacy font"
    )
    CHOICES.add(_change(STATUS, _key, _content, MAY), name=f"status {_content} in any font")


def _task_as(name: str, rewrite, ask: Ask) -> None:
    def change(book: Book, dice: Random) -> None:
        if spot := pick(book.answers(TASK[0], fields=("task",)), dice):
            write(spot, rewrite(spot.cell.content), spot.cell.truth.right, ask)

    CHOICES.add(change, name=name)


_task_as("a task by its code only", lambda text: text.split(". ")[0], MAY)
_task_as("a task by its name only", lambda text: text.split(". ", 1)[1], MAY)
_task_as("a task in capitals", str.upper, READ)
_task_as("a task in NFD", lambda text: unicodedata.normalize("NFD", text), READ)
_task_as("a task cut short", lambda text: text[: len(text) // 2], MAY)


@CHOICES.add
def a_choice_in_nfd(book: Book, dice: Random) -> None:
    spots = [
        spot
        for sheet, field in (STATUS, DATA, SOURCE, THEME)
        for spot in book.answers(sheet, fields=(field,))
    ]
    if spot := pick(spots, dice):
        write(spot, unicodedata.normalize("NFD", spot.cell.content), spot.cell.truth.right, READ)


@CHOICES.add
def a_choice_with_no_break_spaces(book: Book, dice: Random) -> None:
    if spot := pick(book.answers(STATUS[0], fields=("status",)), dice):
        write(spot, spot.cell.content.replace(" ", "\u00a0"), spot.cell.truth.right, READ)


@CHOICES.add
def a_required_choice_left_blank(book: Book, dice: Random) -> None:
    if spot := pick(book.answers(STATUS[0], fields=("status",)), dice):
        write(spot, None, (), MUST)
