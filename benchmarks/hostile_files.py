"""Files made to break a reader, each by its key: what it is (for the guide), and its bytes."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
_BOMB = b" " * 2**20

FILES: dict[str, tuple[str, Callable[[], bytes]]] = {}


def _hostile(what: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        FILES[make.__name__.removeprefix("_")] = what, make
        return make

    return register


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a compressed package."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def parts_of(
    rows: str = _ONE_CELL,
    *,
    sheets: int = 1,
    texts: str = "",
    styles: str = "",
    head: str = _HEAD,
    tail: str = "",
) -> dict[str, str | bytes]:
    """Return the parts of a small .xlsx whose every sheet has these rows."""
    sheet = f"{head}<worksheet {_MAIN}><sheetData>{rows}</sheetData>{tail}</worksheet>"
    numbers = range(1, sheets + 1)
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    related = "".join(_relation(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers)
    related += _relation("t", "sharedStrings", "sharedStrings.xml") + _relation("s", "styles", "styles.xml")
    return {
        "[Content_Types].xml": f"{_HEAD}<Types/>",
        "_rels/.rels": _relations(_relation("w", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{_HEAD}<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(related),
        "xl/sharedStrings.xml": f"{_HEAD}<sst {_MAIN}>{texts}</sst>",
        "xl/styles.xml": f"{_HEAD}<styleSheet {_MAIN}>{styles}</styleSheet>",
    } | {f"xl/worksheets/sheet{n}.xml": sheet for n in numbers}


def _relations(related: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>'


def _relation(id_: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def book(rows: str = _ONE_CELL, **parts: object) -> bytes:
    """Return a small .xlsx."""
    return zipped(parts_of(rows, **parts))  # type: ignore[arg-type]


def _rows(count: int, columns: int, cell: str) -> str:
    names = [chr(65 + each) for each in range(columns)]
    return "".join(
        f'<row r="{row}">{"".join(cell.format(at=f"{name}{row}") for name in names)}</row>'
        for row in range(1, count + 1)
    )


@_hostile("một giá trị ở ô XFD1048576")
def _far_value() -> bytes:
    return book(f'{_ONE_CELL}<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>')


@_hostile("một giá trị ở góc xa của mỗi trang, 200 trang")
def _far_value_everywhere() -> bytes:
    return book('<row r="9999"><c r="IV9999"><v>7</v></c></row>', sheets=200)


@_hostile("1.048.576 dòng, ba triệu ô chỉ có định dạng")
def _formatted_blanks() -> bytes:
    return book(_ONE_CELL + _rows(1_048_576, 3, '<c r="{at}" s="1"/>'))


@_hostile("khai vùng A1:XFD1048576, chỉ có một ô")
def _huge_dimension() -> bytes:
    parts = parts_of()
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(
        "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'
    )
    return zipped(parts)


@_hostile("bom nén: một trang bung ra 1 GiB")
def _zip_bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts_of().items():
            if "sheet1" not in name:
                archive.writestr(name, part)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(1024):
                sheet.write(_BOMB)
    return stream.getvalue()


@_hostile("bom nén khai gian kích thước (khai 100 byte, bung ra 1 GiB)")
def _lying_zip_bomb() -> bytes:
    parts = parts_of()
    sheet = str(parts["xl/worksheets/sheet1.xml"]).encode()
    parts["xl/worksheets/sheet1.xml"] = sheet + b" " * 2**30
    content = bytearray(zipped(parts))
    true = struct.pack("<I", len(sheet) + 2**30)
    return bytes(content.replace(true, struct.pack("<I", 100)))


@_hostile("một chuỗi dùng chung 20 MB, 130.000 ô trỏ đến")
def _shared_text_bomb() -> bytes:
    cells = _rows(4_999, 26, '<c r="{at}" t="s"><v>0</v></c>')
    return book(cells, texts=f"<si><t>{'x' * 20_000_000}</t></si>")


@_hostile("cùng chuỗi ấy trong ô dùng phông .VnTime")
def _shared_legacy_text_bomb() -> bytes:
    styles = '<fonts><font><name val=".VnTime"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs>'
    cells = _rows(4_999, 26, '<c r="{at}" t="s" s="0"><v>0</v></c>')
    return book(cells, texts=f"<si><t>{'x' * 20_000_000}</t></si>", styles=styles)


@_hostile("một triệu chuỗi dùng chung")
def _many_shared_texts() -> bytes:
    return book(texts="<si><t>x</t></si>" * 1_000_000)


@_hostile("thực thể XML lồng nhau (“billion laughs”)")
def _entities() -> bytes:
    inner = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'{_HEAD}<!DOCTYPE x [<!ENTITY e0 "ha">{inner}]>'
    return book('<row r="1"><c r="A1" t="inlineStr"><is><t>&e9;</t></is></c></row>', head=head)


@_hostile("thực thể XML trỏ ra tệp của máy")
def _outer_entity() -> bytes:
    head = f'{_HEAD}<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    return book('<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>', head=head)


@_hostile("XML lồng một triệu tầng")
def _deep_xml() -> bytes:
    return book(f'<row r="1"><c r="A1" t="inlineStr"><is>{"<r>" * 10**6}{"</r>" * 10**6}</is></c></row>')


@_hostile("10.000 trang tính")
def _many_sheets() -> bytes:
    return book(sheets=10_000)


@_hostile("200 trang tính, mỗi trang 999 dòng × 260 cột")
def _wide_sheets() -> bytes:
    return book('<row r="999"><c r="IZ999"><v>7</v></c></row>', sheets=200)


@_hostile("một triệu ô có số")
def _million_numbers() -> bytes:
    return book(_rows(100_000, 10, '<c r="{at}"><v>1</v></c>'))


@_hostile("390.000 ô có số và công thức")
def _many_formulas() -> bytes:
    return book(_rows(4_999, 26, '<c r="{at}"><f>1+1</f><v>2</v></c>'), sheets=3)


@_hostile("390.000 ô lỗi")
def _many_errors() -> bytes:
    return book(_rows(4_999, 26, '<c r="{at}" t="e"><v>#REF!</v></c>'), sheets=3)


@_hostile("ô không ghi địa chỉ, một triệu ô")
def _unplaced_cells() -> bytes:
    return book(f"<row>{'<c><v>1</v></c>' * 16_000}</row>" * 60)


@_hostile("một ô chứa 20 triệu ký tự")
def _long_text() -> bytes:
    return book(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 20_000_000}</t></is></c></row>')


@_hostile("ký tự điều khiển trong ô")
def _control_characters() -> bytes:
    return book('<row r="1"><c r="A1" t="inlineStr"><is><t>a_x0000__x0007_b\u200b</t></is></c></row>')


@_hostile("tên trong gói trèo ra ngoài thư mục (../../)")
def _climbing_names() -> bytes:
    return zipped(parts_of() | {"../../../climbed.txt": "x", "/etc/climbed": "x", "C:\\climbed": "x"})


@_hostile("hai phần trùng tên trong gói")
def _doubled_names() -> bytes:
    content = zipped(parts_of() | {"xl/worksheets/sheeT1.xml": "<x/>"})
    return content.replace(b"sheeT1.xml", b"sheet1.xml")


@_hostile("100.000 phần trong gói")
def _many_parts() -> bytes:
    return zipped(parts_of() | {f"xl/media/{n}": "" for n in range(100_000)})


@_hostile("500.000 vùng gộp ô")
def _many_merged() -> bytes:
    areas = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 500_000))
    return book(tail=f"<mergeCells>{areas}</mergeCells>")


@_hostile("hai triệu định dạng ô")
def _many_looks() -> bytes:
    return book(styles=f"<cellXfs>{'<xf/>' * 2_000_000}</cellXfs>")


@_hostile("XML dở dang, lặp để làm chậm phép tìm")
def _unfinished_tags() -> bytes:
    return book('<c r="A1" ' * 2_000_000)


@_hostile("20 triệu khoảng trắng sau công thức")
def _blank_runs() -> bytes:
    return book(f'<row r="1"><c r="A1"><f>1</f>{" " * 20_000_000}x</c></row>')


@_hostile("công thức có tác dụng phụ (WEBSERVICE, liên kết tệp)")
def _reaching_formulas() -> bytes:
    formulas = ("WEBSERVICE(&quot;http://x&quot;)", "HYPERLINK(&quot;C:\\x.exe&quot;)", "[1]S!A1")
    cells = "".join(f'<c r="A{n}"><f>{text}</f><v>1</v></c>' for n, text in enumerate(formulas, start=1))
    return book(f'<row r="1">{cells}</row>')


_ODS_HEAD = (
    '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>'
    '<office:spreadsheet><table:table table:name="S">'
)
_ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"
_ODS_CELL = '<table:table-cell office:value-type="float" office:value="1"{}/>'


def ods(rows: str, *, head: str = "") -> bytes:
    """Return a small .ods."""
    content = f"{_HEAD}{head}{_ODS_HEAD}{rows}{_ODS_TAIL}"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def _ods_row(cells: str, repeated: str = "") -> str:
    return f"<table:table-row{repeated}>{cells}</table:table-row>"


_ROWS_REPEATED = ' table:number-rows-repeated="1048576"'
_COLUMNS_REPEATED = ' table:number-columns-repeated="16384"'


@_hostile(".ods: một giá trị lặp 16.384 cột × 1.048.576 dòng")
def _ods_repeated() -> bytes:
    return ods(_ods_row(_ODS_CELL.format(_COLUMNS_REPEATED), _ROWS_REPEATED))


@_hostile(".ods: 1.048.576 dòng trống lặp, sau đó một giá trị")
def _ods_far() -> bytes:
    return ods(
        _ods_row(_ODS_CELL.format(""))
        + _ods_row("<table:table-cell/>", _ROWS_REPEATED)
        + _ods_row(_ODS_CELL.format(""))
    )


@_hostile(".ods: một triệu ô trống không gộp")
def _ods_blanks() -> bytes:
    return ods(_ods_row(_ODS_CELL.format("")) + _ods_row("<table:table-cell/>" * 1_000) * 1_000)


@_hostile(".ods: một đoạn khai một tỷ dấu cách")
def _ods_spaces() -> bytes:
    text = '<text:p>a<text:s text:c="999999999"/>b</text:p>'
    return ods(_ods_row(f'<table:table-cell office:value-type="string">{text * 9}</table:table-cell>'))


@_hostile(".ods: thực thể XML lồng nhau")
def _ods_entities() -> bytes:
    return ods(_ods_row(_ODS_CELL.format("")), head='<!DOCTYPE x [<!ENTITY e "x">]>')


def biff(*records: tuple[int, bytes]) -> bytes:
    """Return the bare records of an .xls with one sheet."""
    begin = (0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 6))
    name = b"S"
    start = 4 + 16 + 4 + 8 + len(name) + 4
    listed = (0x0085, struct.pack("<IHBB", start, 0, len(name), 0) + name)
    sheet = (0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 6))
    every = (begin, listed, (0x000A, b""), sheet, *records, (0x000A, b""))
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in every)


@_hostile(".xls: 16,7 triệu ô chỉ có định dạng")
def _xls_blanks() -> bytes:
    blanks = (
        (0x00BE, struct.pack("<HH", row, 0) + b"\x0f\0" * 256 + struct.pack("<H", 255))
        for row in range(65_536)
    )
    return biff((0x0203, struct.pack("<HHHd", 0, 0, 0, 1.0)), *blanks)


@_hostile(".xls: một triệu ô có số")
def _xls_numbers() -> bytes:
    return biff(*((0x0203, struct.pack("<HHHd", n % 65_536, n // 65_536, 0, 1.0)) for n in range(10**6)))


@_hostile(".xls: khai một tỷ chuỗi dùng chung")
def _xls_texts() -> bytes:
    return biff((0x00FC, struct.pack("<II", 10**9, 10**9)))


@_hostile("thư mục OLE xoay vòng, phân nhánh gấp đôi mỗi tầng")
def _ole_circle() -> bytes:
    entries = [_ole_entry("Root Entry", 5, child=1, first=0xFFFFFFFE)]
    entries += [_ole_entry(f"n{n}", 1, left=n + 1, right=n + 1, child=n + 1) for n in range(1, 400)]
    directory = b"".join(entries)
    sectors = len(directory) // 512
    header = struct.pack(
        "<8s16xHHHHH6x9I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        62,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        1,
        0,
        4096,
        0xFFFFFFFE,
        0,
        0xFFFFFFFE,
        0,
    )
    listed = struct.pack("<109I", 0, *([0xFFFFFFFF] * 108))
    chain = [0xFFFFFFFD, *range(2, sectors + 1), 0xFFFFFFFE]
    table = struct.pack("<128I", *chain, *([0xFFFFFFFF] * (128 - len(chain))))
    return header + listed + table + directory


def _ole_entry(
    name: str,
    kind: int,
    *,
    left: int = 0xFFFFFFFF,
    right: int = 0xFFFFFFFF,
    child: int = 0xFFFFFFFF,
    first: int = 0,
) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack("<64sHBB3I36xIQ", raw, len(raw) + 2, kind, 1, left, right, child, first, 0)


def _xlsb_text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(records: bytes) -> bytes:
    """Return an .xlsb with one sheet of these records."""
    sheet = struct.pack("<II", 0, 1) + _xlsb_text("r1") + _xlsb_text("S")
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.bin": b"\x9c\x01" + bytes([len(sheet)]) + sheet,
            "xl/_rels/workbook.bin.rels": _relations(_relation("r1", "worksheet", "worksheets/sheet1.bin")),
            "xl/worksheets/sheet1.bin": records,
        }
    )


@_hostile(".xlsb: một giá trị ở dòng 1.048.576, cột 16.384")
def _xlsb_far() -> bytes:
    return xlsb(_xlsb_row(0) + _xlsb_number(0) + _xlsb_row(1_048_575) + _xlsb_number(16_383))


@_hostile(".xlsb: hai triệu bản ghi trống")
def _xlsb_records() -> bytes:
    return xlsb(_xlsb_row(0) + _xlsb_number(0) + b"\x7f\0" * 3_000_000)


def _xlsb_row(row: int) -> bytes:
    return b"\0\4" + struct.pack("<I", row)


def _xlsb_number(column: int) -> bytes:
    return b"\5\x10" + struct.pack("<IId", column, 0, 1.0)


@_hostile("20 MB byte ngẫu nhiên mang dấu hiệu của OLE")
def _ole_noise() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 80_000


@_hostile("lời chú HTML lặp 5.000 lần")
def _html_comments() -> bytes:
    return b"<!---->" * 5_000 + b"<"


@_hostile("tệp 100 MB")
def _large_file() -> bytes:
    return book() + b"\0" * 100_000_000


@_hostile("biểu bình thường dán thêm 30 MB ảnh")
def _pictures() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as made:
        made.add_worksheet("S").write_number(0, 0, 1)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/media/image1.bin", bytes(range(256)) * 120_000)
    return stream.getvalue()
