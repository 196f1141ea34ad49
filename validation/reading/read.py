"""The door: bytes in, cells out, or one reason why there are none."""

from dataclasses import replace

from catalogue import Code
from catalogue.wording.reading import KINDS
from validation.reading.kind import ARCHIVES, WORKBOOKS, Kind, has_right_ending, sniff
from validation.reading.limits import MAX_FILE_BYTES
from validation.reading.model import Note, RawWorkbook, RefusedFileError
from validation.reading.ods import read_ods
from validation.reading.package import Package
from validation.reading.stamp import stamp_of
from validation.reading.xls import read_xls
from validation.reading.xlsb import read_xlsb
from validation.reading.xlsx import read_xlsx

_REFUSED = {Kind.EMPTY: Code.E008, Kind.PROTECTED: Code.E007, Kind.DAMAGED: Code.E001, Kind.UNSAFE: Code.E010}
_REFUSED |= dict.fromkeys(ARCHIVES, Code.E013)


def read_workbook(content: bytes, *, name: str = "") -> RawWorkbook:
    """Return the cells of a workbook, whatever program wrote it.

    Time and memory are bounded by `limits`; still, run it in a process that may die, and give a file that
    killed it to `read_bounded`.

    Args:
        content: The file.
        name: The file's name, only to say that its ending is not that of its content.

    Raises:
        RefusedFileError: There are no cells; its code says why.
    """
    return _read(content, name, only_exact=False)


def read_bounded(content: bytes, *, name: str = "") -> RawWorkbook:
    """Return what `read_workbook` does, every sheet of an .xlsx by the XML parser: four times slower.

    Raises:
        RefusedFileError: There are no cells; its code says why.
    """
    return _read(content, name, only_exact=True)


def _read(content: bytes, name: str, *, only_exact: bool) -> RawWorkbook:
    if len(content) > MAX_FILE_BYTES:
        raise RefusedFileError(Code.E010)
    kind, package = sniff(content)
    workbook = _opened(kind, content, package, only_exact=only_exact)
    if not workbook.strays and _is_blank(workbook):
        raise RefusedFileError(Code.E008)
    notes = (*_kind_notes(kind, name), *workbook.notes)
    return replace(workbook, notes=notes, modified_at=stamp_of(kind, content, package))


def _is_blank(workbook: RawWorkbook) -> bool:
    return all(value is None for grid in workbook.sheets.values() for row in grid for value in row)


def _opened(kind: Kind, content: bytes, package: Package | None, *, only_exact: bool) -> RawWorkbook:
    if package and kind in WORKBOOKS and package.is_ambiguous:
        raise RefusedFileError(Code.E010)
    match kind, package:
        case Kind.XLSX | Kind.XLSM, Package():
            return read_xlsx(package, only_exact=only_exact)
        case Kind.XLSB, Package():
            return read_xlsb(package)
        case Kind.ODS, Package():
            return read_ods(package)
        case Kind.XLS, _:
            return read_xls(content)
    raise RefusedFileError(_REFUSED.get(kind, Code.E009), kind=KINDS[kind])


def _kind_notes(kind: Kind, name: str) -> list[Note]:
    """Return what is worth saying of the file's kind: at most one note, and one on macros."""
    facts = {"kind": KINDS[kind]}
    notes = [Note(Code.E011)] if kind is Kind.XLSM else []
    if not has_right_ending(kind, name):
        return [*notes, Note(Code.E019, facts)]
    return notes if kind in {Kind.XLSX, Kind.XLSM} else [*notes, Note(Code.E017, facts)]
