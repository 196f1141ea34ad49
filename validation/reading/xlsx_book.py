"""What an .xlsx says of itself outside its sheets: their names and parts, formats, shared texts, links."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from catalogue import Code
from validation.reading.limits import MAX_LOOKS
from validation.reading.looks import PLAIN, Look, built_in, legacy_font, shape_of
from validation.reading.markup import Listener, named, walk
from validation.reading.model import RefusedFileError
from validation.reading.package import Package
from validation.reading.relations import part_of_type, relations

_TRUE = frozenset({"1", "true", "on"})
_SHEETS_END, _WORKBOOK_END = b"</sheets>", b"</workbook>"


@dataclass(frozen=True, kw_only=True)
class XlsxBook:
    """A workbook without its cells.

    Attributes:
        workbook: The name of the workbook's own part.
        sheets: The part of each worksheet by visible name, hidden ones included, in order.
        shared_texts, styles: The names of those parts; None where there is none.
    """

    workbook: str
    sheets: Mapping[str, str]
    shared_texts: str | None
    styles: str | None
    is_1904: bool


@dataclass
class _Workbook(Listener):
    is_1904: bool = False
    sheets: list[tuple[str, str]] = field(default_factory=list)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "sheet":
            self.sheets.append((attributes.get("name", ""), named(attributes, "id")))
        elif tag == "workbookPr":
            self.is_1904 = attributes.get("date1904") in _TRUE


def read_book(package: Package) -> XlsxBook:
    """Return what a package says of its sheets.

    Raises:
        RefusedFileError: The package is damaged.
    """
    workbook = part_of_type(relations(package, ""), "officeDocument") or "xl/workbook.xml"
    parts = relations(package, workbook)
    listed = _listed(_until_sheets(package.part(workbook)))
    known = {
        id_: relation.target
        for id_, relation in parts.items()
        if relation.kind == "worksheet" and relation.target in package.names
    }
    texts, styles = (part_of_type(parts, kind) for kind in ("sharedStrings", "styles"))
    return XlsxBook(
        workbook=workbook,
        sheets={name: known[id_] for name, id_ in listed.sheets if id_ in known},
        shared_texts=texts if texts in package.names else None,
        styles=styles if styles in package.names else None,
        is_1904=listed.is_1904,
    )


def _until_sheets(workbook: bytes) -> bytes:
    """Return the workbook's own part without what follows its list of sheets: areas that differ by unit."""
    before, tag, after = workbook.partition(_SHEETS_END)
    is_whole = tag and after.rstrip().endswith(_WORKBOOK_END)
    return before + _SHEETS_END + _WORKBOOK_END if is_whole else workbook


@lru_cache(maxsize=32)
def _listed(workbook: bytes) -> _Workbook:
    """Return what the workbook's own part lists; forms of one round share it."""
    walker = _Workbook()
    walk(workbook, walker)
    return walker


@dataclass
class _Styles(Listener):
    formats: dict[int, str] = field(default_factory=dict)
    fonts: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    inside: str = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in {"fonts", "cellXfs", "numFmts"}:
            self.inside = tag
        elif tag == "numFmt" and self.inside == "numFmts":
            self.formats[_number(attributes, "numFmtId")] = attributes.get("formatCode", "")
        elif tag == "font" and self.inside == "fonts":
            self.fonts.append("")
        elif tag == "name" and self.inside == "fonts" and self.fonts:
            self.fonts[-1] = legacy_font(attributes.get("val", ""))
        elif tag == "xf" and self.inside == "cellXfs":
            self.looks.append(self._look(attributes))
            if len(self.looks) > MAX_LOOKS:
                raise RefusedFileError(Code.E010)

    def end(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""

    def _look(self, attributes: Mapping[str, str]) -> Look:
        number, font = _number(attributes, "numFmtId"), _number(attributes, "fontId")
        look = Look(shape=shape_of(self.formats.get(number) or built_in(number)))
        return replace(look, legacy_font=self.fonts[font]) if font < len(self.fonts) else look


def _number(attributes: Mapping[str, str], name: str) -> int:
    value = attributes.get(name, "")
    return int(value) if value.isdecimal() else 0


@lru_cache(maxsize=4)
def looks_of(styles: bytes) -> tuple[Look, ...]:
    """Return a workbook's cell formats, in order; forms of one round share theirs.

    Raises:
        RefusedFileError: The part is damaged.
    """
    walker = _Styles()
    walk(styles, walker)
    return tuple(walker.looks) or (PLAIN,)
