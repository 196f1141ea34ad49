"""One task, reported differently by the units that share it."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from catalogue import Rule
from catalogue.wording.findings import UNITS_JOINT
from validation.rules.context import RuleContext
from validation.rules.outcome import Outcome

DONE = "done"


def units_disagree(frame: pd.DataFrame, rows: pd.Series, rule: Rule, context: RuleContext) -> Outcome:
    """Find rows in which a unit says done and others that share the task say nothing was done, both ways.

    Only tasks that a few units report count: each of the 114 communes does its own part of a task given to
    all of them. Only units in the same role are compared: a coordinating one may have nothing to report.
    """
    few = {code for code, count in context.sharers.items() if count <= rule.parameters["max_units"]}
    shared = frame[rows & context.standing(frame) & frame["row_key"].isin(few)]
    broken = pd.Series(data=False, index=frame.index, dtype=bool)
    said, names = (pd.Series(pd.NA, index=frame.index, dtype="string") for _ in range(2))
    for row, others in _opposed(shared):
        broken.loc[row] = True
        said.loc[row] = others["status"].iloc[0]
        names.loc[row] = UNITS_JOINT.join(
            context.unit_names.get(code, code) for code in others["unit_code"].unique()
        )
    return Outcome(broken=broken, facts={"choice": said, "expected": names})


def _opposed(shared: pd.DataFrame) -> Iterator[tuple[Any, pd.DataFrame]]:
    """Yield each row whose task others report the opposite way, with the others' rows of one status."""
    for _, group in shared.groupby(["row_key", "role"], sort=False, dropna=False):
        is_done = group["status"] == DONE
        if is_done.all() or not is_done.any():
            continue
        for row in group.index:
            others = group[is_done != is_done[row]]
            others = others[others["unit_code"] != group.loc[row, "unit_code"]]
            if not others.empty:
                yield row, others[others["status"] == others["status"].iloc[0]]
