"""Read a plan's workbook back into the plan's tables, with findings at the cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from catalogue import (
    ABOUT,
    CALENDAR,
    OPTIONAL_TABLES,
    TABLES,
    PlanColumn,
    PlanTables,
    UnreadableFileError,
    nested_settings,
    plan_columns,
    table_title,
)
from catalogue.wording.plan_book import PlanCode
from validation.plan_book_about import Settings, read_settings
from validation.plan_book_cells import read_cell
from validation.plan_book_locate import Located, headers_of, locate
from validation.plan_book_model import Line, Place, PlanVerdict, Problem, problem
from validation.plan_book_rules import contradictions
from validation.reading import RawWorkbook, Value, read_workbook


def read_plan_book(content: bytes, *, file: str) -> PlanVerdict:
    """Return the plan a workbook holds, and what is wrong with it; a bad workbook never raises.

    What a draft guessed and nobody changed counts as confirmed.
    """
    try:
        workbook = read_workbook(content)
    except UnreadableFileError:
        unreadable = problem(PlanCode.P101, Place(sheet=""))
        return PlanVerdict(tables=None, findings=(unreadable.worded(file),), settings={})
    settings = read_settings(workbook)
    lines, problems = _read_tables(workbook)
    found = sorted((*settings.problems, *problems, *contradictions(lines)), key=_Order(workbook))
    verdict = PlanVerdict(
        tables=_plan_tables(settings, lines),
        findings=tuple(each.worded(file) for each in found),
        settings={key: (place.sheet, place.address) for key, place in settings.places.items()},
    )
    return replace(verdict, tables=None) if verdict.errors else verdict


class _Order:
    """Order problems by sheet, row and column as they stand in the workbook; the whole sheet first."""

    def __init__(self, workbook: RawWorkbook) -> None:
        self._sheets = list(workbook.sheets)

    def __call__(self, each: Problem) -> tuple[int, int, int, str]:
        known = each.place.sheet in self._sheets
        sheet = self._sheets.index(each.place.sheet) if known else -1
        return sheet, each.place.row, each.place.column, each.code.name


def _read_tables(workbook: RawWorkbook) -> tuple[dict[str, list[Line]], list[Problem]]:
    lines: dict[str, list[Line]] = {}
    problems: list[Problem] = []
    for table, columns in plan_columns().items():
        if table == ABOUT:
            continue
        located = locate(workbook, table, headers_of(columns))
        if located is None or not located.columns:
            problems += [] if table in OPTIONAL_TABLES else [_missing_sheet(table)]
            continue
        rows = list(_filled(located))
        lines[table] = [_line(located, columns, number, row) for number, row in rows]
        problems += _missing_columns(located, columns)
        problems += (each for number, row in rows for each in _cell_problems(located, columns, number, row))
        problems += _strays(located)
    return lines, problems


def _plan_tables(settings: Settings, lines: Mapping[str, Sequence[Line]]) -> PlanTables:
    about = nested_settings(settings.values)
    if calendar := [dict(line.cells) for line in lines.get(CALENDAR, ())]:
        about[CALENDAR] = calendar
    tables = {table: tuple(line.cells for line in lines.get(table, ())) for table in TABLES}
    return PlanTables(about=about, tables=tables)


def _missing_sheet(table: str) -> Problem:
    return problem(PlanCode.P102, Place(sheet=table_title(table)))


def _missing_columns(located: Located, columns: Sequence[PlanColumn]) -> Iterator[Problem]:
    for column in columns:
        if column.key not in located.columns:
            yield problem(PlanCode.P103, Place(sheet=located.sheet), of=column)


def _filled(located: Located) -> Iterator[tuple[int, Sequence[Value]]]:
    """Yield the rows with something in a column of the table."""
    for number, row in located.rows():
        if any(located.value(row, key) is not None for key in located.columns):
            yield number, row


def _line(located: Located, columns: Sequence[PlanColumn], number: int, row: Sequence[Value]) -> Line:
    cells = {column.key: read_cell(column, located.value(row, column.key)).text for column in columns}
    return Line(sheet=located.sheet, row=number, columns=located.columns, cells=cells)


def _cell_problems(
    located: Located, columns: Sequence[PlanColumn], number: int, row: Sequence[Value]
) -> Iterator[Problem]:
    for column in columns:
        if column.key not in located.columns:
            continue
        raw = located.value(row, column.key)
        read = read_cell(column, raw)
        place = Place(sheet=located.sheet, row=number, column=located.columns[column.key])
        if read.problem:
            yield problem(read.problem, place, value=raw, of=column, **read.about)
        elif column.is_required and not read.text:
            yield problem(PlanCode.P104, place, of=column)


def _strays(located: Located) -> Iterator[Problem]:
    """Yield what stands beside the table and would be lost; the hidden first column is ours."""
    known = {*located.columns.values(), 0}
    for number, row in located.rows():
        for place, value in enumerate(row):
            if value is not None and place not in known:
                where = Place(sheet=located.sheet, row=number, column=place)
                yield problem(PlanCode.P122, where, value=value)
