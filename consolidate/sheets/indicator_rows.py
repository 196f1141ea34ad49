"""`indicator_rows` (Chỉ tiêu - chi tiết): what every unit says of every indicator it reports."""

from catalogue import SheetKey
from consolidate.context import Context
from consolidate.link import cell_link, received_path
from consolidate.records import Value
from consolidate.rollup_indicators import DataState
from consolidate.table import Row, Table, match_key

ANSWERS = ("numerator", "denominator", "value", "source_text", "note")


def indicator_rows_table(context: Context) -> Table:
    """Return one row per indicator and unit, in the plan's order, units in the registry's."""
    folder = received_path(context.round_)
    names = {indicator.code: indicator.name for indicator in context.plan.indicators}
    rows = tuple(
        _row(context, row, name=names.get(str(row["row_key"]), ""), folder=folder)
        for row in context.records[SheetKey.INDICATORS]
    )
    return Table(design=context.areas["indicator_rows"].design, rows=rows)


def _row(context: Context, row: dict[str, Value], *, name: str, folder: str) -> Row:
    code, unit_code = str(row["row_key"]), str(row["unit_code"])
    has_data = row["data_state"] == DataState.HAS_DATA
    return Row(
        key=match_key(code, unit_code),
        cells={
            "indicator_code": code,
            "indicator_key": match_key(code),
            "unit_code": unit_code,
            "number": code,
            "name": name,
            "unit_name": context.unit_name(unit_code),
            "data_state": context.label("data_state", row["data_state"]),
            **{key: row[key] for key in ANSWERS},
            "source": cell_link(
                context.submissions[str(row["file"])],
                SheetKey.INDICATORS,
                field="value" if has_data else "data_state",
                row=row["row"],
                folder=folder,
            ),
        },
    )
