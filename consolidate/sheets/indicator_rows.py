"""`indicator_rows` (Chỉ tiêu - chi tiết): what every unit says of every indicator it reports."""

from catalogue import Indicator, Measure, SheetKey
from consolidate.context import Context
from consolidate.records import Value
from consolidate.rollup_indicators import DataState
from consolidate.sheets.common import source_link, summary_link
from consolidate.table import Row, Table, match_key

TEXTS = ("source_text", "note")


def indicator_rows_table(context: Context) -> Table:
    """Return one row per indicator and unit, in the plan's order, units in the registry's."""
    indicators = {indicator.code: indicator for indicator in context.plan.indicators}
    rows = tuple(
        _row(context, row, indicator=indicators.get(str(row["row_key"])), index=index)
        for index, row in enumerate(context.records[SheetKey.INDICATORS])
    )
    return Table(design=context.areas["indicator_rows"].design, rows=rows)


def _row(context: Context, row: dict[str, Value], *, indicator: Indicator | None, index: int) -> Row:
    code, unit_code = str(row["row_key"]), str(row["unit_code"])
    has_data = row["data_state"] == DataState.HAS_DATA
    return Row(
        key=context.keys["indicator_rows"][index],
        cells={
            "indicator_code": code,
            "indicator_key": match_key(code),
            "unit_code": unit_code,
            "number": code,
            "name": indicator.name if indicator else "",
            "unit_name": context.unit_name(unit_code),
            **{key: row[key] for key in TEXTS},
            **context.staff_cells(
                "indicator_rows", index, is_ratio=indicator is not None and indicator.measure is Measure.RATIO
            ),
            "summary": summary_link(context, "indicator_rows", index, code=code),
            "source": source_link(
                context, row, SheetKey.INDICATORS, field="value" if has_data else "data_state"
            ),
        },
    )
