"""The catalogue's data files as rows that are read by column name and type."""

import csv
import io
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from catalogue.errors import CatalogueError
from catalogue.text import clean
from catalogue.wording import catalogue as words

DATA = files("catalogue") / "data"

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Row:
    """One row of a CSV file, read by column name and type."""

    def __init__(self, file: str, line: int, cells: Mapping[str, str]) -> None:
        """Keep the row with its place, for messages."""
        self._file = file
        self._line = line
        self._cells = cells

    def text(self, column: str) -> str:
        """Return the text of a column, blank when the column is absent."""
        return clean(self._cells.get(column) or "")

    def flag(self, column: str) -> bool:
        """Whether a column is ticked with `x`."""
        return self.one_of(column, {"": False, "x": True})

    def one_of(self, column: str, values: Mapping[str, T]) -> T:
        """Return the value a column's text stands for."""
        try:
            return values[self.text(column)]
        except KeyError:
            raise self._refuse(column) from None

    def enum(self, column: str, kind: type[E]) -> E:
        """Return the member of an enumeration."""
        return self.one_of(column, {member.value: member for member in kind})

    def parsed(self, column: str, parse: Callable[[str], T]) -> T:
        """Return what a function makes of a column's text; its ValueError refuses the row."""
        try:
            return parse(self.text(column))
        except ValueError:
            raise self._refuse(column) from None

    def number(self, column: str) -> float | None:
        """Return a number written with a decimal point, or None."""
        try:
            return float(self.text(column)) if self.text(column) else None
        except ValueError:
            raise self._refuse(column) from None

    def integer(self, column: str) -> int | None:
        """Return a whole number, or None."""
        try:
            return int(self.text(column)) if self.text(column) else None
        except ValueError:
            raise self._refuse(column) from None

    def day(self, column: str) -> date | None:
        """Return an ISO date, or None."""
        try:
            return date.fromisoformat(self.text(column)) if self.text(column) else None
        except ValueError:
            raise self._refuse(column) from None

    def required_integer(self, column: str) -> int:
        """Return a whole number that must be there."""
        value = self.integer(column)
        if value is None:
            raise self._refuse(column)
        return value

    def _refuse(self, column: str) -> CatalogueError:
        return CatalogueError(
            words.BAD_VALUE.format(
                file=self._file, line=self._line, column=column, value=self._cells.get(column)
            )
        )


def read_rows(source: Traversable) -> Iterator[Row]:
    """Yield the rows of a CSV file with a header row; none when the file is absent."""
    if not source.is_file():
        return
    text = io.StringIO(source.read_text(encoding="utf-8"), newline="")
    for line, cells in enumerate(csv.DictReader(text), start=2):
        yield Row(source.name, line, cells)


def read_toml(source: Traversable) -> dict[str, Any]:
    """Return a TOML file's contents."""
    return tomllib.loads(source.read_text(encoding="utf-8"))
