"""`tonghop pick`: say which of a unit's files counts, or take that back; recorded in the ledger."""

from typing import Annotated

import typer

from catalogue.wording import cli as words
from catalogue.wording import ledger as ledger_words
from cli.deciding import Deciding, deciding, tell
from cli.options import DEFAULT_WAIT, By, Json, RoundFolder, UnitName, Wait, Why
from consolidate import (
    Event,
    in_force,
    pick_submission,
    require_open,
    rulings_of,
    undo_pick,
)
from validation import State


def pick(
    context: typer.Context,
    folder: RoundFolder,
    unit: UnitName,
    file: Annotated[str, typer.Argument(metavar="FILE", help=words.PICK_ARGUMENT)] = "",
    *,
    why: Why = "",
    by: By = "",
    undo: Annotated[bool, typer.Option("--undo", help=words.UNDO_PICK_OPTION)] = False,
    wait: Wait = DEFAULT_WAIT,
    json: Json = False,
) -> None:
    """Record which of a unit's files counts."""
    case = deciding(context, folder, unit, why=why, by=by)
    with case.desk.writing(wait):
        rulings = rulings_of(case.desk.ledger.events())
        require_open(rulings)
        event = undo_pick(case.unit, rulings, case.signature) if undo else _pick(case, file)
        entry = case.desk.ledger.append(event)
    template = ledger_words.UNPICKED if undo else ledger_words.PICKED
    tell(entry, template.format(file=event.file, unit=case.unit.agency_name), json=json)


def _pick(case: Deciding, file: str) -> Event:
    decisions = in_force(case.desk.ledger.events())
    merged = case.desk.merge(case.desk.check())
    case.desk.record(merged)
    own = [
        each
        for each in merged.submissions
        if each.unit_code == case.unit.code and each.state is not State.UNREADABLE
    ]
    return pick_submission(
        merged.standing(case.unit), own, file, decisions=decisions, signature=case.signature
    )
