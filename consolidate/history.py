"""The round before this one: found beside it on disk, read from its master."""

from datetime import date
from pathlib import Path

import pandas as pd

from catalogue import ROUND_FILE, Choice, Period, Round, RoundError, SheetKey, load_design, load_round
from consolidate.model import MasterTables
from consolidate.read import read_master
from validation import History


def previous_round(round_: Round) -> Round | None:
    """Return the round of the same plan with the latest earlier period among the folders beside a round.

    Only rounds that have a master count. Of two periods that end on one day (a quarter and a half-year) the
    one that starts as this one does is preferred, then the longer. A folder whose settings cannot be read is
    passed over: it is another round's business.
    """
    beside = [_round_in(folder) for folder in sorted(round_.folder.resolve().parent.iterdir())]
    earlier = [each for each in beside if each and _is_earlier(each, round_)]
    return max(earlier, key=lambda each: _rank(each.period, round_.period), default=None)


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
