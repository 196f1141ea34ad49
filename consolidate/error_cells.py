"""Cells of a master that show an error: calamine would read them as blank."""

import zipfile
from pathlib import Path

from catalogue import UnreadableFileError
from catalogue.wording import master as words
from consolidate.adjust.read import own_titles

SHEETS = "xl/worksheets/"
ERROR_MARK = b' t="e"'


def refuse_errors(path: Path) -> None:
    """Refuse a workbook in which a cell of our own sheets shows an error.

    The sheets' bytes are asked first; only a workbook that has such a cell is opened again, the slow and
    exact way, to name the place.

    Raises:
        UnreadableFileError: A cell shows an error; the message says which.
    """
    with zipfile.ZipFile(path) as package:
        parts = [name for name in package.namelist() if name.startswith(SHEETS)]
        if not any(ERROR_MARK in package.read(part) for part in parts):
            return
    _name_first(path)


def _name_first(path: Path) -> None:
    from openpyxl import load_workbook

    workbook = load_workbook(path, read_only=True, data_only=True)
    try:
        for sheet in workbook.worksheets:
            if sheet.title not in own_titles():
                continue
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "e":
                        raise UnreadableFileError(
                            words.ERROR_CELLS.format(
                                file=path, sheet=sheet.title, cell=cell.coordinate, value=cell.value
                            )
                        )
    finally:
        workbook.close()
