"""What people script, and what the libraries alone take: the other side of each pair."""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue import Field, FormDesign, load_design
from templates import HEADER_ROW

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

ANSWER_SHEETS = ("Nhiệm vụ", "Chỉ tiêu", "Kinh phí", "Kiến nghị")


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
        if sheet.title in ANSWER_SHEETS
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


def write_script_master(folder: Path, target: Path) -> None:
    """Do what people script for a whole round: read, check file by file, and write one sheet."""
    rows, _ = check_with_pandas(sorted(folder.rglob("*.xlsx")))
    rows.to_excel(target, header=False)


def _answer_sheets(path: Path) -> Iterator[object]:
    import pandas as pd

    sheets = pd.read_excel(path, sheet_name=list(ANSWER_SHEETS), header=None, engine="openpyxl")
    yield from sheets.values()


def fill_with_openpyxl(template: bytes, count: int) -> None:
    """Load a form, write a few cells and save it, so many times."""
    import openpyxl

    for _ in range(count):
        workbook = openpyxl.load_workbook(io.BytesIO(template))
        sheet = workbook[ANSWER_SHEETS[0]]
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
