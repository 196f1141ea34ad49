"""Reading: in go the bytes of whatever came back, out come its cells, or one reason why there are none.

The only place of this room that opens workbooks. Beyond the library each kind needs: `kind_of` says what a
file is, `limits` how much of it is read.
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from validation.reading.clock import VIETNAM
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

_HOMES = {
    "clock": ["VIETNAM"],
    "kind": ["Kind", "kind_of"],
    "limits": ["MAX_FILE_BYTES"],
    "model": [
        "Area",
        "CellError",
        "Grid",
        "LegacyText",
        "Note",
        "PercentNumber",
        "RawWorkbook",
        "RefusedFileError",
        "Stray",
        "Uncalculated",
        "Value",
    ],
    "places": ["letters_of"],
    "read": ["read_bounded", "read_workbook"],
}

__getattr__, _, _ = lazy_loader.attach(__name__, submod_attrs=_HOMES)
