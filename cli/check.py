"""`tonghop check`: findings, and marked copies for the units that must correct."""

from pathlib import Path
from typing import Annotated

import typer

from catalogue import ROUND_FILE, RoundError
from catalogue.wording import cli as words
from cli.desk import Desk
from cli.output import print_json, say, table
from cli.send_back import send_back
from consolidate import FileState, Merged
from validation import Finding, State, Submission

SHOWN_PER_UNIT = 12
FINDINGS = 1


def check(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="DIR | FILE...", help=words.CHECK_ARGUMENT)],
    *,
    round_folder: Annotated[Path | None, typer.Option("--round", help=words.ROUND_OPTION)] = None,
    json: Annotated[bool, typer.Option("--json", help=words.JSON_OPTION)] = False,
    every: Annotated[bool, typer.Option("--all", help=words.ALL_OPTION)] = False,
) -> None:
    """Check a round, or some files of it."""
    folder, files = _target(paths, round_folder)
    desk = Desk.open(folder, context.obj)
    checked = desk.check(files)
    if files is None:
        merged = desk.merge(checked)
        submissions, returned = standing_files(merged), send_back(desk, merged)
    else:
        submissions, returned = checked.submissions, ()
    if json:
        print_json(_as_json(submissions, returned))
    else:
        _print(desk, submissions, returned, every=every)
    if any(submission.errors for submission in submissions):
        raise typer.Exit(FINDINGS)


def standing_files(merged: Merged) -> tuple[Submission, ...]:
    """Return the files whose findings still matter: all but those a later one has taken the place of."""
    return tuple(each for each in merged.submissions if merged.states[each.file] is not FileState.SUPERSEDED)


def _target(paths: list[Path], round_folder: Path | None) -> tuple[Path, tuple[Path, ...] | None]:
    """Return the round's folder, and the files to check (None: all that came back)."""
    for path in paths:
        if not path.exists():
            raise RoundError(words.NO_SUCH_FILE.format(path=path))
    if len(paths) == 1 and paths[0].is_dir():
        return paths[0], None
    if round_folder is None:
        parents = (parent for path in paths for parent in path.resolve().parents)
        round_folder = next((parent for parent in parents if (parent / ROUND_FILE).is_file()), None)
    if round_folder is None:
        raise RoundError(words.FILES_WITHOUT_ROUND)
    return round_folder, tuple(path.resolve() for path in paths)


def _as_json(submissions: tuple[Submission, ...], returned: tuple[Path, ...]) -> dict[str, object]:
    return {
        "files": [_file_as_json(submission) for submission in submissions],
        "returned": [path.name for path in returned],
        "findings": [_finding_as_json(each) for submission in submissions for each in submission.findings],
    }


def _file_as_json(submission: Submission) -> dict[str, object]:
    return {
        "file": submission.file,
        "unit_code": submission.unit_code,
        "state": submission.state,
        "received_on": submission.received_on,
        "rows_read": submission.rows_read,
        "errors": len(submission.errors),
    }


def _finding_as_json(finding: Finding) -> dict[str, object]:
    return {
        "file": finding.file,
        "unit_code": finding.unit_code,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "value": finding.value,
        "code": finding.code.name,
        "severity": finding.severity,
        "message": finding.message,
    }


def _print(
    desk: Desk, submissions: tuple[Submission, ...], returned: tuple[Path, ...], *, every: bool
) -> None:
    if not submissions:
        say(words.NO_FILES.format(folder=desk.round.received_dir))
        return
    findings = [each for submission in submissions for each in submission.findings]
    for unit_code in ("", *desk.by_unit):
        own = [finding for finding in findings if finding.unit_code == unit_code]
        name = desk.by_unit[unit_code].unit.agency_name if unit_code else words.CHECK_UNKNOWN_UNIT
        if own:
            _print_unit(name, own, shown=len(own) if every else SHOWN_PER_UNIT)
    states = [submission.state for submission in submissions]
    errors = sum(len(submission.errors) for submission in submissions)
    if not errors:
        say(words.CHECK_FINE.format(files=len(states)))
        return
    say(
        words.CHECK_SUMMARY.format(
            files=len(states),
            accepted=states.count(State.ACCEPTED),
            returned=states.count(State.RETURNED),
            unreadable=states.count(State.UNREADABLE),
            errors=errors,
        )
    )
    if returned:
        say(words.CHECK_RETURNED.format(count=len(returned), folder=desk.round.returned_dir))


def _print_unit(name: str, findings: list[Finding], *, shown: int) -> None:
    rows = [
        [finding.code.name, finding.sheet or words.WHOLE_FILE, finding.cell, finding.message]
        for finding in findings[:shown]
    ]
    table(f"{name} ({', '.join(sorted({finding.file for finding in findings}))})", words.CHECK_COLUMNS, rows)
    if len(findings) > shown:
        say(words.CHECK_MORE.format(count=len(findings) - shown))
