"""Find the columns of an answer sheet: by their hidden keys, else by their visible headers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from catalogue import Code, Field, Kind, comparison_key
from templates import HEADER_ROW, KEY_ROW, MISSING_KEY, WRONG_KEY
from validation.parsing import shown
from validation.reading import Grid, Value, letters_of
from validation.structure.model import Remark, SheetForm
from validation.structure.witness import HEADER_CUTOFF, in_brackets, nearest, same_text

# Key row and header row are looked for in the first rows only.
SEARCHED_ROWS = 30
_HEADER_DISTANCE = HEADER_ROW - (KEY_ROW - 1)
# Words of a unit of measure; a longer text in brackets is a remark.
_LONGEST_UNIT = 2
_KEYS_AT, _HEADER_AT = KEY_ROW - 1, KEY_ROW - 1 + _HEADER_DISTANCE
_MOST_KNOWN = 64
_COUNT_KEYS = frozenset({MISSING_KEY, WRONG_KEY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the columns of a sheet stand, 0-based.

    Attributes:
        at: Position by field key.
        rivals: Further columns of a field that has been found.
        by_header: Asked fields that only their header told.
        spare: Columns that are none of the form's.
        key_row, header_row: -1 when there is none.
    """

    at: Mapping[str, int]
    rivals: Mapping[str, tuple[int, ...]]
    by_header: tuple[str, ...]
    spare: tuple[int, ...]
    key_row: int
    header_row: int

    @property
    def shown_first(self) -> int:
        """The first visible column of the table."""
        return min(self.at.values(), default=0)


def find_columns(grid: Grid, form: SheetForm) -> Columns:
    """Return the columns of a sheet that can be told without doubt."""
    if len(grid) <= _HEADER_AT:
        return _searched(grid, form)
    told_by = tuple(grid[_KEYS_AT]), tuple(grid[_HEADER_AT]), max(map(len, grid))
    known: Columns | None = form.known_columns.get(told_by)
    if known:
        return known
    found = _searched(grid, form)
    if len(form.known_columns) < _MOST_KNOWN and _is_as_issued(grid, found, form):
        form.known_columns[told_by] = found
    return found


def _is_as_issued(grid: Grid, columns: Columns, form: SheetForm) -> bool:
    """Whether key row and header row are whole and in their places: then no other row told anything."""
    if (columns.key_row, columns.header_row) != (_KEYS_AT, _HEADER_AT):
        return False
    keys, headers = grid[columns.key_row], grid[columns.header_row]
    places = {key: position for position, key in enumerate(keys) if key in form.fields}
    return len(places) == len(form.fields) and all(
        cell_of(headers, position) == form.headers[str(key)] for key, position in places.items()
    )


def _searched(grid: Grid, form: SheetForm) -> Columns:
    key_row = _key_row(grid, form)
    at, rivals = _keyed(grid[key_row], form) if key_row >= 0 else ({}, {})
    header_row = _header_row(grid, form, at, key_row)
    spare = _spare(grid, {*at.values(), *(each for some in rivals.values() for each in some)}, key_row)
    by_header: dict[str, int] = {}
    if header_row >= 0 and spare:
        by_header, twins = _by_header(grid[header_row], form, spare, at)
        rivals |= {key: (*rivals.get(key, ()), *some) for key, some in twins.items()}
        taken = {*by_header.values(), *(each for some in twins.values() for each in some)}
        spare = tuple(position for position in spare if position not in taken)
    return Columns(
        at=at | by_header,
        rivals=rivals,
        by_header=tuple(key for key in form.asked if key in by_header),
        spare=spare,
        key_row=key_row,
        header_row=header_row,
    )


def cell_of(row: Sequence[Value], position: int) -> Value:
    """Return a cell; rows may be shorter than the sheet is wide."""
    return row[position] if 0 <= position < len(row) else None


def picking(positions: Sequence[int]) -> Callable[[Sequence[Value]], tuple[Value, ...]]:
    """Return what gives a row's cells in some columns, as `cell_of` gives each of them."""
    get = itemgetter(*positions) if len(positions) > 1 else None

    def pick(row: Sequence[Value]) -> tuple[Value, ...]:
        try:
            if get:
                cells: tuple[Value, ...] = get(row)
                return cells
        except IndexError:
            pass
        return tuple(cell_of(row, position) for position in positions)

    return pick


def address_of(row: int, position: int) -> str:
    """Return a cell's address from its 0-based row and column."""
    return f"{letters_of(position + 1)}{row + 1}"


def _key_row(grid: Grid, form: SheetForm) -> int:
    expected = KEY_ROW - 1
    if expected < len(grid) and sum(cell in form.fields for cell in grid[expected]) == len(form.fields):
        return expected
    hits = [len({cell for cell in row if cell in form.fields}) for row in grid[:SEARCHED_ROWS]]
    best = max(hits, default=0)
    return hits.index(best) if best > 1 else -1


def _keyed(row: Sequence[Value], form: SheetForm) -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    at: dict[str, int] = {}
    rivals: dict[str, tuple[int, ...]] = {}
    for position, cell in enumerate(row):
        if not isinstance(cell, str) or cell not in form.fields:
            continue
        if cell in at:
            rivals[cell] = (*rivals.get(cell, ()), position)
        else:
            at[cell] = position
    return at, rivals


