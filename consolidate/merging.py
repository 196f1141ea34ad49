"""Choose the submission of each unit that counts, and put the rows of those together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from catalogue import Duty, SheetKey, uncollected
from consolidate.doubt import whole_file_errors, without_doubt
from consolidate.ledger import Decision, Key, Pick, Rulings, Waiver
from consolidate.model import FileState, Merged, RowCount, UnitStanding, UnitState
from consolidate.revisions import doubts, moment
from validation import Checked, State, Submission

if TYPE_CHECKING:
    import pandas as pd

NO_RULINGS = Rulings()


@uncollected()
def merge(
    checked: Checked,
    duties: Sequence[Duty],
    *,
    deadline: date,
    decisions: Iterable[Decision] = (),
    rulings: Rulings = NO_RULINGS,
) -> Merged:
    """Return a round put together.

    Neither the order of the submissions nor that of the rows within `checked` changes the result.

    Args:
        checked: The verdict on everything that came back.
        duties: What every reporting unit owes, in the registry's order.
        deadline: The last day to submit.
        decisions: The submissions accepted in spite of their errors. A decision holds for the content it
            was taken about, and never for errors that put the whole file in doubt.
        rulings: What officers ruled besides: picks, waivers, a closing.
    """
    choice = _Choice(
        deadline=deadline,
        exceptions={decision.key: decision for decision in decisions},
        rulings=rulings,
        arrivals=_arrivals(rulings, checked.submissions),
        present=frozenset(submission.file for submission in checked.submissions),
    )
    by_unit: dict[str, list[Submission]] = {}
    for submission in checked.submissions:
        by_unit.setdefault(submission.unit_code, []).append(submission)
    standings = tuple(choice.standing(duty, by_unit.get(duty.unit.code, ())) for duty in duties)
    submissions = _with_doubts(checked.submissions, standings)
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
        closing=rulings.closing,
        chains={duty.unit.code: choice.chain(by_unit.get(duty.unit.code, ())) for duty in duties},
    )


def _arrivals(rulings: Rulings, submissions: Iterable[Submission]) -> dict[str, int]:
    """Return in which order contents arrived; the new ones as the ledger will note them, by name."""
    arrivals = dict(rulings.arrivals)
    for submission in sorted(submissions, key=lambda each: (each.file, each.sha256)):
        arrivals.setdefault(submission.sha256, len(arrivals))
    return arrivals


def _with_doubts(
    submissions: Iterable[Submission], standings: Iterable[UnitStanding]
) -> tuple[Submission, ...]:
    """Return the files sorted by name, those that count with what was found about their order."""
    current = {standing.current.file: standing.current for standing in standings if standing.current}
    return tuple(
        current.get(each.file, each) for each in sorted(submissions, key=lambda submission: submission.file)
    )


def _counts(standing: UnitStanding) -> bool:
    return standing.state is UnitState.ACCEPTED


@dataclass(frozen=True, kw_only=True)
class _Choice:
    """What decides which submission of a unit counts."""

    deadline: date
    exceptions: Mapping[Key, Decision]
    rulings: Rulings
    arrivals: Mapping[str, int]
    present: frozenset[str]

    def standing(self, duty: Duty, own: Sequence[Submission]) -> UnitStanding:
        """Choose the submission of one unit: the latest accepted, else the latest returned."""
        code = duty.unit.code
        chain = self.chain(own)
        sealed = [each for each in chain if self._is_sealed(each)]
        excepted = {each.file: decision for each in sealed if (decision := self._exception(each))}
        pick, waiver = self.rulings.picks.get(code), self.rulings.waivers.get(code)
        accepted = self._latest((each for each in sealed if _is_accepted(each, excepted)), pick)
        returned = self._latest((each for each in sealed if not _is_accepted(each, excepted)), pick)
        chosen = accepted or returned
        is_waiting = accepted and returned and self._moment(returned) > self._moment(accepted)
        found = doubts(sealed, chosen, pick) if chosen else ()
        current = replace(chosen, findings=(*found, *chosen.findings)) if chosen and found else chosen
        return UnitStanding(
            duty=duty,
            state=_unit_state(accepted, returned, waiver),
            current=current,
            waiting=returned if is_waiting and not _outruled(returned, pick) else None,
            is_late=current.received_on > self.deadline if current else None,
            exception=excepted.get(current.file) if current else None,
            before=_before(sealed, chosen),
            pick=pick if pick and current and pick.sha256 == current.sha256 else None,
            waiver=waiver,
            supplements=tuple(each for each in chain if not self._is_sealed(each)),
        )

    def chain(self, own: Iterable[Submission]) -> tuple[Submission, ...]:
        """Return the files of one unit that could be read, the earliest first."""
        readable = (each for each in own if each.state is not State.UNREADABLE)
        return tuple(sorted(readable, key=self._moment))

    def _moment(self, submission: Submission) -> tuple[int, int, int, str]:
        return moment(submission, self.arrivals)

    def _is_sealed(self, submission: Submission) -> bool:
        """Whether a file came before the round was closed, if it was."""
        closing = self.rulings.closing
        return closing is None or closing.covers(submission.file, submission.sha256, present=self.present)

    def _exception(self, submission: Submission) -> Decision | None:
        """Return the decision that holds for a submission that was sent back, if one does."""
        if submission.state is not State.RETURNED or whole_file_errors(submission):
            return None
        return self.exceptions.get((submission.unit_code, submission.sha256))

    def _latest(self, submissions: Iterable[Submission], pick: Pick | None) -> Submission | None:
        """Return the latest of one unit's files; where an officer picked one of them, not the others.

        Of copies of one content it is the earliest: copying a file again makes nothing late.
        """
        own = list(submissions)
        if pick and any(each.sha256 == pick.sha256 for each in own):
            own = [each for each in own if not _outruled(each, pick)]
        latest = max(own, key=self._moment, default=None)
        copies = (each for each in own if latest and each.sha256 == latest.sha256)
        return min(copies, key=self._moment, default=None)


def _is_accepted(submission: Submission, excepted: Mapping[str, Decision]) -> bool:
    return submission.state is State.ACCEPTED or submission.file in excepted


def _outruled(submission: Submission | None, pick: Pick | None) -> bool:
    """Whether the officer chose another file than this one."""
    if submission is None or pick is None:
        return False
    return submission.sha256 in pick.among and submission.sha256 != pick.sha256


def _unit_state(accepted: Submission | None, returned: Submission | None, waiver: Waiver | None) -> UnitState:
    if accepted:
        return UnitState.ACCEPTED
    if waiver:
        return UnitState.WAIVED
    return UnitState.RETURNED if returned else UnitState.MISSING


def _before(chain: Sequence[Submission], current: Submission | None) -> Submission | None:
    """Return the file that was the latest before the one that counts, of another content."""
    earlier = chain[: chain.index(current)] if current else ()
    return next((each for each in reversed(earlier) if current and each.sha256 != current.sha256), None)


def _states(submissions: Iterable[Submission], standings: Iterable[UnitStanding]) -> dict[str, FileState]:
    """Say of each file what became of its rows."""
    by_unit = {standing.duty.unit.code: standing for standing in standings}
    return {
        submission.file: _state(submission, by_unit.get(submission.unit_code)) for submission in submissions
    }


def _state(submission: Submission, standing: UnitStanding | None) -> FileState:
    if submission.state is State.UNREADABLE:
        return FileState.UNREADABLE
    if standing is None:
        return FileState.FOREIGN
    if submission.file in {each.file for each in standing.supplements}:
        return FileState.SUPPLEMENT
    if standing.current is None:
        return FileState.FOREIGN
    if submission.file == standing.current.file:
        return FileState.MERGED if _counts(standing) else FileState.RETURNED
    if standing.waiting and submission.file == standing.waiting.file:
        return FileState.WAITING
    return FileState.SUPERSEDED


def _rows_of(frame: "pd.DataFrame", files: Sequence[str]) -> "pd.DataFrame":
    """Return the rows of some files, in the order of those files and of the rows in each."""
    position = {file: index for index, file in enumerate(files)}
    places = frame[["row"]].assign(file=[position.get(file, -1) for file in frame["file"].tolist()])
    order = places[places["file"] >= 0].sort_values(["file", "row"], kind="stable").index
    return frame.loc[order].reset_index(drop=True)


def _counts_of(
    submissions: Iterable[Submission],
    states: Mapping[str, FileState],
    *,
    rows: Mapping[SheetKey, "pd.DataFrame"],
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
    is_superseded, is_supplement = state is FileState.SUPERSEDED, state is FileState.SUPPLEMENT
    return RowCount(
        read=read,
        merged=merged,
        refused=0 if is_superseded or is_supplement else rest,
        superseded=rest if is_superseded else 0,
        supplement=rest if is_supplement else 0,
    )
