"""What was taken out of one file that came back: answers, findings, where they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
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
key, the fields that could not be read, and a value for each name of its table. A list, as it comes unpacked:
a round has hundreds of thousands."""


@dataclass(kw_only=True)
class AnswerTable:
    """The answer rows of one sheet of a file.

    Attributes:
        names: The parsed fields, and the sheet's extra columns.
    """

    names: tuple[str, ...]
    rows: list[AnswerRow] = field(default_factory=list)

    def under(self, names: Sequence[str]) -> Iterator[AnswerRow]:
        """Yield the rows with their values under these names; None where the table has no such column."""
        at = [self.names.index(name) + ROW_HEAD if name in self.names else -1 for name in names]
        for row in self.rows:
            yield [*row[:ROW_HEAD], *(row[place] if place >= 0 else None for place in at)]


Typed = dict[SheetKey, dict[str, dict[str, Value]]]
"""What cells hold by sheet, row key and field key."""


@dataclass(kw_only=True)
class Taken:
    """What was taken out of one file; plain data, so that it can be packed.

    Attributes:
        tables: The answers as understood.
        typed: What cells hold whose answer is not the same: a choice's label, millions, a share, and what
            could not be understood.
    """

    file: str
    unit_code: str = ""
    findings: list[Finding] = field(default_factory=list)
    places: dict[SheetKey, SheetPlace] = field(default_factory=dict)
    typed: Mapping[SheetKey, Mapping[str, Mapping[str, Value]]] = field(default_factory=dict)
    contact: Contact = field(default_factory=Contact)
    modified_at: int | None = None
    form_version: str = ""
    tables: dict[SheetKey, AnswerTable] = field(default_factory=dict)

    @cached_property
    def answers(self) -> Typed:
        """The unit's own answers as typed; on the information sheet a field has a row of its own."""
        sheets = {key: self._typed_in(key, table) for key, table in self.tables.items()}
        if SheetKey.INFO in sheets:
            lines = next(iter(sheets[SheetKey.INFO].values()), {})
            sheets[SheetKey.INFO] = {name: {VALUE_KEY: value} for name, value in lines.items()}
        return {key: rows for key, rows in sheets.items() if rows}

    def _typed_in(self, key: SheetKey, table: AnswerTable) -> dict[str, dict[str, Value]]:
        """Return the answers of a sheet by row; rows without any are left out."""
        found = {}
        for _, row_key, _, *values in table.rows:
            understood = dict(zip(table.names, values, strict=True))
            cells = {**understood, **self.typed.get(key, {}).get(row_key, {})}
            found[row_key] = {
                name: cells[name]
                for name in table.names
                if cells[name] is not None and name not in EXTRA.get(key, ())
            }
        return {row_key: cells for row_key, cells in found.items() if cells}

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
        self,
        key: SheetKey,
        failure: "Failure",
        row: AnswerRow,
        understood: Mapping[str, Value],
        *,
        design: FormDesign,
    ) -> None:
        """Add the finding of a check that one of this file's rows failed, or the whole sheet.

        Args:
            key: The sheet.
            failure: What failed.
            row: The row.
            understood: The row's values by name.
            design: The form's sheets and fields.
        """
        number, row_key = row[:2]
        facts: dict[str, str] = {}
        if failure.field_key:
            typed = self.typed.get(key, {}).get(row_key, {})
            raw = typed.get(failure.field_key, understood.get(failure.field_key))
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


def address(place: SheetPlace, field_key: str, row: int) -> str:
    """Return a cell's address in its own file; blank when the column is not there."""
    column = place.columns.get(field_key, "")
    return f"{column}{row}" if column and row else column