def _header_row(grid: Grid, form: SheetForm, at: Mapping[str, int], key_row: int) -> int:
    """Return the row that shows most headers; where no key is left, it must show most of what is asked."""
    expected = key_row + _HEADER_DISTANCE
    if at and expected < len(grid):
        row = grid[expected]
        if all(cell_of(row, position) == form.headers[key] for key, position in at.items()):
            return expected
    known = _header_keys(tuple(form.headers.values()))
    shows = [
        len({key for cell in row if isinstance(cell, str) and (key := comparison_key(cell)) in known})
        for row in grid[:SEARCHED_ROWS]
    ]
    best = max(shows, default=0)
    needed = 2 if at else len(form.fields) // 2 + 1
    if best >= needed:
        return shows.index(best)
    return expected if at and expected < len(grid) and _is_renamed_header(grid[expected], at) else -1


def _is_renamed_header(row: Sequence[Value], at: Mapping[str, int]) -> bool:
    """Whether a row where the header belongs is one, whatever it says: text in every column, no row key."""
    return cell_of(row, 0) is None and all(isinstance(cell_of(row, each), str) for each in at.values())


@lru_cache(maxsize=64)
def _header_keys(headers: tuple[str, ...]) -> frozenset[str]:
    return frozenset(comparison_key(header) for header in headers)


def _spare(grid: Grid, used: Iterable[int], key_row: int) -> tuple[int, ...]:
    keys = grid[key_row] if key_row >= 0 else ()
    counts = {position for position, cell in enumerate(keys) if cell in _COUNT_KEYS}
    width = max(map(len, grid), default=0)
    return tuple(sorted(set(range(width)) - set(used) - counts))


def _by_header(
    row: Sequence[Value], form: SheetForm, spare: Sequence[int], at: Mapping[str, int]
) -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    """Return fields found by header in columns without a key, and further columns with a field's header."""
    # Left of the table stand the row keys, whatever is written above them.
    first = min(at.values(), default=0)
    texts = {position: shown(cell_of(row, position)) for position in spare if position >= first}
    texts = {position: text for position, text in texts.items() if text}
    meant = {position: _meant(text, form, is_exact=True) for position, text in texts.items()}
    told = {key for key in meant.values() if key} | set(at)
    for position, text in texts.items():
        key = meant[position] or _meant(text, form, is_exact=False)
        meant[position] = key if meant[position] or key not in told else None
    found: dict[str, int] = {}
    twins: dict[str, tuple[int, ...]] = {}
    for position, key in meant.items():
        if key and (key in at or key in found):
            twins[key] = (*twins.get(key, ()), position)
        elif key:
            found[key] = position
    return found, twins


def _meant(text: str, form: SheetForm, *, is_exact: bool) -> str | None:
    if is_exact:
        wanted = comparison_key(text)
        return next((key for key, header in form.headers.items() if comparison_key(header) == wanted), None)
    key = nearest(text, form.headers, cutoff=HEADER_CUTOFF)
    return key if key and not _changes_unit(text, form.fields[key]) else None


def _changes_unit(text: str, field: Field) -> bool:
    """Whether a header names another unit of measure than the field's; money without a unit is no money."""
    if not field.kind.is_number:
        return False
    own, told = in_brackets(field.header), in_brackets(text)
    if own:
        return not own <= told and (bool(told) or field.kind is Kind.MILLION_VND)
    return any(len(each.split()) <= _LONGEST_UNIT for each in told)


def told_by_header(grid: Grid, columns: Columns, form: SheetForm) -> Iterator[Remark]:
    """Say which columns lost their key; where the whole key row is gone, the sheet says it once."""
    if columns.key_row < 0:
        return
    for key in columns.by_header:
        position = columns.at[key]
        yield Remark(
            code=Code.T108,
            sheet_key=form.key,
            field_key=key,
            cell=address_of(columns.header_row, position),
            value=shown(cell_of(grid[columns.header_row], position)),
            facts={"header": form.headers[key]},
        )


def added_columns(grid: Grid, columns: Columns, form: SheetForm, key_column: int) -> Iterator[Remark]:
    """Name columns that are not ours and hold something below the header."""
    top = max(columns.header_row, columns.key_row)
    for position in columns.spare:
        if position == key_column:
            continue
        header = shown(cell_of(grid[columns.header_row], position)) if columns.header_row >= 0 else ""
        below = (cell_of(row, position) for row in grid[top + 1 :])
        # With the key row gone, the form's own hidden counts are numbers without a header.
        counts = bool(header) or columns.key_row >= 0
        if any(isinstance(cell, str) or (counts and cell is not None) for cell in below):
            yield Remark(
                code=Code.T114,
                sheet_key=form.key,
                cell=address_of(top, position),
                value=header or letters_of(position + 1),
            )


def header_conflicts(grid: Grid, columns: Columns, form: SheetForm) -> dict[str, Remark]:
    """Return a remark by field for keyed columns with another header: T119 where it tells another content."""
    if columns.header_row < 0:
        return {}
    row, found = grid[columns.header_row], {}
    for key, position in columns.at.items():
        cell, header = cell_of(row, position), form.headers[key]
        if cell == header or cell is None or key in columns.by_header or same_text(cell, header):
            continue
        field, text = form.fields[key], shown(cell)
        is_other = not field.is_fixed and (_meant(text, form, is_exact=True) or _changes_unit(text, field))
        found[key] = Remark(
            code=Code.T119 if is_other else Code.T117,
            sheet_key=form.key,
            field_key=key,
            cell=address_of(columns.header_row, position),
            value=text,
            facts={"header": header, "expected": header},
        )
    return found
