"""Build the add-in: `python -m addin.build FILE...`; the same bytes on every machine, every time.

The workbook comes from XlsxWriter, the VBA project from pyOpenVBA (needed here only), the ribbon from its
table. Parts are stored uncompressed, so that the bytes do not depend on a compressor's version.
"""

import sys
import tempfile
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter

from addin.ribbon import ribbon_xml
from addin.vba_source import vba_modules
from catalogue.wording import addin as words

ADDIN_FILE = "TongHop.xlam"
CONTENT_TYPES = "[Content_Types].xml"
VBA_PART = "xl/vbaProject.bin"
RIBBON_PART = "customUI/customUI.xml"
SOURCE_ONLY = bytes.fromhex("cc61ffff000100")
"""`_VBA_PROJECT` of a project that holds source and nothing compiled (MS-OVBA 2.3.4.1, example 3.1.1)."""

_WORKBOOK_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACRO_TYPE = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_ADDIN_TYPE = b"application/vnd.ms-excel.addin.macroEnabled.main+xml"
_RIBBON_RELATION = (
    b'<Relationship Id="rIdRibbon" Target="' + RIBBON_PART.encode() + b'" '
    b'Type="http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"/></Relationships>'
)
_TIME = (1980, 1, 1, 0, 0, 0)


def build_addin() -> bytes:
    """Return the add-in's bytes."""
    parts = _with_project(_retyped(_parts(_workbook()), _WORKBOOK_TYPE, _MACRO_TYPE))
    parts = _retyped(parts, _MACRO_TYPE, _ADDIN_TYPE)
    relations = parts["_rels/.rels"].replace(b"</Relationships>", _RIBBON_RELATION)
    return _zipped(parts | {"_rels/.rels": relations, RIBBON_PART: ribbon_xml()})


def _workbook() -> bytes:
    """Return a workbook of one blank sheet: Excel refuses an add-in without any."""
    stream = BytesIO()
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True})
    created = datetime(2026, 1, 1)  # noqa: DTZ001 - XlsxWriter wants a naive one
    workbook.set_properties({"title": words.TITLE, "comments": words.ABOUT, "created": created})
    workbook.add_worksheet("TongHop")
    workbook.close()
    return stream.getvalue()


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _retyped(parts: dict[str, bytes], old: bytes, new: bytes) -> dict[str, bytes]:
    return parts | {CONTENT_TYPES: parts[CONTENT_TYPES].replace(old, new)}


def _with_project(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts with a VBA project beside them, and the code names that belong to it."""
    from pyopenvba import ExcelFile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "project.xlsm"
        path.write_bytes(_zipped(parts))
        with ExcelFile(path) as workbook:
            project = workbook.add_vba_project()
            for name, text in vba_modules().items():
                project.add_module(name, text)
            workbook.save()
        made = _parts(path.read_bytes())
    return made | {VBA_PART: _source_only(made[VBA_PART])}


def _source_only(project: bytes) -> bytes:
    """Return a project that says it holds nothing compiled, so that every Office compiles it anew."""
    from pyopenvba.cfb import CFB

    container = CFB.from_bytes(project)
    container.write_stream_in_storage("VBA", "_VBA_PROJECT", SOURCE_ONLY)
    return bytes(container.to_bytes())


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.create_system = 0
            package.writestr(entry, content)
    return stream.getvalue()


def main() -> None:
    """Write the add-in to every file named."""
    content = build_addin()
    for name in sys.argv[1:]:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
