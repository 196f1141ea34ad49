"""The catalogue (danh mục): plans, units, periods, fields and wording, as data.

In: the files of `catalogue/data` and a round's `dot-bao-cao.toml`. Out: frozen values. Imports nothing of
ours. The words a user reads stand in `catalogue.wording`.
"""

from catalogue.amount import VND_PER_MILLION, date_text, million_vnd_text, number_text
from catalogue.collector import uncollected
from catalogue.column_roles import column_role
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
from catalogue.errors import (
    CatalogueError,
    ClusterError,
    DecisionError,
    InstallError,
    LedgerError,
    LockedFileError,
    RoundError,
    TongHopError,
    TooLargeError,
    UnreadableFileError,
)
from catalogue.field import Choice, Clause, Field, FormDesign, Kind, Sheet, SheetKey
from catalogue.legacy_text import LegacyReading, decodings, read_legacy
from catalogue.lint import LintFinding, PlanPart, lint
from catalogue.load import Catalogue
from catalogue.load_form import load_design
from catalogue.load_plan import read_plan
from catalogue.load_registry import load_province, load_provinces
from catalogue.load_rules import load_rules, load_thin_texts, load_totals
from catalogue.master import MasterColumn, MasterSheet, load_master, load_nation
from catalogue.office import Office
from catalogue.period import Period
from catalogue.plan import (
    Across,
    CalendarEntry,
    Deadline,
    Direction,
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
from catalogue.plan_sheets import (
    ABOUT,
    CALENDAR,
    CELL_SEPARATOR,
    FILE_SEPARATOR,
    JSON_PREFIX,
    ColumnKind,
    PlanColumn,
    flat_settings,
    nested_settings,
    plan_choices,
    plan_columns,
    plan_rows,
    shown_cell,
    table_title,
)
from catalogue.plan_tables import OPTIONAL_TABLES, TABLES, PlanTables, read_plan_tables, write_plan_tables
from catalogue.provinces import Province, ProvinceKind
from catalogue.ribbon import RibbonButton, RibbonGroup, load_ribbon
from catalogue.round import ROUND_FILE, Round, load_round, new_round_text
from catalogue.rule import (
    PREVIOUS,
    TASK,
    Blank,
    Column,
    Comparison,
    Named,
    Operand,
    Operator,
    Rule,
    RuleFunction,
    Total,
)
from catalogue.rule_columns import PREVIOUS_COLUMNS, rule_columns
from catalogue.succession import Assignee, UnitsInForce
from catalogue.suggest import Suggestion, suggest
from catalogue.target import target_text
from catalogue.text import ascii_slug, clean, comparison_key, name_key, plain_key, shortened
from catalogue.themes import load_nothing_texts, load_theme_phrases, says_nothing, theme_of
from catalogue.unit import Registry, Unit, UnitGroup, UnitKind
from catalogue.wording.findings import Code, Severity
from catalogue.wording.lint import LintCode

__all__ = [
    "ABOUT",
    "CALENDAR",
    "CELL_SEPARATOR",
    "FILE_SEPARATOR",
    "JSON_PREFIX",
    "OPTIONAL_TABLES",
    "PREVIOUS",
    "PREVIOUS_COLUMNS",
    "ROUND_FILE",
    "TABLES",
    "TASK",
    "VND_PER_MILLION",
    "Across",
    "Assignee",
    "Blank",
    "CalendarEntry",
    "Catalogue",
    "CatalogueError",
    "Choice",
    "Clause",
    "ClusterError",
    "Code",
    "Column",
    "ColumnKind",
    "Comparison",
    "Deadline",
    "DecisionError",
    "Direction",
    "Duty",
    "Field",
    "FormDesign",
    "Group",
    "Identity",
    "Indicator",
    "InstallError",
    "Kind",
    "LedgerError",
    "LegacyReading",
    "LintCode",
    "LintFinding",
    "LockedFileError",
    "MasterColumn",
    "MasterSheet",
    "Measure",
    "Mention",
    "Named",
    "Office",
    "Operand",
    "Operator",
    "OverTime",
    "Period",
    "Plan",
    "PlanColumn",
    "PlanPart",
    "PlanTables",
    "Priority",
    "Province",
    "ProvinceKind",
    "Registry",
    "RibbonButton",
    "RibbonGroup",
    "Role",
    "Round",
    "RoundError",
    "Rule",
    "RuleFunction",
    "Severity",
    "Sheet",
    "SheetKey",
    "Suggestion",
    "Task",
    "TaskDuty",
    "TongHopError",
    "TooLargeError",
    "Total",
    "Unit",
    "UnitGroup",
    "UnitKind",
    "UnitsInForce",
    "UnreadableFileError",
    "ascii_slug",
    "clean",
    "column_role",
    "comparison_key",
    "date_text",
    "decodings",
    "duties",
    "flat_settings",
    "identity",
    "lint",
    "load_design",
    "load_master",
    "load_nation",
    "load_nothing_texts",
    "load_province",
    "load_provinces",
    "load_ribbon",
    "load_round",
    "load_rules",
    "load_theme_phrases",
    "load_thin_texts",
    "load_totals",
    "million_vnd_text",
    "name_key",
    "nested_settings",
    "new_round_text",
    "number_text",
    "open_successions",
    "plain_key",
    "plan_choices",
    "plan_columns",
    "plan_rows",
    "read_legacy",
    "read_plan",
    "read_plan_tables",
    "reporters_of",
    "resolve_mentions",
    "rule_columns",
    "says_nothing",
    "shortened",
    "shown_cell",
    "suggest",
    "table_title",
    "target_text",
    "task_choice_text",
    "tasks_without_reporter",
    "theme_of",
    "uncollected",
    "write_plan_tables",
]
