"""What a file is, by its content; its name is never trusted."""

import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import PurePosixPath

from catalogue import Code
from validation.reading.model import RefusedFileError
from validation.reading.ole import Ole
from validation.reading.package import Package


class Kind(StrEnum):
    """Everything a file that comes back may turn out to be."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    EMPTY = "empty"
    PROTECTED = "protected"
    DAMAGED = "damaged"
    UNSAFE = "unsafe"
    ZIP = "zip"
    RAR = "rar"
    SEVEN_ZIP = "7z"
    GZIP = "gzip"
    PDF = "pdf"
    PICTURE = "picture"
    VIDEO = "video"
    WORD = "word"
    SLIDES = "slides"
    WRITER = "writer"
    NUMBERS = "numbers"
    EMAIL = "email"
    OFFICE = "office"
    HTML = "html"
    XML = "xml"
    CSV = "csv"
    TEXT = "text"


WORKBOOKS = frozenset({Kind.XLSX, Kind.XLSM, Kind.XLSB, Kind.XLS, Kind.ODS})
ARCHIVES = frozenset({Kind.ZIP, Kind.RAR, Kind.SEVEN_ZIP, Kind.GZIP})

_ENDINGS = {
    Kind.XLSX: {".xlsx", ".xltx"},
    Kind.XLSM: {".xlsm", ".xltm"},
    Kind.XLSB: {".xlsb"},
    Kind.XLS: {".xls", ".xlt", ".et"},  # .et: the old kind of WPS, the same inside
    Kind.ODS: {".ods", ".ots"},
}
_MAGIC = (
    (b"%PDF-", Kind.PDF),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"\x89PNG\r\n", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"BM", Kind.PICTURE),
    (b"II*\0", Kind.PICTURE),
    (b"MM\0*", Kind.PICTURE),
    (b"Rar!\x1a\x07", Kind.RAR),
    (b"7z\xbc\xaf\x27\x1c", Kind.SEVEN_ZIP),
    (b"\x1f\x8b", Kind.GZIP),
    (b"{\\rtf", Kind.WORD),
)
_ZIP = b"PK\3\4"
_EMPTY_ZIP = b"PK\5\6"
_KIND_OF_REFUSED = {Code.E007: Kind.PROTECTED, Code.E010: Kind.UNSAFE}
_BLANKS = b"\0 \t\r\n\xef\xbb\xbf"
_BEGINNING = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00")
_RIFF_WEBP = re.compile(rb"RIFF....WEBP", re.DOTALL)
_BOX = re.compile(rb"....ftyp(....)", re.DOTALL)
_PICTURE_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_HTML = re.compile(
    r"\s*(?>(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*)<(?:!doctype\s+html|html|head|body|table|meta|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_CSV_ROWS = 2

# Streams of an OLE file, in the order they decide: an encrypted package has no other.
_STREAMS = (
    ("EncryptedPackage", Kind.PROTECTED),
    ("Workbook", Kind.XLS),
    ("Book", Kind.XLS),
    ("WordDocument", Kind.WORD),
    ("PowerPoint Document", Kind.SLIDES),
    ("__properties_version1.0", Kind.EMAIL),
)
_MIMETYPES = (
    (b"application/vnd.oasis.opendocument.spreadsheet", Kind.ODS),
    (b"application/vnd.oasis.opendocument.text", Kind.WRITER),
    (b"application/vnd.oasis.opendocument.presentation", Kind.SLIDES),
)
_FOLDERS = (("xl/", Kind.XLSX), ("word/", Kind.WORD), ("ppt/", Kind.SLIDES))


def kind_of(content: bytes) -> Kind:
    """Return what a file is; never raises."""
    return sniff(content)[0]


def sniff(content: bytes) -> tuple[Kind, Package | None]:
    """Return what a file is, and its package if it is one; never raises."""
    if not content.strip(_BLANKS):
        return Kind.EMPTY, None
    try:
        if content.startswith((_ZIP, _EMPTY_ZIP)):
            package = Package(content)
            return kind_of_package(package), package
        if content.startswith(_OLE):
            top = Ole(content).top
            return next((kind for name, kind in _STREAMS if name in top), Kind.OFFICE), None
    except RefusedFileError as refused:
        return _KIND_OF_REFUSED.get(refused.code, Kind.DAMAGED), None
    return _kind_by_magic(content) or _kind_of_text(content[:_BEGINNING]), None


def kind_of_package(package: Package) -> Kind:
    """Return what a zip package holds."""
    names = package.names
    if "mimetype" in names:
        said = package.beginning("mimetype", 128)
        return next((kind for mimetype, kind in _MIMETYPES if said.startswith(mimetype)), Kind.ZIP)
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names) or "Index.zip" in names:
        return Kind.NUMBERS
    if not {"[Content_Types].xml", "_rels/.rels"} & set(names):
        return Kind.ZIP
    folder = next((kind for start, kind in _FOLDERS if any(name.startswith(start) for name in names)), None)
    return _kind_of_excel(names) if folder is Kind.XLSX else folder or Kind.OFFICE


def _kind_of_excel(names: Iterable[str]) -> Kind:
    parts = {name.rpartition("/")[2] for name in names}
    if "workbook.bin" in parts:
        return Kind.XLSB
    return Kind.XLSM if "vbaProject.bin" in parts else Kind.XLSX


def _kind_by_magic(content: bytes) -> Kind | None:
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if _RIFF_WEBP.match(content):
        return Kind.PICTURE
    if box := _BOX.match(content):
        return Kind.PICTURE if box[1] in _PICTURE_BRANDS else Kind.VIDEO
    return Kind.XLS if _BARE_BIFF.match(content) else None


def _kind_of_text(beginning: bytes) -> Kind:
    text = _decoded(beginning)
    if text is None:
        return Kind.DAMAGED
    if _HTML.match(text):
        return Kind.HTML
    if text.lstrip().startswith("<"):
        return Kind.XML
    return Kind.CSV if _looks_like_csv(text) else Kind.TEXT


def _decoded(beginning: bytes) -> str | None:
    """Return text in whatever encoding; None for bytes that are no text."""
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return beginning.decode("utf-16", errors="ignore")
    if b"\0" in beginning or len(beginning.translate(None, _CONTROLS)) != len(beginning):
        return None
    return beginning.decode("utf-8-sig", errors="replace")


_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")


def _looks_like_csv(text: str) -> bool:
    """Whether the first lines have the same number of the same separator."""
    lines = [line for line in text.splitlines()[:6] if line.strip()]
    if len(lines) < _CSV_ROWS:
        return False
    return any(
        len(counts) == 1 and max(counts) > 0
        for counts in ({line.count(mark) for line in lines[:_CSV_ROWS]} for mark in ",;\t|")
    )


def has_right_ending(kind: Kind, name: str) -> bool:
    """Whether a file's name ends as its kind does; a name without any ending says nothing wrong."""
    ending = PurePosixPath(name).suffix.lower()
    return not ending or ending in _ENDINGS[kind]
