"""Read a form into a `Book`, and write a `Book` back into the parts of its form."""

import io
import re
import zipfile
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string, range_boundaries

from tests.corpus.book import Area, Book, Cell, Fault, Markup, Row, Sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = {"m": MAIN}
_SHEET_PARTS = re.compile(
    r"(?P<head>.*?)(?:<cols>(?P<cols>.*?)</cols>)?<sheetData>.*</sheetData>"
    r"(?P<middle>(?:<sheetProtection[^>]*/>)?(?:<autoFilter.*?(?:/>|</autoFilter>))?)"
    r"(?:<mergeCells.*?</mergeCells>)?(?P<tail>.*)",
    re.DOTALL,
)
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

# What cells of altered forms look like, besides how the form's own cells do: number format, font.
LOOKS = {
    "percent": (10, ""),
    "day": (14, ""),
    "plain": (0, ""),
    ".VnTime": (0, ".VnTime"),
    "VNI": (0, "VNI-Times"),
}


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return a package's parts by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return parts as a package."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def opened(content: bytes) -> Book:
    """Return a form as a book; no cell is an answer yet."""
    parts = unpacked(content)
    root = etree.fromstring(parts["xl/workbook.xml"])
    texts = _shared_texts(parts.pop("xl/sharedStrings.xml"))
    targets = _targets(parts)
    sheets = []
    for element in root.iterfind("m:sheets/m:sheet", _NS):
        path = targets[element.get(f"{{{RELATIONS}}}id")]
        sheet = _sheet(parts.pop(path).decode(), texts)
        sheet.name, sheet.state = element.get("name"), element.get("state", "")
        sheets.append(sheet)
    names = re.search(r"<definedNames>(.*)</definedNames>", parts["xl/workbook.xml"].decode(), re.DOTALL)
    parts["xl/styles.xml"], styles = _with_looks(parts["xl/styles.xml"].decode())
    return Book(sheets=sheets, parts=parts, names=names[1] if names else "", styles=styles)


def _shared_texts(part: bytes) -> list[str]:
    return ["".join(item.itertext()) for item in etree.fromstring(part).iterfind("m:si", _NS)]


def _targets(parts: dict[str, bytes]) -> dict[str, str]:
    relations = etree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    return {each.get("Id"): f"xl/{each.get('Target')}" for each in relations}


def _sheet(text: str, texts: list[str]) -> Sheet:
    pieces = _SHEET_PARTS.fullmatch(text)
    root = etree.fromstring(text.encode())
    sheet = Sheet(name="", key=None, rows=[], middle=pieces["middle"], tail=pieces["tail"])
    sheet.head = re.sub(r"<dimension[^>]*/>", "", pieces["head"])
    for column in root.iterfind("m:cols/m:col", _NS):
        for number in range(int(column.get("min")), int(column.get("max")) + 1):
            kept = {key: value for key, value in column.items() if key not in ("min", "max")}
            sheet.columns[number - 1] = "".join(f" {key}={quoteattr(value)}" for key, value in kept.items())
    for element in root.iterfind("m:sheetData/m:row", _NS):
        _add_row(sheet, element, texts)
    for merged in root.iterfind("m:mergeCells/m:mergeCell", _NS):
        left, top, right, bottom = range_boundaries(merged.get("ref"))
        sheet.merges.append(Area(top - 1, left - 1, bottom - 1, right - 1))
    return sheet


def _add_row(sheet: Sheet, element: etree._Element, texts: list[str]) -> None:
    number = int(element.get("r")) - 1
    sheet.cell(number, 0)
    kept = {key: value for key, value in element.items() if key not in ("r", "spans")}
    sheet.rows[number].attributes = "".join(f" {key}={quoteattr(value)}" for key, value in kept.items())
    for each in element:
        letters, _ = coordinate_from_string(each.get("r"))
        cell = sheet.cell(number, column_index_from_string(letters) - 1)
        cell.style = int(each.get("s", "0"))
        cell.formula = each.findtext("m:f", "", _NS)
        cell.content = _content(each.get("t", "n"), each.findtext("m:v", None, _NS), texts)


def _content(kind: str, value: str | None, texts: list[str]) -> str | float | bool | Fault | None:
    if not value:
        return None
    if kind == "s":
        return texts[int(value)]
    if kind == "b":
        return value == "1"
    if kind == "e":
        return Fault(value)
    return value if kind == "str" else float(value)


def _with_looks(styles: str) -> tuple[bytes, dict[str, int]]:
    """Return the styles with what altered cells need, and the number of each look."""
    fonts = int(re.search(r'<fonts count="(\d+)"', styles)[1])
    formats = int(re.search(r'<cellXfs count="(\d+)"', styles)[1])
    named = [font for _, font in LOOKS.values() if font]
    new_fonts = "".join(f'<font><sz val="12"/><name val="{font}"/></font>' for font in named)
    new_formats = "".join(
        f'<xf numFmtId="{number}" fontId="{fonts + named.index(font) if font else 0}" fillId="0" borderId="0"'
        ' xfId="0" applyNumberFormat="1" applyFont="1"/>'
        for number, font in LOOKS.values()
    )
    styles = re.sub(r'<fonts count="\d+"', f'<fonts count="{fonts + len(named)}"', styles)
    styles = re.sub(r'<cellXfs count="\d+"', f'<cellXfs count="{formats + len(LOOKS)}"', styles)
    styles = styles.replace("</fonts>", f"{new_fonts}</fonts>").replace(
        "</cellXfs>", f"{new_formats}</cellXfs>"
    )
    return styles.encode(), {look: formats + at for at, look in enumerate(LOOKS)}


