"""What a workbook that came back gives when it is read: cells by sheet, and notes on the whole file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from catalogue import Code, UnreadableFileError


class RefusedFileError(UnreadableFileError):
    """A file that gives no cells; says why as a finding's code, and what the file is (for E009)."""

    def __init__(self, code: Code, *, kind: str = "") -> None:
        """Remember the reason."""
        super().__init__(code.value.title)
        self.code = code
        self.kind = kind

    def __reduce__(self) -> tuple[object, ...]:
        """Rebuild the exception on the other side of a process."""
        return _rebuilt, (self.code, self.kind)


def _rebuilt(code: Code, kind: str) -> RefusedFileError:
    return RefusedFileError(code, kind=kind)


@dataclass(frozen=True, slots=True)
class CellError:
    """What a cell shows when its formula failed: `#DIV/0!` and the like."""

    shown: str


@dataclass(frozen=True, slots=True)
class Uncalculated:
    """A formula without a stored result."""

    formula: str = ""


class PercentNumber(float):
    """A number in a cell formatted as per cent: holds 0.85 where its reader sees 85 %."""

    __slots__ = ()


class LegacyText(str):
    """Text typed in a legacy font (by the cell's font name), still in its old codes.

    Attributes:
        font: The font's name, such as ".VnTime" or "VNI-Times".
    """

    __slots__ = ("font",)
    font: str

    def __new__(cls, text: str, font: str = "") -> Self:
        """Make the text, remembering its font."""
        made = super().__new__(cls, text)
        made.font = font
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the font when the text crosses to another process."""
        return LegacyText, (str(self), self.font)


Value = None | str | float | bool | date | CellError | Uncalculated
Grid = Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, 1-based and inclusive."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Stray:
    """A cell that holds something far outside any form: its place, 1-based, and its value."""

    row: int
    column: int
    value: Value


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth saying of a file or cell that could be read: its code, and its sentence's facts."""

    code: Code
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RawWorkbook:
    """A workbook's cells by visible sheet name; row 1, column A is always the first of the first row.

    Text is NFC; numbers are floats (`PercentNumber` in a cell formatted as per cent); dates are dates;
    blank cells are None.

    Attributes:
        merged: The merged areas of each sheet, by visible name; a sheet without any may be left out.
        notes: What was noticed about the file: another format, macros, links to other files.
        strays: Cells beyond the grid of each sheet that hold something, by visible name, in reading order.
        modified_at: When it says it was last changed, in nanoseconds since the epoch; None for unknown.
    """

    sheets: Mapping[str, Grid]
    merged: Mapping[str, Sequence[Area]] = field(default_factory=dict)
    notes: Sequence[Note] = ()
    strays: Mapping[str, Sequence[Stray]] = field(default_factory=dict)
    modified_at: int | None = None
