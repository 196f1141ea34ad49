"""Where the officer sits: the Excel that runs, the workbook in front, and the round that goes with it."""

from dataclasses import dataclass, field
from pathlib import Path

from xlwings import App, Book, XlwingsError
from xlwings.utils import fullname_url_to_local_path

from addin.memory import Memory
from catalogue import ROUND_FILE, Catalogue, RoundError
from catalogue.wording import addin as words
from cli.desk import Desk

_WEB = ("http://", "https://")


@dataclass(frozen=True, kw_only=True)
class Seat:
    """What a command works with.

    Attributes:
        app: The running Excel; None when a command was started from outside with none running.
        book: The workbook in front when the button was pressed.
        folder: A round named by whoever started the command from outside.
    """

    app: App | None = None
    book: Book | None = None
    folder: Path | None = None
    catalogue: Catalogue = field(default_factory=Catalogue)
    memory: Memory = field(default_factory=Memory.of_user)

    @property
    def excel(self) -> App:
        """The running Excel.

        Raises:
            RoundError: There is none.
        """
        if self.app is None:
            raise RoundError(words.NEEDS_EXCEL)
        return self.app

    def round_folder(self) -> Path:
        """Return the folder of the round: named, or around the workbook in front, or chosen last.

        Raises:
            RoundError: There is no such round.
        """
        if self.folder is not None:
            return _round_at(self.folder)
        place = place_of(self.book) if self.book else None
        around = next((parent for parent in place.parents if is_round(parent)), None) if place else None
        if around:
            self.memory.remember(around)
            return around
        return self._remembered()

    def _remembered(self) -> Path:
        folder = self.memory.round_folder
        if folder is None:
            raise RoundError(self._refusal())
        if not is_round(folder):
            raise RoundError(words.ROUND_GONE.format(folder=folder))
        return folder

    def _refusal(self) -> str:
        if self.book is None:
            return words.NO_ROUND_CHOSEN
        sentence = words.ON_THE_WEB if is_on_web(self.book) else words.NO_ROUND
        return sentence.format(name=self.book.name)

    def desk(self) -> Desk:
        """Open the round.

        Raises:
            TongHopError: There is none, or its plan is unknown.
        """
        return Desk.open(self.round_folder(), self.catalogue)

    @staticmethod
    def round_line(desk: Desk) -> str:
        """Return which round it is: the officer may have thought of another one."""
        return words.ROUND_LINE.format(plan=desk.plan.short_title, period=desk.round.period.label)

    def told(self, desk: Desk, *sentences: str) -> str:
        """Return an answer about a round as one text, the round first."""
        return "\n".join((self.round_line(desk), *sentences))


def is_round(folder: Path) -> bool:
    """Whether a folder is a round."""
    return (folder / ROUND_FILE).is_file()


def place_of(book: Book) -> Path | None:
    """Return a workbook's file; None when Excel only knows its address on the web, or it was never saved."""
    address = str(book.api.FullName)
    path = _synchronised(address) if address.lower().startswith(_WEB) else Path(address)
    # A workbook that was never saved has a bare name.
    return path if path and path.is_absolute() else None


def is_on_web(book: Book) -> bool:
    """Whether Excel knows no folder of this machine for a workbook, only an address on the web."""
    return str(book.api.FullName).lower().startswith(_WEB) and place_of(book) is None


def _synchronised(address: str) -> Path | None:
    """Return the file of this machine that OneDrive keeps for an address.

    Not `Book.fullname`: that looks into a sheet of the workbook for where OneDrive is, and a workbook that
    somebody sent must not say which folder is taken for the round.
    """
    try:
        return Path(fullname_url_to_local_path(address))
    except XlwingsError:
        return None


def _round_at(folder: Path) -> Path:
    path = folder.resolve()
    found = next((each for each in (path, *path.parents) if is_round(each)), None)
    if found is None:
        raise RoundError(words.NOT_A_ROUND.format(folder=folder, file=ROUND_FILE))
    return found
