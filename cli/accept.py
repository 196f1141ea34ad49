"""`tonghop accept`: accept a submission in spite of its errors, or take that back; recorded in the ledger."""

from typing import Annotated

import typer

from catalogue.wording import cli as words
from catalogue.wording import ledger as ledger_words
from cli.deciding import Deciding, deciding, tell
from cli.options import DEFAULT_WAIT, By, Json, RoundFolder, UnitName, Wait, Why
from consolidate import (
    Event,
    except_submission,
    in_force,
    require_open,
    rulings_of,
    undo_exception,
)


def accept(
    context: typer.Context,
    folder: RoundFolder,
    unit: UnitName,
    *,
    why: Why = "",
    by: By = "",
    undo: Annotated[bool, typer.Option("--undo", help=words.UNDO_OPTION)] = False,
    wait: Wait = DEFAULT_WAIT,
    json: Json = False,
) -> None:
    """Record a decision about the submission a unit must correct."""
    case = deciding(context, folder, unit, why=why, by=by)
    with case.desk.writing(wait):
        require_open(rulings_of(case.desk.ledger.events()))
        event = _undo(case) if undo else _accept(case)
        entry = case.desk.ledger.append(event)
    template = ledger_words.UNDONE if undo else ledger_words.ACCEPTED
    errors = event.details.get("errors")
    count = len(errors) if isinstance(errors, list) else 0
    sentence = template.format(file=event.file, unit=case.unit.agency_name, errors=count)
    tell(entry, sentence, json=json)


def _accept(case: Deciding) -> Event:
    merged = case.desk.merge(case.desk.check())
    return except_submission(merged.standing(case.unit), case.signature)


def _undo(case: Deciding) -> Event:
    return undo_exception(case.unit, in_force(case.desk.ledger.events()), case.signature)
