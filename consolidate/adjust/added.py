"""The sheets staff added to a master: what a new master can carry of them, and what it cannot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from catalogue import UnreadableFileError, load_master
from catalogue.wording import adjust as words
from catalogue.wording import master as master_words
from consolidate.adjust.broken import BROKEN
from consolidate.adjust.looks import LINK_LOOK, colour, look_of, theme_colours
from consolidate.adjust.model import LeftBehind, StaffCell, StaffSheet
from consolidate.adjust.package import Part, sheet_parts, theme_of, without_sheets
from templates import NAME_PREFIX

MOST_CELLS = 200_000
PIXELS_PER_CHARACTER = 7
BUILT_IN = "_xlnm."
CARRIED = frozenset({"comment"})
"""What hangs on a sheet and comes along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What staff added to a master beside their rows; see `StaffWork`."""

    sheets: tuple[StaffSheet, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    left_behind: tuple[LeftBehind, ...] = ()


def read_added(content: bytes, *, own: frozenset[str], path: Path) -> Added:
    """Read the sheets that staff added to a master.

    Args:
        content: The master.
        own: The titles of our own sheets.
        path: Where it stands, for messages.

    Raises:
        UnreadableFileError: An added sheet cannot be read.
    """
    parts = sheet_parts(content)
    added = [part for part in parts if part.title not in own]
    left = [_left(part.title, _foreign_kinds(part)) for part in parts if part.title in own]
    left += [_left(part.title, ("chart_sheet",)) for part in added if not part.is_worksheet]
    names: tuple[tuple[str, str], ...] = ()
    sheets: list[StaffSheet] = []
    if any(part.is_worksheet for part in added):
        formulas, values = _open(content, frozenset(part.name for part in parts if part.title in own), path)
        theme = theme_colours(theme_of(content))
        names = _names(formulas)
        for part in added:
            if part.is_worksheet:
                after = _after(part.title, parts, own)
                sheet, kinds = _read(formulas[part.title], values[part.title], after=after, theme=theme)
                sheets += [sheet] if sheet else []
                hanging = tuple(kind for kind in part.kinds if kind not in CARRIED)
                left.append(_left(part.title, (*hanging, *kinds)))
    return Added(sheets=tuple(sheets), names=names, left_behind=tuple(one for one in left if one.kinds))


def _left(title: str, kinds: Sequence[str]) -> LeftBehind:
    return LeftBehind(sheet=title, kinds=tuple(sorted(set(kinds))))


def _foreign_kinds(part: Part) -> tuple[str, ...]:
    """What staff hung on one of our sheets; charts belong on the overview and the trend."""
    charted = (master_words.OVERVIEW_SHEET, load_master()["trend"].title)
    own = {"chart"} if part.title in charted else set()
    return tuple(kind for kind in part.kinds if kind not in own)


def _after(title: str, parts: Sequence[Part], own: frozenset[str]) -> str:
    before = [part.title for part in parts[: [part.title for part in parts].index(title)]]
    return next((name for name in reversed(before) if name in own), "")


def _open(content: bytes, own: frozenset[str], path: Path) -> tuple[Any, Any]:
    from openpyxl import load_workbook

    light = without_sheets(content, own)
    try:
        return load_workbook(BytesIO(light)), load_workbook(BytesIO(light), data_only=True)
    except BROKEN as error:
        raise UnreadableFileError(words.UNREADABLE.format(file=path)) from error


def _names(workbook: Any) -> tuple[tuple[str, str], ...]:
    """The names staff defined over the whole workbook."""
    found = {name: str(one.attr_text) for name, one in workbook.defined_names.items()}
    return tuple(
        sorted(
            (name, text)
            for name, text in found.items()
            if not name.startswith((NAME_PREFIX, BUILT_IN)) and "#REF!" not in text
        )
    )


def _read(
    sheet: Any, values: Any, *, after: str, theme: tuple[str, ...]
) -> tuple[StaffSheet | None, tuple[str, ...]]:
    """Return a sheet and the kinds of things in it that cannot be carried."""
    kinds = [kind for kind, found in _not_carried(sheet).items() if found]
    places = sorted(sheet._cells)  # noqa: SLF001 - the only way to the cells that are there, however far out
    if len(places) > MOST_CELLS:
        return None, ("too_big",)
    given = values._cells  # noqa: SLF001 - as above
    cells = tuple(_cells((sheet._cells[place] for place in places), given, theme))  # noqa: SLF001 - as above
    frozen = sheet.freeze_panes
    return (
        StaffSheet(
            title=sheet.title,
            after=after,
            cells=cells,
            widths=tuple(_widths(sheet)),
            heights=tuple(_heights(sheet)),
            merged=tuple(sorted(area.coord for area in sheet.merged_cells.ranges)),
            frozen=_frozen(frozen),
            tab=colour(sheet.sheet_properties.tabColor, theme),
            is_hidden=sheet.sheet_state != "visible",
            is_landscape=sheet.page_setup.orientation == "landscape",
        ),
        tuple(kinds),
    )


def _not_carried(sheet: Any) -> dict[str, bool]:
    return {
        "condition": bool(list(sheet.conditional_formatting)),
        "validation": bool(sheet.data_validations and sheet.data_validations.dataValidation),
        "name": any(not name.startswith(BUILT_IN) for name in sheet.defined_names),
    }


def _frozen(corner: str | None) -> tuple[int, int]:
    from openpyxl.utils.cell import coordinate_to_tuple

    if not corner:
        return (0, 0)
    row, column = coordinate_to_tuple(corner)
    return row - 1, column - 1


def _widths(sheet: Any) -> Iterator[tuple[int, int, int, bool]]:
    for _, column in sorted(sheet.column_dimensions.items(), key=lambda pair: pair[1].min or 0):
        if column.min and (column.customWidth or column.hidden or column.width):
            pixels = round((column.width or 0) * PIXELS_PER_CHARACTER)
            yield column.min - 1, (column.max or column.min) - 1, pixels, bool(column.hidden)


def _heights(sheet: Any) -> Iterator[tuple[int, float | None, bool]]:
    for number, row in sorted(sheet.row_dimensions.items()):
        if row.height is not None or row.hidden:
            yield number - 1, row.height, bool(row.hidden)


def _cells(cells: Iterator[Any], given: Any, theme: tuple[str, ...]) -> Iterator[StaffCell]:
    from openpyxl.cell.cell import MergedCell

    spans: list[Any] = []
    for cell in cells:
        if isinstance(cell, MergedCell) or any(_is_inside(cell, span) for span in spans):
            continue
        found = _cell(cell, given.get((cell.row, cell.column)), theme)
        if found.span:
            spans.append(_bounds(found.span))
        if found != StaffCell(row=found.row, column=found.column, value=None):
            yield found


def _bounds(span: str) -> tuple[int, int, int, int]:
    from openpyxl.utils.cell import range_boundaries

    first_column, first_row, last_column, last_row = range_boundaries(span)
    return first_row or 1, first_column or 1, last_row or 1, last_column or 1


def _is_inside(cell: Any, span: tuple[int, int, int, int]) -> bool:
    return bool(span[0] <= cell.row <= span[2] and span[1] <= cell.column <= span[3])


def _cell(cell: Any, given: Any, theme: tuple[str, ...]) -> StaffCell:
    value = _plain(given.value if given is not None else None)
    formula, span = _formula(cell)
    return StaffCell(
        row=cell.row - 1,
        column=cell.column - 1,
        value=value if formula or cell.data_type != "f" else _plain(cell.value),
        formula=formula,
        span=span,
        look=look_of(cell, theme) or (LINK_LOOK if cell.hyperlink else ()),
        link=_link(cell.hyperlink) if cell.hyperlink else "",
        comment=cell.comment.text if cell.comment else "",
        comment_by=(cell.comment.author or "") if cell.comment else "",
    )


def _formula(cell: Any) -> tuple[str, str]:
    """Return a cell's formula, and the cells it fills when it is an array formula."""
    if cell.data_type != "f":
        return "", ""
    if isinstance(cell.value, str):
        return cell.value, ""
    text = getattr(cell.value, "text", "") or ""
    return text, str(getattr(cell.value, "ref", "")) if text else ""


def _link(hyperlink: Any) -> str:
    place = hyperlink.location or ""
    if hyperlink.target:
        return f"{hyperlink.target}#{place}" if place else str(hyperlink.target)
    return f"internal:{place}" if place else ""


def _plain(value: Any) -> str | float | bool | None:
    """Return a cell's value as a file stores it: days and times as numbers."""
    from openpyxl.utils.datetime import to_excel

    if isinstance(value, datetime | date | time | timedelta):
        return float(to_excel(value))  # type: ignore[no-untyped-call]
    if value is None or isinstance(value, str | bool):
        return value
    return float(value) if isinstance(value, int | float) else str(value)
