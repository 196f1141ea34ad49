"""Asking and telling: in Excel where it runs, else in a window of Windows, else on the terminal."""

import sys
from pathlib import Path

from xlwings import App

from addin.seat import Seat
from catalogue import RoundError
from catalogue.wording import addin as words
from cli.output import say

FOLDER_PICKER = 4
"""Excel's msoFileDialogFolderPicker."""
CHOSEN = -1
ICON_INFORMATION = 0x40
TO_THE_FRONT = 0x10000


def tell(app: App | None, sentence: str) -> None:
    """Show a sentence and wait until it is read."""
    if app is not None:
        app.alert(sentence, words.TITLE)
    elif sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, words.TITLE, ICON_INFORMATION | TO_THE_FRONT)
    else:
        say(sentence)


def ask_folder(seat: Seat, title: str) -> Path:
    """Return the folder the officer chooses.

    Raises:
        RoundError: Excel is not running, or the officer changed their mind.
    """
    dialog = seat.excel.api.FileDialog(FOLDER_PICKER)
    dialog.Title = title
    if dialog.Show() != CHOSEN:
        raise RoundError(words.CANCELLED)
    return Path(dialog.SelectedItems.Item(1))


def ask_text(seat: Seat, question: str, *, is_needed: bool = True) -> str:
    """Return the text the officer types; one that is not needed may be left blank.

    Raises:
        RoundError: Excel is not running, or the officer changed their mind.
    """
    # By position: late-bound COM takes no names. Left out, the answer's type is text.
    answer = seat.excel.api.InputBox(question, words.TITLE)
    if answer is False or (is_needed and not str(answer).strip()):
        raise RoundError(words.CANCELLED)
    return str(answer).strip()
