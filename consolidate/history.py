"""What earlier rounds said, read from their masters."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue import Choice, Period, SheetKey, load_design
from catalogue.wording import master as master_words
from consolidate.model import MasterTables, Shown, UnitState
from consolidate.past import MONEY, OVERDUE, TASKS, UNITS, Past, group_series, indicator_series
from consolidate.read import read_master
from consolidate.rollup_tasks import Due, Overall
from consolidate.share import share_pct, total
from validation import History

if TYPE_CHECKING:
    import pandas as pd


def read_history(master: Path) -> History:
    """Return what the units reported in the round of a master.

    Raises:
        UnreadableFileError: It is not a master, or cannot be read.
        RoundError: It does not say of which period it is.
    """
    tables = read_master(master)
    return History(
        period=Period.parse(tables.about["period"]),
        frames={SheetKey.TASKS: _tasks(tables), SheetKey.INDICATORS: _indicators(tables)},
    )


def read_past(master: Path) -> Past:
    """Return the figures of the round of a master that later rounds are held against.

    Raises:
        UnreadableFileError: It is not a master, or cannot be read.
        RoundError: It does not say of which period it is.
    """
    return past_of(read_master(master))


def past_of(tables: MasterTables) -> Past:
    """Return the figures of a master; what nobody reported is absent."""
    tasks, budgets = tables.tables["tasks"], tables.tables["budgets"]
    done = {group_series(str(code)): _done_pct(own) for code, own in tasks.groupby("group_code")}
    values = tables.tables["indicators"].set_index("indicator_code")["value"]
    figures: dict[str, float | None] = {
        UNITS: _accepted_pct(shown_states(tables)),
        TASKS: _done_pct(tasks),
        OVERDUE: float((tasks["due_state"] == master_words.DUE_STATES[Due.OVERDUE]).sum()),
        MONEY: share_pct(total(budgets["disbursed_vnd"].dropna()), total(budgets["planned_vnd"].dropna())),
        **done,
        **{indicator_series(str(code)): float(value) for code, value in values.dropna().items()},
    }
    known = {series: value for series, value in figures.items() if value is not None}
    return Past(period=Period.parse(tables.about["period"]), figures=known)


def shown_states(tables: MasterTables) -> list[Shown]:
    """Return the states of a master's units; words that are none of ours are left out."""
    by_label = {master_words.UNIT_STATES[shown]: shown for shown in Shown}
    return [by_label[state] for state in tables.tables["submissions"]["state"] if state in by_label]


def _accepted_pct(states: Sequence[Shown]) -> float | None:
    """Return the units accepted in per cent of those that had to report."""
    owing = [state for state in states if state is not Shown.WAIVED]
    return share_pct(sum(each.state is UnitState.ACCEPTED for each in owing), len(owing))


def _done_pct(tasks: "pd.DataFrame") -> float | None:
    """Return the tasks done in per cent of all, by weight; None while nobody had reported."""
    if (tasks["overall"] == master_words.OVERALL[Overall.NO_REPORT]).all():
        return None
    done = tasks["overall"] == master_words.OVERALL[Overall.DONE]
    return share_pct(total(tasks.loc[done, "weight"]), total(tasks["weight"]))


def _tasks(tables: MasterTables) -> "pd.DataFrame":
    import pandas as pd

    rows = tables.tables["task_rows"]
    labels = {choice.label: choice.key for choice in _statuses()}
    return pd.DataFrame(
        {
            "unit_code": rows["unit_code"],
            "row_key": rows["task_code"],
            "status": pd.Series([labels.get(label) for label in rows["status"]], dtype="string"),
            "completion_pct": rows["completion_pct"],
            "result_text": rows["result_text"].replace("", pd.NA),
        }
    )


def _statuses() -> tuple[Choice, ...]:
    return load_design().choices["task_status"]


def _indicators(tables: MasterTables) -> "pd.DataFrame":
    import pandas as pd

    rows = tables.tables["indicator_rows"]
    return pd.DataFrame(
        {"unit_code": rows["unit_code"], "row_key": rows["indicator_code"], "figure": rows["value"]}
    )
