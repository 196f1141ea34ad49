"""Find a table's header and say what each column is for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from catalogue import clean, column_role, comparison_key
from validation.draft.model import AGENCY_ROLES, DEADLINE, Line

_BAND, _SPAN, _EXTRA = "band", "span", "extra"
_MINIMUM_ROLES = 3
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The columns of a table.

    Attributes:
        roles: One per column; "extra…" for a column whose role is unknown.
        headers: Their headers as written.
        is_span: The time column says from when until when, not only until when.
    """

    roles: tuple[str, ...]
    headers: tuple[str, ...]
    is_span: bool

    def header(self, role: str) -> str:
        """Return the header of a role's column, blank when there is none."""
        return self.headers[self.roles.index(role)] if role in self.roles else ""

    @property
    def extras(self) -> tuple[str, ...]:
        """The columns of unknown role."""
        return tuple(role for role in self.roles if role.startswith(_EXTRA))


def is_header(cells: Sequence[str | None]) -> bool:
    """Whether a row is the header of a task table: a name column and at least two others we know."""
    roles = {column_role(clean(cell or "")) for cell in cells} - {""}
    return "name" in roles and len(roles) >= _MINIMUM_ROLES and bool(roles & {*AGENCY_ROLES, _BAND})


def find_table(lines: Sequence[Line]) -> tuple[Layout, list[Line]] | None:
    """Return the layout of the first task table and the rows below its header, repeated headers dropped."""
    start = next((index for index, line in enumerate(lines) if is_header(line.cells)), None)
    if start is None:
        return None
    header, below = list(lines[start].cells), start + 1
    repeated = [_key(lines[start])]
    if below < len(lines) and _is_sub_header(lines[below]):
        header = _under_bands(header, lines[below].cells)
        repeated.append(_key(lines[below]))
        below += 1
    layout = _layout([clean(cell or "") for cell in header])
    return layout, _body(lines[below:], repeated, len(layout.roles))


def _key(line: Line) -> str:
    return comparison_key("|".join(line.texts)).rstrip("| ")


def _is_sub_header(line: Line) -> bool:
    """Whether a row names roles under the bands of the row above."""
    texts = [text for text in line.texts if text]
    roles = [column_role(text) for text in texts]
    return bool(texts) and "name" not in roles and all(roles) and bool({*roles} & {*AGENCY_ROLES})


def _under_bands(header: list[str | None], sub: Sequence[str | None]) -> list[str | None]:
    """Put a second header row under the first: by position, or where cells are left out under the band."""
    if len(sub) == len(header):
        return [below or above for above, below in zip(header, sub, strict=True)]
    band = next((index for index, cell in enumerate(header) if column_role(cell or "") == _BAND), None)
    if band is None:
        return header
    return [*header[:band], *(cell for cell in sub if cell), *header[band + 1 :]]


def _layout(headers: Sequence[str]) -> Layout:
    """Return the layout; of two columns with one role the first keeps it."""
    found: list[str] = []
    for position, header in enumerate(headers):
        role = column_role(header)
        plain = DEADLINE if role == _SPAN else "lead" if role == _BAND else role
        found.append(plain if plain and plain not in found else f"{_EXTRA}{position}")
    spans = any(column_role(header) == _SPAN for header in headers)
    return Layout(roles=tuple(found), headers=tuple(headers), is_span=spans)


def _body(lines: Sequence[Line], repeated: Sequence[str], width: int) -> list[Line]:
    """Return the rows of a table: a repeated header is a page break, rows of other tables are left out."""
    body: list[Line] = []
    after_break = False
    for line in lines:
        if _key(line) in repeated:
            after_break = True
            continue
        if not any(line.texts) or _is_column_numbers(line):
            continue
        if line.is_ragged or len(line.cells) == width:
            body.append(replace(line, after_break=line.after_break or after_break))
            after_break = False
    return body


def _is_column_numbers(line: Line) -> bool:
    """Whether a row only numbers the columns: (1), (2), (3) and so on."""
    texts = [text for text in line.texts if text]
    return len(texts) >= _MINIMUM_ROLES and all(_COLUMN_NUMBER.fullmatch(text) for text in texts)
