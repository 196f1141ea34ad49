"""What became of an altered form, judged without the program's own reading of it.

Every answer of the file is merged with a right value or in a finding at its cell, row, column, sheet or file;
what the form should hold and the file lacks is named; nothing else is merged.
"""

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import pandas as pd
from openpyxl.utils import get_column_letter

from catalogue import Code, Severity, SheetKey
from tests.corpus.book import Book, Spot
from tests.corpus.desks import Base
from tests.corpus.package import area_address
from tests.corpus.truth import Ask, Place
from validation import Finding, State, Submission

FIXED = (SheetKey.TASKS, SheetKey.INDICATORS)
FREE = (SheetKey.BUDGETS, SheetKey.PROPOSALS)
_OF_ROWS = {Code.T103, Code.T104, Code.T105, Code.T106, Code.T109, Code.T118, Code.T120}
_OF_COLUMNS = {Code.T102, Code.T108, Code.T113, Code.T114, Code.T119}
_OF_SHEETS = {Code.T101, Code.T107, Code.T110, Code.T115}
_ADDRESS = re.compile(r"([A-Z]*)(\d*)")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One altered form, and what the program made of it: its submission, and its rows of every sheet."""

    base: Base
    book: Book
    submission: Submission
    rows: Mapping[SheetKey, pd.DataFrame]
    is_refusable: bool

    @cached_property
    def told(self) -> tuple[Finding, ...]:
        """The errors and warnings; what explains a warning does not silence it here."""
        return tuple(
            each for each in self.submission.findings if each.code.value.severity is not Severity.NOTE
        )

    def problems(self) -> list[str]:
        """Return what went wrong, in words; nothing when all is well."""
        if self.submission.state is State.UNREADABLE:
            return self._problems_of_refused()
        held = self._held()
        found = [problem for place, spots in held.items() for problem in self._problems_of(place, spots)]
        found += self._problems_of_strays() + self._problems_of_absent(set(held)) + self._problems_of_rows()
        return found

    def _problems_of_refused(self) -> list[str]:
        if not any(each.severity is Severity.ERROR and not each.sheet_key for each in self.told):
            return ["refused without a reason"]
        return [] if self.is_refusable else [f"refused: {[each.code.name for each in self.told]}"]

    def _held(self) -> dict[Place, list[Spot]]:
        """Return the cells of each answer; several where a row, column or sheet stands twice."""
        held: dict[Place, list[Spot]] = {}
        for spot in self.book.spots():
            if spot.cell.truth and spot.cell.truth.place:
                held.setdefault(spot.cell.truth.place, []).append(spot)
        return held

    def _problems_of(self, place: Place, spots: Sequence[Spot]) -> list[str]:
        truths = [spot.cell.truth for spot in spots]
        values = {value for truth in truths for value in truth.right}
        ask = max((truth.ask for truth in truths), key=lambda each: each.value)
        merged = self._merged(place, spots)
        told = [each for each in self.told if any(points_at(each, spot, place) for spot in spots)]
        is_error = any(each.severity is Severity.ERROR for each in told)
        is_right = any(same(merged, value) for value in values)
        where = f"{place}: {spots[0].cell.content!r:.60} at {address(spots[0])} -> {merged!r:.60}"
        said = [f"{each.code.name} {each.cell}" for each in told]
        if is_right and (is_error or ask in (Ask.NEVER, Ask.MAY) or (told and ask is Ask.WARN)):
            return []
        if merged is not None and not is_error:
            return [f"WRONG {where} {said}"]
        if not told:
            return [f"SILENT {where}"]
        if ask is Ask.NEVER and not self.is_refusable:
            return [f"ASKED {where} {said}"]
        if ask is Ask.MUST and not is_error:
            return [f"MILD {where} {said}"]
        return []

    def _merged(self, place: Place, spots: Sequence[Spot]) -> object:
        """Return what the rows of the round hold for an answer."""
        key, row_key, field = place
        if key is SheetKey.INFO:
            return getattr(self.submission.contact, field.removeprefix("contact_")) or None
        places = [row_key] if key in FIXED else [spot.row + 1 for spot in spots]
        found = [values for at in places if (values := self._values[key].get(at))]
        value = found[0][field] if found else None
        return None if pd.isna(value) else value

    @cached_property
    def _values(self) -> dict[SheetKey, dict[object, dict[str, object]]]:
        """The rows of each sheet, by row key where the plan sets the rows, by number where the unit does."""
        return {
            key: {row["row_key" if key in FIXED else "row"]: row for row in frame.to_dict("records")}
            for key, frame in self.rows.items()
        }

    def _problems_of_strays(self) -> list[str]:
        """Return what stands outside the form's answers and is named nowhere; a copy of it may go unnamed."""
        strays: dict[object, list[Spot]] = {}
        for spot in self.book.spots():
            if spot.cell.truth and not spot.cell.truth.place and spot.cell.is_written:
                strays.setdefault(spot.cell.content, []).append(spot)
        return [
            f"SILENT stray {content!r} at {address(spots[0])}"
            for content, spots in strays.items()
            if not any(points_at(each, spot, None) for each in self.told for spot in spots)
        ]

    def _problems_of_absent(self, held: set[Place]) -> list[str]:
        """Return which answers the form should hold, the file lacks, and nothing says so."""
        wanted = {spot.cell.truth.place for spot in self.base.book.spots() if spot.cell.truth}
        free_rows = {place[:2] for place in held}
        return [
            f"ABSENT {place}"
            for place in sorted(wanted - held)
            if (place[0] not in FREE or place[:2] in free_rows) and not self._names(place)
        ]

    def _names(self, place: Place) -> bool:
        key, row_key, field = place
        return any(
            not each.sheet_key
            or (each.sheet_key is key and each.code in _OF_SHEETS)
            or (each.sheet_key is key and each.row_key in ("", row_key) and each.field_key == field)
            or (each.sheet_key is key and each.row_key == row_key and not each.field_key)
            for each in self.told
        )

    def _problems_of_rows(self) -> list[str]:
        """Return what rows there are of which the file holds no answer, and how they miscount."""
        found = []
        read = sum(len(frame) for frame in self.rows.values())
        if read != self.submission.rows_read:
            found.append(f"COUNT {read} rows for {self.submission.rows_read} read")
        found += [f"TWICE rows of {key}" for key in FIXED if not self.rows[key]["row_key"].is_unique]
        for key in FREE:
            written = {
                spot.row + 1
                for spot in self.book.spots()
                if spot.sheet.key is key and spot.cell.truth and spot.cell.is_written
            }
            made = set(self.rows[key]["row"]) - written
            found += [f"INVENTED row {row} of {key}" for row in sorted(made)]
        return found


