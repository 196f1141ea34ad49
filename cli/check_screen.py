"""`check` on a terminal: a table for each unit, errors first, and one line for all of it."""

from collections.abc import Sequence
from pathlib import Path

from catalogue import Severity, shortened
from catalogue.wording import check_page as page_words
from catalogue.wording import cli as words
from cli.desk import Desk
from cli.findings import all_findings, brief_message, by_unit, tally, tally_text
from cli.output import say, table
from validation import Finding, State, Submission

SHOWN_PER_UNIT = 12
LONGEST_VALUE = 60
LONGEST_FILE = 40
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


def print_findings(
    desk: Desk, submissions: Sequence[Submission], returned: Sequence[Path], *, every: bool
) -> None:
    """Print what was found; unless `every`, a unit's notes are only counted and its list is cut."""
    if not submissions:
        say(words.NO_FILES.format(folder=desk.round.received_dir))
        return
    for name, own in by_unit(desk, submissions):
        _print_unit(name, own, every=every)
    say(summary(submissions))
    if returned:
        say(words.CHECK_RETURNED.format(count=len(returned), folder=desk.round.returned_dir))


def summary(submissions: Sequence[Submission]) -> str:
    """Return how many files were read, what became of them, and how much was found."""
    states = [submission.state for submission in submissions]
    found = tally(all_findings(submissions))
    sentence = words.CHECK_SUMMARY if states.count(State.ACCEPTED) < len(states) else words.CHECK_FINE
    return sentence.format(
        files=len(states),
        accepted=states.count(State.ACCEPTED),
        returned=states.count(State.RETURNED),
        unreadable=states.count(State.UNREADABLE),
        errors=found[Severity.ERROR],
        warnings=found[Severity.WARNING],
        notes=found[Severity.NOTE],
    )


def _print_unit(name: str, submissions: Sequence[Submission], *, every: bool) -> None:
    findings = sorted(all_findings(submissions), key=lambda finding: _WEIGHT[finding.severity])
    listed = findings if every else [each for each in findings if each.severity is not Severity.NOTE]
    shown = listed if every else listed[:SHOWN_PER_UNIT]
    if not shown:
        return
    files = sorted({finding.file for finding in shown})
    _print_table(name, shown, files=files)
    if left := tally_text(_left(findings, shown)):
        say(words.CHECK_MORE.format(left=left))


def _left(findings: Sequence[Finding], shown: Sequence[Finding]) -> dict[Severity, int]:
    """Return how many findings of each severity are not shown."""
    seen = tally(shown)
    return {severity: count - seen[severity] for severity, count in tally(findings).items()}


def _print_table(name: str, findings: Sequence[Finding], *, files: Sequence[str]) -> None:
    """Print a unit's findings; which file each is in is a column only when there are several."""
    is_one = len(files) == 1
    title = f"{name} ({files[0]})" if is_one else name
    code, sheet, cell, message = words.CHECK_COLUMNS
    file = [] if is_one else [words.CHECK_FILE_COLUMN]
    columns = [code, words.CHECK_SEVERITY_COLUMN, *file, sheet, cell, message]
    table(title, columns, [_line(finding, is_one=is_one) for finding in findings])


def _line(finding: Finding, *, is_one: bool) -> list[str]:
    message = brief_message(finding, LONGEST_VALUE)
    if finding.explanation:
        message += " " + page_words.EXPLANATION.format(text=shortened(finding.explanation, LONGEST_VALUE))
    return [
        finding.code.name,
        page_words.SEVERITIES[finding.severity],
        *([] if is_one else [shortened(finding.file, LONGEST_FILE)]),
        finding.sheet or words.WHOLE_FILE,
        finding.cell,
        message,
    ]
