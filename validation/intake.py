"""One file that came back: recognise it, and take every answer out of it, cell by cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from catalogue import (
    Code,
    Duty,
    Field,
    FormDesign,
    Identity,
    Measure,
    Period,
    Plan,
    Role,
    SheetKey,
    comparison_key,
    identity,
    task_choice_text,
)
from templates import VALUE_KEY
from validation.explain import cell_facts, length, row_facts, sentence
from validation.frames import AnswerRow
from validation.model import Contact, Finding, SheetPlace
from validation.parse import Dropdowns, Parsed, parse, shown
from validation.reading import (
    CellError,
    Note,
    RawWorkbook,
    RefusedFileError,
    Uncalculated,
    Value,
    read_workbook,
)
from validation.schema import Failure
from validation.structure import (
    ANSWER_SHEETS,
    LocatedRow,
    LocatedSheet,
    expected_keys,
    find_identity,
    locate,
    locate_info,
)

CHECKED_SHEETS = (SheetKey.INFO, *ANSWER_SHEETS)
FIXED_SHEETS = (SheetKey.TASKS, SheetKey.INDICATORS)


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What the round's forms are: whose, of which plan and period, with which columns."""

    plan: Plan
    period: Period
    design: FormDesign
    duties: Mapping[str, Duty]

    def dropdowns(self, duty: Duty) -> Dropdowns:
        """Return what a unit's dropdowns offer."""
        return Dropdowns(
            choices={
                name: {comparison_key(choice.label): choice.key for choice in choices}
                for name, choices in self.design.choices.items()
            },
            tasks={
                comparison_key(task_choice_text(self.plan, owed.task)): owed.task.code for owed in duty.tasks
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What is needed to understand a recognised file."""

    duty: Duty
    dropdowns: Dropdowns


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRow:
    """An answer row as taken out of a file, and the fields of it that could not be read."""

    sheet_key: SheetKey
    row: AnswerRow
    unsound: tuple[str, ...]


@dataclass(kw_only=True)
class Taken:
    """What was taken out of one file; plain data, so that it crosses from a worker process."""

    file: str
    unit_code: str = ""
    findings: list[Finding] = field(default_factory=list)
    places: dict[SheetKey, SheetPlace] = field(default_factory=dict)
    answers: dict[SheetKey, dict[str, dict[str, Value]]] = field(default_factory=dict)
    contact: Contact = field(default_factory=Contact)
    rows: list[TakenRow] = field(default_factory=list)

    @property
    def rows_read(self) -> int:
        """How many answer rows were read; the information sheet is not one."""
        return sum(each.sheet_key is not SheetKey.INFO for each in self.rows)

    def report(
        self,
        code: Code,
        *,
        design: FormDesign,
        sheet_key: SheetKey | None = None,
        row_key: str = "",
        field_key: str = "",
        cell: str = "",
        value: str = "",
        explanation: str = "",
        **facts: str,
    ) -> None:
        """Add a finding at a place of this file."""
        place = self.places.get(sheet_key) if sheet_key else None
        sheet = place.name if place else design.sheet(sheet_key).title if sheet_key else ""
        self.findings.append(
            Finding(
                file=self.file,
                unit_code=self.unit_code,
                code=code,
                sheet=sheet,
                cell=cell,
                sheet_key=sheet_key,
                row_key=row_key,
                field_key=field_key,
                value=value,
                message=sentence(code, **({"file": self.file, "sheet": sheet, "value": value} | facts)),
                explanation=explanation,
            )
        )

    def report_failure(
        self, key: SheetKey, failure: Failure, row: AnswerRow, *, design: FormDesign, period: Period
    ) -> None:
        """Add the finding of a check that one of this file's rows failed."""
        fields = {each.key: each for each in design.fields_of(key)}
        blamed = fields[failure.field_key]
        cells = self._cells(key, row.row_key)
        raw = cells.get(blamed.key)
        facts = cell_facts(blamed, raw, design)
        if failure.code is Code.C208:
            facts["value"] = length(raw)
        if failure.rule:
            facts |= row_facts(failure.rule, cells, fields, period)
        self.report(
            failure.code,
            design=design,
            sheet_key=key,
            row_key=row.row_key,
            field_key=blamed.key,
            cell=address(self.places[key], blamed.key, row.row),
            **facts,
        )

    def _cells(self, key: SheetKey, row_key: str) -> Mapping[str, Value]:
        """Return a row's raw cells by field, blank and error cells left out."""
        rows = self.answers.get(key, {})
        if key is SheetKey.INFO:
            return {field_key: cells[VALUE_KEY] for field_key, cells in rows.items()}
        return rows.get(row_key, {})


def take(file: str, content: bytes, expected: Expected) -> Taken:
    """Return everything that can be taken out of one file; what cannot be read becomes findings."""
    intake = _Intake(expected=expected, taken=Taken(file=file))
    intake.read(content)
    return intake.taken


@dataclass(kw_only=True)
class _Intake:
    """One file while it is read."""

    expected: Expected
    taken: Taken

    def read(self, content: bytes) -> None:
        """Read the file into `taken`."""
        try:
            workbook = read_workbook(content)
        except RefusedFileError as refused:
            self._report(refused.code, kind=refused.kind)
            return
        duty = self._recognise(find_identity(workbook))
        if duty is None:
            return
        self.taken.unit_code = duty.unit.code
        for note in workbook.notes:
            self._report(note.code, **note.facts)
        reading = _Reading(duty=duty, dropdowns=self.expected.dropdowns(duty))
        for key in CHECKED_SHEETS:
            self._take_sheet(key, workbook, reading)

    def _report(self, code: Code, **place_and_facts: Any) -> None:  # noqa: ANN401 - what `report` takes
        self.taken.report(code, design=self.expected.design, **place_and_facts)

    def _recognise(self, said: Identity | None) -> Duty | None:
        """Return what the file's unit owes, or report why the file is not one of this round's forms."""
        expected = self.expected
        if said is None:
            self._report(Code.E002)
        elif said.plan_id != expected.plan.id:
            self._report(Code.E003, value=said.plan_id, expected=expected.plan.id)
        elif said.period != expected.period.code:
            self._report(Code.E004, value=said.period, expected=expected.period.code)
        elif said.unit_code not in expected.duties:
            self._report(Code.E005, value=said.unit_code)
        else:
            duty = expected.duties[said.unit_code]
            self.taken.unit_code = duty.unit.code
            if said != identity(duty, expected.plan, expected.period.code, expected.design):
                self._report(Code.E006)
            return duty
        return None

    def _take_sheet(self, key: SheetKey, workbook: RawWorkbook, reading: _Reading) -> None:
        design = self.expected.design
        found = locate_info(workbook, design) if key is SheetKey.INFO else locate(workbook, key, design)
        if found is None:
            if key is SheetKey.INFO or key not in FIXED_SHEETS or expected_keys(reading.duty, key):
                self._report(Code.T101, sheet_key=key)
            return
        self.taken.places[key] = found.place
        for missing in found.missing:
            self._report(
                Code.T102, sheet_key=key, field_key=missing, header=design.field(key, missing).header
            )
        for row_key, row in self._rows(key, found, reading.duty):
            self._take_row(found, row_key, row, reading)

    def _rows(self, key: SheetKey, found: LocatedSheet, duty: Duty) -> Iterable[tuple[str, LocatedRow]]:
        """Return the rows that count, each with its key."""
        if key is SheetKey.INFO:
            return [("", found.rows[0])]
        if key in FIXED_SHEETS:
            return self._fixed_rows(key, found, expected_keys(duty, key))
        return [
            (row.key or f"r{row.number}", row)
            for row in found.rows
            if not row.is_blank and not self._is_header(key, row)
        ]

    def _fixed_rows(
        self, key: SheetKey, found: LocatedSheet, expected: Sequence[str]
    ) -> Iterable[tuple[str, LocatedRow]]:
        rows: dict[str, LocatedRow] = {}
        for row in found.rows:
            if row.key in rows:
                self._report(Code.T105, sheet_key=key, row_key=row.key, cell=f"A{row.number}", value=row.key)
            elif row.key in expected:
                rows[row.key] = row
            elif row.key:
                self._report(Code.T104, sheet_key=key, cell=f"A{row.number}", value=row.key)
            elif not row.is_blank and not self._is_header(key, row):
                self._report_stray(key, found, row)
        for row_key in expected:
            if row_key not in rows:
                self._report(Code.T103, sheet_key=key, row_key=row_key, value=row_key)
        return rows.items()

    def _report_stray(self, key: SheetKey, found: LocatedSheet, row: LocatedRow) -> None:
        """Report something written outside the form's rows, at its first cell."""
        field_key, value = next((key, value) for key, value in row.cells.items() if value is not None)
        cell = f"{found.place.columns[field_key]}{row.number}"
        self._report(Code.T106, sheet_key=key, cell=cell, value=shown(value))

    def _is_header(self, key: SheetKey, row: LocatedRow) -> bool:
        """Whether a row without a key is the visible header."""
        headers = {field_key: self.expected.design.field(key, field_key).header for field_key in row.cells}
        return not row.key and all(value in (None, headers[name]) for name, value in row.cells.items())

    def _take_row(self, found: LocatedSheet, row_key: str, row: LocatedRow, reading: _Reading) -> None:
        parsed: dict[str, Parsed] = {}
        for each in asked_fields(found.key, self.expected.design):
            raw = row.cells.get(each.key)
            parsed[each.key] = parse(raw, each, reading.dropdowns)
            self._report_cell(found, row_key, row, each, parsed[each.key], reading.dropdowns)
        self._keep_answers(found.key, row_key, row, parsed)
        values = {key: cell.value for key, cell in parsed.items()}
        answer = AnswerRow(
            file=self.taken.file,
            unit_code=self.taken.unit_code,
            sheet=found.place.name,
            row=row.number,
            row_key=row_key,
            parsed=values | self._plan_facts(found.key, row_key, reading.duty),
        )
        unsound = tuple(key for key, cell in parsed.items() if cell.problem or key in found.missing)
        self.taken.rows.append(TakenRow(sheet_key=found.key, row=answer, unsound=unsound))
        if found.key is SheetKey.INFO:
            self.taken.contact = _contact(values)

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
        said = [Note(parsed.problem, parsed.facts)] if parsed.problem else []
        for note in (*said, *parsed.notes):
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

    def _keep_answers(
        self, key: SheetKey, row_key: str, row: LocatedRow, parsed: Mapping[str, Parsed]
    ) -> None:
        for field_key, raw in row.cells.items():
            kept = parsed[field_key].kept
            value = raw if kept is None else kept
            if value is None or isinstance(value, CellError | Uncalculated):
                continue
            if key is SheetKey.INFO:
                self.taken.answers.setdefault(key, {})[field_key] = {VALUE_KEY: value}
            else:
                self.taken.answers.setdefault(key, {}).setdefault(row_key, {})[field_key] = value

    def _plan_facts(self, key: SheetKey, row_key: str, duty: Duty) -> dict[str, object]:
        if key is SheetKey.TASKS:
            role: Role = next(owed.role for owed in duty.tasks if owed.task.code == row_key)
            return {"role": role.value}
        if key is SheetKey.INDICATORS:
            indicator = next(each for each in duty.indicators if each.code == row_key)
            is_share = indicator.measure is Measure.RATIO and indicator.is_share
            return {"measure": indicator.measure.value, "is_share": "x" if is_share else ""}
        return {}


def address(place: SheetPlace, field_key: str, row: int) -> str:
    """Return a cell's address in its own file; blank when the column is not there."""
    column = place.columns.get(field_key, "")
    return f"{column}{row}" if column and row else column


def asked_fields(key: SheetKey, design: FormDesign) -> tuple[Field, ...]:
    """Return the fields of a sheet that a unit answers, in column order."""
    return tuple(each for each in design.fields_of(key) if not each.is_fixed)


def _contact(values: Mapping[str, object]) -> Contact:
    day = values.get("reported_on")
    return Contact(
        name=str(values.get("contact_name") or ""),
        phone=str(values.get("contact_phone") or ""),
        email=str(values.get("contact_email") or ""),
        approved_by=str(values.get("approved_by") or ""),
        reported_on=day if isinstance(day, date) else None,
    )