def packed(book: Book) -> bytes:
    """Return the workbook's file."""
    parts = dict(book.parts)
    texts: dict[str, int] = {}
    for number, sheet in enumerate(book.sheets, start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet_xml(book, sheet, texts).encode()
    items = "".join(f"<si>{text}</si>" for text in texts)
    parts["xl/sharedStrings.xml"] = f'{_XML}<sst xmlns="{MAIN}">{items}</sst>'.encode()
    _bind(book, parts)
    for change in book.part_changes:
        change(parts)
    content = zipped(parts)
    for change in book.byte_changes:
        content = change(content)
    return content


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _bind(book: Book, parts: dict[str, bytes]) -> None:
    """Name the sheets in the workbook, its relations and the content types."""
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}"'
        f'{f" state={quoteattr(sheet.state)}" if sheet.state else ""} r:id="rS{number}"/>'
        for number, sheet in enumerate(book.sheets, start=1)
    )
    workbook = parts["xl/workbook.xml"].decode()
    workbook = re.sub(
        r"<sheets>.*</sheets>", lambda _: f"<sheets>{listed}</sheets>", workbook, flags=re.DOTALL
    )
    named = f"<definedNames>{book.names}</definedNames>" if book.names else ""
    workbook = re.sub(r"<definedNames>.*</definedNames>", lambda _: named, workbook, flags=re.DOTALL)
    if book.is_1904:
        workbook = workbook.replace("<workbookPr", '<workbookPr date1904="1"')
    parts["xl/workbook.xml"] = workbook.encode()
    numbers = range(1, len(book.sheets) + 1)
    relations = re.sub(
        r"<Relationship [^>]*/worksheet\"[^>]*/>", "", parts["xl/_rels/workbook.xml.rels"].decode()
    )
    bound = "".join(
        f'<Relationship Id="rS{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    parts["xl/_rels/workbook.xml.rels"] = relations.replace(
        "</Relationships>", f"{bound}</Relationships>"
    ).encode()
    types = re.sub(r'<Override PartName="/xl/worksheets/[^>]*/>', "", parts["[Content_Types].xml"].decode())
    typed = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_SHEET_TYPE}"/>' for n in numbers
    )
    parts["[Content_Types].xml"] = types.replace("</Types>", f"{typed}</Types>").encode()


def _sheet_xml(book: Book, sheet: Sheet, texts: dict[str, int]) -> str:
    columns = "".join(
        f'<col min="{at + 1}" max="{at + 1}"{kept}/>' for at, kept in sorted(sheet.columns.items())
    )
    rows = "".join(_row_xml(book, row, number, texts) for number, row in enumerate(sheet.rows, start=1))
    merges = "".join(f'<mergeCell ref="{area_address(area)}"/>' for area in sheet.merges)
    head = sheet.head
    if sheet.dimension:
        head = re.sub(
            r"(<sheetPr.*?</sheetPr>|<sheetPr[^>]*/>|<worksheet[^>]*>(?!<sheetPr))",
            rf'\1<dimension ref="{sheet.dimension}"/>',
            head,
            count=1,
            flags=re.DOTALL,
        )
    return (
        f"{head}{f'<cols>{columns}</cols>' if columns else ''}<sheetData>{rows}</sheetData>{sheet.middle}"
        f"{f'<mergeCells>{merges}</mergeCells>' if merges else ''}{sheet.tail}"
    )


def _row_xml(book: Book, row: Row, number: int, texts: dict[str, int]) -> str:
    if not row.attributes and not any(cell.is_written or cell.style for cell in row.cells):
        return ""
    cells = "".join(
        _cell_xml(book, cell, f"{get_column_letter(at)}{number}", texts)
        for at, cell in enumerate(row.cells, start=1)
        if cell.is_written or cell.style or not book.has_references
    )
    return f'<row r="{number}"{row.attributes}>{cells}</row>'


def _cell_xml(book: Book, cell: Cell, address: str, texts: dict[str, int]) -> str:
    kind, value = _stored(book, cell, texts)
    place = f' r="{address}"' if book.has_references else ""
    style = f' s="{cell.style}"' if cell.style else ""
    kind = f' t="{kind}"' if kind else ""
    formula = f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
    return f"<c{place}{style}{kind}>{formula}{value}</c>"


def _stored(book: Book, cell: Cell, texts: dict[str, int]) -> tuple[str, str]:
    """Return a cell's type and its value's element."""
    match cell.content:
        case None:
            return "", ""
        case bool():
            return "b", f"<v>{int(cell.content)}</v>"
        case Fault(shown):
            return "e", f"<v>{shown}</v>"
        case date():
            return "", f"<v>{(cell.content - _EPOCHS[book.is_1904]).days}</v>"
        case str() if cell.formula:
            return "str", f"<v>{escape(cell.content)}</v>"
        case str() | Markup():
            return _stored_text(book, cell.content, texts)
        case _:
            return "", f"<v>{cell.content!r}</v>"


def _stored_text(book: Book, content: str | Markup, texts: dict[str, int]) -> tuple[str, str]:
    xml = content.xml if isinstance(content, Markup) else f'<t xml:space="preserve">{escape(content)}</t>'
    if book.has_inline_text:
        return "inlineStr", f"<is>{xml}</is>"
    return "s", f"<v>{texts.setdefault(xml, len(texts))}</v>"


def area_address(area: Area) -> str:
    """Return a merged area as A1:B2."""
    left, right = get_column_letter(area.left + 1), get_column_letter(area.right + 1)
    return f"{left}{area.top + 1}:{right}{area.bottom + 1}"
