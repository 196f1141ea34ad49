"""The master's sheets and columns, as data: the writer fills them, the report reads them by key."""

from dataclasses import dataclass
from functools import cache

from catalogue.rows import DATA, read_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class MasterColumn:
    """One column of a master sheet.

    Attributes:
        kind: text, long_text, integer, number, percent (0-100), million_vnd, date or link.
        is_hidden: Kept for programs, not shown to readers.
    """

    key: str
    header: str
    kind: str
    width: float
    is_hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MasterSheet:
    """One sheet of the master that is a table: its title and columns in order."""

    key: str
    title: str
    columns: tuple[MasterColumn, ...]

    def position(self, key: str) -> int:
        """Return the 0-based position of a column among the sheet's columns."""
        return next(index for index, column in enumerate(self.columns) if column.key == key)


@cache
def load_master() -> dict[str, MasterSheet]:
    """Return the master's tables by sheet key, in workbook order."""
    return _sheets("master.csv")


@cache
def load_nation() -> dict[str, MasterSheet]:
    """Return the tables that only a national workbook has, by sheet key."""
    return _sheets("nation.csv")


def _sheets(file: str) -> dict[str, MasterSheet]:
    columns: dict[str, tuple[MasterColumn, ...]] = {}
    titles: dict[str, str] = {}
    for row in read_rows(DATA / file):
        sheet = row.text("sheet")
        titles[sheet] = row.text("title") or titles[sheet]
        column = MasterColumn(
            key=row.text("key"),
            header=row.text("header"),
            kind=row.text("kind"),
            width=row.number("width") or 12,
            is_hidden=row.flag("is_hidden"),
        )
        columns[sheet] = (*columns.get(sheet, ()), column)
    return {sheet: MasterSheet(key=sheet, title=titles[sheet], columns=columns[sheet]) for sheet in columns}
