"""Who has a workbook open, by the file that Excel or LibreOffice keeps beside it while it is."""

from pathlib import Path

from catalogue import clean
from catalogue.wording import master as words

_WIDE_NAME = 55
"""Where Excel's owner file holds the length of the user's name, then the name in UTF-16."""


def opened_by(path: Path) -> str:
    """Return in words who has a workbook open, blank when that is not known."""
    for beside, read, template in (
        (path.with_name(f"~${path.name}"), _excel_user, words.OPEN_IN_EXCEL),
        (path.with_name(f".~lock.{path.name}#"), _libreoffice_user, words.OPEN_IN_LIBREOFFICE),
    ):
        try:
            name = read(beside.read_bytes())
        except OSError:
            continue
        return template.format(user=name or words.UNNAMED_USER)
    return ""


def _excel_user(content: bytes) -> str:
    """Return the name that an owner file holds a second time, in UTF-16; the first is in some code page."""
    start = _WIDE_NAME + 2
    length = int.from_bytes(content[_WIDE_NAME:start], "little")
    return _shown(content[start : start + 2 * length].decode("utf-16-le", errors="ignore"))


def _libreoffice_user(content: bytes) -> str:
    """Return the first part that is not blank: the user's full name, else the account."""
    parts = content.decode("utf-8", errors="ignore").split(",")
    return next((name for part in parts[:2] if (name := _shown(part))), "")


def _shown(text: str) -> str:
    return clean("".join(char for char in text if char.isprintable()))
