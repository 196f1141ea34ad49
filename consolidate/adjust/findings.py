"""What staff should see to in their own adjustments: findings with a place in the master."""

from collections.abc import Iterable, Iterator, Mapping

from catalogue import Code, MasterSheet, load_master
from catalogue.wording import adjust as words
from catalogue.wording import master as master_words
from consolidate.adjust.fields import ADJUSTED, DETAILS, REPORTED, WHY
from consolidate.adjust.model import Overtyped, StaffRow
from consolidate.adjust.settle import Adjusted, Problem, Settled
from consolidate.adjust.values import in_words
from consolidate.table import FIRST_ROW, Area
from validation import Finding

STAFF_CODES = frozenset({Code.X501, Code.X502, Code.X505, Code.X506, Code.X507, Code.X508})
ORPHANS = "orphans"


def messages(settled: Settled | None) -> str:
    """Return what is to be seen to in one row's adjustments, in sentences; blank for nothing."""
    if settled is None:
        return ""
    design = load_master()[settled.row.table]
    return " ".join(_sentence(problem, settled.row, design) for problem in settled.problems)


def staff_findings(
    adjusted: Adjusted, places: Mapping[str, Mapping[str, int]], *, file: str
) -> tuple[Finding, ...]:
    """Return the findings on staff's work, in the order of the tables and their rows.

    Args:
        adjusted: The round with staff's adjustments.
        places: The place of every detail row in its table (0-based), by table and row key.
        file: The master's own file name.
    """
    found = []
    for table in DETAILS:
        rows = [(places[table][key], one) for (name, key), one in adjusted.settled.items() if name == table]
        for place, settled in sorted(rows, key=lambda pair: pair[0]):
            found += [_finding(problem, settled.row, place=place, file=file) for problem in settled.problems]
    return (*found, *_lost(adjusted, file))


def _finding(problem: Problem, row: StaffRow, *, place: int, file: str) -> Finding:
    design = load_master()[row.table]
    cell = Area(design, place + 1).cell(_column(problem), place).replace("$", "")
    value = in_words(row.typed.get(problem.figure))
    return _of(
        problem.code, _sentence(problem, row, design), sheet=design.title, cell=cell, value=value, file=file
    )


def _of(code: Code, message: str, *, sheet: str, cell: str, value: str, file: str) -> Finding:
    return Finding(
        file=file,
        unit_code="",
        code=code,
        sheet=sheet,
        cell=cell,
        sheet_key=None,
        row_key="",
        field_key="",
        value=value,
        message=message,
    )


def overtyped_findings(
    found: Iterable[Overtyped], places: Mapping[str, Mapping[str, int]], *, file: str
) -> Iterator[Finding]:
    """Yield a finding for each cell of ours that staff typed over, at the row's place in the new master.

    Args:
        found: The cells.
        places: As in `staff_findings`.
        file: The master's own file name.
    """
    for one in found:
        title = load_master()[one.table].title if one.table else master_words.OVERVIEW_SHEET
        place = places.get(one.table, {}).get(one.key)
        design = load_master().get(one.table)
        cell = one.cell
        if design and place is not None:
            cell = Area(design, place + 1).cell(one.column, place).replace("$", "")
        message = Code.X507.value.sentence.format(
            cells=one.cell,
            value=one.typed or words.BLANK,
            previous=one.written or words.BLANK,
            expected=_instead(one),
        )
        yield _of(Code.X507, message, sheet=title, cell=cell, value=one.typed, file=file)


def _instead(one: Overtyped) -> str:
    """Return where what was typed belongs."""
    figures = DETAILS[one.table].figures if one.table in DETAILS else ()
    key = one.column.removeprefix(REPORTED)
    if key not in {figure.key for figure in figures}:
        return words.TYPED_ELSEWHERE
    design = load_master()[one.table]
    return words.TYPED_INSTEAD.format(header=header_of(design, ADJUSTED + key), why=header_of(design, WHY))


def _column(problem: Problem) -> str:
    return f"adjusted_{problem.figure}" if problem.figure else WHY


def _sentence(problem: Problem, row: StaffRow, design: MasterSheet) -> str:
    facts = {
        "value": in_words(row.typed.get(problem.figure)),
        "header": header_of(design, _column(problem)),
        "other": header_of(design, WHY),
        "cells": changes(row),
    }
    return problem.code.value.sentence.format(**(facts | dict(problem.facts)))


def _lost(adjusted: Adjusted, file: str) -> Iterable[Finding]:
    design = load_master()[ORPHANS]
    for place, (row, _) in enumerate(adjusted.orphans):
        message = Code.X506.value.sentence.format(value=row.about, sheet=design.title)
        cell = f"{Area(design, place + 1).letter('about')}{FIRST_ROW + place}"
        yield _of(Code.X506, message, sheet=design.title, cell=cell, value=changes(row), file=file)


def changes(row: StaffRow) -> str:
    """Return a row's adjusted figures in words."""
    design = load_master()[row.table]
    return words.CHANGE_JOINT.join(
        words.CHANGE.format(header=header_of(design, figure.key), value=in_words(row.typed[figure.key]))
        for figure in DETAILS[row.table].figures
        if figure.key in row.typed
    )


def header_of(design: MasterSheet, key: str) -> str:
    """Return the header of a column."""
    return design.columns[design.position(key)].header
