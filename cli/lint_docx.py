"""`tonghop lint-docx`: where a Word document deviates from the official format."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from catalogue import Severity
from catalogue.format_rule import Profile
from catalogue.wording import lint_docx as words
from catalogue.wording.cli import ALL_OPTION
from cli.options import Json
from cli.output import print_json, say, table
from report.lint import FormatFinding, FormatVerdict, read_file
from report.lint import lint_docx as hold_against_rules

FINDINGS = 1
SHOWN_SPOTS = 3


def lint_docx(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=words.FILE_ARGUMENT)],
    *,
    profile: Annotated[Profile | None, typer.Option(help=words.PROFILE_OPTION)] = None,
    json: Json = False,
    every: Annotated[bool, typer.Option("--all", help=ALL_OPTION)] = False,
) -> None:
    """Print every deviation with its places and the clause it offends; notes alone leave a document clean."""
    verdict = hold_against_rules(read_file(file), name=file.name, profile=profile)
    if json:
        print_json(_as_json(file, verdict))
    else:
        _print(file, verdict, shown=None if every else SHOWN_SPOTS)
    if not verdict.is_clean:
        raise typer.Exit(FINDINGS)


def _totals(verdict: FormatVerdict) -> dict[str, int]:
    return {f"{severity}s": verdict.count(severity) for severity in Severity}


def _print(file: Path, verdict: FormatVerdict, *, shown: int | None) -> None:
    for severity in Severity:
        own = [finding for finding in verdict.findings if finding.severity is severity]
        if own:
            table(words.SEVERITIES[severity], words.COLUMNS, [_row(finding, shown) for finding in own])
    say(words.HELD_AGAINST.format(profile=words.PROFILES[verdict.profile]))
    sentence = words.SUMMARY if verdict.findings else words.FINE
    say(sentence.format(file=file.name, **_totals(verdict)))


def _row(finding: FormatFinding, shown: int | None) -> list[str]:
    places = "\n".join(str(spot) for spot in finding.spots[:shown])
    if shown is not None and len(finding.spots) > shown:
        places = words.MORE_PLACES.format(places=places, count=len(finding.spots) - shown)
    return [places, finding.message, finding.source]


def _as_json(file: Path, verdict: FormatVerdict) -> dict[str, object]:
    return {
        "file": file,
        "profile": verdict.profile,
        **_totals(verdict),
        "findings": [_finding_as_json(finding) for finding in verdict.findings],
    }


def _finding_as_json(finding: FormatFinding) -> dict[str, object]:
    return {
        "rule": finding.rule.id,
        "severity": finding.severity,
        "message": finding.message,
        "found": finding.found,
        "source": finding.source,
        "places": _places_as_json(finding),
    }


def _places_as_json(finding: FormatFinding) -> Sequence[dict[str, object]]:
    names = ("part", "paragraph", "table", "row", "cell")
    return [
        {"text": str(spot), "words": spot.words} | {name: getattr(spot.place, name) for name in names}
        for spot in finding.spots
    ]
