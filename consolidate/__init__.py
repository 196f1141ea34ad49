"""Consolidation: in go verdicts and decisions, out comes the master workbook; and the master read back.

The round's ledger keeps the decisions.
"""

from consolidate.decide import Signature, except_submission, sign, undo_exception, unit_meant
from consolidate.history import previous_round, read_history
from consolidate.ledger import Decision, Entry, Event, EventKind, Ledger, Problem, in_force
from consolidate.link import file_link, received_path
from consolidate.master import build_master
from consolidate.merge import merge
from consolidate.model import (
    FileState,
    LeftOut,
    MasterTables,
    Merged,
    RowCount,
    Shown,
    UnitStanding,
    UnitState,
)
from consolidate.read import read_master
from consolidate.save import save

__all__ = [
    "Decision",
    "Entry",
    "Event",
    "EventKind",
    "FileState",
    "Ledger",
    "LeftOut",
    "MasterTables",
    "Merged",
    "Problem",
    "RowCount",
    "Shown",
    "Signature",
    "UnitStanding",
    "UnitState",
    "build_master",
    "except_submission",
    "file_link",
    "in_force",
    "merge",
    "previous_round",
    "read_history",
    "read_master",
    "received_path",
    "save",
    "sign",
    "undo_exception",
    "unit_meant",
]
