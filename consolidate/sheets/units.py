"""`units` (Theo đơn vị): each unit over everything it reports, and its place among all."""

from catalogue.wording import master as words
from consolidate.context import Context
from consolidate.formula import blank_if, counted, quoted
from consolidate.rollup_indicators import DataState
from consolidate.rollup_tasks import STATUSES
from consolidate.rollup_units import UnitRollup
from consolidate.share import share_formula
from consolidate.sheets.common import unit_cells
from consolidate.sheets.money import amounts, rate
from consolidate.table import Cell, Formula, Row, Table, match_key


def units_table(context: Context) -> Table:
    """Return one row per unit that must report, in the registry's order."""
    shares = [share for unit in context.units if (share := unit.done_pct) is not None]
    rows = tuple(_row(context, unit, shares, index=index) for index, unit in enumerate(context.units))
    return Table(design=context.areas["units"].design, rows=rows)


def _row(context: Context, rollup: UnitRollup, shares: list[float], *, index: int) -> Row:
    area, unit = context.areas["units"], rollup.unit
    return Row(
        key=match_key(unit.code),
        cells={
            **unit_cells(unit, index=index),
            "owed_count": rollup.owed_count,
            **_tasks(context, rollup, shares, index=index),
            **_indicators(context, rollup, index=index),
            **amounts(
                context.areas["budgets"],
                (context.areas["budgets"].span("unit_code"), area.cell("unit_code", index)),
                rollup.money,
            ),
            "disbursed_pct": rate(
                area.cell("planned_vnd", index),
                area.cell("disbursed_vnd", index),
                value=rollup.money.disbursed_pct,
            ),
        },
    )


def _tasks(context: Context, rollup: UnitRollup, shares: list[float], *, index: int) -> dict[str, Cell]:
    """Tasks by status, overdue ones, and the share done with its rank."""
    area, detail, late = (context.areas[key] for key in ("units", "task_rows", "laggards"))
    own = area.cell("unit_code", index)
    cells: dict[str, Cell] = {}
    for status in STATUSES:
        text = counted(
            (detail.span("unit_code"), own), (detail.span("status"), quoted(words.OVERALL[status]))
        )
        cells[f"{status}_count"] = Formula(text=f"={text}", value=rollup.counts[status])
    first, last, reported, owed, done = (
        area.cell(key, index)
        for key in ("done_count", "none_count", "reported_count", "owed_count", "done_count")
    )
    share, place = rollup.done_pct, area.cell("done_pct", index)
    text = blank_if(f"OR({reported}=0,{owed}=0)", share_formula(done, owed))
    rank = blank_if(f'{place}=""', f"RANK({place},{area.column('done_pct')},0)")
    overdue = counted((late.span("unit_code"), own))
    return cells | {
        "reported_count": Formula(text=f"=SUM({first}:{last})", value=rollup.reported_count),
        "overdue_count": Formula(text=f"={overdue}", value=rollup.overdue_count),
        "done_pct": Formula(text=f"={text}", value=share),
        "rank": Formula(
            text=f"={rank}",
            value=None if share is None else 1 + sum(other > share for other in shares),
        ),
    }


def _indicators(context: Context, rollup: UnitRollup, *, index: int) -> dict[str, Cell]:
    detail, own = context.areas["indicator_rows"], context.areas["units"].cell("unit_code", index)
    label = context.label("data_state", DataState.HAS_DATA)
    text = counted((detail.span("unit_code"), own), (detail.span("data_state"), quoted(label)))
    return {
        "indicator_count": len(rollup.standing.duty.indicators),
        "indicator_data_count": Formula(text=f"={text}", value=rollup.indicator_data_count),
    }
