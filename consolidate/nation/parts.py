"""What each province's master says: the tables that the national figures are added up from."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from catalogue import load_master
from catalogue.wording import master as words
from consolidate.formula import blank_if
from consolidate.link import path_cell_link, path_link
from consolidate.model import Shown, UnitState
from consolidate.nation.model import Nation, Province
from consolidate.records import Value, records
from consolidate.share import SUM_DECIMALS, share_formula, share_pct, total
from consolidate.table import Cell, Formula, Row, Table, match_key

PARTS = {
    "task_parts": ("tasks", "task_code", "task_key", "overall"),
    "indicator_parts": ("indicators", "indicator_code", "indicator_key", "value"),
}
"""Of each table of parts: the master's table, its codes, their key here, the cell a link leads to."""

_SUMS = ("owing", "accepted", "returned", "missing", "waived", "overdue", "planned_vnd", "disbursed_vnd")
_SHARES = {"accepted_pct": ("accepted", "owing"), "disbursed_pct": ("disbursed_vnd", "planned_vnd")}


def provinces_table(nation: Nation, *, home: Path) -> Table:
    """Return one row per province, and their sums.

    Args:
        nation: The provinces.
        home: The folder where the workbook will stand.
    """
    area = nation.areas["provinces"]
    figures = [_figures(province) for province in nation.provinces]
    rows = tuple(
        Row(
            key=match_key(str(index + 1)),
            cells={
                "number": index + 1,
                "name": province.name,
                **figures[index],
                **_shares(figures[index], {key: area.cell(key, index) for key in _SUMS}),
                "done_pct": province.done_pct,
                "source": path_link(way_to(province, home=home), shown=province.master.name),
            },
        )
        for index, province in enumerate(nation.provinces)
    )
    sums = {key: total(each[key] for each in figures) for key in _SUMS}
    added = {
        key: Formula(text=f"=ROUND(SUM({area.column(key)}),{SUM_DECIMALS})", value=value)
        for key, value in sums.items()
    }
    shares = _shares(sums, {key: area.total_cell(key) for key in _SUMS})
    return Table(design=area.design, rows=rows, totals=({"name": words.TOTAL, **added, **shares},))


def _figures(province: Province) -> dict[str, float]:
    states = province.states
    return {
        "owing": states.total() - states[Shown.WAIVED],
        **{
            state.value: sum(count for shown, count in states.items() if shown.state is state)
            for state in UnitState
        },
        "overdue": province.overdue,
        "planned_vnd": province.money("planned_vnd"),
        "disbursed_vnd": province.money("disbursed_vnd"),
    }


def _shares(figures: Mapping[str, float], places: Mapping[str, str]) -> dict[str, Cell]:
    return {
        key: Formula(
            text=f"={blank_if(f'{places[whole]}=0', share_formula(places[part], places[whole]))}",
            value=share_pct(figures[part], figures[whole]),
        )
        for key, (part, whole) in _SHARES.items()
    }


def parts_table(nation: Nation, key: str, *, home: Path) -> Table:
    """Return a row for each task or indicator and each province, in the plan's order.

    Args:
        nation: The provinces.
        key: Which table, a key of `PARTS`.
        home: The folder where the workbook will stand.
    """
    found = [dict(_said(province, key, home=home)) for province in nation.provinces]
    codes = {
        "task_parts": [tally.task.code for tally in nation.tasks],
        "indicator_parts": [tally.indicator.code for tally in nation.indicators],
    }
    rows = tuple(
        Row(key=match_key(code, str(place)), cells=cells[code])
        for code in codes[key]
        for place, cells in enumerate(found)
    )
    return Table(design=nation.areas[key].design, rows=rows)


def _said(province: Province, key: str, *, home: Path) -> Iterator[tuple[str, dict[str, Cell]]]:
    """Give what one master says of each task or indicator, by code, with a link to the cell."""
    table, column, match, linked = PARTS[key]
    cells = province.tables.cells[table]
    path = way_to(province, home=home)
    for row, figures in zip(cells.rows, records(province.tables.tables[table]), strict=True):
        code = str(figures[column])
        said: dict[str, Value] = {name: value for name, value in figures.items() if name != "detail"}
        place = f"{cells.letters[linked]}{row}"
        source = path_cell_link(path, load_master()[table].title, cell=place, file=province.master.name)
        yield code, {**said, match: match_key(code), "province": province.name, "source": source}


def way_to(province: Province, *, home: Path) -> str:
    """Return the way from a folder to a province's master, with forward slashes."""
    try:
        return PurePath(os.path.relpath(province.master, home)).as_posix()
    except ValueError:  # Windows: on another drive
        return province.master.resolve().as_posix()
