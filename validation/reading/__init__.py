"""Reading: in go the bytes of whatever came back, out come its cells, or one reason why there are none.

The only place of this room that opens workbooks.
"""

from validation.reading.model import (
    Area,
    CellError,
    Grid,
    LegacyText,
    Note,
    PercentNumber,
    RawWorkbook,
    RefusedFileError,
    Uncalculated,
    Value,
)
from validation.reading.xlsx import read_workbook

__all__ = [
    "Area",
    "CellError",
    "Grid",
    "LegacyText",
    "Note",
    "PercentNumber",
    "RawWorkbook",
    "RefusedFileError",
    "Uncalculated",
    "Value",
    "read_workbook",
]
