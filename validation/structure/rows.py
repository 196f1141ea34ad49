"""Find the rows of a fixed sheet: by their hidden keys, else by their printed number and name.

A key and a printed name that belong to different rows contradict each other: someone sorted or pasted only
a part of the columns. Nobody can tell then whose answers stand there, so nothing of such a row is used.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from catalogue import Code
from validation.parsing import shown
from validation.reading import Grid, Value
from validation.structure.columns import Columns, address_of, cell_of
from validation.structure.model import LocatedRow, Remark, SheetForm
from validation.structure.printed import NAME, Edit, PrintedRows

_FEW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A row of the sheet that says it is one of the form's rows, and what it says against it."""

    row: LocatedRow
    edits: tuple[Edit, ...] = ()
    means: str = ""

    @property
    def is_contradicting(self) -> bool:
        return any(edit.code is Code.T118 for edit in self.edits)


@dataclass(kw_only=True)
class FixedRows:
    """The rows of one fixed sheet while they are looked for."""

    grid: Grid
    columns: Columns
    form: SheetForm
    key_column: int
    remarks: list[Remark] = field(default_factory=list)

    def find(self) -> tuple[LocatedRow, ...]:
        """Return the rows that count, in order; what is odd about them goes to `remarks`."""
        as_issued = self._as_issued()
        if as_issued is not None:
            return as_issued
        printed = PrintedRows(self.form)
        claims, others = self._keyed(printed)
        claims += self._told(printed, others, {claim.row.key for claim in claims})
        self._report_edits(claims, printed)
        clear: dict[str, list[LocatedRow]] = {}
        for claim in claims:
            if not claim.is_contradicting:
                clear.setdefault(claim.row.key, []).append(self._with_doubts(claim))
        rows = {key: self._only(same, printed) for key, same in clear.items()}
        rows |= self._contradicting(claims, rows)
        seen = {*rows, *(claim.row.key for claim in claims)}
        self.remarks += [
            Remark(code=Code.T103, sheet_key=self.form.key, row_key=key, value=printed.label(key))
            for key in self.form.printed
            if key not in seen
        ]
        return tuple(sorted(rows.values(), key=lambda row: row.number))

    def _as_issued(self) -> tuple[LocatedRow, ...] | None:
        """Return the rows of a sheet that was only filled in, as the long way does; None for any other."""
        at, key_column = self.columns.at, self.key_column
        asked = [key for key in self.form.asked if key in at]
        fixed = [key for key in at if self.form.fields[key].is_fixed]
        if NAME not in at or min(len(asked), len(fixed)) < _FEW or key_column < 0:
            return None
        answers_in, shown_in = (itemgetter(*(at[key] for key in keys)) for keys in (asked, fixed))
        blank, width = (None,) * len(asked), max(key_column, *at.values())
        own = {self.columns.key_row, self.columns.header_row}
        rows: dict[str, LocatedRow] = {}
        for place, row in enumerate(self.grid):
            if place in own:
                continue
            if len(row) <= width:
                return None
            key, answers = row[key_column], answers_in(row)
            if type(key) is str and key in self.form.printed:
                printed = self.form.printed[key]
                if key in rows or not _are_printed(shown_in(row), [printed.get(name) for name in fixed]):
                    return None
                cells = dict(zip(asked, answers, strict=True))
                rows[key] = LocatedRow(number=place + 1, key=key, cells=cells, is_named=True)
            elif answers != blank:
                return None
        return tuple(rows.values()) if len(rows) == len(self.form.printed) else None

    def _keyed(self, printed: PrintedRows) -> tuple[list[_Claim], list[LocatedRow]]:
        """Return the rows with a key of ours, and those without that may hold something."""
        claims, others = [], []
        own = {self.columns.key_row, self.columns.header_row}
        asked = [(key, self.columns.at[key]) for key in self.form.asked if key in self.columns.at]
        for at, row in enumerate(self.grid):
            if at in own:
                continue
            key = shown(cell_of(row, self.key_column))
            cells = {field_key: cell_of(row, position) for field_key, position in asked}
            if key not in self.form.printed:
                others.append(LocatedRow(number=at + 1, key=key, cells=cells))
                continue
            edits, is_named = printed.edits(key, self._printed_cells(row))
            means = next((edit.means for edit in edits if edit.code is Code.T118), "")
            found = LocatedRow(number=at + 1, key=key, cells=cells, is_named=is_named)
            claims.append(_Claim(row=found, edits=edits, means=means))
        return claims, others

    def _printed_cells(self, row: Sequence[Value]) -> dict[str, Value]:
        return {
            key: cell_of(row, position)
            for key, position in self.columns.at.items()
            if self.form.fields[key].is_fixed
        }

    def _told(self, printed: PrintedRows, others: Sequence[LocatedRow], keyed: set[str]) -> list[_Claim]:
        """Return rows without a key of ours that their text tells; name those that it does not."""
        claims = []
        is_whole = keyed >= self.form.printed.keys()
        for row in others:
            # Titles and blank rows; where every row has its key there is nothing to look for.
            if row.is_blank and (is_whole or row.number <= self.columns.header_row):
                continue
            cells = self._printed_cells(self.grid[row.number - 1])
            key = printed.told(cells, is_exact=bool(row.key))
            if key and not (row.is_blank and key in keyed):
                named = row._replace(key=key, is_named=True)
                edits = (edit for edit in printed.edits(key, cells)[0] if edit.field_key != NAME)
                claims.append(_Claim(row=named, edits=tuple(edits)))
                if key not in keyed and self.key_column >= 0:
                    self._say(Code.T109, named, value=printed.label(key))
            elif not row.is_blank:
                self._report_stranger(row)
        return claims

    def _report_stranger(self, row: LocatedRow) -> None:
        if row.key:
            self._say(Code.T104, row._replace(key=""), value=row.key)
            return
        field_key, value = next((key, value) for key, value in row.cells.items() if value is not None)
        cell = address_of(row.number - 1, self.columns.at[field_key])
        self.remarks.append(Remark(code=Code.T106, sheet_key=self.form.key, cell=cell, value=shown(value)))

    def _report_edits(self, claims: Sequence[_Claim], printed: PrintedRows) -> None:
        for claim in claims:
            for edit in claim.edits:
                is_row = edit.code is Code.T118
                expected = printed.label(claim.row.key) if is_row else edit.expected
                self.remarks.append(
                    Remark(
                        code=edit.code,
                        sheet_key=self.form.key,
                        row_key=claim.means or claim.row.key,
                        field_key=edit.field_key,
                        cell=address_of(claim.row.number - 1, self.columns.at[edit.field_key]),
                        value=printed.label(edit.means) if edit.means else edit.found,
                        facts={"header": self.form.headers[edit.field_key], "expected": expected},
                    )
                )

    def _with_doubts(self, claim: _Claim) -> LocatedRow:
        """Return a claim's row; in another unit of measure its numbers are not what is asked."""
        if all(edit.code is not Code.T120 for edit in claim.edits):
            return claim.row
        numbers = frozenset(key for key in self.form.asked if self.form.fields[key].kind.is_number)
        return claim.row._replace(doubted=numbers)

    def _only(self, same: Sequence[LocatedRow], printed: PrintedRows) -> LocatedRow:
        """Return the one row that counts of several with one key; what they answer differently is doubted."""
        if len(same) == 1:
            return same[0]
        filled = [row for row in same if not row.is_blank] or [same[0]]
        first, doubted = filled[0], set(filled[0].doubted)
        for other in filled[1:]:
            differing = {key for key, value in other.cells.items() if value != first.cells[key]}
            doubted |= differing
            self._say(Code.T105 if differing else Code.T116, other, value=printed.label(other.key))
        return first._replace(doubted=frozenset(doubted))

    def _contradicting(
        self, claims: Sequence[_Claim], clear: Mapping[str, LocatedRow]
    ) -> dict[str, LocatedRow]:
        """Return rows whose key and name contradict, doubted; a marked copy shows them beside their name."""
        found: dict[str, LocatedRow] = {}
        for claim in claims:
            if claim.is_contradicting:
                homes = (claim.means, claim.row.key)
                home = next((key for key in homes if key and key not in clear and key not in found), None)
                if home:
                    doubted = frozenset(self.form.asked)
                    found[home] = claim.row._replace(key=home, doubted=doubted, is_named=False)
        return found

    def _say(self, code: Code, row: LocatedRow, *, value: str) -> None:
        self.remarks.append(
            Remark(
                code=code,
                sheet_key=self.form.key,
                row_key=row.key,
                cell=address_of(row.number - 1, self.columns.shown_first),
                value=value,
            )
        )


