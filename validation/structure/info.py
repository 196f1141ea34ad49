"""Find the lines of the information sheet: by their hidden keys, else by their labels."""

from collections import Counter
from collections.abc import Mapping, Sequence

from catalogue import Code, comparison_key
from templates import KEY_ROW, VALUE_KEY
from validation.model import SheetPlace
from validation.parsing import shown
from validation.reading import Area, Grid, Value
from validation.structure.columns import SEARCHED_ROWS, address_of, cell_of
from validation.structure.doubts import Doubts, doubt_merged
from validation.structure.model import LocatedRow, LocatedSheet, Remark, SheetForm
from validation.structure.witness import HEADER_CUTOFF, nearest

# The label stands left of its value.
_LABEL_COLUMN, _VALUE_COLUMN = 1, 2


class InfoLines:
    """Where the lines of an information sheet stand, 0-based."""

    def __init__(self, grid: Grid, form: SheetForm) -> None:
        """Look for keys first, for labels where keys are missing."""
        self._grid, self._form = grid, form
        self.rows: dict[str, int] = {}
        self.again: list[tuple[str, int]] = []
        for at, row in enumerate(grid):
            key = next((cell for cell in row[:_VALUE_COLUMN] if isinstance(cell, str)), "")
            if key in self.rows:
                self.again.append((key, at))
            elif key in form.fields:
                self.rows[key] = at
        self.is_keyed = bool(self.rows)
        self.by_label = self._by_label()
        self.rows |= {key: at for key, (at, _) in self.by_label.items()}
        self.value_column = self._value_column()

    def value(self, at: int) -> Value:
        """Return the value of a line."""
        return cell_of(self._grid[at], self.value_column)

    def label(self, at: int) -> str:
        """Return the text left of the value."""
        return shown(cell_of(self._grid[at], self.value_column - 1))

    def _by_label(self) -> dict[str, tuple[int, int]]:
        if len(self.rows) == len(self._form.fields):
            return {}
        lost = {key: header for key, header in self._form.headers.items() if key not in self.rows}
        keys = {comparison_key(header): key for key, header in lost.items()}
        found: dict[str, tuple[int, int]] = {}
        for at, row in enumerate(self._grid):
            position = next((place for place, cell in enumerate(row) if cell is not None), -1)
            text = shown(cell_of(row, position))
            if text and at not in self.rows.values():
                key = keys.get(comparison_key(text)) or nearest(text, lost, cutoff=HEADER_CUTOFF)
                if key and key not in found:
                    found[key] = (at, position)
        return found

    def _value_column(self) -> int:
        first = self._grid[KEY_ROW - 1] if self._grid else ()
        for row in (first, *self._grid[:SEARCHED_ROWS]):
            if VALUE_KEY in row:
                return list(row).index(VALUE_KEY)
        labels = Counter(position for _, position in self.by_label.values())
        # Without the key row labels still stand left of the values.
        return labels.most_common(1)[0][0] + 1 if labels else self._beside_labels()

    def _beside_labels(self) -> int:
        known = {comparison_key(header) for header in self._form.headers.values()}
        places = Counter(
            position
            for at in self.rows.values()
            for position, cell in enumerate(self._grid[at])
            if isinstance(cell, str) and comparison_key(cell) in known
        )
        return places.most_common(1)[0][0] + 1 if places else _VALUE_COLUMN


def info_strength(grid: Grid, form: SheetForm) -> float:
    """Return how much of the information sheet a sheet shows, 0 to 1."""
    keys = {cell for row in grid for cell in row[:1] if isinstance(cell, str)}
    return 1.0 if keys >= form.fields.keys() else len(InfoLines(grid, form).rows) / len(form.fields)


def locate_info(grid: Grid, areas: Sequence[Area], name: str, form: SheetForm) -> LocatedSheet:
    """Return the information sheet as one row whose cells are its fields.

    Its place gives whole addresses by field, since the fields stand below each other.
    """
    lines = InfoLines(grid, form)
    asked = {key: lines.rows[key] for key in form.asked if key in lines.rows}
    doubts = Doubts()
    places = {(at + 1, lines.value_column + 1): ("", key) for key, at in asked.items()}
    doubt_merged(areas, places, form, doubts)
    doubted = {field_key for fields in doubts.cells.values() for field_key in fields}
    for remark in (*_contradicting(lines, asked, form), *_repeated(lines, form)):
        doubts.remarks.append(remark)
        if remark.code in (Code.T118, Code.T105):
            doubted.add(remark.field_key)
    if lines.is_keyed:
        doubts.remarks += _told(lines, asked, form)
    row = LocatedRow(
        number=0,
        key="",
        cells={key: lines.value(at) for key, at in asked.items()},
        doubted=frozenset(doubted),
    )
    return LocatedSheet(
        key=form.key,
        place=SheetPlace(
            name=name, columns={key: address_of(at, lines.value_column) for key, at in asked.items()}
        ),
        rows=(row,),
        missing=tuple(key for key in form.asked if key not in asked),
        remarks=tuple(doubts.remarks),
        fixed={
            key: (address_of(at, lines.value_column), lines.value(at))
            for key, at in lines.rows.items()
            if form.fields[key].is_fixed
        },
    )


def _contradicting(lines: InfoLines, asked: Mapping[str, int], form: SheetForm) -> list[Remark]:
    """Name lines whose key and label belong to different fields."""
    found = []
    for key, at in asked.items():
        label = lines.label(at)
        if label == form.headers[key] or not label:
            continue
        others = {comparison_key(header) for other, header in form.headers.items() if other != key}
        if comparison_key(label) in others:
            cell = address_of(at, lines.value_column)
            facts = {"expected": form.headers[key]}
            found.append(
                Remark(code=Code.T118, sheet_key=form.key, field_key=key, cell=cell, value=label, facts=facts)
            )
    return found


def _repeated(lines: InfoLines, form: SheetForm) -> list[Remark]:
    found = []
    for key, at in lines.again:
        value = lines.value(at)
        if key not in form.asked or value is None:
            continue
        code = Code.T116 if value == lines.value(lines.rows[key]) else Code.T105
        cell = address_of(at, lines.value_column)
        found.append(Remark(code=code, sheet_key=form.key, field_key=key, cell=cell, value=form.headers[key]))
    return found


def _told(lines: InfoLines, asked: Mapping[str, int], form: SheetForm) -> list[Remark]:
    return [
        Remark(
            code=Code.T109,
            sheet_key=form.key,
            field_key=key,
            cell=address_of(asked[key], lines.value_column),
            value=form.headers[key],
        )
        for key in lines.by_label
        if key in asked
    ]
