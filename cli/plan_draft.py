"""`tonghop plan draft`: a plan's workbook drafted from an official appendix, every guess marked."""

from pathlib import Path
from typing import Annotated

import typer

from catalogue import Catalogue, PlanTables, RoundError
from catalogue.wording import draft as words
from catalogue.wording import plan_book as book_words
from cli.options import Json
from cli.output import print_json, say
from consolidate import save
from templates import plan_book
from validation import draft_plan, read_appendix


def draft(
    context: typer.Context,
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help=words.SOURCE_ARGUMENT, exists=True, dir_okay=False)
    ],
    *,
    plan_id: Annotated[str, typer.Option("--id", metavar="ID", help=words.ID_OPTION)],
    registry: Annotated[str | None, typer.Option(metavar="REG", help=words.REGISTRY_OPTION)] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE.xlsx", help=words.OUT_OPTION, dir_okay=False)
    ] = None,
    json: Json = False,
) -> None:
    """Draft a plan and write its workbook."""
    catalogue: Catalogue = context.obj
    path = out or Path(f"{plan_id}.xlsx")
    _refuse_to_overwrite(path)
    units = catalogue.registry(registry) if registry else None
    tables = draft_plan(read_appendix(source), plan_id=plan_id, registry=units)
    if tables is None:
        raise RoundError(words.NO_TABLE.format(path=source))
    save(path, plan_book(tables))
    if json:
        print_json(_as_json(tables, path))
    else:
        say(words.DRAFT_DONE.format(id=plan_id, path=path, **_counts(tables)))


def _refuse_to_overwrite(path: Path) -> None:
    """Keep what somebody may already have corrected.

    Raises:
        RoundError: The file is there, or its folder is not.
    """
    if path.exists():
        raise RoundError(words.OUT_EXISTS.format(path=path))
    if not path.parent.is_dir():
        raise RoundError(book_words.NO_FOLDER.format(folder=path.parent))


def _counts(tables: PlanTables) -> dict[str, int]:
    counts = {table: len(tables.tables[table]) for table in ("groups", "tasks", "mentions")}
    return counts | {"guesses": len(tables.guesses)}


def _as_json(tables: PlanTables, path: Path) -> dict[str, object]:
    guesses = [
        {"table": table, "row": row, "column": column, "guess": sentence}
        for (table, row, column), sentence in tables.guesses.items()
    ]
    return {"plan": tables.about["id"], "file": path, **_counts(tables), "to_settle": guesses}
