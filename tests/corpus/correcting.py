"""Correct a marked copy as its reader would: what is marked is written anew, the rest is left alone."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from catalogue import Code, SheetKey
from cli.send_back import is_marked
from templates import Filling, Mark, build_form
from templates.table import row_aliases
from tests.corpus.book import Book
from tests.corpus.desks import Base, tag
from tests.corpus.oracle import FIXED, FREE, Outcome, same
from tests.corpus.package import opened, packed
from tests.corpus.running import Ran, check_folder, receive
from tests.corpus.truth import Place
from validation import Finding, State, Submission

Frames = Mapping[SheetKey, pd.DataFrame]


def corrected(returned: Sequence[Ran], folder: Path) -> dict[str, list[str]]:
    """Return, by the case's alterations, what is wrong with its corrected copy once that is checked."""
    wrong: dict[str, list[str]] = {}
    for plan_id in dict.fromkeys(each.outcome.base.plan.id for each in returned):
        cases = [each for each in returned if each.outcome.base.plan.id == plan_id]
        wrong |= _corrected_round(cases, folder / plan_id)
    return wrong


def _corrected_round(cases: Sequence[Ran], folder: Path) -> dict[str, list[str]]:
    base = cases[0].outcome.base
    for number, each in enumerate(cases):
        receive(corrected_copy(each.outcome, number), folder / "nhan-ve", f"{number:05}.xlsx", base)
    checked = check_folder(base, folder)
    wrong = {}
    for each, submission in zip(cases, checked.submissions, strict=True):
        rows = {key: frame[frame["file"] == submission.file] for key, frame in checked.rows.items()}
        wrong[" + ".join(each.case.names)] = _changes(each.outcome, submission, rows)
    return wrong


def corrected_copy(outcome: Outcome, number: int) -> bytes:
    """Return the marked copy of a form, with the answers in error written as the unit meant them."""
    base, submission = outcome.base, outcome.submission
    marks = [
        Mark(sheet_key=each.sheet_key, row_key=each.row_key, field_key=each.field_key, message=each.message)
        for each in submission.findings
        if is_marked(each)
    ]
    filling = Filling(answers=submission.answers, marks=marks)
    book = opened(build_form(base.duty, base.plan, base.round_, base.design, filling=filling))
    tag(book, base.design, dict.fromkeys(_free_rows(book, base), (None, None)))
    blamed = {_moved(place, outcome) for place in _blamed(submission.errors, base)}
    for spot in book.spots():
        place = spot.cell.truth.place if spot.cell.truth else None
        if place in blamed:
            spot.cell.content, spot.cell.formula = _right(place, base), ""
    _recalculate(book)
    book.parts["docProps/app.xml"] += f"<!-- {number} -->".encode()
    return packed(book)


def _free_rows(book: Book, base: Base) -> set[Place]:
    """Return the rows of the free sheets, as places without a field."""
    titles = {base.design.sheet(key).title: key for key in FREE}
    return {
        (titles[sheet.name], str(row.cells[0].content), "")
        for sheet in book.sheets
        if sheet.name in titles
        for row in sheet.rows
        if row.cells and row.cells[0].content
    }


def _moved(place: Place, outcome: Outcome) -> Place:
    """Return where the marked copy shows an answer: rows that were no rows of the form move to a free one."""
    key, row_key, field_key = place
    if key not in FREE:
        return place
    aliases = row_aliases(outcome.submission.answers.get(key, {}), outcome.base.design.sheet(key).free_rows)
    return key, aliases.get(row_key, row_key), field_key


def _right(place: Place, base: Base) -> object:
    """Return what the unit meant; in a row that it added, what it wrote in the first one."""
    key, row_key, field_key = place
    if key in FREE and (key, row_key, "note" if key is SheetKey.BUDGETS else "content") not in base.written:
        row_key = "1"
    return base.written.get((key, row_key, field_key), (None, None))[0]


def _recalculate(book: Book) -> None:
    """Give each ratio the result that the unit's own program would show."""
    sheet = book.sheet(SheetKey.INDICATORS)
    at = {cell.content: number for number, cell in enumerate(sheet.rows[0].cells)}
    for row in sheet.rows[1:]:
        cells = {
            key: row.cells[at[key]]
            for key in ("numerator", "denominator", "value")
            if at[key] < len(row.cells)
        }
        if len(cells) == len(("numerator", "denominator", "value")) and cells["value"].formula:
            top, bottom = cells["numerator"].content, cells["denominator"].content
            numbers = isinstance(top, float) and isinstance(bottom, float) and bottom
            cells["value"].content = top / bottom * 100 if numbers else ""


def _blamed(errors: Sequence[Finding], base: Base) -> set[Place]:
    """Return the answers that findings name, by the form's hidden keys."""
    places = {spot.cell.truth.place for spot in base.book.spots() if spot.cell.truth}
    places |= {(each.sheet_key, each.row_key, each.field_key) for each in errors if each.sheet_key in FREE}
    return {place for place in places for each in errors if _names(each, place)}


def _names(finding: Finding, place: Place) -> bool:
    key, row_key, field_key = place
    return (
        finding.sheet_key is key
        and finding.row_key in ("", row_key)
        and (finding.field_key in ("", field_key) or finding.code is Code.T118)
        and bool(finding.row_key or finding.field_key or finding.code in (Code.T101, Code.T110))
    )


def _changes(outcome: Outcome, submission: Submission, rows: Frames) -> list[str]:
    """Return why a corrected copy is not what it should be."""
    blamed = _blamed(outcome.submission.errors, outcome.base)
    wrong = []
    if submission.state is not State.ACCEPTED:
        errors = [f"{each.sheet} {each.cell} {each.code.name}" for each in submission.errors]
        wrong.append(f"still {submission.state}: {errors}")
    wrong += _changed(outcome, rows, blamed)
    wrong += [
        f"{key}: {len(outcome.rows[key])} rows became {len(rows[key])}"
        for key in FREE
        if len(rows[key]) < len(outcome.rows[key])
    ]
    return wrong


def _changed(outcome: Outcome, rows: Frames, blamed: set[Place]) -> list[str]:
    """Return the answers of the fixed sheets that are not what the correction made them or left them."""
    asked = {spot.cell.truth.place for spot in outcome.base.book.spots() if spot.cell.truth}
    wrong = []
    for key in FIXED:
        before = _values(outcome.rows[key])
        for place, value in _values(rows[key]).items():
            right = outcome.base.written.get((key, *place), (None, None))[1]
            expected = right if (key, *place) in blamed else before.get(place)
            if (key, *place) in asked and not same(value, expected):
                wrong.append(f"{key} {place}: {expected!r:.50} became {value!r:.50}")
    return wrong


def _values(frame: pd.DataFrame) -> dict[tuple[str, str], object]:
    """Return a sheet's answers by row key and field."""
    fields = [name for name in frame.columns if name not in ("file", "unit_code", "sheet", "row", "row_key")]
    return {
        (row["row_key"], field): None if pd.isna(row[field]) else row[field]
        for _, row in frame.iterrows()
        for field in fields
    }
