"""Find which sheet of a workbook is which of the form's: by title and keys, by keys, by headers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from catalogue import Code, SheetKey, comparison_key
from catalogue.wording import forms as words
from templates import IDENTITY_SHEET, LISTS_SHEET
from validation.model import SheetPlace
from validation.parsing import shown
from validation.reading import Area, Grid, RawWorkbook, Stray, letters_of
from validation.structure.columns import (
    Columns,
    added_columns,
    find_columns,
    header_conflicts,
    told_by_header,
)
from validation.structure.doubts import Doubts, differing, doubt_merged, settle_rivals
from validation.structure.free_rows import free_rows
from validation.structure.info import info_strength, locate_info
from validation.structure.model import (
    FIXED_SHEETS,
    LocatedForm,
    LocatedRow,
    LocatedSheet,
    Remark,
    SheetForm,
)
from validation.structure.printed import cells_text
from validation.structure.rows import FixedRows, find_key_column

_TITLE_ROWS = 6
_OWN_SHEETS = frozenset({IDENTITY_SHEET, LISTS_SHEET, words.FIXES_SHEET})
_OWN_TITLES = frozenset({words.TITLES[SheetKey.GUIDE], words.FIXES_TITLE})


def locate_form(workbook: RawWorkbook, forms: Mapping[SheetKey, SheetForm]) -> LocatedForm:
    """Return every sheet of the form that is there, with its rows; what is odd about them becomes remarks."""
    found = _assign(workbook, forms)
    located: dict[SheetKey, LocatedSheet] = {}
    remarks: list[Remark] = []
    for key, form in forms.items():
        if found.get(key):
            located[key] = _of_copies([_locate(workbook, name, form) for name in found[key]], form)
        elif key not in FIXED_SHEETS or form.printed:
            remarks.append(Remark(code=Code.T101, sheet_key=key))
    for key, sheet in located.items():
        remarks += _far_cells(workbook.strays.get(sheet.place.name, ()), sheet.place, key)
    used = {name for names in found.values() for name in names}
    lost = {comparison_key(form.title) for key, form in forms.items() if key not in located}
    remarks += _added(workbook, used, lost)
    return LocatedForm(sheets=located, remarks=tuple(remarks))


def _assign(workbook: RawWorkbook, forms: Mapping[SheetKey, SheetForm]) -> dict[SheetKey, list[str]]:
    """Return the names of the sheets that are each of the form's; the first is the one to prefer."""
    found: dict[SheetKey, list[str]] = {}
    spare = list(workbook.sheets)
    for key, form in forms.items():
        named = form.title if form.title in workbook.sheets else _named(spare, form.title)
        if named and _strength(workbook.sheets[named], form) > 1 / 2:
            found[key] = [named]
            spare.remove(named)
    for name in spare:
        if _is_beside_tables(name, workbook.sheets[name]):
            continue
        strengths = {key: _strength(workbook.sheets[name], form) for key, form in forms.items()}
        best = max(strengths, key=lambda key: strengths[key])
        if strengths[best] > 1 / 2:
            found.setdefault(best, []).append(name)
    return found


def _is_beside_tables(name: str, grid: Grid) -> bool:
    """Whether a sheet is one of the form's that takes no answers: guide, problems, identity, lists."""
    titles = (cell for row in grid[:_TITLE_ROWS] for cell in row)
    return name in _OWN_SHEETS or any(cell in _OWN_TITLES for cell in titles)


def _named(names: Iterable[str], title: str) -> str:
    wanted = comparison_key(title)
    return next((name for name in names if comparison_key(name) == wanted), "")


def _strength(grid: Grid, form: SheetForm) -> float:
    """Return how much of a sheet's columns a grid shows, 0 to 1."""
    if form.key is SheetKey.INFO:
        return info_strength(grid, form)
    at = find_columns(grid, form).at
    return sum(key in at for key in form.asked) / len(form.asked)


def _locate(workbook: RawWorkbook, name: str, form: SheetForm) -> LocatedSheet:
    grid, areas = workbook.sheets[name], workbook.merged.get(name, ())
    if form.key is SheetKey.INFO:
        sheet = locate_info(grid, areas, name, form)
        is_keyed = any(cell in form.fields for row in grid for cell in row[:2])
    else:
        columns = find_columns(grid, form)
        key_column = find_key_column(grid, columns, form)
        sheet = _locate_table(grid, areas, name, form, columns, key_column)
        is_keyed = columns.key_row >= 0 and (not form.printed or key_column >= 0)
    if is_keyed and (name == form.title or comparison_key(name) == comparison_key(form.title)):
        return sheet
    known = Remark(code=Code.T107, sheet_key=form.key, facts={"expected": form.title})
    return replace(sheet, remarks=(known, *sheet.remarks))


