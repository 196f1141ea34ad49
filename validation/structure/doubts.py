"""Find cells of which nobody can tell whose answer they hold: merged cells, two columns for one field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from catalogue import Code
from validation.reading import Area, Grid, Value, letters_of
from validation.structure.columns import Columns, address_of, cell_of
from validation.structure.model import LocatedRow, Remark, SheetForm


@dataclass(kw_only=True)
class Doubts:
    """Doubted fields by 1-based row, and the remarks that say why."""

    cells: dict[int, set[str]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def add(self, row: int, field_key: str) -> None:
        """Doubt one cell."""
        self.cells.setdefault(row, set()).add(field_key)

    def mark(self, rows: Sequence[LocatedRow]) -> tuple[LocatedRow, ...]:
        """Return the rows with their doubted fields."""
        if not self.cells:
            return tuple(rows)
        return tuple(
            row._replace(doubted=row.doubted | self.cells[row.number]) if row.number in self.cells else row
            for row in rows
        )


def settle_rivals(grid: Grid, columns: Columns, form: SheetForm, doubts: Doubts) -> Columns:
    """Return the columns with one for each field: of two the one that is filled, the first if both are.

    Where both are filled and differ, the cells that differ are doubted.
    """
    if not columns.rivals:
        return columns
    at = dict(columns.at)
    top = max(columns.header_row, columns.key_row) + 1
    for key, rivals in columns.rivals.items():
        if form.fields[key].is_fixed:
            continue
        held = {position: [cell_of(row, position) for row in grid[top:]] for position in (at[key], *rivals)}
        filled = {
            position: cells for position, cells in held.items() if any(cell is not None for cell in cells)
        }
        at[key] = next(iter(filled), at[key])
        others = [cells for cells in filled.values() if cells != held[at[key]]]
        for number, together in enumerate(zip(held[at[key]], *others, strict=True), start=top + 1):
            if any(cell != together[0] for cell in together):
                doubts.add(number, key)
        if others:
            letters = ", ".join(letters_of(position + 1) for position in filled)
            doubts.remarks.append(
                Remark(
                    code=Code.T113,
                    sheet_key=form.key,
                    field_key=key,
                    cell=address_of(top - 1, list(filled)[1]),
                    value=letters,
                    facts={"header": form.headers[key]},
                )
            )
    return replace(columns, at=at)


def doubt_merged(
    areas: Sequence[Area], places: Mapping[tuple[int, int], tuple[str, str]], form: SheetForm, doubts: Doubts
) -> None:
    """Doubt answers under merged cells.

    Args:
        areas: The sheet's merged areas.
        places: Row key and field key of each answer cell, by 1-based row and column.
        form: The sheet.
        doubts: Takes what is found.
    """
    for area in areas:
        # One answer that spreads over cells nobody is asked to fill is still one answer.
        under = [place for place in places if _covers(area, place)]
        first = (area.first_row, area.first_column)
        if not under or under == [first]:
            continue
        corners = (area.first_row, area.first_column), (area.last_row, area.last_column)
        value = ":".join(address_of(row - 1, column - 1) for row, column in corners)
        # Every cell is named: who corrects the cells that are marked has corrected them all.
        for place in sorted(under):
            row_key, field_key = places[place]
            doubts.add(place[0], field_key)
            doubts.remarks.append(
                Remark(
                    code=Code.T112,
                    sheet_key=form.key,
                    row_key=row_key,
                    field_key=field_key,
                    cell=address_of(place[0] - 1, place[1] - 1),
                    value=value,
                )
            )


def _covers(area: Area, place: tuple[int, int]) -> bool:
    row, column = place
    return area.first_row <= row <= area.last_row and area.first_column <= column <= area.last_column


def differing(first: Sequence[LocatedRow], second: Sequence[LocatedRow]) -> dict[str, set[str]]:
    """Return the fields that two versions of a sheet answer differently, by row key."""
    found: dict[str, set[str]] = {}
    answers: list[dict[str, Mapping[str, Value]]] = [{row.key: row.cells for row in first}]
    answers.append({row.key: row.cells for row in second})
    for key in {**answers[0], **answers[1]}:
        left, right = (version.get(key, {}) for version in answers)
        fields = {name for name in (*left, *right) if left.get(name) != right.get(name)}
        if fields:
            found[key] = fields
    return found
