"""What people script, and what the libraries alone take: the other side of each pair."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

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


def check_with_pandas(paths: Sequence[Path]) -> object:
    """Do the same, with a Pandera schema over the columns of each sheet of each file."""
    import pandas as pd
    import pandera.pandas as pa

    check = pa.Check(lambda cells: cells.notna() | cells.isna())
    kept = []
    for path in paths:
        for frame in _answer_sheets(path):
            columns = {name: pa.Column(object, check, nullable=True) for name in frame.columns}
            kept.append(pa.DataFrameSchema(columns).validate(frame.astype(object), lazy=True))
    return pd.concat(kept)


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
