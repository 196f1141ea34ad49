"""Consolidation: in go verdicts and decisions, out comes the master workbook; and the master read back.

The round's ledger keeps the decisions. Files are read while most of the room still loads.
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from consolidate.adjust.fields import ADJUSTABLE, ADJUSTED_MARK, ADJUSTED_REASON
    from consolidate.adjust.kept import keep_previous
    from consolidate.adjust.model import StaffRow, StaffSheet, StaffWork
    from consolidate.adjust.read import is_as_read, read_staff_work, staff_work_of
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
    from consolidate.earlier import earlier_rounds
    from consolidate.history import past_of, read_history, read_past
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
    from consolidate.merging import merge
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
    from consolidate.nation.build import build_nation
    from consolidate.nation.gather import gather_nation, province_rounds
    from consolidate.nation.model import Nation, Province
    from consolidate.past import Past
    from consolidate.phases import sightings_of
    from consolidate.preview import CellChange, FigureChange, Preview, TableChange, compare_masters
    from consolidate.read import read_master
    from consolidate.revisions import Change, ChangeText, change_text, changes, moment
    from consolidate.ruling import pick_submission, require_open, undo_pick, waive
    from consolidate.saving import clear_drafts, save
    from consolidate.table import Formula

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
    "Nation",
    "Past",
    "Phase",
    "Pick",
    "Preview",
    "Problem",
    "Province",
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
    "build_nation",
    "change_text",
    "changes",
    "clear_drafts",
    "closed",
    "compare_masters",
    "earlier_rounds",
    "except_submission",
    "file_link",
    "files_seen",
    "gather_nation",
    "holder_of",
    "in_force",
    "is_as_read",
    "keep_previous",
    "merge",
    "moment",
    "news",
    "past_of",
    "path_link",
    "pick_submission",
    "province_rounds",
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

_HOMES = {
    "adjust.fields": ["ADJUSTABLE", "ADJUSTED_MARK", "ADJUSTED_REASON"],
    "adjust.kept": ["keep_previous"],
    "adjust.model": ["StaffRow", "StaffSheet", "StaffWork"],
    "adjust.read": ["is_as_read", "read_staff_work", "staff_work_of"],
    "closing": [
        "SEALED_DIR",
        "SealProblem",
        "SealProblemKind",
        "closed",
        "reopened",
        "seal_problems",
        "sealed_files",
        "sealed_folder",
        "write_sealed",
    ],
    "decide": ["Signature", "except_submission", "sign", "undo_exception", "unit_meant"],
    "earlier": ["earlier_rounds"],
    "history": ["past_of", "read_history", "read_past"],
    "ledger": [
        "Closing",
        "Decision",
        "Entry",
        "Event",
        "EventKind",
        "FileKey",
        "Ledger",
        "Phase",
        "Pick",
        "Problem",
        "Rulings",
        "Seen",
        "Sighting",
        "Waiver",
        "files_seen",
        "in_force",
        "news",
        "rulings_of",
    ],
    "link": ["file_link", "path_link", "received_path"],
    "lock": ["Holder", "WAIT_SECONDS", "holder_of", "writing"],
    "master": ["build_master"],
    "merging": ["merge"],
    "model": [
        "FileState",
        "LeftOut",
        "MasterTables",
        "Merged",
        "RowCount",
        "SheetCells",
        "Shown",
        "UnitStanding",
        "UnitState",
    ],
    "nation.build": ["build_nation"],
    "nation.gather": ["gather_nation", "province_rounds"],
    "nation.model": ["Nation", "Province"],
    "past": ["Past"],
    "phases": ["sightings_of"],
    "preview": ["CellChange", "FigureChange", "Preview", "TableChange", "compare_masters"],
    "read": ["read_master"],
    "revisions": ["Change", "ChangeText", "change_text", "changes", "moment"],
    "ruling": ["pick_submission", "require_open", "undo_pick", "waive"],
    "saving": ["clear_drafts", "save"],
    "table": ["Formula"],
}

__getattr__, _, _ = lazy_loader.attach(__name__, submod_attrs=_HOMES)