def points_at(finding: Finding, spot: Spot, place: Place | None) -> bool:
    """Whether a finding names a cell, or its row, column, sheet or file where that is at fault."""
    if not finding.sheet_key and not finding.sheet:
        return finding.code.name.startswith("E") or plain(spot.sheet.name) in plain(finding.message)
    if plain(finding.sheet) != plain(spot.sheet.name) and (not place or finding.sheet_key is not place[0]):
        return plain(spot.sheet.name) in plain(finding.message) and finding.code in _OF_SHEETS
    if finding.cell and finding.cell in _addresses(spot) and plain(finding.sheet) == plain(spot.sheet.name):
        return True
    if place and finding.field_key == place[2] and finding.row_key in ("", place[1]):
        return True
    letters, number = _ADDRESS.match(finding.cell).groups()
    if finding.code in _OF_ROWS and (
        number == str(spot.row + 1) or (place and finding.row_key == place[1] != "")
    ):
        return True
    if finding.code in _OF_COLUMNS and letters == get_column_letter(spot.column + 1):
        return True
    return finding.code in _OF_SHEETS


def _addresses(spot: Spot) -> set[str]:
    """Return the cell's address, or those of the merged area it stands in."""
    for area in spot.sheet.merges:
        if area.holds(spot.row, spot.column):
            return {area_address(area)} | {
                f"{get_column_letter(column + 1)}{row + 1}"
                for row in range(area.top, area.bottom + 1)
                for column in range(area.left, area.right + 1)
            }
    return {address(spot)}


def address(spot: Spot) -> str:
    """Return a cell's address in its sheet."""
    return f"{get_column_letter(spot.column + 1)}{spot.row + 1}"


def same(merged: object, right: object) -> bool:
    """Whether a merged value is the right one; text in any normal form, without what nobody sees."""
    match right:
        case None:
            return merged is None
        case str():
            return isinstance(merged, str) and plain(merged) == plain(right)
        case datetime() | date():
            return isinstance(merged, date) and (merged.year, merged.month, merged.day) == (
                right.year,
                right.month,
                right.day,
            )
        case _:
            return (
                merged is not None
                and not isinstance(merged, str | date)
                and math.isclose(float(merged), float(right), rel_tol=1e-9, abs_tol=1e-12)
            )


def plain(text: str) -> str:
    """Return a text without the differences that nobody sees."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text).replace("\r", "").replace("\u00a0", " "))
    return text.strip()
