"""Rules over several cells of a row (R…), and required answers (C201), as masks over a whole frame.

A rule says which rows break it; it never looks at a row in which one of the fields it needs could not be
read, and a missing value never breaks a comparison.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from catalogue import Clause, Code, Field, Period, SheetKey

FULL_PCT = 100.0
# A unit may copy a value as its own spreadsheet rounded it: two decimals are the coarsest form shown.
RATIO_TOLERANCE = 0.006


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check of a row.

    Attributes:
        code: What is reported.
        field_key: The cell that is blamed.
        needs: The fields the rule looks at.
        broken: Gives, for a frame, which rows break the rule (missing counts as no).
        clause: For R305, the condition under which the cell must be blank.
    """

    code: Code
    field_key: str
    needs: tuple[str, ...]
    broken: Callable[[pd.DataFrame], pd.Series]
    clause: Clause | None = None

    @property
    def column(self) -> str:
        """A name for the rule's own column in the schema."""
        part = self.clause.field_key if self.clause else ""
        return f"{self.code.name}|{self.field_key}|{part}"


def rules_for(sheet: SheetKey, fields: Sequence[Field], period: Period) -> tuple[Rule, ...]:
    """Return the rules of a sheet: those its fields' data imply, then those of the sheet itself."""
    generic = [rule for field in fields for rule in _field_rules(field)]
    own = {
        SheetKey.TASKS: lambda: _task_rules(period),
        SheetKey.INDICATORS: _indicator_rules,
        SheetKey.BUDGETS: _budget_rules,
    }.get(sheet, tuple)()
    return (*generic, *own)


def meets(frame: pd.DataFrame, clauses: Sequence[Clause]) -> pd.Series:
    """Return which rows meet all clauses."""
    mask = pd.Series(data=True, index=frame.index, dtype=bool)
    for clause in clauses:
        mask &= frame[clause.field_key].isin(clause.choices).fillna(value=False).astype(bool)
    return mask


def _field_rules(field: Field) -> list[Rule]:
    rules = []
    if field.is_required:
        rules.append(
            Rule(
                code=Code.C201,
                field_key=field.key,
                needs=(field.key, *(clause.field_key for clause in field.required_when)),
                broken=lambda frame: frame[field.key].isna() & meets(frame, field.required_when),
            )
        )
    rules.extend(
        Rule(
            code=Code.R305,
            field_key=field.key,
            needs=(field.key, clause.field_key),
            broken=lambda frame, clause=clause: frame[field.key].notna() & meets(frame, (clause,)),  # type: ignore[misc]  # clause is bound per rule
            clause=clause,
        )
        for clause in field.blank_when
    )
    return rules


def _task_rules(period: Period) -> tuple[Rule, ...]:
    start, end = pd.Timestamp(period.data_from), pd.Timestamp(period.data_to)
    status, pct, day = "status", "completion_pct", "completed_on"
    return (
        _rule(Code.R301, pct, (status, pct), lambda f: (f[status] == "done") & (f[pct] != FULL_PCT)),
        _rule(
            Code.R302,
            status,
            (status, pct),
            lambda f: f[status].isin(["not_started", "in_progress", "paused"]) & (f[pct] == FULL_PCT),
        ),
        _rule(
            Code.R306,
            pct,
            (status, pct),
            lambda f: (f[status] == "not_started") & (f[pct] > 0) & (f[pct] != FULL_PCT),
        ),
        _rule(Code.R303, day, (status, day), lambda f: (f[status] == "done") & (f[day] < start)),
        _rule(Code.R304, day, (status, day), lambda f: (f[status] == "done") & (f[day] > end)),
    )


def _indicator_rules() -> tuple[Rule, ...]:
    top, bottom = "numerator", "denominator"
    return (
        _rule(
            Code.R309,
            bottom,
            ("data_state", bottom),
            lambda f: (f["data_state"] == "has_data") & (f["measure"] == "ratio") & (f[bottom] == 0),
        ),
        _rule(
            Code.R308,
            top,
            (top, bottom),
            lambda f: (f["is_share"] == "x") & (f[bottom] > 0) & (f[top] > f[bottom]),
        ),
        _rule(
            Code.R310,
            "value",
            (top, bottom, "value"),
            lambda f: (f["measure"] == "ratio") & ((f["value"] - ratio_pct(f)).abs() > RATIO_TOLERANCE),
        ),
    )


def ratio_pct(frame: pd.DataFrame) -> pd.Series:
    """Return numerator over denominator in per cent; missing where the denominator is not positive."""
    bottom = frame["denominator"].where(frame["denominator"] > 0)
    return frame["numerator"] / bottom * FULL_PCT


def _budget_rules() -> tuple[Rule, ...]:
    return (
        _rule(
            Code.R307,
            "disbursed_vnd",
            ("planned_vnd", "disbursed_vnd"),
            lambda f: f["disbursed_vnd"] > f["planned_vnd"],
        ),
    )


def _rule(
    code: Code, field_key: str, needs: tuple[str, ...], broken: Callable[[pd.DataFrame], pd.Series]
) -> Rule:
    return Rule(code=code, field_key=field_key, needs=needs, broken=broken)
