"""`tonghop check`: findings, and marked copies for the units that must correct."""

from pathlib import Path
from typing import Annotated

import typer

from catalogue import ROUND_FILE, RoundError
from catalogue.wording import cli as words
from cli.check_page import check_page
from cli.check_screen import print_findings
from cli.desk import Desk
from cli.findings import accepted_by_exception, tally
from cli.options import DEFAULT_WAIT, Json, Wait
from cli.output import print_json, say
from cli.send_back import send_back
from consolidate import FileState, Merged, save
from validation import Finding, Submission

FINDINGS = 1


def check(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="DIR | FILE...", help=words.CHECK_ARGUMENT)],
    *,
    round_folder: Annotated[Path | None, typer.Option("--round", help=words.ROUND_OPTION)] = None,
    json: Json = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", dir_okay=False, help=words.HTML_OPTION)
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=words.ALL_OPTION)] = False,
    wait: Wait = DEFAULT_WAIT,
) -> None:
    """Check a round, or some files of it."""
    folder, files = _target(paths, round_folder)
    desk = Desk.open(folder, context.obj)
    returned: tuple[Path, ...] = ()
    excepted: frozenset[str] = frozenset()
    if files is None:
        with desk.writing(wait):
            merged = desk.merge(desk.check())
            desk.record(merged)
            returned = send_back(desk, merged)
        excepted = accepted_by_exception(merged)
        submissions, to_settle = standing_files(merged), merged.unsettled
        superseded = len(merged.submissions) - len(submissions)
    else:
        submissions = to_settle = desk.check(files).submissions
        superseded = 0
    if html:
        save(html, check_page(desk, submissions, excepted).encode())
    if json:
        print_json(_as_json(submissions, returned, excepted))
    else:
        print_findings(desk, submissions, returned, every=every)
        if superseded:
            say(words.CHECK_SUPERSEDED.format(count=superseded))
        if excepted:
            say(words.CHECK_EXCEPTED.format(count=len(excepted), files="; ".join(sorted(excepted))))
        if html:
            say(words.CHECK_PAGE.format(path=html))
    if any(submission.errors for submission in to_settle):
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


def _as_json(
    submissions: tuple[Submission, ...], returned: tuple[Path, ...], excepted: frozenset[str]
) -> dict[str, object]:
    return {
        "files": [
            _file_as_json(submission) | {"accepted_by_exception": submission.file in excepted}
            for submission in submissions
        ],
        "returned": [path.name for path in returned],
        "findings": [_finding_as_json(each) for submission in submissions for each in submission.findings],
    }


def _file_as_json(submission: Submission) -> dict[str, object]:
    return {
        "file": submission.file,
        "container": submission.container,
        "unit_code": submission.unit_code,
        "state": submission.state,
        "received_on": submission.received_on,
        "rows_read": submission.rows_read,
        **{f"{severity}s": count for severity, count in tally(submission.findings).items()},
    }


def _finding_as_json(finding: Finding) -> dict[str, object]:
    return {
        "file": finding.file,
        "unit_code": finding.unit_code,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "sheet_key": finding.sheet_key,
        "row_key": finding.row_key,
        "field_key": finding.field_key,
        "value": finding.value,
        "code": finding.code.name,
        "title": finding.code.value.title,
        "severity": finding.severity,
        "message": finding.message,
        "explanation": finding.explanation,
    }
