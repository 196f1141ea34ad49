"""Findings wherever they are listed: counted by severity, and put briefly enough for a line."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from catalogue import Severity, shortened
from catalogue.wording import check_page as words
from cli.desk import Desk
from consolidate import Merged
from validation import Finding, Submission


def by_unit(desk: Desk, submissions: Iterable[Submission]) -> list[tuple[str, list[Submission]]]:
    """Return the files of each unit that sent something, under its name.

    Units stand in the registry's order, after the files of which nobody knows whose they are.
    """
    groups: dict[str, list[Submission]] = {code: [] for code in ("", *desk.by_unit)}
    for submission in submissions:
        groups[submission.unit_code if submission.unit_code in groups else ""].append(submission)
    names = {code: duty.unit.agency_name for code, duty in desk.by_unit.items()} | {"": words.UNKNOWN_UNIT}
    return [(names[code], group) for code, group in groups.items() if group]


def accepted_by_exception(merged: Merged) -> frozenset[str]:
    """Return the files whose errors were accepted by a recorded decision."""
    return frozenset(each.current.file for each in merged.standings if each.exception and each.current)


def all_findings(submissions: Sequence[Submission]) -> list[Finding]:
    """Return the findings of several files, in order of file and place."""
    return [finding for submission in submissions for finding in submission.findings]


def tally(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity, the gravest first; zeros count."""
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in Severity}


def tally_text(counts: Mapping[Severity, int]) -> str:
    """Return counts in words, what there is none of left out."""
    return ", ".join(
        words.COUNTS[severity].format(count=count) for severity, count in counts.items() if count
    )


def brief_message(finding: Finding, limit: int) -> str:
    """Return a finding's sentence with a long value in it cut; the sentence itself stays whole."""
    if len(finding.value) <= limit:
        return finding.message
    return finding.message.replace(finding.value, shortened(finding.value, limit))
