"""Rules (quy tắc kiểm tra): what answers must not be, as data in the vocabulary of the form's own fields.

A condition is comparisons joined by `;` that must all hold in a row for the rule to be broken:
`status=done;completion_pct!=100`, `disbursed_vnd>planned_vnd`, `completed_on<period_start`,
`cause_text=blank`, `previous.status=done`. A missing value never meets a comparison, except `=blank`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from catalogue.field import SheetKey
from catalogue.wording.findings import Code

PREVIOUS = "previous."
"""Before a column: what the same unit said in the same row a period ago."""
TASK = "task."
"""Before a column: what the same file says of the row's task."""


class Operator(StrEnum):
    """How two values stand to each other; longer signs come first, as they are looked for."""

    UNEQUAL = "!="
    AT_MOST = "<="
    AT_LEAST = ">="
    EQUAL = "="
    LESS = "<"
    MORE = ">"


class Named(StrEnum):
    """Values of the round that a condition may name."""

    PERIOD_START = "period_start"
    PERIOD_END = "period_end"


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing is answered."""


@dataclass(frozen=True, slots=True)
class Column:
    """Another column of the same row."""

    name: str


Operand: TypeAlias = Blank | Column | Named | float | tuple[str, ...]
"""What a column is held against; texts are choices, of which any one counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One comparison of a condition.

    Attributes:
        column: A field of the sheet, a column the plan adds, or one seen through `previous.` or `task.`.
        operand: Numbers are in the unit of the frame: per cent as typed, money in đồng.
    """

    column: str
    operator: Operator
    operand: Operand


class RuleFunction(StrEnum):
    """What needs more than one row's own cells, or more than comparisons: computed by `validation`."""

    RATIO_DIFFERS = "ratio_differs"
    IS_THIN = "is_thin"
    MOSTLY_EMPTY = "mostly_empty"
    COPIED_IN_FILE = "copied_in_file"
    COPIED_FROM_PREVIOUS = "copied_from_previous"
    REPEATS_SOURCE = "repeats_source"
    TOTAL_DIFFERS = "total_differs"
    JUMPS = "jumps"
    FAR_FROM_PEERS = "far_from_peers"
    TIMES_FROM_PEERS = "times_from_peers"
    UNITS_DISAGREE = "units_disagree"

    @property
    def parameters(self) -> frozenset[str]:
        """The names of the parameters that a rule with this function states."""
        return _PARAMETERS[self]


_PEERS = frozenset({"min_peers", "spread", "floor"})
_PARAMETERS: Mapping[RuleFunction, frozenset[str]] = {
    RuleFunction.RATIO_DIFFERS: frozenset({"tolerance"}),
    RuleFunction.IS_THIN: frozenset({"min_letters"}),
    RuleFunction.MOSTLY_EMPTY: frozenset({"min_share_pct", "min_rows"}),
    RuleFunction.COPIED_IN_FILE: frozenset({"min_rows", "min_letters"}),
    RuleFunction.COPIED_FROM_PREVIOUS: frozenset({"min_letters"}),
    RuleFunction.REPEATS_SOURCE: frozenset(),
    RuleFunction.TOTAL_DIFFERS: frozenset(),
    RuleFunction.JUMPS: frozenset({"band", "floor"}),
    RuleFunction.FAR_FROM_PEERS: _PEERS,
    RuleFunction.TIMES_FROM_PEERS: _PEERS,
    RuleFunction.UNITS_DISAGREE: frozenset({"max_units"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule over the rows of a sheet.

    Attributes:
        field_key: The field whose cell is blamed; blank when the whole sheet is.
        condition: What holds in a row that breaks the rule; with a function, in a row it looks at.
        function: What decides besides; None when the condition says it all.
        parameters: The function's thresholds, by name.
        explained_by: Fields of the same row where a unit may explain a warning.
        source: The law or the plan it rests on; blank for what follows from the form itself.
        note: The rule in words, for people.
        text: The condition as written.
    """

    code: Code
    sheet: SheetKey
    field_key: str
    condition: tuple[Comparison, ...]
    function: RuleFunction | None = None
    parameters: Mapping[str, float] = field(default_factory=dict)
    explained_by: tuple[str, ...] = ()
    source: str = ""
    valid_from: date = date.min
    note: str = ""
    text: str = ""

    @property
    def columns(self) -> frozenset[str]:
        """Every column the condition looks at."""
        others = {each.operand.name for each in self.condition if isinstance(each.operand, Column)}
        return frozenset(others | {each.column for each in self.condition})

    @property
    def needs_history(self) -> bool:
        """Whether the rule says nothing in a round without an earlier one."""
        return any(name.startswith(PREVIOUS) for name in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """An indicator of a plan that is the sum of others of it, in the same unit's report."""

    plan_id: str
    total_code: str
    part_codes: tuple[str, ...]
    source: str
