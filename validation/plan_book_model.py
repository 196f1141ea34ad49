"""What reading a plan's workbook gives: the plan's tables, and the findings at their cells."""

from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from catalogue import PlanColumn, PlanTables, Severity
from catalogue.wording.plan_book import PlanCode
from validation.parsing import shown
from validation.reading import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFinding:
    """One problem at one place of a plan's workbook.

    Attributes:
        file: The workbook's name.
        sheet: The sheet's visible name, blank for a finding about the whole file.
        cell: The cell ("H12"), blank when no single cell is at fault.
        value: What was found there, as text.
        message: The Vietnamese sentence: what is wrong and what to do.
    """

    file: str
    sheet: str
    cell: str
    value: str
    code: PlanCode
    message: str

    @property
    def severity(self) -> Severity:
        """How much the finding weighs."""
        return self.code.value.severity


@dataclass(frozen=True, kw_only=True)
class PlanVerdict:
    """What came of reading a plan's workbook.

    Attributes:
        tables: The plan; None when an error keeps it from being read.
        findings: In order of sheet, row and column.
        settings: The cell of every setting of the plan, as sheet and cell, by key.
    """

    tables: PlanTables | None
    findings: tuple[PlanFinding, ...]
    settings: Mapping[str, tuple[str, str]]

    @property
    def errors(self) -> tuple[PlanFinding, ...]:
        """The findings that keep the plan out."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A cell, by 1-based row and 0-based column; row 0 is the sheet as a whole."""

    sheet: str
    row: int = 0
    column: int = 0

    @property
    def address(self) -> str:
        """The cell's address ("H12"), blank for the whole sheet."""
        return f"{get_column_letter(self.column + 1)}{self.row}" if self.row else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A problem before it is worded.

    Attributes:
        of: The column it concerns, None for a problem of a sheet or file.
        about: What else its sentence names.
    """

    code: PlanCode
    place: Place
    value: Value = None
    of: PlanColumn | None = None
    about: Mapping[str, object]

    def worded(self, file: str) -> PlanFinding:
        """Return the finding."""
        names = {
            "file": file,
            "sheet": self.place.sheet,
            "header": self.of.header if self.of else "",
            "value": shown(self.value),
        }
        return PlanFinding(
            file=file,
            sheet=self.place.sheet,
            cell=self.place.address,
            value=names["value"],
            code=self.code,
            message=self.code.value.sentence.format(**names | dict(self.about)),
        )


def problem(
    code: PlanCode,
    place: Place,
    *,
    value: Value = None,
    of: PlanColumn | None = None,
    **about: object,
) -> Problem:
    """Return a problem; `about` is what else its sentence names."""
    return Problem(code=code, place=place, value=value, of=of, about=about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a table as read: its cells as texts of the plan's files, and where they stand."""

    sheet: str
    row: int
    columns: Mapping[str, int]
    cells: Mapping[str, str]

    def place(self, key: str) -> Place:
        """Return where the cell of a column stands."""
        return Place(sheet=self.sheet, row=self.row, column=self.columns.get(key, 0))
