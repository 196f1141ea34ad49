"""Choose the submission of each unit that counts, and put the rows of those together."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd

from catalogue import Duty, SheetKey
from consolidate.model import FileState, Merged, RowCount, UnitStanding, UnitState
from validation import Checked, State, Submission


def merge(checked: Checked, duties: Sequence[Duty], *, deadline: date) -> Merged:
    """Return a round put together.

    Neither the order of the submissions nor that of the rows within `checked` changes the result.

    Args:
        checked: The verdict on everything that came back.
        duties: What every reporting unit owes, in the registry's order.
        deadline: The last day to submit.
    """
    submissions = tuple(sorted(checked.submissions, key=lambda submission: submission.file))
    by_unit: dict[str, list[Submission]] = {}
    for submission in submissions:
        by_unit.setdefault(submission.unit_code, []).append(submission)
    standings = tuple(_standing(duty, by_unit.get(duty.unit.code, ()), deadline=deadline) for duty in duties)
    states = _states(submissions, standings)
    merged_files = [standing.current.file for standing in standings if standing.current and _counts(standing)]
    rows = {sheet: _rows_of(frame, merged_files) for sheet, frame in checked.rows.items()}
    return Merged(
        standings=standings,
        submissions=submissions,
        states=states,
        counts=_counts_of(submissions, states, rows=rows),
        rows=rows,
        deadline=deadline,
    )


def _counts(standing: UnitStanding) -> bool:
    return standing.state is UnitState.ACCEPTED


def _standing(duty: Duty, own: Sequence[Submission], *, deadline: date) -> UnitStanding:
    """Choose the submission of one unit: the latest accepted, else the latest returned."""
    accepted = _latest(submission for submission in own if submission.state is State.ACCEPTED)
    returned = _latest(submission for submission in own if submission.state is State.RETURNED)
    current = accepted or returned
    is_waiting = accepted and returned and _moment(returned) > _moment(accepted)
    return UnitStanding(
        duty=duty,
        state=UnitState(current.state) if current else UnitState.MISSING,
        current=current,
        waiting=returned if is_waiting else None,
        is_late=current.received_on > deadline if current else None,
    )


def _latest(submissions: Iterable[Submission]) -> Submission | None:
    return max(submissions, key=_moment, default=None)


def _moment(submission: Submission) -> tuple[int, str]:
    """Order revisions of one unit; of two saved in the same instant the later name counts."""
    return submission.received_at, submission.file


def _states(submissions: Iterable[Submission], standings: Iterable[UnitStanding]) -> dict[str, FileState]:
    """Say of each file what became of its rows."""
    by_unit = {standing.duty.unit.code: standing for standing in standings}
    return {
        submission.file: _state(submission, by_unit.get(submission.unit_code)) for submission in submissions
    }


def _state(submission: Submission, standing: UnitStanding | None) -> FileState:
    if submission.state is State.UNREADABLE:
        return FileState.UNREADABLE
    if standing is None or standing.current is None:
        return FileState.FOREIGN
    if submission.file == standing.current.file:
        return FileState.MERGED if _counts(standing) else FileState.RETURNED
    if standing.waiting and submission.file == standing.waiting.file:
        return FileState.WAITING
    return FileState.SUPERSEDED


def _rows_of(frame: pd.DataFrame, files: Sequence[str]) -> pd.DataFrame:
    """Return the rows of some files, in the order of those files and of the rows in each."""
    position = {file: index for index, file in enumerate(files)}
    kept = frame[frame["file"].isin(files)]
    order = kept.assign(_file=kept["file"].map(position)).sort_values(["_file", "row"], kind="stable").index
    return kept.loc[order].reset_index(drop=True)


def _counts_of(
    submissions: Iterable[Submission],
    states: Mapping[str, FileState],
    *,
    rows: Mapping[SheetKey, pd.DataFrame],
) -> dict[str, RowCount]:
    merged: dict[str, int] = {}
    for frame in rows.values():
        for file, count in frame["file"].value_counts().items():
            merged[str(file)] = merged.get(str(file), 0) + int(count)
    return {
        submission.file: _count(
            submission.rows_read, states[submission.file], merged=merged.get(submission.file, 0)
        )
        for submission in submissions
    }


def _count(read: int, state: FileState, *, merged: int) -> RowCount:
    """Share out the rows of one file; rows read but absent from the merged tables are refused.

    Raises:
        ValueError: More rows were merged than read: the verdict contradicts itself.
    """
    if merged > read:
        raise ValueError(merged, read)
    rest = read - merged
    is_superseded = state is FileState.SUPERSEDED
    return RowCount(
        read=read,
        merged=merged,
        refused=0 if is_superseded else rest,
        superseded=rest if is_superseded else 0,
    )
