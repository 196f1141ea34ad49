"""`tonghop plan import`: a plan's workbook into the catalogue of the user."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from catalogue import (
    Catalogue,
    CatalogueError,
    PlanTables,
    RoundError,
    Severity,
    read_plan,
    write_plan_tables,
)
from catalogue.wording import plan_book as words
from catalogue.wording.cli import CHECK_COLUMNS, WHOLE_FILE
from catalogue.wording.plan_book import PlanCode
from cli.options import Json
from cli.output import print_json, say, table
from cli.plan_export import row_counts
from validation import PlanFinding, PlanVerdict, read_plan_book

FINDINGS = 1


def import_plan(
    context: typer.Context,
    path: Annotated[
        Path, typer.Argument(metavar="FILE.xlsx", help=words.IMPORT_FILE, exists=True, dir_okay=False)
    ],
    *,
    into: Annotated[Path | None, typer.Option(metavar="DIR", help=words.INTO_OPTION, file_okay=False)] = None,
    json: Json = False,
) -> None:
    """Check a plan's workbook and write its files; nothing is written when there is an error."""
    catalogue: Catalogue = context.obj
    root = into or catalogue.extra
    if root is None:
        raise RoundError(words.IMPORT_WHERE)
    verdict = read_plan_book(path.read_bytes(), file=path.name)
    findings = (*verdict.findings, *_in_catalogue(verdict, path.name, root, is_named=into is not None))
    is_refused = any(finding.severity is Severity.ERROR for finding in findings)
    folder = None if is_refused or not verdict.tables else _write(verdict.tables, root)
    if json:
        print_json(_as_json(verdict, findings, folder))
    else:
        _print(path, findings, verdict.tables, folder)
    if is_refused:
        raise typer.Exit(FINDINGS)


def _in_catalogue(verdict: PlanVerdict, file: str, root: Path, *, is_named: bool) -> Iterator[PlanFinding]:
    """Yield what keeps a plan that is right in itself from being used in a catalogue.

    A folder that is named for this import may hold a plan of the package's name: it may be meant for
    looking at, or for the package itself.
    """
    if verdict.tables is None:
        return
    plan_id, registry_id = verdict.tables.about["id"], verdict.tables.about["registry"]
    if not is_named and plan_id in Catalogue().plan_ids():
        yield _finding(verdict, PlanCode.P124, file, key="id", value=plan_id)
    if not _has_registry(root, registry_id):
        yield _finding(verdict, PlanCode.P126, file, key="registry", value=registry_id)
    if reason := _contradiction(verdict.tables):
        yield _finding(verdict, PlanCode.P125, file, value=reason)


def _finding(verdict: PlanVerdict, code: PlanCode, file: str, *, value: str, key: str = "") -> PlanFinding:
    sheet, cell = verdict.settings.get(key, ("", ""))
    message = code.value.sentence.format(value=value, reason=value)
    return PlanFinding(file=file, sheet=sheet, cell=cell, value=value, code=code, message=message)


def _has_registry(root: Path, registry_id: str) -> bool:
    try:
        Catalogue(root).registry(registry_id)
    except CatalogueError:
        return False
    return True


def _contradiction(tables: PlanTables) -> str:
    """Return what the catalogue itself would refuse the plan for, blank when nothing."""
    with TemporaryDirectory() as folder:
        write_plan_tables(Path(folder), tables)
        try:
            read_plan(Path(folder))
        except CatalogueError as error:
            return str(error)
    return ""


def _write(tables: PlanTables, root: Path) -> Path:
    folder = root / "plans" / str(tables.about["id"])
    write_plan_tables(folder, tables)
    return folder


def _as_json(verdict: PlanVerdict, findings: Sequence[PlanFinding], folder: Path | None) -> dict[str, object]:
    return {
        "plan": verdict.tables.about["id"] if verdict.tables else None,
        "folder": folder,
        "rows": row_counts(verdict.tables) if verdict.tables else None,
        "findings": [
            {
                "file": finding.file,
                "sheet": finding.sheet,
                "cell": finding.cell,
                "value": finding.value,
                "code": finding.code.name,
                "severity": finding.severity,
                "message": finding.message,
            }
            for finding in findings
        ],
    }


def _print(
    path: Path, findings: Sequence[PlanFinding], tables: PlanTables | None, folder: Path | None
) -> None:
    if findings:
        rows = [[each.code.name, each.sheet or WHOLE_FILE, each.cell, each.message] for each in findings]
        table(path.name, CHECK_COLUMNS, rows)
    if folder is None or tables is None:
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        say(words.IMPORT_REFUSED.format(file=path.name, count=errors))
        return
    say(words.IMPORT_DONE.format(plan=tables.about["id"], folder=folder, **row_counts(tables)))
    say(words.IMPORT_NEXT.format(folder=folder.parent.parent, plan=tables.about["id"]))
