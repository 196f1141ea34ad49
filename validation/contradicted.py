"""The catalogue's rules on figures that no form says: what somebody put in place of a unit's own."""

from collections.abc import Iterator

import pandas as pd

from catalogue import Period, Rule, Severity, SheetKey, load_rules
from validation.rules import meets


def contradictions(
    sheet: SheetKey, frame: pd.DataFrame, *, period: Period
) -> Iterator[tuple[Rule, "pd.Series[bool]"]]:
    """Yield each rule that makes an error of what a row alone says, with the rows that break it.

    Args:
        sheet: The sheet the rows are of.
        frame: Rows as in `Checked.rows`; a rule about a column that is not there is left out.
        period: The period whose rules hold.
    """
    for rule in load_rules(period.data_to):
        is_error = rule.code.value.severity is Severity.ERROR and rule.function is None
        if rule.sheet is sheet and is_error and rule.columns <= set(frame.columns):
            yield rule, meets(frame, rule.condition, period)
