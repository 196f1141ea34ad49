"""What the units reported a period ago, for rules that hold this period against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue import PREVIOUS_COLUMNS, Period, SheetKey

if TYPE_CHECKING:
    import pandas as pd

ROW_COLUMNS = ("unit_code", "row_key")


@dataclass(frozen=True, kw_only=True)
class History:
    """An earlier period of the same plan, as it was merged.

    Attributes:
        period: The earlier period.
        frames: For tasks and indicators one row per unit and row: `unit_code`, `row_key`, and the columns
            of `catalogue.PREVIOUS_COLUMNS`: choices by key, per cents 0-100, a ratio's figure computed.
    """

    period: Period
    frames: Mapping[SheetKey, "pd.DataFrame"]

    def beside(self, sheet: SheetKey, frame: "pd.DataFrame") -> dict[str, "pd.Series"]:
        """Return the earlier values of each row of a frame, by column, missing where there are none."""
        import pandas as pd

        then = self.frames[sheet].drop_duplicates(list(ROW_COLUMNS)).set_index(list(ROW_COLUMNS))
        rows = pd.MultiIndex.from_frame(frame[list(ROW_COLUMNS)])
        return {name: then[name].reindex(rows).set_axis(frame.index) for name in PREVIOUS_COLUMNS[sheet]}
