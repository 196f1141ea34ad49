"""What the ribbon's buttons do."""

from pathlib import Path
from typing import Protocol

from catalogue import ROUND_FILE, Catalogue, RoundError
from catalogue.wording import addin
from catalogue.wording import cli as words
from cli.consolidate import row_counts, state_counts, write_master
from cli.desk import Desk


class Workbook(Protocol):
    """What is needed of an open workbook; an `xlwings.Book` has it."""

    @property
    def fullname(self) -> str:
        """The workbook's path."""


def consolidate_active_round(book: Workbook) -> str:
    """Consolidate the round the workbook belongs to, and return what to tell the officer.

    Raises:
        TongHopError: The workbook lies in no round, or the master is open and cannot be replaced.
    """
    path = Path(book.fullname)
    folder = next((parent for parent in path.parents if (parent / ROUND_FILE).is_file()), None)
    if folder is None:
        raise RoundError(addin.NO_ROUND.format(name=path.name))
    merged = write_master(Desk.open(folder, Catalogue()))
    counts = {state.value: count for state, count in state_counts(merged).items()}
    return "\n".join(
        (
            words.STATES_LINE.format(owing=len(merged.standings), **counts),
            words.ROWS_LINE.format(**row_counts(merged)),
        )
    )
