"""Excel's status bar during long work, and how Excel says that it is busy."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial

from xlwings import App

from catalogue.wording import addin as words
from cli.desk import Desk
from cli.output import listening

CALL_REJECTED = frozenset({-2147418111, -2147417846, -2146777998})
"""RPC_E_CALL_REJECTED, RPC_E_SERVERCALL_RETRYLATER, VBA_E_IGNORE: a cell is being edited or a dialog open."""


def is_busy(error: BaseException | None) -> bool:
    """Whether an error, or what caused it, is Excel refusing a call for now."""
    while error is not None:
        if error.args and error.args[0] in CALL_REJECTED:
            return True
        error = error.__cause__ or error.__context__
    return False


@contextmanager
def status_bar(app: App | None) -> Iterator[None]:
    """Show progress in Excel's status bar; give the bar back to Excel afterwards."""

    def step(label: str, done: int, total: int) -> None:
        show(app, words.STEP.format(label=label, done=done, total=total))

    try:
        with listening(step):
            yield
    finally:
        show(app, text=False)


def show(app: App | None, text: str | bool) -> None:  # noqa: FBT001 - False is how Excel gets its bar back
    """Show a text in the status bar; False gives the bar back. One that cannot be drawn stops no work."""
    if app is not None:
        with suppress(Exception):
            app.status_bar = text


@contextmanager
def writing(app: App | None, desk: Desk) -> Iterator[None]:
    """Hold the round while it is written to; who holds it meanwhile is shown in the status bar.

    Raises:
        LockedFileError: Somebody else still holds it after a while.
    """
    with desk.writing(on_wait=partial(show, app)):
        yield
