"""Reading: in go the bytes of whatever came back, out come its cells, or one reason why there are none.

The only place of this room that opens workbooks. Beyond the library each kind needs: `kind_of` says what a
file is, `limits` how much of it is read.
"""

from validation.reading.kind import Kind, kind_of
from validation.reading.limits import MAX_FILE_BYTES
from validation.reading.model import (
    Area,
    CellError,
    Grid,
    LegacyText,
    Note,
    PercentNumber,
    RawWorkbook,
    RefusedFileError,
    Stray,
    Uncalculated,
    Value,
)
from validation.reading.places import letters_of
from validation.reading.read import read_bounded, read_workbook
from validation.reading.stamp import VIETNAM

__all__ = [
    "MAX_FILE_BYTES",
    "VIETNAM",
    "Area",
    "CellError",
    "Grid",
    "Kind",
    "LegacyText",
    "Note",
    "PercentNumber",
    "RawWorkbook",
    "RefusedFileError",
    "Stray",
    "Uncalculated",
    "Value",
    "kind_of",
    "letters_of",
    "read_bounded",
    "read_workbook",
]
