"""Find a plan's tables in a workbook, whatever was done to it: first by hidden keys, then by what is seen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalogue import PlanColumn, comparison_key, table_title
from catalogue.wording import plan_book as words
from validation.reading import Grid, RawWorkbook, Value

# Headers stand near the top; what is further down is data.
_TOP_ROWS = 15
# How far below the keys the first row stands, where no header can be recognised any more.
_ROWS_FROM_KEYS_TO_DATA = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """One table's sheet.

    Attributes:
        columns: 0-based column by column key, those found.
        start: 0-based first row below the header.
    """

    sheet: str
    grid: Grid
    columns: Mapping[str, int]
    start: int

    def rows(self) -> Iterator[tuple[int, Sequence[Value]]]:
        """Yield the rows below the header that hold anything, with their 1-based numbers."""
        for number, row in enumerate(self.grid[self.start :], start=self.start + 1):
            if any(value is not None for value in row):
                yield number, row

    def value(self, row: Sequence[Value], key: str) -> Value:
        """Return a row's cell in a column, None where the row or the sheet has none."""
        place = self.columns.get(key)
        return row[place] if place is not None and place < len(row) else None


def locate(workbook: RawWorkbook, table: str, headers: Mapping[str, str]) -> Located | None:
    """Return where a table stands, or None when the workbook has no such sheet.

    Args:
        workbook: The workbook.
        table: The table.
        headers: The visible header of every column, by column key.
    """
    name = _sheet_name(workbook, table)
    if name is None:
        return None
    grid = workbook.sheets[name]
    key_row, by_key = _best_row(grid, {key: key for key in headers})
    header_row, by_header = _best_row(grid, {header_key(text): key for key, text in headers.items()})
    below_keys = key_row + _ROWS_FROM_KEYS_TO_DATA if by_key else 0
    start = max(header_row, key_row) + 1 if by_header else below_keys
    return Located(sheet=name, grid=grid, columns=by_header | by_key, start=start)


def headers_of(columns: Sequence[PlanColumn]) -> dict[str, str]:
    """Return the visible headers of columns by key."""
    return {column.key: column.header for column in columns}


def header_key(text: str) -> str:
    """Return what headers are compared by: without the mark of required columns."""
    return comparison_key(text.strip().removesuffix(words.REQUIRED_MARK.strip()))


def _sheet_name(workbook: RawWorkbook, table: str) -> str | None:
    title = comparison_key(table_title(table))
    marked = [name for name, grid in workbook.sheets.items() if grid and grid[0] and grid[0][0] == table]
    titled = [name for name in workbook.sheets if comparison_key(name) == title]
    both = [name for name in titled if name in marked]
    return next(iter([*both, *marked, *titled]), None)


def _best_row(grid: Grid, keys: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """Return the row near the top that names most columns, and the columns it names."""
    found = [_named(row, keys) for row in grid[:_TOP_ROWS]]
    best = max(range(len(found)), key=lambda number: len(found[number]), default=0)
    return (best, found[best]) if found and len(found[best]) > 1 else (0, {})


def _named(row: Sequence[Value], keys: Mapping[str, str]) -> dict[str, int]:
    named: dict[str, int] = {}
    for place, value in enumerate(row):
        key = keys.get(value) or keys.get(header_key(value)) if isinstance(value, str) else None
        if key is not None:
            named.setdefault(key, place)
    return named
