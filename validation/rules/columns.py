"""What plan, history and other sheets add to a sheet's rows, so that rules can compare it."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from catalogue import (
    PREVIOUS,
    PREVIOUS_COLUMNS,
    TASK,
    Across,
    Indicator,
    Measure,
    OverTime,
    Period,
    SheetKey,
    Task,
)
from validation.rules.context import RuleContext
from validation.rules.outcome import sure

_FULL_PCT = 100.0


def widened(sheet: SheetKey, frame: pd.DataFrame, context: RuleContext) -> pd.DataFrame:
    """Return a frame with the columns of `catalogue.rule_columns` that it does not have by itself."""
    if sheet is SheetKey.TASKS:
        frame = frame.assign(task_end=_mapped(frame["row_key"], _task_ends(context.tasks), "datetime64[us]"))
    elif sheet is SheetKey.INDICATORS:
        frame = _indicator_columns(frame, context)
    elif sheet is SheetKey.BUDGETS:
        frame = frame.assign(**{f"{TASK}status": _task_status(frame, context.frames.get(SheetKey.TASKS))})
    if context.history and sheet in PREVIOUS_COLUMNS:
        earlier = context.history.beside(sheet, frame)
        frame = frame.assign(**{PREVIOUS + name: values for name, values in earlier.items()})
    return frame


def ratio_pct(frame: pd.DataFrame) -> pd.Series:
    """Return numerator over denominator in per cent; missing where the denominator is not positive."""
    bottom = frame["denominator"].where(frame["denominator"] > 0)
    return frame["numerator"] / bottom * _FULL_PCT


def figure(frame: pd.DataFrame) -> pd.Series:
    """Return the value of each indicator row; a ratio's is computed, what its cell shows may be old."""
    return frame["value"].mask(sure(frame["measure"] == Measure.RATIO.value), ratio_pct(frame))


def _indicator_columns(frame: pd.DataFrame, context: RuleContext) -> pd.DataFrame:
    earlier = context.history.period if context.history else None
    across = {code: each.across.value for code, each in context.indicators.items()}
    cumulative = {
        code: "x" for code, each in context.indicators.items() if is_cumulative(each, context.period, earlier)
    }
    return frame.assign(
        figure=figure(frame),
        across=_mapped(frame["row_key"], across, "string"),
        is_cumulative=_mapped(frame["row_key"], cumulative, "string"),
    )


def is_cumulative(indicator: Indicator, period: Period, earlier: Period | None) -> bool:
    """Whether an indicator's figure cannot be lower than an earlier period's.

    So is a highest value so far; a count of which the latest stands for all; and what is added up over
    periods, when the earlier period is a part of this one (six months of a year).
    """
    if indicator.over_time is OverTime.SUM:
        return bool(earlier and period.data_from <= earlier.data_from and earlier.data_to <= period.data_to)
    is_count = indicator.measure is Measure.COUNT and indicator.across is not Across.NONE
    return indicator.over_time is OverTime.MAXIMUM or (indicator.over_time is OverTime.LATEST and is_count)


def _task_ends(tasks: Mapping[str, Task]) -> dict[str, date]:
    ends = {code: task.deadline.binding_end for code, task in tasks.items()}
    return {code: end for code, end in ends.items() if end and end != date.max}


def _task_status(frame: pd.DataFrame, tasks: pd.DataFrame | None) -> pd.Series:
    """Return what the same file says of the state of each row's task."""
    if tasks is None:
        return pd.Series(pd.NA, index=frame.index, dtype="string")
    status = tasks.drop_duplicates(["file", "row_key"]).set_index(["file", "row_key"])["status"]
    return status.reindex(pd.MultiIndex.from_frame(frame[["file", "task"]])).set_axis(frame.index)


def _mapped(keys: pd.Series, values: Mapping[str, object], dtype: str) -> pd.Series:
    return pd.Series([values.get(key) for key in keys.tolist()], index=keys.index, dtype=dtype)
