"""The catalogue (danh mục): plans, units, periods, fields and wording, as data.

In: the files of `catalogue/data` and a round's `dot-bao-cao.toml`. Out: frozen values. Imports nothing of
ours. The words a user reads stand in `catalogue.wording`.
"""

from catalogue.amount import VND_PER_MILLION, date_text, million_vnd_text, number_text
from catalogue.duty import (
    Duty,
    Identity,
    TaskDuty,
    duties,
    identity,
    open_successions,
    reporters_of,
    resolve_mentions,
    tasks_without_reporter,
)
from catalogue.errors import CatalogueError, LockedFileError, RoundError, TongHopError, UnreadableFileError
from catalogue.field import Choice, Clause, Field, FormDesign, Kind, Sheet, SheetKey
from catalogue.load import Catalogue, load_design
from catalogue.master import MasterColumn, MasterSheet, load_master
from catalogue.office import Office
from catalogue.period import Period
from catalogue.plan import (
    Across,
    CalendarEntry,
    Deadline,
    Direction,
    DueState,
    Group,
    Indicator,
    Measure,
    Mention,
    OverTime,
    Plan,
    Priority,
    Role,
    Task,
    task_choice_text,
)
from catalogue.plan_tables import PlanTables, read_plan_tables, write_plan_tables
from catalogue.round import ROUND_FILE, Round, load_round, new_round_text
from catalogue.succession import Assignee, UnitsInForce
from catalogue.target import target_text
from catalogue.text import ascii_slug, clean, comparison_key
from catalogue.unit import Registry, Unit, UnitGroup, UnitKind
from catalogue.wording.findings import Code, Severity

__all__ = [
    "ROUND_FILE",
    "VND_PER_MILLION",
    "Across",
    "Assignee",
    "CalendarEntry",
    "Catalogue",
    "CatalogueError",
    "Choice",
    "Clause",
    "Code",
    "Deadline",
    "Direction",
    "DueState",
    "Duty",
    "Field",
    "FormDesign",
    "Group",
    "Identity",
    "Indicator",
    "Kind",
    "LockedFileError",
    "MasterColumn",
    "MasterSheet",
    "Measure",
    "Mention",
    "Office",
    "OverTime",
    "Period",
    "Plan",
    "PlanTables",
    "Priority",
    "Registry",
    "Role",
    "Round",
    "RoundError",
    "Severity",
    "Sheet",
    "SheetKey",
    "Task",
    "TaskDuty",
    "TongHopError",
    "Unit",
    "UnitGroup",
    "UnitKind",
    "UnitsInForce",
    "UnreadableFileError",
    "ascii_slug",
    "clean",
    "comparison_key",
    "date_text",
    "duties",
    "identity",
    "load_design",
    "load_master",
    "load_round",
    "million_vnd_text",
    "new_round_text",
    "number_text",
    "open_successions",
    "read_plan_tables",
    "reporters_of",
    "resolve_mentions",
    "target_text",
    "task_choice_text",
    "tasks_without_reporter",
    "write_plan_tables",
]
