"""Rows of a frame as plain Python values."""

from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import pandas as pd


Value: TypeAlias = str | int | float | date | None


def records(frame: "pd.DataFrame") -> list[dict[str, Value]]:
    """Return the rows of a frame as dicts; what is missing is None, moments are days."""
    columns = {str(name): _plain(frame[name]) for name in frame.columns}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _plain(series: "pd.Series[Any]") -> list[Value]:
    import pandas as pd

    if pd.api.types.is_datetime64_any_dtype(series):
        return [None if pd.isna(moment) else moment.date() for moment in series]
    return list(series.to_numpy(dtype=object, na_value=None))  # type: ignore[call-overload]  # its types know no None