def _locate_table(
    grid: Grid, areas: Sequence[Area], name: str, form: SheetForm, columns: Columns, key_column: int
) -> LocatedSheet:
    doubts = Doubts()
    columns = settle_rivals(grid, columns, form, doubts)
    rows, remarks = _rows(grid, columns, form, key_column)
    for field_key, conflict in header_conflicts(grid, columns, form).items():
        remarks.append(conflict)
        for row in rows if conflict.code is Code.T119 else ():
            doubts.add(row.number, field_key)
    asked = {key: columns.at[key] for key in form.asked if key in columns.at}
    if areas:
        places = {(row.number, at + 1): (row.key, key) for row in rows for key, at in asked.items()}
        # Excel keeps nothing of what stood under a merged area but its first cell, here a header.
        headed = [area for area in areas if area.first_row <= columns.header_row + 1 < area.last_row]
        places |= {
            (columns.header_row + 2, at + 1): ("", key) for key, at in asked.items() if headed
        } | places
        doubt_merged(areas, places, form, doubts)
    remarks += told_by_header(grid, columns, form)
    remarks += added_columns(grid, columns, form, key_column)
    return LocatedSheet(
        key=form.key,
        place=SheetPlace(name=name, columns={key: letters_of(at + 1) for key, at in asked.items()}),
        rows=doubts.mark(rows),
        missing=tuple(key for key in form.asked if key not in asked),
        remarks=(*doubts.remarks, *remarks),
    )


def _rows(
    grid: Grid, columns: Columns, form: SheetForm, key_column: int
) -> tuple[tuple[LocatedRow, ...], list[Remark]]:
    if not form.is_fixed:
        return free_rows(grid, columns, form, key_column)
    fixed = FixedRows(grid=grid, columns=columns, form=form, key_column=key_column)
    return fixed.find(), fixed.remarks


def _of_copies(sheets: Sequence[LocatedSheet], form: SheetForm) -> LocatedSheet:
    """Return the sheet that counts; where a copy of it answers differently, those cells are doubted."""
    if len(sheets) == 1:
        return sheets[0]
    filled = [sheet for sheet in sheets if any(not row.is_blank for row in sheet.rows)]
    first = (filled or sheets)[0]
    rows = {row.key: row for row in first.rows}
    remarks = list(first.remarks)
    for copy in sheets:
        if copy is first:
            continue
        other = differing(first.rows, copy.rows) if copy in filled else {}
        for key in other.keys() & rows.keys():
            rows[key] = rows[key]._replace(doubted=rows[key].doubted | other[key])
        remarks.append(_copy_remark(first, copy, form, other))
    return replace(first, rows=tuple(rows.values()), remarks=tuple(remarks))


def _copy_remark(
    first: LocatedSheet, copy: LocatedSheet, form: SheetForm, other: Mapping[str, set[str]]
) -> Remark:
    cells = _cells(copy, other) or _cells(first, other)
    return Remark(
        code=Code.T110 if other else Code.T111,
        sheet_key=form.key,
        value=copy.place.name,
        facts={"expected": form.title, "cells": cells_text(cells)},
    )


def _cells(sheet: LocatedSheet, fields: Mapping[str, set[str]]) -> list[str]:
    """Return the addresses of some fields' cells, by row key."""
    return [
        f"{sheet.place.columns[key]}{row.number or ''}"
        for row in sheet.rows
        for key in sheet.place.columns
        if key in fields.get(row.key, ())
    ]


def _far_cells(strays: Sequence[Stray], place: SheetPlace, key: SheetKey) -> Iterator[Remark]:
    """Name what stands far outside the table: below it, and once for each column beside it."""
    columns = set(place.columns.values())
    beside: set[str] = set()
    for stray in strays:
        letter = letters_of(stray.column)
        if letter in columns:
            cell = f"{letter}{stray.row}"
            yield Remark(code=Code.T106, sheet_key=key, cell=cell, value=shown(stray.value))
        elif letter not in beside:
            beside.add(letter)
            yield Remark(code=Code.T114, sheet_key=key, cell=f"{letter}{stray.row}", value=letter)


def _added(workbook: RawWorkbook, used: set[str], lost: set[str]) -> Iterator[Remark]:
    """Name sheets that are none of the form's and hold something."""
    for name, grid in workbook.sheets.items():
        if name in used or _is_beside_tables(name, grid) or comparison_key(name) in lost:
            continue
        if name in workbook.strays or any(cell is not None for row in grid for cell in row):
            yield Remark(code=Code.T115, value=name, facts={"sheet": name})
