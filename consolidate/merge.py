"""Choose the submission of each unit that counts, and put the rows of those together."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd

from catalogue import Duty, SheetKey
from consolidate.doubt import whole_file_errors, without_doubt
from consolidate.ledger import Decision
from consolidate.model import FileState, Merged, RowCount, UnitStanding, UnitState
from validation import Checked, State, Submission


def merge(
    checked: Checked, duties: Sequence[Duty], *, deadline: date, decisions: Iterable[Decision] = ()
) -> Merged:
    """Return a round put together.

    Neither the order of the submissions nor that of the rows within `checked` changes the result.

    Args:
        checked: The verdict on everything that came back.
        duties: What every reporting unit owes, in the registry's order.
        deadline: The last day to submit.
        decisions: The submissions accepted in spite of their errors. A decision holds for the content it
            was taken about, and never for errors that put the whole file in doubt.
    """
    by_key = {decision.key: decision for decision in decisions}
    submissions = tuple(sorted(checked.submissions, key=lambda submission: submission.file))
    by_unit: dict[str, list[Submission]] = {}
    for submission in submissions:
        by_unit.setdefault(submission.unit_code, []).append(submission)
    standings = tuple(
        _standing(duty, by_unit.get(duty.unit.code, ()), deadline=deadline, decisions=by_key)
        for duty in duties
    )
    states = _states(submissions, standings)
    merged_files = [standing.current.file for standing in standings if standing.current and _counts(standing)]
    excepted = [standing.current for standing in standings if standing.exception and standing.current]
    sound, left_out = without_doubt(checked.rows, excepted)
    rows = {sheet: _rows_of(frame, merged_files) for sheet, frame in sound.items()}
    return Merged(
        standings=standings,
        submissions=submissions,
        states=states,
        counts=_counts_of(submissions, states, rows=rows),
        rows=rows,
        deadline=deadline,
        left_out=left_out,
    )


def _counts(standing: UnitStanding) -> bool:
    return standing.state is UnitState.ACCEPTED


def _standing(
    duty: Duty, own: Sequence[Submission], *, deadline: date, decisions: Mapping[tuple[str, str], Decision]
) -> UnitStanding:
    """Choose the submission of one unit: the latest accepted, else the latest returned."""
    excepted = {each.file: exception for each in own if (exception := _exception(each, decisions))}
    accepted = _latest(each for each in own if each.state is State.ACCEPTED or each.file in excepted)
    returned = _latest(each for each in own if each.state is State.RETURNED and each.file not in excepted)
    current = accepted or returned
    is_waiting = accepted and returned and _moment(returned) > _moment(accepted)
    return UnitStanding(
        duty=duty,
        state=UnitState.ACCEPTED if accepted else UnitState.RETURNED if returned else UnitState.MISSING,
        current=current,
        waiting=returned if is_waiting else None,
        is_late=current.received_on > deadline if current else None,
        exception=excepted.get(current.file) if current else None,
    )


def _exception(submission: Submission, decisions: Mapping[tuple[str, str], Decision]) -> Decision | None:
    """Return the decision that holds for a submission that was sent back, if one does."""
    if submission.state is not State.RETURNED or whole_file_errors(submission):
        return None
    return decisions.get((submission.unit_code, submission.sha256))


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
