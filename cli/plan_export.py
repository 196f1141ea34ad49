"""`tonghop plan export`: a plan as a workbook that people can read and edit."""

from pathlib import Path
from typing import Annotated

import typer

from catalogue import Catalogue, PlanTables, RoundError
from catalogue.wording import plan_book as words
from catalogue.wording.cli import PLAN_OPTION
from cli.output import say
from consolidate import save
from templates import plan_book


def export_plan(
    context: typer.Context,
    plan_id: Annotated[str, typer.Argument(metavar="ID", help=PLAN_OPTION)],
    path: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help=words.EXPORT_FILE, dir_okay=False)],
) -> None:
    """Write a plan as a workbook."""
    catalogue: Catalogue = context.obj
    tables = catalogue.plan_tables(plan_id)
    if not path.parent.is_dir():
        raise RoundError(words.NO_FOLDER.format(folder=path.parent))
    save(path, plan_book(tables))
    say(words.EXPORT_DONE.format(plan=plan_id, path=path, **row_counts(tables)))


def row_counts(tables: PlanTables) -> dict[str, int]:
    """Return how many rows each table of a plan has."""
    return {table: len(rows) for table, rows in tables.tables.items()}
