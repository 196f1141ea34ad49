"""Read an .xlsx: with one pattern where it is spelled as most programs spell it, else the exact way."""

from collections.abc import Mapping, Sequence

from catalogue import Code
from validation.reading.cells import BookCells
from validation.reading.limits import MAX_SHEETS
from validation.reading.links import links_in
from validation.reading.looks import Look
from validation.reading.model import RawWorkbook, RefusedFileError, Value
from validation.reading.package import Package
from validation.reading.xlsx_book import XlsxBook, looks_of, read_book
from validation.reading.xlsx_exact import XlsxContext, read_sheet, shared_texts
from validation.reading.xlsx_plain import plain_texts, read_plainly

_NO_STYLES = b"<styleSheet/>"


def read_xlsx(package: Package, *, only_exact: bool = False) -> RawWorkbook:
    """Return the cells of an .xlsx or .xlsm.

    Args:
        package: The file.
        only_exact: Read everything the exact way; a process already ended over this file.

    Raises:
        RefusedFileError: The file is damaged or too large.
    """
    book = read_book(package)
    if not book.sheets:
        raise RefusedFileError(Code.E001)
    if len(book.sheets) > MAX_SHEETS:
        raise RefusedFileError(Code.E010)
    parts = _parts(package, book)
    context = XlsxContext(
        texts=_texts(parts, book, only_exact=only_exact), looks=_looks(parts, book), is_1904=book.is_1904
    )
    cells = BookCells()
    for name, part in book.sheets.items():
        sheet = cells.sheet(name)
        if only_exact or not read_plainly(parts[part], sheet, context):
            read_sheet(parts[part], sheet, context)
    return cells.workbook(links_in(package.names, (parts[name] for name in book.sheets.values())))


def _parts(package: Package, book: XlsxBook) -> dict[str, bytes]:
    """Return the parts that tell of cells, by name; nothing else of the file is unpacked."""
    parts = {each: package.part(each) for each in (book.styles, book.shared_texts) if each}
    return parts | {each: package.part(each, thin=True) for each in book.sheets.values()}


def _looks(parts: Mapping[str, bytes], book: XlsxBook) -> Sequence[Look]:
    return looks_of(parts[book.styles] if book.styles else _NO_STYLES)


def _texts(parts: Mapping[str, bytes], book: XlsxBook, *, only_exact: bool) -> Sequence[Value]:
    part = parts[book.shared_texts] if book.shared_texts else b""
    if not part:
        return ()
    texts = None if only_exact else plain_texts(part)
    return shared_texts(part) if texts is None else texts
