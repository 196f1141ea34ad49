"""Find the form in a workbook: its identity, its sheets, and where each row and column stands now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from openpyxl.utils import get_column_letter

from catalogue import Duty, FormDesign, Identity, SheetKey, comparison_key
from templates import IDENTITY_SHEET, KEY_ROW, VALUE_KEY
from validation.model import SheetPlace
from validation.parse import shown
from validation.reading import Grid, RawWorkbook, Value

ANSWER_SHEETS = (SheetKey.TASKS, SheetKey.INDICATORS, SheetKey.BUDGETS, SheetKey.PROPOSALS)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedRow:
    """One row of a sheet: its 1-based number, its hidden key (blank when it has none), its cells by field."""

    number: int
    key: str
    cells: Mapping[str, Value]

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in any of the cells."""
        return all(value is None for value in self.cells.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedSheet:
    """A sheet as found: where it is, its rows below the header, and the field columns it lacks."""

    key: SheetKey
    place: SheetPlace
    rows: tuple[LocatedRow, ...]
    missing: tuple[str, ...]


def find_identity(workbook: RawWorkbook) -> Identity | None:
    """Return what the form says it is, or None when it says nothing."""
    grid = workbook.sheets.get(IDENTITY_SHEET)
    if grid is None:
        return None
    said = {shown(row[0]): shown(row[1]) for row in grid if len(row) > 1}
    names = [field.name for field in fields(Identity)]
    if not all(said.get(name) for name in names):
        return None
    return Identity(**{name: said[name] for name in names})


def locate(workbook: RawWorkbook, key: SheetKey, design: FormDesign) -> LocatedSheet | None:
    """Return an answer sheet with its rows, or None when no sheet carries its keys.

    The sheet with the standard title is preferred; a renamed one is recognised by its column keys.
    Only the fields a unit answers are looked for.
    """
    wanted = [field.key for field in design.fields_of(key) if not field.is_fixed]
    found = _grid_of(workbook, design.sheet(key).title, wanted)
    if found is None:
        return None
    name, grid = found
    columns = _columns(grid, wanted)
    return LocatedSheet(
        key=key,
        place=SheetPlace(name=name, columns={key: get_column_letter(at + 1) for key, at in columns.items()}),
        rows=tuple(_rows(grid, columns)),
        missing=tuple(key for key in wanted if key not in columns),
    )


def locate_info(workbook: RawWorkbook, design: FormDesign) -> LocatedSheet | None:
    """Return the information sheet as one row whose cells are its fields.

    Its place gives whole addresses by field, since the fields stand below each other.
    """
    wanted = [field.key for field in design.fields_of(SheetKey.INFO) if not field.is_fixed]
    found = _grid_of(workbook, design.sheet(SheetKey.INFO).title, [VALUE_KEY])
    if found is None:
        return None
    name, grid = found
    column = _columns(grid, [VALUE_KEY])[VALUE_KEY]
    cells: dict[str, Value] = {}
    addresses: dict[str, str] = {}
    for row in _rows(grid, {VALUE_KEY: column}):
        if row.key in wanted and row.key not in cells:
            cells[row.key] = row.cells[VALUE_KEY]
            addresses[row.key] = f"{get_column_letter(column + 1)}{row.number}"
    return LocatedSheet(
        key=SheetKey.INFO,
        place=SheetPlace(name=name, columns=addresses),
        rows=(LocatedRow(number=0, key="", cells=cells),),
        missing=tuple(key for key in wanted if key not in cells),
    )


def expected_keys(duty: Duty, key: SheetKey) -> tuple[str, ...]:
    """Return the row keys a fixed sheet of a unit's form must have."""
    if key is SheetKey.TASKS:
        return tuple(owed.task.code for owed in duty.tasks)
    return tuple(indicator.code for indicator in duty.indicators)


def _grid_of(workbook: RawWorkbook, title: str, wanted: Sequence[str]) -> tuple[str, Grid] | None:
    candidates = [(name, grid) for name, grid in workbook.sheets.items() if _columns(grid, wanted)]
    for name, grid in candidates:
        if comparison_key(name) == comparison_key(title):
            return name, grid
    # Sheets share some keys (task, note): the one that has most of them is the renamed one.
    best = max(candidates, key=lambda item: len(_columns(item[1], wanted)), default=None)
    return best if best and 2 * len(_columns(best[1], wanted)) > len(wanted) else None


def _columns(grid: Grid, wanted: Sequence[str]) -> dict[str, int]:
    """Return the 0-based position of each wanted key in the key row."""
    if len(grid) < KEY_ROW:
        return {}
    header = grid[KEY_ROW - 1]
    return {key: position for key in wanted for position, cell in enumerate(header) if cell == key}


def _rows(grid: Grid, columns: Mapping[str, int]) -> Iterator[LocatedRow]:
    for number, row in enumerate(grid[KEY_ROW:], start=KEY_ROW + 1):
        yield LocatedRow(
            number=number,
            key=shown(row[0]) if row else "",
            cells={key: row[at] if at < len(row) else None for key, at in columns.items()},
        )
