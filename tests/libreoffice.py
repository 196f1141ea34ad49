"""The real LibreOffice for tests: convert a file, recalculate it, fill a form in by hand, as it were.

Every call uses a profile of its own, so that tests may run side by side and no user's settings count.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

from tests import uno_fill

_SECONDS = 180
_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""

Answers = Mapping[str, Sequence[Mapping[str, object]]]


@cache
def soffice() -> str | None:
    """Return the path of LibreOffice's program, or None where there is none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@cache
def python_with_uno() -> str | None:
    """Return a Python that can talk to LibreOffice, or None where there is none."""
    candidates = [
        "/usr/bin/python3",
        "/usr/lib/libreoffice/program/python",
        sys.executable,
        shutil.which("python3"),
    ]
    for candidate in candidates:
        if candidate and Path(candidate).exists():
            asked = subprocess.run([candidate, "-c", "import uno"], check=False, capture_output=True)
            if asked.returncode == 0:
                return candidate
    return None


def convert(source: Path, folder: Path, *, kind: str = "pdf", recalculate: bool = False) -> Path:
    """Return the file LibreOffice makes of another: "pdf", or "xlsx" read and written again.

    Args:
        source: The file to open.
        folder: Where the new file goes, under the same stem; not the folder of the source.
        kind: The new file's extension.
        recalculate: Compute every formula anew instead of trusting its cached value.
    """
    filter_ = "xlsx:Calc MS Excel 2007 XML" if kind == "xlsx" else kind
    with _profile(recalculate=recalculate) as profile:
        command = [soffice(), profile, "--headless", "--convert-to", filter_, "--outdir", folder, source]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    return folder / f"{source.stem}.{kind}"


def recalculate(source: Path, folder: Path) -> Path:
    """Return a copy of a workbook with every formula computed anew by LibreOffice."""
    return convert(source, folder, kind="xlsx", recalculate=True)


def fill_with_libreoffice(source: Path, target: Path, answers: Answers) -> None:
    """Fill a form in through LibreOffice's own API and save it as .xlsx, .xls or .ods.

    Args:
        source: The form.
        target: Where the filled form goes; its extension says in which format.
        answers: By visible sheet title, one mapping per row: "row" says which row, every other key is
            a visible header. A row is the text of its first or second visible cell (its STT or its name),
            or its 1-based place below the headers. The header "" means the cell right of the
            row's text ({"row": "Người lập biểu", "": "…"}), for the sheet without headers. Values
            are texts, numbers or dates; they are stored as such.
    """
    pipe = f"tonghop{os.getpid()}{abs(hash(target)) % 10**6}"
    with tempfile.TemporaryDirectory() as folder, _profile() as profile, _listening(pipe, profile):
        told = Path(folder) / "answers.json"
        told.write_text(json.dumps(answers, default=_date_as_json), encoding="utf-8")
        urls = [path.resolve().as_uri() for path in (source, target)]
        command = [python_with_uno(), uno_fill.__file__, pipe, *urls, told]
        subprocess.run(command, check=True, timeout=_SECONDS)


def fill_with_openpyxl(source: Path, target: Path, answers: Answers) -> None:
    """Fill a form in with openpyxl; the same answers as `fill_with_libreoffice`."""
    workbook = openpyxl.load_workbook(source)
    for title, rows in answers.items():
        sheet = workbook[title]
        for row, column, value in uno_fill.places(_visible_texts(sheet), rows):
            sheet.cell(row + 1, column + 1).value = value
    workbook.save(target)


def _visible_texts(sheet):
    # openpyxl keeps one dimension for a run of equal columns, under its first letter.
    hidden = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            hidden |= {get_column_letter(number) for number in range(dimension.min, dimension.max + 1)}
    return [
        [
            ""
            if sheet.row_dimensions[cell.row].hidden or get_column_letter(cell.column) in hidden
            else uno_fill.text_of(cell.value)
            for cell in row
        ]
        for row in sheet.iter_rows()
    ]


def _date_as_json(value: object) -> dict[str, str]:
    if isinstance(value, date):
        return {"date": date(value.year, value.month, value.day).isoformat()}
    raise TypeError(type(value))


@contextlib.contextmanager
def _profile(*, recalculate: bool = False) -> Iterator[str]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        if recalculate:
            user = Path(folder) / "user"
            user.mkdir()
            (user / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
        yield f"-env:UserInstallation={Path(folder).as_uri()}"


@contextlib.contextmanager
def _listening(pipe: str, profile: str) -> Iterator[None]:
    """Run LibreOffice listening on a pipe; whatever happens, it has ended afterwards."""
    accept = f"--accept=pipe,name={pipe};urp;"
    command = [soffice(), profile, "--headless", "--norestore", "--nologo", accept]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield
        process.wait(timeout=_SECONDS)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
