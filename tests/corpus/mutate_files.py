"""How other programs write the same workbook, and what happens to a file on its way."""

import io
import re
import warnings
import zipfile
import zlib
from random import Random

import openpyxl

from tests.corpus.book import Book
from tests.corpus.mutation import ask_about, theme
from tests.corpus.package import RELATIONS, unpacked, zipped
from tests.corpus.truth import Ask

FILES = theme("files")
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_PART = "xl/worksheets/"


def _bound(book: Book, kind: str, name: str, content_type: str, part: str | bytes) -> None:
    """Put a part into the package and bind it to the workbook, so that the file is whole."""

    def change(parts: dict[str, bytes]) -> None:
        parts[f"xl/{name}"] = part.encode() if isinstance(part, str) else part
        _insert(parts, "xl/_rels/workbook.xml.rels", f'<Relationship Id="rX" Type="{kind}" Target="{name}"/>')
        override = f'<Override PartName="/xl/{name}" ContentType="{content_type}"/>'
        _insert(parts, "[Content_Types].xml", override)

    book.part_changes.append(change)


def _insert(parts: dict[str, bytes], name: str, xml: str) -> None:
    """Add an element at the end of a part's root."""
    head, close, tail = parts[name].rpartition(b"</")
    parts[name] = head + xml.encode() + close + tail


@FILES.add
def macros_inside(book: Book, _dice: Random) -> None:
    book.extension = ".xlsm"
    macros = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    _bound(book, kind, "vbaProject.bin", "application/vnd.ms-office.vbaProject", macros)
    book.part_changes.append(_say_macros)


