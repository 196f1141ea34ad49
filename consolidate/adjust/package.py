"""The parts of a workbook: which sheet is which, what hangs on it, and a light copy without ours."""

import posixpath
import re
import zipfile
from dataclasses import dataclass
from html import unescape
from io import BytesIO

EMPTY_SHEET = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)
KINDS = {
    "drawing": "chart",
    "comments": "comment",
    "pivotTable": "pivot",
    "table": "table",
    "chartsheet": "chart_sheet",
}
"""What a relation to another part means for staff, as keys of `LEFT_KINDS`."""

_SHEET = re.compile(r"<sheet\b[^>]*>")
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sheet: its title, its part, whether it is a worksheet, and the kinds of things that hang on it."""

    title: str
    name: str
    is_worksheet: bool
    kinds: tuple[str, ...]


def sheet_parts(content: bytes) -> tuple[Part, ...]:
    """Return the sheets of a workbook in order."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        relations = {each["Id"]: each for each in _relations(package, "xl/workbook.xml")}
        workbook = package.read("xl/workbook.xml").decode("utf-8", "replace")
        sheets = [dict(_ATTRIBUTE.findall(tag)) for tag in _SHEET.findall(workbook)]
        return tuple(_part(package, sheet, relations) for sheet in sheets if sheet.get("r:id") in relations)


def _part(package: zipfile.ZipFile, sheet: dict[str, str], relations: dict[str, dict[str, str]]) -> Part:
    relation = relations[sheet["r:id"]]
    name = posixpath.normpath(posixpath.join("xl", relation["Target"])).removeprefix("../").lstrip("/")
    if relation["Target"].startswith("/"):
        name = relation["Target"].lstrip("/")
    hanging = {_type_of(each) for each in _relations(package, name)}
    return Part(
        title=unescape(sheet.get("name", "")),
        name=name,
        is_worksheet=_type_of(relation) == "worksheet",
        kinds=tuple(sorted({KINDS[kind] for kind in hanging if kind in KINDS})),
    )


def _type_of(relation: dict[str, str]) -> str:
    return relation.get("Type", "").rpartition("/")[2]


def _relations(package: zipfile.ZipFile, part: str) -> list[dict[str, str]]:
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    if path not in package.namelist():
        return []
    text = package.read(path).decode("utf-8", "replace")
    return [
        {key: unescape(value) for key, value in _ATTRIBUTE.findall(tag)} for tag in _RELATION.findall(text)
    ]


def without_sheets(content: bytes, names: frozenset[str]) -> bytes:
    """Return a copy of a workbook in which some sheets are empty: quick to open whatever they held."""
    buffer = BytesIO()
    relations = {_rels_of(name) for name in names}
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(buffer, "w") as copy:
        for name in source.namelist():
            if name not in relations:
                copy.writestr(name, EMPTY_SHEET if name in names else source.read(name))
    return buffer.getvalue()


def _rels_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def theme_of(content: bytes) -> bytes:
    """Return the theme of a workbook, empty when it has none."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read("xl/theme/theme1.xml") if "xl/theme/theme1.xml" in package.namelist() else b""
