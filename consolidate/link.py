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


def path_link(path: str, *, shown: str) -> Formula | str:
    """Return a link to a file by its path from the workbook; plain text when it is too long for a link."""
    return _link(_url(path), shown)


def file_link(submission: Submission, *, folder: str) -> Formula | str:
    """Return a link to a file that came back; to the archive it came in, if any."""
    return path_link(f"{folder}/{submission.container}", shown=submission.file)


def cell_link(
    submission: Submission, sheet: SheetKey, *, field: str, row: object, folder: str
) -> Formula | str:
    """Return a link to the cell of a field in one row of a submission."""
    place = submission.places.get(sheet)
    if place is None or field not in place.columns:
        return file_link(submission, folder=folder)
    return place_link(submission, place.name, cell=f"{place.columns[field]}{row}", folder=folder)


def place_link(submission: Submission, sheet: str, *, cell: str, folder: str) -> Formula | str:
    """Return a link to a cell of a submission; to the file when no cell is known.

    Nothing leads to a cell within an archive: there the link leads to the archive, and shows the cell.
    """
    if not sheet or not cell:
        return file_link(submission, folder=folder)
    shown = words.SOURCE_PLACE.format(file=submission.file, sheet=sheet, cell=cell)
    path = f"{folder}/{submission.container}"
    if submission.is_in_archive:
        return path_link(path, shown=shown)
    target = "'" + sheet.replace("'", "''") + "'!" + cell
    return _link(f"{_url(path)}#{target}", shown)


def inner_link(sheet: str, *, cell: str) -> Formula | str:
    """Return a link to a cell of the master itself."""
    return _link(f"#{quote_sheetname(sheet)}!{cell}", f"{sheet}!{cell}")


def _url(path: str) -> str:
    """Return a path as an address: the characters that mean something there masked."""
    return path.replace("%", "%25").replace("#", "%23")


def _link(url: str, shown: str) -> Formula | str:
    if max(len(url), len(shown)) > LONGEST_TEXT:
        return shown
    return Formula(text=f"=HYPERLINK({quoted(url)},{quoted(shown)})", value=shown)
