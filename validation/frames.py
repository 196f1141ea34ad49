"""Typed frames of everything read in a round: one per sheet, one row per answer row.

`Checked.rows` says what the columns are. A cell that could not be parsed is missing in the frame and noted
beside it, so that no later check reports it a second time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from catalogue import Field, Kind
from validation.taken import AnswerRow

PLACE_COLUMNS = ("file", "unit_code", "sheet", "row", "row_key")
_DTYPES = {
    Kind.PERCENT: "Float64",
    Kind.NUMBER: "Float64",
    Kind.MILLION_VND: "Int64",
    Kind.DATE: "datetime64[us]",
}


@dataclass
class Answers:
    """The rows of one sheet over all files, while they are collected.

    Attributes:
        fields: The fields a unit answers, in column order.
        extra: Columns that come from the plan, not from the unit.
        rows: What was read, in order of file and row.
        unsound: For each field the positions of rows whose cell could not be read.
    """

    fields: tuple[Field, ...]
    extra: tuple[str, ...] = ()
    rows: list[AnswerRow] = field(default_factory=list)
    unsound: dict[str, set[int]] = field(default_factory=dict)

    def add(self, row: AnswerRow, unsound: Iterable[str]) -> None:
        """Add a row, with the fields that could not be read in it."""
        for key in unsound:
            self.unsound.setdefault(key, set()).add(len(self.rows))
        self.rows.append(row)

    def frame(self) -> pd.DataFrame:
        """Return the typed frame, index 0..n-1."""
        *places, _ = zip(*self.rows, strict=True) if self.rows else ((),) * (len(PLACE_COLUMNS) + 1)
        columns = {
            name: pd.Series(values, dtype="Int64" if name == "row" else "string")
            for name, values in zip(PLACE_COLUMNS, places, strict=True)
        }
        dtypes = dict.fromkeys(self.extra, "string")
        dtypes |= {each.key: _DTYPES.get(each.kind, "string") for each in self.fields}
        held = [tuple(map(row.parsed.get, dtypes)) for row in self.rows]
        by_name = zip(*held, strict=True) if held else ((),) * len(dtypes)
        columns |= {
            name: pd.Series(values, dtype=dtype)
            for (name, dtype), values in zip(dtypes.items(), by_name, strict=True)
        }
        return pd.DataFrame(columns)

    def sound(self, frame: pd.DataFrame, keys: Iterable[str]) -> pd.Series:
        """Return, per row, whether all of these fields could be read."""
        broken: set[int] = set().union(*(self.unsound.get(key, set()) for key in keys))
        return pd.Series(
            [position not in broken for position in range(len(frame))], index=frame.index, dtype=bool
        )
