"""Links from a row of the master to the cell it came from."""

import os
from pathlib import PurePath

from xlsxwriter.utility import quote_sheetname

from catalogue import Round, SheetKey
from catalogue.wording import master as words
from consolidate.formula import quoted
from consolidate.table import Formula
from validation import Submission

LONGEST_TEXT = 255
"""Excel takes no longer text constant in a formula, and no longer target of HYPERLINK."""


def received_path(round_: Round) -> str:
    """Return the way from the master's folder to the files that came back, with forward slashes."""
    way = os.path.relpath(round_.received_dir, round_.master_path.parent)
    return PurePath(way).as_posix()


def file_link(file: str, *, folder: str) -> Formula | str:
    """Return a link to a file that came back; plain text when the path is too long for a link."""
    return _link(_url(file, folder=folder), file)


def cell_link(
    submission: Submission, sheet: SheetKey, *, field: str, row: object, folder: str
) -> Formula | str:
    """Return a link to the cell of a field in one row of a submission."""
    place = submission.places.get(sheet)
    if place is None or field not in place.columns:
        return file_link(submission.file, folder=folder)
    return place_link(submission.file, place.name, cell=f"{place.columns[field]}{row}", folder=folder)


def place_link(file: str, sheet: str, *, cell: str, folder: str) -> Formula | str:
    """Return a link to a cell of a file; to the file when no cell is known."""
    if not sheet or not cell:
        return file_link(file, folder=folder)
    target = "'" + sheet.replace("'", "''") + "'!" + cell
    shown = words.SOURCE_PLACE.format(file=file, sheet=sheet, cell=cell)
    return _link(f"{_url(file, folder=folder)}#{target}", shown)


def inner_link(sheet: str, *, cell: str) -> Formula | str:
    """Return a link to a cell of the master itself."""
    return _link(f"#{quote_sheetname(sheet)}!{cell}", f"{sheet}!{cell}")


def _url(file: str, *, folder: str) -> str:
    """Return the relative address of a file, special characters masked."""
    return f"{folder}/{file}".replace("%", "%25").replace("#", "%23")


def _link(url: str, shown: str) -> Formula | str:
    if max(len(url), len(shown)) > LONGEST_TEXT:
        return shown
    return Formula(text=f"=HYPERLINK({quoted(url)},{quoted(shown)})", value=shown)
