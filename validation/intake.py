"""One file that came back: recognise it, and take every answer out of it, cell by cell."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalogue import Code, Duty, Field, Measure, SheetKey
from validation.expected import Asked, Expected, asked_fields
from validation.explain import cell_facts
from validation.model import Contact
from validation.parsing import BLANK, Dropdowns, Parsed
from validation.reading import (
    CellError,
    Note,
    RawWorkbook,
    RefusedFileError,
    Uncalculated,
    Value,
    read_bounded,
    read_workbook,
)
from validation.recognise import recognise
from validation.structure import CHECKED_SHEETS, LocatedForm, LocatedRow, LocatedSheet, Remark
from validation.taken import EXTRA, AnswerRow, AnswerTable, Taken, Typed, address

__all__ = ["CHECKED_SHEETS", "Expected", "Taken", "address", "asked_fields", "take"]

QUOTIENT = "value"
_NO_ANSWERS = frozenset({CellError, Uncalculated})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What is needed to understand a recognised file.

    Attributes:
        units: What each indicator is counted in, by its code.
        ratios: Codes of the indicators whose value is a quotient.
        facts: The extra columns of each row that come from the plan, by sheet and row key.
    """

    duty: Duty
    dropdowns: Dropdowns
    units: Mapping[str, str]
    ratios: frozenset[str]
    facts: Mapping[SheetKey, Mapping[str, Mapping[str, object]]]


def take(file: str, content: bytes, expected: Expected, *, is_bounded: bool = False) -> Taken:
    """Return everything that can be taken out of one file; what cannot be read becomes findings.

    Args:
        file: The file, relative to `nhan-ve/`.
        content: Its bytes.
        expected: What the round's forms are.
        is_bounded: Read it the slow way that no file can kill.
    """
    typed: Typed = {}
    intake = _Intake(expected=expected, taken=Taken(file=file, typed=typed), typed=typed)
    intake.read(content, read_bounded if is_bounded else read_workbook)
    return intake.taken


