"""Consolidation: in go verdicts and decisions, out comes the master workbook; and the master read back.

The round's ledger keeps the decisions.
"""

from consolidate.adjust.fields import DETAILS
from consolidate.adjust.fields import MARK as ADJUSTED_MARK
from consolidate.adjust.fields import WHY as ADJUSTED_REASON
from consolidate.adjust.kept import keep_previous
from consolidate.adjust.model import StaffRow, StaffSheet, StaffWork
from consolidate.adjust.read import read_staff_work, staff_work_of
from consolidate.closing import (
    SEALED_DIR,
    SealProblem,
    SealProblemKind,
    closed,
    reopened,
    seal_problems,
    sealed_files,
    sealed_folder,
    write_sealed,
)
from consolidate.decide import Signature, except_submission, sign, undo_exception, unit_meant
from consolidate.history import earlier_rounds, past_of, read_history, read_past
from consolidate.ledger import (
    Closing,
    Decision,
    Entry,
    Event,
    EventKind,
    FileKey,
    Ledger,
    Phase,
    Pick,
    Problem,
    Rulings,
    Seen,
    Sighting,
    Waiver,
    files_seen,
    in_force,
    news,
    rulings_of,
)
from consolidate.link import file_link, path_link, received_path
from consolidate.lock import WAIT_SECONDS, Holder, holder_of, writing
from consolidate.master import build_master
from consolidate.merge import merge
from consolidate.model import (
    FileState,
    LeftOut,
    MasterTables,
    Merged,
    RowCount,
    SheetCells,
    Shown,
    UnitStanding,
    UnitState,
)
from consolidate.past import Past
from consolidate.phases import sightings_of
from consolidate.preview import (
    CellChange,
    FigureChange,
    Preview,
    TableChange,
    compare_masters,
)
from consolidate.read import read_master
from consolidate.revisions import Change, ChangeText, change_text, changes, moment
from consolidate.ruling import pick_submission, require_open, undo_pick, waive
from consolidate.save import clear_drafts, save
from consolidate.table import Formula

ADJUSTABLE = {table: tuple(figure.key for figure in detail.figures) for table, detail in DETAILS.items()}
"""The figures that staff may adjust in the master, by detail table."""

__all__ = [
    "ADJUSTABLE",
    "ADJUSTED_MARK",
    "ADJUSTED_REASON",
    "SEALED_DIR",
    "WAIT_SECONDS",
    "CellChange",
    "Change",
    "ChangeText",
    "Closing",
    "Decision",
    "Entry",
    "Event",
    "EventKind",
    "FigureChange",
    "FileKey",
    "FileState",
    "Formula",
    "Holder",
    "Ledger",
    "LeftOut",
    "MasterTables",
    "Merged",
    "Past",
    "Phase",
    "Pick",
    "Preview",
    "Problem",
    "RowCount",
    "Rulings",
    "SealProblem",
    "SealProblemKind",
    "Seen",
    "SheetCells",
    "Shown",
    "Sighting",
    "Signature",
    "StaffRow",
    "StaffSheet",
    "StaffWork",
    "TableChange",
    "UnitStanding",
    "UnitState",
    "Waiver",
    "build_master",
    "change_text",
    "changes",
    "clear_drafts",
    "closed",
    "compare_masters",
    "earlier_rounds",
    "except_submission",
    "file_link",
    "files_seen",
    "holder_of",
    "in_force",
    "keep_previous",
    "merge",
    "moment",
    "news",
    "past_of",
    "path_link",
    "pick_submission",
    "read_history",
    "read_master",
    "read_past",
    "read_staff_work",
    "received_path",
    "reopened",
    "require_open",
    "rulings_of",
    "save",
    "seal_problems",
    "sealed_files",
    "sealed_folder",
    "sightings_of",
    "sign",
    "staff_work_of",
    "undo_exception",
    "undo_pick",
    "unit_meant",
    "waive",
    "write_sealed",
    "writing",
]