def _say_macros(parts: dict[str, bytes]) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    name = "[Content_Types].xml"
    parts[name] = parts[name].replace(plain, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")


@FILES.add
def a_link_to_another_file(book: Book, _dice: Random) -> None:
    part = (
        f'<externalLink xmlns="{MAIN.decode()}">'
        f'<externalBook xmlns:r="{RELATIONS}" r:id="rId1"/></externalLink>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/externalLinkPath" Target="file:///C:/khac.xlsx" '
        'TargetMode="External"/></Relationships>'
    )
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
    _bound(book, f"{RELATIONS}/externalLink", "externalLinks/externalLink1.xml", content_type, part)
    book.part_changes.append(lambda parts: _link(parts, relations))


def _link(parts: dict[str, bytes], relations: str) -> None:
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = relations.encode()
    listed = b'<externalReferences><externalReference r:id="rX"/></externalReferences>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"</sheets>", b"</sheets>" + listed)


def _each_sheet(parts: dict[str, bytes], change) -> None:
    for name in list(parts):
        if name.startswith(SHEET_PART) and name.endswith(".xml"):
            parts[name] = change(parts[name])


@FILES.add
def text_inside_the_cells(book: Book, _dice: Random) -> None:
    book.has_inline_text = True


@FILES.add
def cells_without_their_addresses(book: Book, _dice: Random) -> None:
    book.has_references = False


@FILES.add
def the_1904_date_system(book: Book, _dice: Random) -> None:
    numbers = [spot for spot in book.spots() if isinstance(spot.cell.content, float) and spot.cell.style]
    days = {book.styles["day"]}
    for spot in numbers:
        if spot.cell.style in days or (
            spot.cell.truth and spot.cell.truth.place and _is_day(spot.cell.truth)
        ):
            spot.cell.content -= 0 if book.is_1904 else 1462
    book.is_1904 = True


def _is_day(truth) -> bool:
    return truth.place[2] in ("completed_on", "reported_on")


@FILES.add
def a_prefix_on_every_element(book: Book, _dice: Random) -> None:
    book.part_changes.append(_prefix)


def _prefix(parts: dict[str, bytes]) -> None:
    for name in list(parts):
        if name.startswith(SHEET_PART) or name in (
            "xl/workbook.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
        ):
            part = re.sub(rb"<(/?)([A-Za-z])(?![A-Za-z0-9]*:)", rb"<\1x:\2", parts[name])
            parts[name] = part.replace(b'xmlns="' + MAIN, b'xmlns:x="' + MAIN)


@FILES.add
def strict_open_xml(book: Book, _dice: Random) -> None:
    book.part_changes.append(_make_strict)


def _make_strict(parts: dict[str, bytes]) -> None:
    for name in list(parts):
        if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
            part = parts[name].replace(MAIN, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
            parts[name] = part.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )


@FILES.add
def a_dimension_that_is_too_small(book: Book, _dice: Random) -> None:
    for sheet in book.sheets:
        sheet.dimension = "A1"


@FILES.add
def a_dimension_that_is_huge(book: Book, _dice: Random) -> None:
    for sheet in book.sheets:
        sheet.dimension = "A1:XFD1048576"


@FILES.add
def no_formula_calculated(book: Book, _dice: Random) -> None:
    for spot in book.spots():
        if spot.cell.formula:
            spot.cell.content = None
            if spot.cell.truth and spot.cell.truth.place:
                ask_about([spot.cell])


@FILES.add
def saved_by_openpyxl(book: Book, _dice: Random) -> None:
    book.byte_changes.append(_by_openpyxl)
    for spot in book.spots():
        if spot.cell.formula and spot.cell.truth and spot.cell.truth.place:
            ask_about([spot.cell], Ask.MUST)


# What openpyxl raises on a file that it cannot open: nobody saves such a file with it.
_UNOPENED = (
    *(zipfile.BadZipFile, zlib.error, SyntaxError, OSError, EOFError, LookupError, ValueError, TypeError),
    *(AttributeError, RuntimeError),
)


def _by_openpyxl(content: bytes) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            openpyxl.load_workbook(io.BytesIO(content)).save(stream)
        except _UNOPENED:
            return content
    return stream.getvalue()


@FILES.add
def a_wrong_extension(book: Book, dice: Random) -> None:
    book.extension = dice.choice([".xls", ".ods", ".xlsm", ".XLSX", ".bin", ""])


@FILES.add
def stored_without_compression(book: Book, _dice: Random) -> None:
    book.byte_changes.append(lambda content: _again(content, zipfile.ZIP_STORED))


def _again(content: bytes, compression: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, part in unpacked(content).items():
            archive.writestr(name, part)
    return stream.getvalue()


@FILES.add
def bytes_after_the_end(book: Book, _dice: Random) -> None:
    book.byte_changes.append(lambda content: content + b"\0" * 100)


@FILES.add
def absolute_targets(book: Book, _dice: Random) -> None:
    book.part_changes.append(_absolute)


def _absolute(parts: dict[str, bytes]) -> None:
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = re.sub(rb'Target="(?!/)', rb'Target="/xl/', parts[name])


@FILES.add
def parts_with_line_breaks_between_elements(book: Book, _dice: Random) -> None:
    book.part_changes.append(
        lambda parts: _each_sheet(parts, lambda part: part.replace(b"><c", b">\r\n  <c"))
    )


@FILES.refusable
def a_value_at_the_far_corner(book: Book, _dice: Random) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    book.part_changes.append(
        lambda parts: _each_sheet(parts, lambda part: part.replace(b"</sheetData>", far, 1))
    )


@FILES.refusable
def truncated(book: Book, dice: Random) -> None:
    share = dice.random()
    book.byte_changes.append(lambda content: content[: int(len(content) * share)])


@FILES.refusable
def a_part_missing(book: Book, dice: Random) -> None:
    number = dice.randrange(100)

    def drop(parts: dict[str, bytes]) -> None:
        del parts[sorted(parts)[number % len(parts)]]

    book.part_changes.append(drop)


@FILES.refusable
def a_part_cut_short(book: Book, dice: Random) -> None:
    number, share = dice.randrange(100), dice.random()

    def cut(parts: dict[str, bytes]) -> None:
        name = sorted(parts)[number % len(parts)]
        parts[name] = parts[name][: int(len(parts[name]) * share)]

    book.part_changes.append(cut)


def _replaced(name: str, content) -> None:
    def change(book: Book, _dice: Random) -> None:
        book.byte_changes.append(content)

    FILES.add(change, name=name, is_refusable=True)


_replaced("empty", lambda _: b"")
_replaced("a web page", lambda _: b"<html><body><table><tr><td>1</td></tr></table></body></html>")
_replaced("comma-separated values", lambda _: b"STT,Nhiem vu\n1,abc\n")
_replaced("a picture", lambda _: b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 200)
_replaced("a PDF", lambda _: b"%PDF-1.4\n%%EOF\n")
_replaced("noise", lambda content: bytes(byte ^ 0x5A for byte in content))
_replaced("the workbook inside an archive", lambda content: zipped({"nop/bao cao.xlsx": content}))
_replaced("an archive without a workbook", lambda _: zipped({"doc.txt": b"xin chao"}))
