"""Where a figure comes from, in words: sheet and cells of the master, units and files behind them."""

from collections.abc import Iterator, Sequence

import pandas as pd

from catalogue import load_master
from catalogue.wording import report as words
from consolidate import MasterTables
from report.trace.origin import How, Origin, rows_of

_MOST_CELLS = 6
_MOST_UNITS = 3
_MOST_FILES = 3
_DETAIL = {
    "tasks": ("task_rows", "task_code"),
    "indicators": ("indicator_rows", "indicator_code"),
}
"""Sheets that sum up others: where the units' rows stand, and by which column they are found."""


def address(origin: Origin, tables: MasterTables) -> str:
    """Return a figure's sheet and cells in words."""
    if origin.how is How.GIVEN:
        return words.GIVEN_BY[origin.sheet]
    if origin.parts:
        template = words.SOURCE_SHARE if origin.how is How.SHARE else words.SOURCE_TOTAL
        return template.format(parts="; ".join(address(part, tables) for part in origin.parts))
    template = words.SOURCES[origin.how.value]
    return template.format(
        sheet=load_master()[origin.sheet].title, cells=_cells(origin, tables), scope=_scope(origin)
    )


def _scope(origin: Origin) -> str:
    """Return which rows count, by the labels they show."""
    design = load_master()[origin.sheet]
    parts = [
        words.SOURCE_SCOPE.format(
            header=design.columns[design.position(column)].header, labels=_some(sorted(labels), _MOST_UNITS)
        )
        for column, labels in origin.where
    ]
    return words.SOURCE_WHERE.format(scope="; ".join(parts)) if parts else ""


def _cells(origin: Origin, tables: MasterTables) -> str:
    """Return the cells: those of the column taken, or where rows are counted those that say so."""
    shown = tables.cells.get(origin.sheet)
    rows = rows_of(origin, tables)
    design = load_master()[origin.sheet]
    column = origin.column or (origin.where[0][0] if origin.where else design.columns[0].key)
    if shown is None:
        return design.columns[design.position(column)].header
    found = _ranges(shown.letters[column], sorted(shown.rows[row] for row in rows))
    return found or words.SOURCE_NO_ROW


def _ranges(letter: str, rows: Sequence[int]) -> str:
    """Return cells, those below one another as one range; cut short when there are many."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    names = [f"{letter}{run[0]}" + (f":{letter}{run[-1]}" if len(run) > 1 else "") for run in runs]
    if len(names) <= _MOST_CELLS:
        return ", ".join(names)
    rest = sum(len(run) for run in runs[_MOST_CELLS:])
    return words.SOURCE_MORE.format(cells=", ".join(names[:_MOST_CELLS]), count=rest)


def behind(origin: Origin, tables: MasterTables) -> str:
    """Return the units and files behind a figure in words; blank when no unit's answer is."""
    codes = tuple(dict.fromkeys(_unit_codes(origin, tables)))
    if not codes:
        return ""
    names, files = _of_units(codes, tables)
    if not files:
        return words.SOURCE_UNITS.format(units=_some(names, _MOST_UNITS))
    return words.SOURCE_FILES.format(units=_some(names, _MOST_UNITS), files=_some(files, _MOST_FILES))


def _unit_codes(origin: Origin, tables: MasterTables) -> Iterator[str]:
    for part in origin.parts:
        yield from _unit_codes(part, tables)
    if origin.parts or origin.how is How.GIVEN:
        return
    frame = tables.tables[origin.sheet]
    rows = list(rows_of(origin, tables))
    if "unit_code" in frame:
        yield from (str(code) for code in frame["unit_code"].iloc[rows])
    elif origin.sheet in _DETAIL:
        detail, key = _DETAIL[origin.sheet]
        found = tables.tables[detail]
        yield from (str(code) for code in found.loc[found[key].isin(frame[key].iloc[rows]), "unit_code"])


def _of_units(codes: Sequence[str], tables: MasterTables) -> tuple[list[str], list[str]]:
    """Return units' names and the files that count for them."""
    frame = tables.tables["submissions"]
    own = frame.loc[frame["unit_code"].isin(codes)]
    files = [str(file) for file in own["file"] if not pd.isna(file) and file]
    return [str(name) for name in own["unit_name"]], files


def _some(names: Sequence[str], most: int) -> str:
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else words.SOURCE_OTHERS.format(names=shown, count=len(names) - most)
