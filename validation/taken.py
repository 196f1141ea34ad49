"""What was taken out of one file that came back: answers, findings, where they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from catalogue import Code, FormDesign, SheetKey
from templates import VALUE_KEY
from validation.explain import cell_facts, length, sentence
from validation.model import Contact, Finding, SheetPlace
from validation.reading import Value

if TYPE_CHECKING:
    from validation.schema import Failure


EXTRA = {SheetKey.TASKS: ("role",), SheetKey.INDICATORS: ("measure", "is_share")}
"""Columns that come from the plan, not from the unit, by sheet."""

UNSOUND, ROW_HEAD = 2, 3
AnswerRow = list[Any]
"""One answer row: its 1-based row in the file (0 on the information sheet, which is read as one row), its row
key, the fields that could not be read, and a value for each name of its table. A list, as JSON gives it: a
round has hundreds of thousands."""


@dataclass(kw_only=True)
class AnswerTable:
    """The answer rows of one sheet of a file.

    Attributes:
        names: The parsed fields, and the sheet's extra columns.
    """

    names: list[str]
    rows: list[AnswerRow] = field(default_factory=list)

    def under(self, names: Sequence[str]) -> Iterator[AnswerRow]:
        """Yield the rows with their values under these names; None where the table has no such column."""
        at = [self.names.index(name) + ROW_HEAD if name in self.names else -1 for name in names]
        for row in self.rows:
            yield [*row[:ROW_HEAD], *(row[place] if place >= 0 else None for place in at)]


@dataclass(kw_only=True)
class Taken:
    """What was taken out of one file; plain data, so that it can be packed."""

    file: str
    unit_code: str = ""
    findings: list[Finding] = field(default_factory=list)
    places: dict[SheetKey, SheetPlace] = field(default_factory=dict)
    answers: Mapping[SheetKey, Mapping[str, Mapping[str, Value]]] = field(default_factory=dict)
    contact: Contact = field(default_factory=Contact)
    modified_at: int | None = None
    form_version: str = ""
    tables: dict[SheetKey, AnswerTable] = field(default_factory=dict)

    @property
    def rows_read(self) -> int:
        """How many answer rows were read; the information sheet is not one."""
        return sum(len(table.rows) for key, table in self.tables.items() if key is not SheetKey.INFO)

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
        """Add a finding at a place of this file; a fact `sheet` names a sheet that is none of the form's."""
        place = self.places.get(sheet_key) if sheet_key else None
        title = place.name if place else design.sheet(sheet_key).title if sheet_key else ""
        sheet = facts.get("sheet", title)
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
        self, key: SheetKey, failure: "Failure", row: AnswerRow, *, design: FormDesign
    ) -> None:
        """Add the finding of a check that one of this file's rows failed, or the whole sheet."""
        number, row_key = row[:2]
        facts: dict[str, str] = {}
        if failure.field_key:
            raw = self._cells(key, row_key).get(failure.field_key)
            facts = cell_facts(design.field(key, failure.field_key), raw, design)
            if failure.code is Code.C208:
                facts["value"] = length(raw)
        self.report(
            failure.code,
            design=design,
            sheet_key=key,
            row_key=row_key if failure.field_key else "",
            field_key=failure.field_key,
            cell=address(self.places[key], failure.field_key, number) if failure.field_key else "",
            explanation=failure.explanation,
            **(facts | dict(failure.facts)),
        )

    def _cells(self, key: SheetKey, row_key: str) -> Mapping[str, Value]:
        """Return a row's raw cells by field, blank and error cells left out."""
        rows = self.answers.get(key, {})
        if key is SheetKey.INFO:
            return {field_key: cells[VALUE_KEY] for field_key, cells in rows.items()}
        return rows.get(row_key, {})


def address(place: SheetPlace, field_key: str, row: int) -> str:
    """Return a cell's address in its own file; blank when the column is not there."""
    column = place.columns.get(field_key, "")
    return f"{column}{row}" if column and row else column
