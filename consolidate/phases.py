"""What the ledger is to know of every file of a round put together."""

from collections import Counter
from collections.abc import Mapping

from catalogue import Severity
from consolidate.ledger import Phase, Sighting
from consolidate.model import FileState, Merged
from validation import Submission

_PHASES: Mapping[FileState, Phase] = {
    FileState.SUPERSEDED: Phase.SUPERSEDED,
    FileState.RETURNED: Phase.RETURNED,
    FileState.WAITING: Phase.RETURNED,
    FileState.SUPPLEMENT: Phase.SUPPLEMENT,
    FileState.FOREIGN: Phase.RECEIVED,
    FileState.UNREADABLE: Phase.RECEIVED,
}


def sightings_of(merged: Merged) -> tuple[Sighting, ...]:
    """Return every file of a round as the ledger sees it, sorted by name."""
    excepted = frozenset(merged.left_out)
    return tuple(_sighting(merged, each, is_excepted=each.file in excepted) for each in merged.submissions)


def _sighting(merged: Merged, submission: Submission, *, is_excepted: bool) -> Sighting:
    counts = Counter(finding.severity for finding in submission.findings)
    accepted = Phase.WARNED if counts[Severity.WARNING] else Phase.ACCEPTED
    if is_excepted:
        accepted = Phase.EXCEPTED
    return Sighting(
        file=submission.file,
        sha256=submission.sha256,
        unit_code=submission.unit_code,
        saved_at=submission.received_at,
        phase=_PHASES.get(merged.states[submission.file], accepted),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
        modified_at=submission.modified_at,
        form_version=submission.form_version,
    )
