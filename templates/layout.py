"""Where things stand in a form: the contract between what writes a form and what reads it back.

Every answer sheet has field keys in its hidden first row and row keys in its hidden first column; the
information sheet has field keys in its hidden first column and `VALUE_KEY` above the answers. Whatever a
unit does to a sheet, these keys travel with their rows and columns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

IDENTITY_SHEET = "_tonghop"
LISTS_SHEET = "_danh_muc"
KEY_ROW = 1
KEY_COLUMN = "A"
VALUE_KEY = "value"

# The identity sheet: names in column A, values in column B; each value also has the defined name `th_<name>`.
NAME_PREFIX = "th_"

# The lists sheet: one column per dropdown, behind the defined name `dm_<list>`; the unit's tasks are a list.
LIST_PREFIX = "dm_"
TASK_LIST = "task"

# Hidden columns right of each answer table: how many answers a row lacks, how many contradict.
MISSING_KEY = "th_missing"
WRONG_KEY = "th_wrong"

# 0-based rows of an answer sheet, and its first visible column.
TITLE_ROW = 1
SUBTITLE_ROW = 2
COUNTS_ROW = 3
HEADER_ROW = 4
FIRST_ROW = 5
FIRST_COLUMN = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the fields and rows of one answer table stand, 0-based."""

    columns: Mapping[str, int]
    rows: Mapping[str, int]

    @classmethod
    def of(cls, field_keys: Sequence[str], row_keys: Sequence[str]) -> "Grid":
        """Return the places of fields from the first visible column, and of rows from below the header."""
        return cls(
            columns={key: FIRST_COLUMN + position for position, key in enumerate(field_keys)},
            rows={key: FIRST_ROW + position for position, key in enumerate(row_keys)},
        )

    @property
    def last_column(self) -> int:
        """The last visible column."""
        return max(self.columns.values())

    @property
    def last_row(self) -> int:
        """The last row of the table; one row below the header when the table has none."""
        return max(self.rows.values(), default=FIRST_ROW)

    @property
    def missing_column(self) -> int:
        """The hidden column that counts what a row lacks."""
        return self.last_column + 1

    @property
    def wrong_column(self) -> int:
        """The hidden column that counts a row's contradictions."""
        return self.last_column + 2

    def letter(self, field_key: str) -> str:
        """Return a field's column as an address writes it ("$H")."""
        return str(xl_col_to_name(self.columns[field_key], col_abs=True))

    def cell(self, row_key: str, field_key: str, *, col_abs: bool = True) -> str:
        """Return a cell's address, its column absolute ("$H7") unless told otherwise ("H7")."""
        return str(xl_rowcol_to_cell(self.rows[row_key], self.columns[field_key], col_abs=col_abs))


def list_name(choices: str) -> str:
    """Return the defined name of a dropdown's list."""
    return f"{LIST_PREFIX}{choices}"