def _are_printed(shown_there: Sequence[Value], printed: Sequence[Value]) -> bool:
    """Whether cells show what was printed; where nothing was, a blank text or nothing at all."""
    return list(shown_there) == printed or all(
        cell == text or text is None or (cell is None and text == "")
        for cell, text in zip(shown_there, printed, strict=True)
    )


def find_key_column(grid: Grid, columns: Columns, form: SheetForm) -> int:
    """Return the 0-based column of the row keys: the first one, or where it stands now; -1 when lost."""
    candidates = [position for position in columns.spare if not _has_header(grid, columns, position)]
    if candidates and any(_keys(grid, columns, form, candidates[0])):
        return candidates[0]
    hits = {position: sum(1 for _ in _keys(grid, columns, form, position)) for position in candidates[1:]}
    best = max(hits, key=lambda position: hits[position], default=-1)
    return best if hits.get(best) else -1


def _has_header(grid: Grid, columns: Columns, position: int) -> bool:
    return columns.header_row >= 0 and cell_of(grid[columns.header_row], position) is not None


def _keys(grid: Grid, columns: Columns, form: SheetForm, position: int) -> Iterator[str]:
    for row in grid[max(columns.header_row, columns.key_row) + 1 :]:
        cell = cell_of(row, position)
        if isinstance(cell, str) and (cell in form.printed if form.is_fixed else cell.isdecimal()):
            yield cell
