"""`tonghop check`: findings, and marked copies for the units that must correct."""

from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from catalogue import ROUND_FILE, RoundError
from catalogue.wording import cli as words
from cli.desk import Desk
from cli.output import print_json, say, table
from cli.send_back import send_back
from validation import Checked, Finding, State, Submission

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
    returned = send_back(desk, checked) if files is None else ()
    if json:
        print_json(_as_json(checked, returned))
    else:
        _print(desk, checked, returned, every=every)
    if any(submission.errors for submission in checked.submissions):
        raise typer.Exit(FINDINGS)


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


def _as_json(checked: Checked, returned: tuple[Path, ...]) -> dict[str, object]:
    return {
        "files": [_file_as_json(submission) for submission in checked.submissions],
        "returned": [path.name for path in returned],
        "findings": [_finding_as_json(finding) for finding in checked.findings],
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


def _print(desk: Desk, checked: Checked, returned: tuple[Path, ...], *, every: bool) -> None:
    if not checked.submissions:
        say(words.NO_FILES.format(folder=desk.round.received_dir))
        return
    for unit_code, group in groupby(
        sorted(checked.findings, key=lambda each: each.unit_code), key=lambda each: each.unit_code
    ):
        findings = list(group)
        name = desk.by_unit[unit_code].unit.agency_name if unit_code else words.CHECK_UNKNOWN_UNIT
        _print_unit(name, findings, shown=len(findings) if every else SHOWN_PER_UNIT)
    states = [submission.state for submission in checked.submissions]
    errors = sum(len(submission.errors) for submission in checked.submissions)
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
