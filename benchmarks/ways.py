"""What people script, and what the libraries alone take: the other side of each pair."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue import VND_PER_MILLION, Catalogue, Field, FormDesign, Kind, SheetKey, load_design
from cli.desk import Desk
from templates import HEADER_ROW
from validation.expected import asked_fields
from validation.structure import ANSWER_SHEETS

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

    from validation.rules import RuleContext

TITLES = ("Nhiệm vụ", "Chỉ tiêu", "Kinh phí", "Kiến nghị")


def parse_with_calamine(paths: Sequence[Path]) -> None:
    """Parse every sheet of some files with calamine and do nothing with it."""
    from python_calamine import CalamineWorkbook

    for path in paths:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python()


def read_with_pandas(paths: Sequence[Path]) -> object:
    """Read the answer sheets of every file with pandas and openpyxl, and put them one below the other."""
    import pandas as pd

    return pd.concat([frame for path in paths for frame in _answer_sheets(path)])


def check_with_pandas(paths: Sequence[Path]) -> "tuple[pd.DataFrame, list[pd.DataFrame]]":
    """Do the same, and check each sheet of each file: types, limits, lengths, choices."""
    import pandas as pd
    from pandera.errors import SchemaErrors

    schemas, kept, cases = _schemas(), [], []
    for path in paths:
        sheets = pd.read_excel(path, sheet_name=list(schemas), header=HEADER_ROW, engine="openpyxl")
        for name, schema in schemas.items():
            frame = sheets[name].dropna(how="all")
            try:
                kept.append(schema.validate(frame, lazy=True))
            except SchemaErrors as errors:
                cases.append(errors.failure_cases)
                kept.append(frame)
    return pd.concat(kept), cases


def _schemas() -> "dict[str, pa.DataFrameSchema]":
    """Return a schema for each answer sheet, as one writes it once for all files."""
    import pandera.pandas as pa

    design = load_design(date(2026, 12, 31))
    return {
        sheet.title: pa.DataFrameSchema(
            {each.header: _column(each, design) for each in design.fields_of(sheet.key) if not each.is_fixed}
        )
        for sheet in design.sheets
        if sheet.title in TITLES
    }


def _column(field: Field, design: FormDesign) -> "pa.Column":
    import pandera.pandas as pa

    if field.kind.is_number:
        limits = [(pa.Check.ge, field.minimum), (pa.Check.le, field.maximum)]
        checks = [check(limit) for check, limit in limits if limit is not None]
        return pa.Column(float, checks, nullable=True, coerce=True, required=False)
    checks = [pa.Check.str_length(max_value=field.max_length)] if field.max_length else []
    if field.choices:
        checks.append(pa.Check.isin(list(design.labels(field.choices).values())))
    return pa.Column(object, checks, nullable=True, coerce=True, required=False)


def check_alike(paths: Sequence[Path], desk: Desk) -> "tuple[pd.DataFrame, list[pd.DataFrame]]":
    """Do the same, and keep every rule that ours keep within a file: what is done, done file by file."""
    import pandas as pd
    from pandera.errors import SchemaErrors

    from validation.rules import RuleContext, rules_for
    from validation.schema import build_schema

    context = RuleContext.of(desk.plan, desk.duties, period=desk.round.period, design=desk.design, frames={})
    fields = {key: asked_fields(key, desk.design) for key in ANSWER_SHEETS}
    schemas = {key: build_schema(each, rules_for(each, context)) for key, each in fields.items()}
    kept, cases = [], []
    for path in paths:
        sheets = pd.read_excel(path, sheet_name=list(TITLES), header=HEADER_ROW, engine="openpyxl")
        frames = {key: _typed(sheets[desk.design.sheet(key).title], key, path, desk) for key in ANSWER_SHEETS}
        for key, frame in frames.items():
            kept.append(frame)
            try:
                schemas[key].validate(_with_rules(key, frame, replace(context, frames=frames)), lazy=True)
            except SchemaErrors as errors:
                cases.append(errors.failure_cases)
    return pd.concat(kept), cases


def _typed(read: "pd.DataFrame", key: SheetKey, path: Path, desk: Desk) -> "pd.DataFrame":
    """Return a sheet as `Answers.frame` does, of cells that are taken at their word."""
    import pandas as pd

    fields = asked_fields(key, desk.design)
    rows = read.dropna(how="all", subset=[each.header for each in fields]).reset_index(drop=True)
    codes = rows.iloc[:, 0].astype("string")
    measures = {each.code: each.measure.value for each in desk.plan.indicators}
    places = {"file": path.name, "unit_code": path.name, "sheet": key.value, "row": rows.index + 1}
    extra = {"role": desk.plan.reporting_role.value, "is_share": ""} | {"measure": codes.map(measures)}
    cells = {each.key: _cells_of(each, rows[each.header], desk.design) for each in fields}
    return pd.DataFrame({**places, "row_key": codes, **extra, **cells}, index=rows.index)


def _cells_of(field: Field, cells: "pd.Series", design: FormDesign) -> "pd.Series":
    import pandas as pd

    if field.kind is Kind.MILLION_VND:
        return (pd.to_numeric(cells, errors="coerce") * VND_PER_MILLION).round().astype("Int64")
    if field.kind.is_number:
        return pd.to_numeric(cells, errors="coerce").astype("Float64")
    if field.kind is Kind.DATE:
        return pd.to_datetime(cells, errors="coerce").astype("datetime64[us]")
    keys = {label: key for key, label in design.labels(field.choices).items()} if field.choices else {}
    return (cells.map(keys) if keys else cells).astype("string")


def _with_rules(key: SheetKey, frame: "pd.DataFrame", context: "RuleContext") -> "pd.DataFrame":
    """Return a frame with a column for each rule, which says whether each row keeps it."""
    import pandas as pd

    from validation.rules import rules_for, widened

    wide, sure = widened(key, frame, context), pd.Series(data=True, index=frame.index, dtype=bool)
    rules = rules_for(asked_fields(key, context.design), context)
    return frame.assign(**{rule.column: ~rule.test(wide, sure).broken for rule in rules})


def write_script_master(home: Path, target: Path) -> None:
    """Do what a script does for a whole round: read, check file by file, and write one sheet."""
    desk = Desk.open(home, Catalogue())
    rows, _ = check_alike(sorted(desk.round.received_dir.rglob("*.xlsx")), desk)
    rows.to_excel(target, header=False)


def _answer_sheets(path: Path) -> Iterator[object]:
    import pandas as pd

    sheets = pd.read_excel(path, sheet_name=list(TITLES), header=None, engine="openpyxl")
    yield from sheets.values()


def fill_with_openpyxl(template: bytes, count: int) -> None:
    """Load a form, write a few cells and save it, so many times."""
    import openpyxl

    for _ in range(count):
        workbook = openpyxl.load_workbook(io.BytesIO(template))
        sheet = workbook[TITLES[0]]
        for row in range(10, 40):
            for column in range(20, 23):
                sheet.cell(row, column, "nội dung")
        workbook.save(io.BytesIO())


Cell = tuple[int, int, object]


def cells_of(master: bytes) -> dict[str, list[tuple[int, int, object, object]]]:
    """Return row, column, content and shown value of every cell of a workbook, by sheet."""
    import openpyxl

    formulas, values = (openpyxl.load_workbook(io.BytesIO(master), data_only=only) for only in (False, True))
    return {
        sheet.title: [
            (cell.row - 1, cell.column - 1, cell.value, values[sheet.title][cell.coordinate].value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        for sheet in formulas.worksheets
    }


def write_cells(sheets: dict[str, list[tuple[int, int, object, object]]]) -> bytes:
    """Write cells with XlsxWriter and nothing else."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for name, cells in sheets.items():
            sheet = workbook.add_worksheet(name)
            for row, column, content, value in cells:
                if isinstance(content, str) and content.startswith("="):
                    sheet.write_formula(row, column, content, None, "" if value is None else value)
                elif isinstance(content, str):
                    sheet.write_string(row, column, content)
                elif isinstance(content, (int, float)):
                    sheet.write_number(row, column, content)
                else:
                    sheet.write_datetime(row, column, content, day)
    return stream.getvalue()
