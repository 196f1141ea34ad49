"""What the columns of an official appendix are called: header words and the role each stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from catalogue.rows import DATA, read_rows
from catalogue.text import comparison_key

# The longest a header cell is; a longer one is a row of the table.
_HEADER_LENGTH = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRole:
    """Words by which a header tells its column's role.

    Attributes:
        is_whole_cell: The header says nothing but these words.
    """

    role: str
    words: str
    is_whole_cell: bool

    def fits(self, header: str) -> bool:
        """Whether a header's comparison key says these words."""
        return self.words == header if self.is_whole_cell else f" {self.words}" in f" {header}"


@cache
def column_roles() -> Sequence[ColumnRole]:
    """Return the header words in the order they are tried: the special ones first."""
    return tuple(
        ColumnRole(
            role=row.text("role"),
            words=comparison_key(row.text("words")),
            is_whole_cell=row.flag("is_whole_cell"),
        )
        for row in read_rows(DATA / "column_roles.csv")
    )


def column_role(header: str) -> str:
    """Return the role a header tells, blank when it tells none.

    >>> column_role("Cơ quan, đơn vị chủ trì"), column_role("Quảng Trị")
    ('lead', '')
    """
    if len(header) > _HEADER_LENGTH:
        return ""
    key = comparison_key(header)
    return next((each.role for each in column_roles() if each.fits(key)), "")
