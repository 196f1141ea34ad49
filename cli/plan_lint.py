"""`tonghop plan lint`: what must be settled before a plan is published."""

from collections.abc import Sequence
from typing import Annotated

import typer

from catalogue import Catalogue, LintFinding, PlanPart, Severity, lint
from catalogue.wording import lint as words
from catalogue.wording.findings import SEVERITY_LABELS
from cli.options import Json
from cli.output import print_json, say, table

FINDINGS = 1
SHOWN_PLACES = 12


def plan_lint(
    context: typer.Context,
    plan_id: Annotated[str, typer.Argument(metavar="ID", help=words.LINT_ARGUMENT)],
    *,
    json: Json = False,
) -> None:
    """Print what is wrong or doubtful in a plan; notes alone leave it clean."""
    catalogue: Catalogue = context.obj
    plan = catalogue.plan(plan_id, check=False)
    findings = lint(plan, catalogue.registry(plan.registry_id))
    if json:
        print_json(_as_json(plan_id, findings))
    else:
        _print(plan_id, findings)
    if any(finding.severity is not Severity.NOTE for finding in findings):
        raise typer.Exit(FINDINGS)


def _as_json(plan_id: str, findings: Sequence[LintFinding]) -> dict[str, object]:
    return {
        "plan": plan_id,
        **_totals(findings),
        "findings": [
            {
                "code": finding.code.name,
                "severity": finding.severity,
                "part": finding.part,
                "place": finding.place,
                "message": finding.message,
            }
            for finding in findings
        ],
    }


def _totals(findings: Sequence[LintFinding]) -> dict[str, int]:
    weights = [finding.severity for finding in findings]
    return {f"{severity}s": weights.count(severity) for severity in Severity}


def _print(plan_id: str, findings: Sequence[LintFinding]) -> None:
    for severity in Severity:
        rows = _rows([finding for finding in findings if finding.severity is severity])
        if rows:
            table(SEVERITY_LABELS[severity], words.LINT_COLUMNS, rows)
    totals = _totals(findings)
    sentence = words.LINT_SUMMARY if findings else words.LINT_FINE
    say(sentence.format(plan=plan_id, **totals))


def _rows(findings: Sequence[LintFinding]) -> list[list[str]]:
    """Return one row for all places of which the same is said."""
    places: dict[tuple[str, str, PlanPart], list[str]] = {}
    for finding in findings:
        key = (finding.code.name, finding.message, finding.part)
        places.setdefault(key, []).append(finding.place)
    return [[code, _places(part, found), message] for (code, message, part), found in places.items()]


def _places(part: PlanPart, places: Sequence[str]) -> str:
    shown = words.LIST.join(places[:SHOWN_PLACES])
    if len(places) > SHOWN_PLACES:
        shown = words.LINT_MORE.format(places=shown, count=len(places) - SHOWN_PLACES)
    return f"{words.PARTS[part]} {shown}".strip()
