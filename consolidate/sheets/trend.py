"""`trend` (Xu hướng): every figure over all rounds, the oldest first."""

from dataclasses import replace

from consolidate.context import Context
from consolidate.formula import difference
from consolidate.table import Cell, Row, Table, without
from consolidate.trend import SLOTS, Series, series, slots, used_slots


def trend_table(context: Context) -> Table:
    """Return one row per series."""
    rows = tuple(_row(context, each, index=index) for index, each in enumerate(series(context)))
    design = without(context.areas["trend"].design, set(SLOTS) - set(used_slots(context)))
    labels = {
        slot: past.period.label
        for slot, past in zip(used_slots(context), context.pasts[-len(SLOTS) :], strict=True)
    } | {"now": context.round_.period.label}
    columns = (
        replace(column, header=_capital(labels[column.key])) if column.key in labels else column
        for column in design.columns
    )
    return Table(design=replace(design, columns=tuple(columns)), rows=rows)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _row(context: Context, line: Series, *, index: int) -> Row:
    area = context.areas["trend"]
    past: dict[str, Cell] = {slot: figures.get(line.key) for slot, figures in slots(context).items()}
    then, now = past.get(SLOTS[-1]), line.now.value
    return Row(
        key=line.key,
        cells={
            "series": line.key,
            "kind": line.kind,
            "name": line.name,
            "unit_of_measure": line.unit_of_measure,
            **past,
            "now": line.now,
            "change": difference(
                area.cell("now", index),
                area.cell(SLOTS[-1], index),
                now=now if isinstance(now, int | float) else None,
                then=then if isinstance(then, int | float) else None,
            ),
        },
    )
