"""Opening files: documents by whatever opens them, workbooks in Excel with their macros kept still."""

import os
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import xlwings as xw
from xlwings import App, Book

from addin.seat import place_of
from catalogue import UnreadableFileError
from catalogue.wording import addin as words

FORCE_DISABLE = 3
"""msoAutomationSecurityForceDisable. A workbook opened by a program runs its macros unless told otherwise."""


def open_workbook(app: App, path: Path, *, read_only: bool) -> Book:
    """Open a workbook in Excel, or bring the open one to the front; none of its macros runs.

    Raises:
        UnreadableFileError: Excel holds another file of that name, or cannot open this one.
    """
    found = open_book(app, path)
    if found is None:
        found = _opened(app, path, read_only=read_only)
    bring_forward(found)
    return found


def bring_forward(book: Book) -> None:
    """Make a workbook the one in front of its Excel.

    Not `Book.activate`: that fails when another Excel is in front.
    """
    book.api.Activate()


def open_book(app: App, path: Path) -> Book | None:
    """Return the open workbook of a file, or None."""
    for book in app.books:
        place = place_of(book)
        if place and is_same_file(place, path):
            return book
    return None


def open_anywhere(app: App | None, path: Path) -> Book | None:
    """Return the open workbook of a file, in this Excel or another one of this user, or None."""
    if app is None:
        return None
    found = open_book(app, path)
    for other in () if found else xw.apps:
        # Another Excel may be busy or about to end: then it cannot be asked.
        with suppress(Exception):
            found = found or open_book(other, path)
    return found


def is_unsaved(book: Book) -> bool:
    """Whether an open workbook holds what its file does not."""
    return not book.api.Saved


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths name one file, however they are written."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.normcase(one) == os.path.normcase(other)


def open_document(path: Path) -> None:
    """Open a document or a page of ours as a double click does."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - a file this program has just written, by its whole path
    else:
        webbrowser.open(path.resolve().as_uri())


def _opened(app: App, path: Path, *, read_only: bool) -> Book:
    if any(book.name.lower() == path.name.lower() for book in app.books):
        raise UnreadableFileError(words.NAME_CLASH.format(name=path.name))
    try:
        with _macros_still(app):
            return app.books.open(path, update_links=False, read_only=read_only)
    except Exception as error:  # whatever COM raises: locked, protected, damaged
        raise UnreadableFileError(words.NOT_OPENED.format(name=path.name)) from error


@contextmanager
def _macros_still(app: App) -> Iterator[None]:
    before = app.api.AutomationSecurity
    app.api.AutomationSecurity = FORCE_DISABLE
    try:
        yield
    finally:
        app.api.AutomationSecurity = before
