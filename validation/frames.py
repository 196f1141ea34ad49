"""Typed frames of everything read in a round: one per sheet, one row per answer row.

`Checked.rows` says what the columns are. A cell that could not be parsed is missing in the frame and noted
beside it, so that no later check reports it a second time.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import Any

import pandas as pd

from catalogue import Field, Kind
from validation.reading import Value
from validation.taken import ROW_HEAD, UNSOUND, AnswerRow, AnswerTable

_SOURCE_COLUMNS = ("file", "unit_code", "sheet")
PLACE_COLUMNS = (*_SOURCE_COLUMNS, "row", "row_key")
_DTYPES = {
    Kind.PERCENT: "Float64",
    Kind.NUMBER: "Float64",
    Kind.MILLION_VND: "Int64",
    Kind.DATE: "datetime64[us]",
}
_unsound_in = itemgetter(UNSOUND)


@dataclass
class Answers:
    """The rows of one sheet over all files, while they are collected.

    Attributes:
        fields: The fields a unit answers, in column order.
        extra: Columns that come from the plan, not from the unit.
        rows: What was read, in order of file and row, with a value for each field and each extra column.
        sources: File, unit and sheet of each table of rows, in their order.
        starts: The position of each table's first row.
        unsound: For each field the positions of rows whose cell could not be read.
    """

    fields: tuple[Field, ...]
    extra: tuple[str, ...] = ()
    rows: list[AnswerRow] = field(default_factory=list)
    sources: list[tuple[str, str, str]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    unsound: dict[str, set[int]] = field(default_factory=dict)

    def add(self, table: AnswerTable, *, file: str, unit_code: str, sheet: str) -> None:
        """Add the rows of a file's sheet."""
        if any(map(_unsound_in, table.rows)):  # in few files anything is
            for position, row in enumerate(table.rows, start=len(self.rows)):
                for key in _unsound_in(row):
                    self.unsound.setdefault(key, set()).add(position)
        self.sources.append((file, unit_code, sheet))
        self.starts.append(len(self.rows))
        self.rows += table.rows if table.names == self._names else table.under(self._names)

    def file_of(self, position: int) -> str:
        """Return the file that a row is from."""
        return self.sources[bisect_right(self.starts, position) - 1][0]

    def understood(self, position: int) -> dict[str, Value]:
        """Return the values of a row by name."""
        return dict(zip(self._names, self.rows[position][ROW_HEAD:], strict=True))

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return (*(each.key for each in self.fields), *self.extra)

    def frame(self) -> pd.DataFrame:
        """Return the typed frame, index 0..n-1."""
        counts = [end - start for start, end in pairwise([*self.starts, len(self.rows)])]
        sources = zip(*self.sources, strict=True) if self.sources else ((),) * len(_SOURCE_COLUMNS)
        held: dict[str, Any] = {
            name: pd.array(list(of_tables), dtype="string").repeat(counts)
            for name, of_tables in zip(_SOURCE_COLUMNS, sources, strict=True)
        }
        names = ("row", "row_key", "unsound", *self._names)
        held |= zip(names, zip(*self.rows, strict=True) if self.rows else ((),) * len(names), strict=True)
        dtypes = dict.fromkeys((*PLACE_COLUMNS, *self.extra), "string") | {"row": "Int64"}
        dtypes |= {each.key: _DTYPES.get(each.kind, "string") for each in self.fields}
        columns = {name: pd.Series(held[name], dtype=dtype) for name, dtype in dtypes.items()}
        return pd.DataFrame(columns, copy=False)

    def sound(self, frame: pd.DataFrame, keys: Iterable[str]) -> pd.Series:
        """Return, per row, whether all of these fields could be read."""
        broken: set[int] = set().union(*(self.unsound.get(key, set()) for key in keys))
        found = pd.Series(data=True, index=frame.index, dtype=bool)
        found.iloc[sorted(broken)] = False
        return found
