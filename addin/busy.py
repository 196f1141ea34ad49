"""Excel's status bar during long work, and how Excel says that it is busy."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from xlwings import App

from catalogue.wording import addin as words
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
    if app is None:
        yield
        return

    def show(label: str, done: int, total: int) -> None:
        # A bar that cannot be drawn just now must not stop the work.
        with suppress(Exception):
            app.status_bar = words.STEP.format(label=label, done=done, total=total)

    try:
        with listening(show):
            yield
    finally:
        with suppress(Exception):
            app.status_bar = False
