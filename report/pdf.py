"""Turn the report into PDF with LibreOffice, in a profile of its own."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from catalogue import TongHopError
from catalogue.wording import report as words

TIMEOUT_SECONDS = 180
_COMMANDS = ("soffice", "libreoffice")
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")
_MAC_PATH = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")


def find_office() -> Path | None:
    """Return LibreOffice's command: on the PATH, or where Windows and macOS install it."""
    for command in _COMMANDS:
        if found := shutil.which(command):
            return Path(found)
    roots = [Path(os.environ[name]) for name in _WINDOWS_FOLDERS if name in os.environ]
    usual = [root / "LibreOffice" / "program" / "soffice.exe" for root in roots]
    return next((path for path in [*usual, _MAC_PATH] if path.is_file()), None)


def to_pdf(docx: Path) -> Path:
    """Convert a Word document to PDF beside it and return the PDF's path.

    A profile of its own lets it run while LibreOffice is open.

    Raises:
        TongHopError: LibreOffice is not installed, or could not convert the document.
    """
    office = find_office()
    if office is None:
        raise TongHopError(words.NO_OFFICE_PROGRAM)
    with tempfile.TemporaryDirectory(prefix="tonghop-", ignore_cleanup_errors=True) as folder:
        made = _convert(office, docx, Path(folder))
        target = docx.with_suffix(".pdf")
        try:
            shutil.move(made, target)
        except PermissionError:
            raise TongHopError(words.PDF_FAILED.format(path=docx, reason=words.PDF_LOCKED)) from None
    return target


def _convert(office: Path, docx: Path, folder: Path) -> Path:
    command = [
        str(office),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder),
        str(docx),
    ]
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only: no black window
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program and our own file
            command, capture_output=True, check=False, timeout=TIMEOUT_SECONDS, creationflags=flags
        )
    except subprocess.TimeoutExpired:
        reason = words.PDF_TOO_LONG.format(seconds=TIMEOUT_SECONDS)
        raise TongHopError(words.PDF_FAILED.format(path=docx, reason=reason)) from None
    except OSError as error:
        raise TongHopError(words.PDF_FAILED.format(path=docx, reason=error)) from None
    made = folder / f"{docx.stem}.pdf"
    if not made.is_file():
        said = done.stderr.decode("utf-8", "replace").strip() or words.PDF_NO_OUTPUT
        raise TongHopError(words.PDF_FAILED.format(path=docx, reason=said))
    return made
