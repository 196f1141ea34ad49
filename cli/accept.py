"""`tonghop accept`: accept a submission in spite of its errors, or take that back; recorded in the ledger."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from catalogue import Unit
from catalogue.wording import cli as words
from catalogue.wording import ledger as ledger_words
from cli.desk import Desk
from cli.log import entry_as_json
from cli.options import DEFAULT_WAIT, Wait
from cli.output import print_json, say
from consolidate import (
    Event,
    Signature,
    except_submission,
    in_force,
    require_open,
    rulings_of,
    sign,
    undo_exception,
    unit_meant,
)


def accept(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=words.ROUND_ARGUMENT)],
    unit: Annotated[str, typer.Argument(metavar="UNIT", help=words.UNIT_ARGUMENT)],
    *,
    why: Annotated[str, typer.Option("--why", help=words.WHY_OPTION)] = "",
    by: Annotated[str, typer.Option("--by", help=words.BY_OPTION)] = "",
    undo: Annotated[bool, typer.Option("--undo", help=words.UNDO_OPTION)] = False,
    wait: Wait = DEFAULT_WAIT,
    json: Annotated[bool, typer.Option("--json", help=words.JSON_OPTION)] = False,
) -> None:
    """Record a decision about the submission a unit must correct."""
    desk = Desk.open(folder, context.obj)
    signature = sign(who=by, when=datetime.now(UTC), why=why)
    meant = unit_meant(unit, desk.units.current, [duty.unit for duty in desk.duties])
    with desk.writing(wait):
        require_open(rulings_of(desk.ledger.events()))
        event = _undo(desk, meant, signature) if undo else _accept(desk, meant, signature)
        entry = desk.ledger.append(event)
    if json:
        print_json(entry_as_json(entry))
        return
    template = ledger_words.UNDONE if undo else ledger_words.ACCEPTED
    errors = event.details.get("errors")
    count = len(errors) if isinstance(errors, list) else 0
    say(template.format(file=event.file, unit=meant.agency_name, errors=count))
    say(ledger_words.RUN_AGAIN)


def _accept(desk: Desk, unit: Unit, signature: Signature) -> Event:
    standings = desk.merge(desk.check()).standings
    standing = next(each for each in standings if each.duty.unit.code == unit.code)
    return except_submission(standing, signature)


def _undo(desk: Desk, unit: Unit, signature: Signature) -> Event:
    return undo_exception(unit, in_force(desk.ledger.events()), signature)
