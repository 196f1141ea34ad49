"""What errors put in doubt in a submission accepted in spite of them: none of it enters the merged rows.

Why these cells and not others: docs/decisions/0012-cells-in-error-never-count.md
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue import Code, SheetKey
from consolidate.model import LeftOut
from validation import Finding, Submission

if TYPE_CHECKING:
    import pandas as pd

ALSO_IN_DOUBT: Mapping[Code, tuple[str, ...]] = {
    Code.R301: ("status",),
    Code.R302: ("completion_pct",),
    Code.R303: (),
    Code.R304: ("status", "completion_pct"),
    Code.R305: ("status", "data_state"),
    Code.R306: ("status",),
    Code.R307: ("planned_vnd",),
    Code.R308: (),
    Code.R309: (),
    Code.R310: (),
    Code.X402: (),
}
"""Errors between several cells blame one of them; any of these, as far as the sheet has them, may be the
wrong one. (The figures of an indicator stand and fall together: `DEPENDENTS`.)"""

_FIGURES = ("data_state", "numerator", "denominator", "value")
_AMOUNTS = ("planned_vnd", "disbursed_vnd")
DEPENDENTS: Mapping[SheetKey, Mapping[str, tuple[str, ...]]] = {
    SheetKey.INDICATORS: dict.fromkeys(_FIGURES, _FIGURES),
    SheetKey.BUDGETS: {"task": _AMOUNTS, "funding_source": _AMOUNTS},
}
"""Cells that mean nothing without another: a numerator without its denominator, money without its purpose."""

_NOT_ANSWERS = frozenset({"file", "unit_code", "sheet", "row", "row_key", "role", "measure", "is_share"})
_WHOLE_FILE = "E"
_CELL = re.compile(r"([A-Z]+)(\d*)")


def whole_file_errors(submission: Submission) -> tuple[Finding, ...]:
    """Return the errors that put a whole file in doubt: whose it is, or of which round."""
    return tuple(
        finding
        for finding in submission.errors
        if finding.sheet_key is None or finding.code.name.startswith(_WHOLE_FILE)
    )


def without_doubt(
    rows: Mapping[SheetKey, "pd.DataFrame"], submissions: Iterable[Submission]
) -> tuple[dict[SheetKey, "pd.DataFrame"], dict[str, LeftOut]]:
    """Return the rows with what some files' errors put in doubt left out, and how much that is, by file.

    Cells in doubt become missing; a row that is itself in doubt is dropped. Rows of other files stay as
    they are; rows keep no order.

    Args:
        rows: As in `Checked.rows`.
        submissions: The files accepted in spite of errors.
    """
    import pandas as pd

    found = dict(rows)
    left_out: dict[str, LeftOut] = {}
    for submission in submissions:
        cells = dropped = 0
        for key, frame in found.items():
            own = frame["file"] == submission.file
            doubt = _doubt(frame[own], key, submission)
            found[key] = pd.concat([frame[~own], doubt.sound]) if doubt.is_any else frame
            cells, dropped = cells + doubt.cells, dropped + doubt.rows
        left_out[submission.file] = LeftOut(cells=cells, rows=dropped)
    return found, left_out


@dataclass(frozen=True, kw_only=True)
class _Doubt:
    """What is left of the rows of one file on one sheet, and how much is not."""

    sound: "pd.DataFrame"
    cells: int
    rows: int

    @property
    def is_any(self) -> bool:
        return bool(self.cells or self.rows)


def _doubt(frame: "pd.DataFrame", key: SheetKey, submission: Submission) -> _Doubt:
    """Mark what each error doubts, then leave it out."""
    import pandas as pd

    answers = [str(name) for name in frame.columns if name not in _NOT_ANSWERS]
    doubted = pd.DataFrame(data=False, index=frame.index, columns=answers)
    dropped = pd.Series(data=False, index=frame.index)
    for finding in submission.errors:
        if finding.sheet_key is not key:
            continue
        rows = _rows(frame, finding, submission)
        fields = _fields(finding, submission, answers)
        if fields:
            doubted.loc[rows, fields] = True
        else:
            dropped |= rows
    kept = ~dropped
    sound = frame.assign(**{name: frame[name].mask(doubted[name]) for name in answers})[kept]
    return _Doubt(sound=sound, cells=int(doubted[kept].to_numpy().sum()), rows=int(dropped.sum()))


def _rows(frame: "pd.DataFrame", finding: Finding, submission: Submission) -> "pd.Series[bool]":
    """Return which rows a finding is about: one, all when it names none, or none that was read."""
    import pandas as pd

    if finding.row_key:
        return (frame["row_key"] == finding.row_key).astype(bool)
    _, number = _address(finding, submission)
    if number:
        return (frame["row"] == int(number)).astype(bool)
    return pd.Series(data=True, index=frame.index)


def _fields(finding: Finding, submission: Submission, answers: Sequence[str]) -> list[str]:
    """Return the cells in doubt, by field; none when the row as a whole is."""
    blamed = finding.field_key or _field_at(finding, submission)
    if blamed not in answers or finding.sheet_key is None:
        return []
    dependents = DEPENDENTS.get(finding.sheet_key, {})
    doubted = {blamed, *ALSO_IN_DOUBT.get(finding.code, ())}
    doubted |= {name for each in doubted for name in dependents.get(each, ())}
    return [name for name in answers if name in doubted]


def _field_at(finding: Finding, submission: Submission) -> str:
    """Return the field whose column a finding's cell is in, blank when there is none."""
    letters, _ = _address(finding, submission)
    columns = submission.places[finding.sheet_key].columns if letters and finding.sheet_key else {}
    return next((field for field, column in columns.items() if column == letters), "")


def _address(finding: Finding, submission: Submission) -> tuple[str, str]:
    """Return column and row of a cell on the sheet whose answers were taken; blank on a copy beside it."""
    place = submission.places.get(finding.sheet_key) if finding.sheet_key else None
    found = _CELL.fullmatch(finding.cell) if place and place.name == finding.sheet else None
    return (found[1], found[2]) if found else ("", "")
