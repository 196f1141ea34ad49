"""Consolidation: in go verdicts, out comes the master workbook; and the master read back."""

from consolidate.master import build_master
from consolidate.merge import merge
from consolidate.model import FileState, MasterTables, Merged, RowCount, UnitStanding, UnitState
from consolidate.read import read_master
from consolidate.save import save

__all__ = [
    "FileState",
    "MasterTables",
    "Merged",
    "RowCount",
    "UnitStanding",
    "UnitState",
    "build_master",
    "merge",
    "read_master",
    "save",
]
