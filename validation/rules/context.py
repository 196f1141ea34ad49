"""What rules know of a round besides the rows of their own sheet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

import pandas as pd

from catalogue import Duty, FormDesign, Indicator, Period, Plan, SheetKey, Task, Total, load_totals
from validation.history import History


@dataclass(frozen=True, kw_only=True)
class RuleContext:
    """A round as its rules see it.

    Attributes:
        frames: The typed rows of every sheet, as `Answers.frame` gives them.
        tasks, indicators: The plan's, by code.
        sharers: How many units report each task, by task code.
        unit_names: The units by code, as sentences name them.
        totals: Indicators that are sums of others.
        standing_files: The files that speak for their units when units are held against each other; None:
            all files.
        history: The period before; None when there is none.
    """

    period: Period
    design: FormDesign
    frames: Mapping[SheetKey, pd.DataFrame] = field(default_factory=dict)
    tasks: Mapping[str, Task] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    sharers: Mapping[str, int] = field(default_factory=dict)
    unit_names: Mapping[str, str] = field(default_factory=dict)
    totals: tuple[Total, ...] = ()
    standing_files: frozenset[str] | None = None
    history: History | None = None

    @classmethod
    def of(
        cls,
        plan: Plan,
        duties: Sequence[Duty],
        *,
        period: Period,
        design: FormDesign,
        frames: Mapping[SheetKey, pd.DataFrame],
        standing_files: frozenset[str] | None = None,
        history: History | None = None,
    ) -> Self:
        """Return the context of a round of a plan."""
        return cls(
            period=period,
            design=design,
            frames=frames,
            tasks={task.code: task for task in plan.tasks},
            indicators={indicator.code: indicator for indicator in plan.indicators},
            sharers=Counter(owed.task.code for duty in duties for owed in duty.tasks),
            unit_names={duty.unit.code: duty.unit.agency_name for duty in duties},
            totals=tuple(total for total in load_totals() if total.plan_id == plan.id),
            standing_files=standing_files,
            history=history,
        )

    def standing(self, frame: pd.DataFrame) -> pd.Series:
        """Return which rows speak for their unit."""
        if self.standing_files is None:
            return pd.Series(data=True, index=frame.index, dtype=bool)
        return frame["file"].isin(self.standing_files)
