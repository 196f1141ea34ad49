"""Check everything that came back in a round: the one door from files to a verdict."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time

from catalogue import Duty, FormDesign, Period, Plan, Round, uncollected
from validation.expected import Expected
from validation.history import History
from validation.model import Checked, State, Submission
from validation.packing import answers_in
from validation.reading import VIETNAM
from validation.received import Received, received_files
from validation.workers import Outcome, Reader, read_all


@uncollected()
def check_round(
    round_: Round,
    plan: Plan,
    duties: Sequence[Duty],
    design: FormDesign,
    *,
    files: Sequence[Received] | None = None,
    history: Callable[[], History | None] = lambda: None,
    on_file: Callable[[], None] = lambda: None,
    reader: Reader | None = None,
) -> Checked:
    """Return the verdict on the files that came back in a round.

    Args:
        round_: The round; files are named relative to its `nhan-ve/`.
        plan: The round's plan.
        duties: What each unit owes.
        design: The form's sheets and fields.
        files: Only these files; None means everything in `nhan-ve/`.
        history: Gives what the units reported the period before, None when that is not known; asked while
            the files are read.
        on_file: Called after each file that was read, in an archive too, for a progress bar.
        reader: Who reads the files, as `keeping` gives; None means this machine's workers, every time anew.

    Returns:
        Submissions and typed rows. Bad data never raises: it becomes findings.
    """
    items = received_files(round_.received_dir) if files is None else files
    expected = Expected(
        plan=plan,
        period=round_.period,
        design=design,
        duties={duty.unit.code: duty for duty in duties},
    )
    outcomes = (reader or read_all)(items, expected)
    from validation.judge import judge  # loads Pandera while the files are read

    before = history()
    received = {}
    for outcome in outcomes:
        received[outcome.item.file] = outcome.taken, _submission(outcome, round_.period)
        on_file()
    return judge(
        {file: received[file] for file in sorted(received)},
        round_=round_,
        plan=plan,
        duties=duties,
        design=design,
        history=before,
    )


def _submission(outcome: Outcome, period: Period) -> Submission:
    item, taken = outcome.item, outcome.taken
    return Submission(
        file=item.file,
        container=item.container,
        sha256=outcome.sha256,
        received_on=datetime.fromtimestamp(item.saved_at // 1_000_000_000, VIETNAM).date(),
        received_at=item.saved_at,
        unit_code=taken.unit_code,
        state=State.UNREADABLE,
        findings=(),
        contact=taken.contact,
        rows_read=taken.rows_read,
        places=taken.places,
        answers=answers_in(outcome.packed) if outcome.packed else taken.answers,
        modified_at=_believed(taken.modified_at, item.saved_at, period),
        form_version=taken.form_version,
    )


def _believed(stamp: int | None, saved_at: int, period: Period) -> int | None:
    """Return a workbook's own stamp if it can be true.

    It cannot be of the period's first moment, which is that of a form nobody changed, or earlier; nor later
    than the file. Why: docs/decisions/0015-a-workbooks-own-stamp.md
    """
    issued = int(datetime.combine(period.data_from, time(), UTC).timestamp()) * 1_000_000_000
    if stamp is None or stamp <= issued or (stamp > saved_at > issued):
        return None
    return stamp