@dataclass(kw_only=True)
class _Intake:
    """One file while it is read.

    Attributes:
        typed: What `taken` has as typed, to be added to.
    """

    expected: Expected
    taken: Taken
    typed: Typed

    def read(self, content: bytes, reader: Callable[..., RawWorkbook]) -> None:
        """Read the file into `taken`."""
        try:
            workbook = reader(content, name=self.taken.file)
        except RefusedFileError as refused:
            self._report(refused.code, kind=refused.kind)
            return
        self.taken.modified_at = workbook.modified_at
        self._read(workbook)

    def _read(self, workbook: RawWorkbook) -> None:
        found = recognise(workbook, self.expected)
        self.taken.form_version = found.form_version
        duty, form = found.duty, found.form
        if duty is None or form is None:
            self._report_remarks(found.remarks)
            return
        self.taken.unit_code = duty.unit.code
        for note in workbook.notes:
            self._report(note.code, **note.facts)
        self._report_form(form, found.remarks)
        reading = _Reading(
            duty=duty,
            dropdowns=self.expected.dropdowns(duty),
            units={each.code: each.unit_of_measure for each in duty.indicators},
            ratios=frozenset(each.code for each in duty.indicators if each.measure is Measure.RATIO),
            facts=_plan_facts(duty),
        )
        for sheet in form.sheets.values():
            asked, facts = self.expected.asked[sheet.key], reading.facts.get(sheet.key)
            names = (*(each.key for each in asked), *EXTRA.get(sheet.key, ()))
            blank: dict[str, object] = dict.fromkeys(names)
            rows = [
                self._take_row(sheet, row, {**blank, **facts[row.key]} if facts else blank.copy(), reading)
                for row in sheet.rows
            ]
            if rows:
                self.taken.tables[sheet.key] = AnswerTable(names=names, rows=rows)

    def _report(self, code: Code, **place_and_facts: Any) -> None:  # noqa: ANN401 - what `report` takes
        self.taken.report(code, design=self.expected.design, **place_and_facts)

    def _report_form(self, form: LocatedForm, remarks: Sequence[Remark]) -> None:
        """Report everything that is odd about the form's structure, and note where its sheets stand."""
        self.taken.places |= {key: sheet.place for key, sheet in form.sheets.items()}
        self._report_remarks((*remarks, *form.remarks))
        for key, sheet in form.sheets.items():
            for missing in sheet.missing:
                header = self.expected.design.field(key, missing).header
                # The fields of the information sheet are lines, not columns.
                code, value = (Code.T103, header) if key is SheetKey.INFO else (Code.T102, "")
                self._report(code, sheet_key=key, field_key=missing, header=header, value=value)
            self._report_remarks(sheet.remarks)

    def _report_remarks(self, remarks: Iterable[Remark]) -> None:
        for remark in remarks:
            self._report(
                remark.code,
                sheet_key=remark.sheet_key,
                row_key=remark.row_key,
                field_key=remark.field_key,
                cell=remark.cell,
                value=remark.value,
                **remark.facts,
            )

    def _take_row(
        self, found: LocatedSheet, row: LocatedRow, values: dict[str, object], reading: _Reading
    ) -> AnswerRow:
        """Take a row's answers; `values` has a blank for each, and what the plan says of the row."""
        asked = self.expected.asked[found.key]
        typed: dict[str, Value] = {}
        unsound = {*row.doubted, *found.missing}
        for each in asked:
            key = each.key
            raw = row.cells.get(key)
            if raw is None:
                continue
            parsed = self._parsed(found, row, each, reading) if key not in row.doubted else BLANK
            values[key] = parsed.value
            if parsed.problem:
                unsound.add(key)
            kept = raw if parsed.kept is None else parsed.kept
            is_as_understood = type(kept) is type(parsed.value) and kept == parsed.value
            if not is_as_understood and type(kept) not in _NO_ANSWERS:
                typed[key] = kept
        if typed:
            self.typed.setdefault(found.key, {})[row.key] = typed
        if found.key is SheetKey.INFO:
            self.taken.contact = _contact(values)
        in_order = [each.key for each in asked if each.key in unsound] if unsound else []
        return [row.number, row.key, in_order, *values.values()]

    def _parsed(self, found: LocatedSheet, row: LocatedRow, each: Asked, reading: _Reading) -> Parsed:
        raw, unit = row.cells[each.key], ""
        if each.key == QUOTIENT and found.key is SheetKey.INDICATORS:
            # Only the figure itself is in the indicator's unit; parts of a ratio are not.
            unit = reading.units.get(row.key, "")
            if row.key in reading.ratios and _is_idle_quotient(row.cells):
                return BLANK
        parsed = each.parsed(raw, reading.dropdowns, unit=unit)
        if parsed.problem or parsed.notes:
            self._report_cell(found, row.key, row, each.field, parsed, reading.dropdowns)
        return parsed

    def _report_cell(
        self,
        found: LocatedSheet,
        row_key: str,
        row: LocatedRow,
        each: Field,
        parsed: Parsed,
        dropdowns: Dropdowns,
    ) -> None:
        """Report what is wrong with a cell, and what is worth saying of it."""
        said = (Note(parsed.problem, parsed.facts), *parsed.notes) if parsed.problem else parsed.notes
        for note in said:
            self._report(
                note.code,
                sheet_key=found.key,
                row_key=row_key,
                field_key=each.key,
                cell=address(found.place, each.key, row.number),
                **(self._cell_facts(each, row.cells.get(each.key), dropdowns) | dict(note.facts)),
            )

    def _cell_facts(self, each: Field, raw: Value, dropdowns: Dropdowns) -> dict[str, str]:
        facts = cell_facts(each, raw, self.expected.design)
        return facts | {"choices": facts["choices"] or "; ".join(dropdowns.tasks.values())}


def _plan_facts(duty: Duty) -> dict[SheetKey, dict[str, dict[str, object]]]:
    return {
        SheetKey.TASKS: {owed.task.code: {"role": owed.role.value} for owed in duty.tasks},
        SheetKey.INDICATORS: {
            each.code: {
                "measure": each.measure.value,
                "is_share": "x" if each.measure is Measure.RATIO and each.is_share else "",
            }
            for each in duty.indicators
        },
    }


def _is_idle_quotient(cells: Mapping[str, Value]) -> bool:
    """Whether a ratio's value is only the form's own formula with nothing to divide.

    It is computed again anyway. Some programs store 0 as its result, some nothing.
    """
    value, parts = cells.get(QUOTIENT), (cells.get("numerator"), cells.get("denominator"))
    return isinstance(value, Uncalculated) or (value == 0 and parts == (None, None))


def _contact(values: Mapping[str, object]) -> Contact:
    day = values.get("reported_on")
    return Contact(
        name=str(values.get("contact_name") or ""),
        phone=str(values.get("contact_phone") or ""),
        email=str(values.get("contact_email") or ""),
        approved_by=str(values.get("approved_by") or ""),
        reported_on=day if isinstance(day, date) else None,
    )
