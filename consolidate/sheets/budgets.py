"""`budgets` (Kinh phí): money as units report it, and its totals by funding source."""

from catalogue import SheetKey
from catalogue.wording import master as words
from consolidate.adjust.fields import MARK
from consolidate.adjust.formulas import YES
from consolidate.context import Context
from consolidate.formula import blank_if, counted, quoted, summed
from consolidate.records import Value
from consolidate.rollup_budgets import FUNDING_SOURCES, NO_TASK, Funding, million
from consolidate.share import share_formula, share_pct
from consolidate.sheets.common import source_link, summary_link
from consolidate.table import Area, Cell, Formula, Row, Table, match_key

AMOUNTS = ("planned_vnd", "disbursed_vnd")
DECIMALS = 6
"""A đồng is the sixth decimal of a million."""


def budgets_table(context: Context) -> Table:
    """Return one row per budget line, unit by unit; under it the totals, by source and in all."""
    rows = tuple(
        _row(context, row, index=index) for index, row in enumerate(context.records[SheetKey.BUDGETS])
    )
    return Table(design=context.areas["budgets"].design, rows=rows, totals=_totals(context))


def _row(context: Context, row: dict[str, Value], *, index: int) -> Row:
    area, unit_code = context.areas["budgets"], str(row["unit_code"])
    now = context.in_force[SheetKey.BUDGETS][index]
    planned, disbursed = (amount if isinstance(amount := now[key], int) else 0 for key in AMOUNTS)
    return Row(
        key=context.keys["budgets"][index],
        cells={
            "number": index + 1,
            "unit_code": unit_code,
            "task_code": row["task"],
            "task_key": match_key(str(row["task"] or NO_TASK)),
            "unit_name": context.unit_name(unit_code),
            "task": context.named_task(row["task"]),
            "funding_source": context.label(FUNDING_SOURCES, row["funding_source"]),
            **context.staff_cells("budgets", index),
            "disbursed_pct": Formula(
                text=_rate(area.cell("disbursed_vnd", index), area.cell("planned_vnd", index)),
                value=share_pct(million(disbursed), million(planned)),
            ),
            "note": row["note"],
            "summary": summary_link(context, "budgets", index, code=str(row["task"] or NO_TASK)),
            "source": source_link(context, row, SheetKey.BUDGETS, field="planned_vnd"),
        },
    )


def _rate(part: str, whole: str) -> str:
    """A blank amount counts as none: it is a text where a formula gives it."""
    return f"={blank_if(f'N({whole})=0', share_formula(f'N({part})', f'N({whole})'))}"


def _totals(context: Context) -> tuple[dict[str, Cell], ...]:
    rollup = context.budgets
    labels = context.design.labels(FUNDING_SOURCES)
    lines = [
        _total(
            context,
            words.SOURCE_TOTAL.format(source=labels[key]),
            funding,
            index=index,
            source=labels[key],
        )
        for index, (key, funding) in enumerate(rollup.by_source.items())
    ]
    return (*lines, _total(context, words.TOTAL, rollup.total, index=len(lines)))


def _adjusted_count(context: Context, area: Area, source: str) -> Formula:
    """How many of the lines summed up hold an adjusted figure."""
    pairs = [(area.column(MARK), quoted(YES))]
    if source:
        pairs.append((area.column("funding_source"), quoted(source)))
    marked = [
        row
        for row, key in zip(context.records[SheetKey.BUDGETS], context.keys["budgets"], strict=True)
        if (settled := context.adjusted.settled.get(("budgets", key))) and settled.is_adjusted
    ]
    shown = [context.label(FUNDING_SOURCES, row["funding_source"]) for row in marked]
    return Formula(text=f"={counted(*pairs)}", value=sum(not source or one == source for one in shown))


def _total(
    context: Context, label: str, funding: Funding, *, index: int, source: str = ""
) -> dict[str, Cell]:
    """One line of totals: of one funding source, or of all."""
    area = context.areas["budgets"]
    cells: dict[str, Cell] = {"funding_source": label}
    amounts = {"planned_vnd": funding.planned_vnd, "disbursed_vnd": funding.disbursed_vnd}
    for key, amount in amounts.items():
        if source:
            text = summed(
                area.column(key), (area.column("funding_source"), quoted(source)), decimals=DECIMALS
            )
        else:
            text = f"ROUND(SUM({area.column(key)}),{DECIMALS})"
        cells[key] = Formula(text=f"={text}", value=million(amount))
    part, whole = (area.total_cell(key, index) for key in ("disbursed_vnd", "planned_vnd"))
    cells["disbursed_pct"] = Formula(text=_rate(part, whole), value=funding.disbursed_pct)
    cells[MARK] = _adjusted_count(context, area, source)
    return cells
