"""What people script for a round: every file read with pandas and openpyxl and checked with Pandera.

It finds the columns by their hidden keys, checks what `fields.csv` says of the cells and rows of a file, and
writes the rows of all files and what fails in them with `to_excel`. It is kept lean: each file is opened
once, each schema built once. `python -m benchmarks.script RECEIVED TARGET`.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

DATA = Path(__file__).resolve().parents[1] / "catalogue" / "data"
HEADING_ROWS = 4
NUMBERS = {"percent", "number", "million_vnd"}

Record = dict[str, str]


def main(received: Path, target: Path) -> None:
    """Read, check and write a whole round."""
    schemas = {each["title"]: schema_of(each["key"]) for each in table("sheets.csv") if answered(each["key"])}
    rows: dict[str, list[pd.DataFrame]] = {title: [] for title in schemas}
    failed = [pd.DataFrame()]
    for path in sorted(received.rglob("*.xlsx")):
        for title, sheet in pd.read_excel(path, sheet_name=list(schemas), engine="openpyxl").items():
            found = answers_in(sheet, schemas[title]).assign(file=path.name)
            rows[title].append(found)
            try:
                schemas[title].validate(found, lazy=True)
            except SchemaErrors as errors:
                failed.append(errors.failure_cases.assign(file=path.name, sheet=title))
    with pd.ExcelWriter(target) as book:
        for title, frames in rows.items():
            pd.concat(frames).to_excel(book, sheet_name=title, index=False)
        pd.concat(failed).to_excel(book, sheet_name="failures", index=False)


def answered(sheet: str) -> bool:
    """Whether rows of a sheet are put together."""
    return sheet not in ("guide", "info")


def answers_in(sheet: pd.DataFrame, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """Return the rows in which a unit answers anything, numbers as numbers; what is none stays as it is."""
    kinds = {key: column.metadata["kind"] for key, column in schema.columns.items() if column.metadata}
    rows = sheet.iloc[HEADING_ROWS:].reindex(columns=list(schema.columns)).dropna(how="all", subset=[*kinds])
    numbers = {key: to_number(rows[key]) for key, kind in kinds.items() if kind in NUMBERS}
    return rows.assign(**{key: found.where(found.notna(), rows[key]) for key, found in numbers.items()})


def schema_of(sheet: str) -> pa.DataFrameSchema:
    """Return the schema of a sheet: limits and lists of cells, and when one is needed or must be blank."""
    fields = [field for field in table("fields.csv") if field["sheet"] == sheet]
    asked = [field for field in fields if not field["is_fixed"]]
    columns = {field["key"]: pa.Column(nullable=True) for field in fields} | {
        field["key"]: pa.Column(checks=[*limits(field)], nullable=True, metadata={"kind": field["kind"]})
        for field in asked
    }
    return pa.DataFrameSchema(columns, checks=[rule for field in asked for rule in rules(field)])


def limits(field: Record) -> Iterator[pa.Check]:
    """Yield the checks of a column's cells."""
    low, high, most = (float(field[key] or "nan") for key in ("minimum", "maximum", "max_length"))
    if field["kind"] in NUMBERS:
        yield pa.Check(lambda cells: to_number(cells).notna(), name="number")
        yield pa.Check(lambda cells: ~(to_number(cells) < low), name="minimum")
        yield pa.Check(lambda cells: ~(to_number(cells) > high), name="maximum")
    if field["kind"] == "date":
        yield pa.Check(lambda cells: to_day(cells).notna(), name="date")
    if field["choices"]:
        yield pa.Check.isin(labels(field["choices"]))
    if field["max_length"]:
        yield pa.Check(lambda cells: cells.astype(str).str.len() <= most, name="length")


def rules(field: Record) -> Iterator[pa.Check]:
    """Yield the rules of a column that depend on other columns of the row."""
    key, needed, idle = field["key"], field["required_when"], field["blank_when"]
    if field["is_required"]:
        yield pa.Check(lambda rows: ~(holds(rows, needed) & rows[key].isna()), name=f"{key} needed")
    if idle:
        yield pa.Check(lambda rows: ~(holds(rows, idle) & rows[key].notna()), name=f"{key} not asked")


def holds(rows: pd.DataFrame, clauses: str) -> pd.Series:
    """Whether all clauses hold, row by row; what only the plan knows is taken to hold."""
    kept = pd.Series(data=True, index=rows.index)
    for clause in filter(None, clauses.split(";")):
        key, _, choices = clause.partition("=")
        if key in rows:
            # A list has the name of its column, on the tasks with the sheet before it.
            kept &= rows[key].isin(
                labels(key, choices.split("|")) + labels(f"task_{key}", choices.split("|"))
            )
    return kept


def to_number(cells: pd.Series) -> pd.Series:
    """Return what is a number in a column."""
    return pd.to_numeric(cells, errors="coerce")


def to_day(cells: pd.Series) -> pd.Series:
    """Return what is a day in a column."""
    return pd.to_datetime(cells, errors="coerce", format="mixed", dayfirst=True)


def labels(choices: str, keys: list[str] | None = None) -> list[str]:
    """Return the words of a dropdown, or of some of its answers."""
    own = [each for each in table("choices.csv") if each["list"] == choices]
    return [each["label"] for each in own if keys is None or each["key"] in keys]


def table(name: str) -> list[Record]:
    """Return the rows of a table of data."""
    if name not in _TABLES:
        with (DATA / name).open(encoding="utf-8") as file:
            _TABLES[name] = list(csv.DictReader(file))
    return _TABLES[name]


_TABLES: dict[str, list[Record]] = {}

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
