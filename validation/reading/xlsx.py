"""Read an .xlsx: each sheet in one pass where it is plainly spelled, else cell by cell."""

import re
from collections.abc import Mapping
from dataclasses import replace

from catalogue import Code
from validation.reading.cells import BookCells
from validation.reading.limits import MAX_SHEETS
from validation.reading.links import links_in
from validation.reading.model import RawWorkbook, RefusedFileError
from validation.reading.package import Package
from validation.reading.xlsx_book import XlsxBook, looks_of, read_book
from validation.reading.xlsx_exact import XlsxContext, read_sheet, shared_texts
from validation.reading.xlsx_plain import PlainBook, read_plain_sheet, shared_texts_of

_NO_STYLES = b"<styleSheet/>"
_PLAIN_START = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^<>]*\?>\s*)?<[A-Za-z]")


def read_xlsx(package: Package, *, only_exact: bool = False) -> RawWorkbook:
    """Return the cells of an .xlsx or .xlsm.

    Args:
        package: The file.
        only_exact: Read every sheet cell by cell.

    Raises:
        RefusedFileError: The file is damaged or too large.
    """
    book = read_book(package)
    if not book.sheets:
        raise RefusedFileError(Code.E001)
    if len(book.sheets) > MAX_SHEETS:
        raise RefusedFileError(Code.E010)
    parts = _parts(package, book)
    _refuse_document_types(parts)
    texts, styles = parts.get(book.shared_texts or "", b""), parts.get(book.styles or "", _NO_STYLES)
    read_texts = shared_texts if only_exact else shared_texts_of
    context = XlsxContext(
        texts=read_texts(texts) if texts else (), looks=looks_of(styles), is_1904=book.is_1904
    )
    plain = None if only_exact else PlainBook(context, styles)
    cells, formulas = BookCells(), []
    for name, part in book.sheets.items():
        sheet = cells.sheet(name)
        found = read_plain_sheet(parts[part], sheet, plain) if plain is not None else None
        if found is None:
            read_sheet(parts[part], sheet, context)
        formulas.append(parts[part] if found is None else found)
    return replace(cells.workbook(), notes=links_in(package.names, formulas))


def _refuse_document_types(parts: Mapping[str, bytes]) -> None:
    # Where the first element follows at once there is no room for one.
    if any(b"<!DOCTYPE" in part for part in parts.values() if not _PLAIN_START.match(part)):
        raise RefusedFileError(Code.E010)


def _parts(package: Package, book: XlsxBook) -> dict[str, bytes]:
    """Return the parts that tell of cells, by name; nothing else of the file is unpacked."""
    parts = {each: package.part(each) for each in (book.styles, book.shared_texts) if each}
    return parts | {each: package.part(each, thin=True) for each in book.sheets.values()}
