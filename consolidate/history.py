"""Rounds before this one: found beside it on disk or where the officer says, read from their masters."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from catalogue import ROUND_FILE, Choice, Period, Round, RoundError, SheetKey, load_design, load_round
from catalogue.wording import master as master_words
from catalogue.wording import rollups as words
from consolidate.model import MasterTables, Shown, UnitState
from consolidate.past import MONEY, OVERDUE, TASKS, UNITS, Past, group_series, indicator_series
from consolidate.read import read_master
from consolidate.rollup_tasks import Due, Overall
from consolidate.share import share_pct, total
from validation import History


def earlier_rounds(round_: Round, *, folder: Path | None = None) -> tuple[Round, ...]:
    """Return the earlier rounds of the same plan that have a master, the oldest first, each period once.

    Of two periods that end on one day (a quarter and a half-year) the one that starts as this round's does
    comes later, then the longer. A folder whose settings cannot be read is passed over: it is another
    round's business.

    Args:
        round_: The round.
        folder: A round, or a folder of rounds; None means the folders beside the round.

    Raises:
        RoundError: There is none in the folder that was named.
    """
    place = round_.folder.resolve().parent if folder is None else folder
    folders = [place, *sorted(place.iterdir())] if place.is_dir() else []
    found = [each for each in map(_round_in, folders) if each and _is_earlier(each, round_)]
    if folder is not None and not found:
        raise RoundError(words.NO_EARLIER_ROUND.format(folder=folder))
    by_period = {each.period: each for each in found}
    return tuple(sorted(by_period.values(), key=lambda each: _rank(each.period, round_.period)))


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
        UNITS: _accepted_pct(tables.tables["submissions"]["state"].tolist()),
        TASKS: _done_pct(tasks),
        OVERDUE: float((tasks["due_state"] == master_words.DUE_STATES[Due.OVERDUE]).sum()),
        MONEY: share_pct(total(budgets["disbursed_vnd"].dropna()), total(budgets["planned_vnd"].dropna())),
        **done,
        **{indicator_series(str(code)): float(value) for code, value in values.dropna().items()},
    }
    known = {series: value for series, value in figures.items() if value is not None}
    return Past(period=Period.parse(tables.about["period"]), figures=known)


def _accepted_pct(states: Sequence[str]) -> float | None:
    """Return the units accepted in per cent of those that had to report."""
    by_label = {master_words.UNIT_STATES[shown]: shown for shown in Shown}
    owing = [by_label[state] for state in states if by_label.get(state, Shown.WAIVED) is not Shown.WAIVED]
    return share_pct(sum(each.state is UnitState.ACCEPTED for each in owing), len(owing))


def _done_pct(tasks: pd.DataFrame) -> float | None:
    """Return the tasks done in per cent of all, by weight; None while nobody had reported."""
    if (tasks["overall"] == master_words.OVERALL[Overall.NO_REPORT]).all():
        return None
    done = tasks["overall"] == master_words.OVERALL[Overall.DONE]
    return share_pct(total(tasks.loc[done, "weight"]), total(tasks["weight"]))


def _round_in(folder: Path) -> Round | None:
    if not (folder / ROUND_FILE).is_file():
        return None
    try:
        return load_round(folder)
    except RoundError:
        return None


def _is_earlier(other: Round, round_: Round) -> bool:
    is_before = other.period.data_to < round_.period.data_to
    return is_before and other.plan_id == round_.plan_id and other.master_path.is_file()


def _rank(period: Period, current: Period) -> tuple[date, bool, int]:
    return period.data_to, period.data_from == current.data_from, (period.data_to - period.data_from).days


def _tasks(tables: MasterTables) -> pd.DataFrame:
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


def _indicators(tables: MasterTables) -> pd.DataFrame:
    rows = tables.tables["indicator_rows"]
    return pd.DataFrame(
        {"unit_code": rows["unit_code"], "row_key": rows["indicator_code"], "figure": rows["value"]}
    )
