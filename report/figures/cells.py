"""Read the master's tables row by row: text cleaned, labels understood, numbers with their origin."""

import math
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from catalogue import UnreadableFileError, comparison_key, load_master
from catalogue.wording import report as words
from consolidate import MasterTables
from report.trace.marks import MARK_CHARACTERS
from report.trace.origin import How, Origin, Real, Whole

# Bidirectional overrides and isolates would turn the words around them; U+FFFE and U+FFFF are not XML; the
# marks of our own figures must never come from an answer.
_UNPRINTABLE = MARK_CHARACTERS | set(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff\ufeff"
)


def printable(text: str) -> str:
    r"""Return text as it may stand in a document: NFC, line ends as \n, no control characters.

    >>> printable("a\x07b\r\nc\td")
    'ab\nc d'
    """
    lines = "\n".join(text.replace("\t", " ").splitlines())
    kept = (
        char
        for char in unicodedata.normalize("NFC", lines)
        if char == "\n" or (unicodedata.category(char) not in {"Cc", "Cs"} and char not in _UNPRINTABLE)
    )
    return "".join(kept).strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table, read by column key; `at` is its position in the table, from 0."""

    sheet: str
    cells: Mapping[str, object]
    at: int

    def text(self, key: str) -> str:
        """Return a cell's text, blank when there is none."""
        value = self.cells[key]
        return "" if _is_blank(value) else printable(str(value))

    def flag(self, key: str) -> bool:
        """Whether a cell is ticked."""
        return bool(self.text(key))

    def number(self, key: str) -> Real | None:
        """Return a cell's number with its origin, or None.

        Raises:
            UnreadableFileError: The cell holds something else.
        """
        value = self.cells[key]
        if _is_blank(value) or value == "":
            return None
        try:
            return Real.of(float(str(value)), self.origin(key))
        except ValueError:
            raise UnreadableFileError(
                words.BAD_NUMBER.format(sheet=self._title, header=self._header(key), value=value)
            ) from None

    def count(self, key: str) -> Whole:
        """Return a cell's whole number with its origin, 0 when it is blank."""
        return Whole.of(round(self.number(key) or 0), self.origin(key))

    def origin(self, key: str) -> Origin:
        """Return a cell as the origin of a figure."""
        return Origin(sheet=self.sheet, column=key, how=How.CELL, rows=(self.at,))

    def day(self, key: str) -> date | None:
        """Return a cell's date, or None."""
        value = self.cells[key]
        if _is_blank(value):
            return None
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else None

    def key_of(self, key: str, labels: Mapping[str, str]) -> str:
        """Return the key whose label a cell shows.

        Raises:
            UnreadableFileError: The label is none of these.
        """
        shown = comparison_key(self.text(key))
        for name, label in labels.items():
            if comparison_key(label) == shown:
                return name
        raise UnreadableFileError(
            words.BAD_LABEL.format(
                sheet=self._title,
                header=self._header(key),
                value=self.text(key),
                choices=", ".join(labels.values()),
            )
        )

    @property
    def _title(self) -> str:
        return load_master()[self.sheet].title

    def _header(self, key: str) -> str:
        sheet = load_master()[self.sheet]
        return sheet.columns[sheet.position(key)].header


def lines(master: MasterTables, sheet: str) -> Iterator[Line]:
    """Yield the rows of a table.

    Raises:
        UnreadableFileError: The master has no such table.
    """
    if sheet not in master.tables:
        raise UnreadableFileError(words.MISSING_TABLE.format(sheet=load_master()[sheet].title))
    frame = master.tables[sheet]
    columns = [str(column) for column in frame.columns]
    for at, values in enumerate(frame.itertuples(index=False, name=None)):
        yield Line(sheet, dict(zip(columns, values, strict=True)), at)


def _is_blank(value: object) -> bool:
    return (
        value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value))
    )
