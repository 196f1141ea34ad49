"""`tonghop pick`: say which of a unit's files counts, or take that back; recorded in the ledger."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from catalogue.wording import cli as words
from catalogue.wording import ledger as ledger_words
from cli.desk import Desk
from cli.log import entry_as_json
from cli.options import DEFAULT_WAIT, By, Json, RoundFolder, UnitName, Wait, Why
from cli.output import print_json, say
from consolidate import (
    Event,
    in_force,
    pick_submission,
    require_open,
    rulings_of,
    sign,
    undo_pick,
    unit_meant,
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
    desk = Desk.open(folder, context.obj)
    signature = sign(who=by, when=datetime.now(UTC), why=why)
    meant = unit_meant(unit, desk.units.current, [duty.unit for duty in desk.duties])
    with desk.writing(wait):
        events = desk.ledger.events()
        rulings = rulings_of(events)
        require_open(rulings)
        if undo:
            event: Event = undo_pick(meant, rulings, signature)
        else:
            merged = desk.merge(desk.check())
            desk.record(merged)
            event = pick_submission(
                next(each for each in merged.standings if each.duty.unit.code == meant.code),
                [
                    each
                    for each in merged.submissions
                    if each.unit_code == meant.code and each.state is not State.UNREADABLE
                ],
                file,
                decisions=in_force(events),
                signature=signature,
            )
        entry = desk.ledger.append(event)
    if json:
        print_json(entry_as_json(entry))
        return
    template = ledger_words.UNPICKED if undo else ledger_words.PICKED
    say(template.format(file=event.file, unit=meant.agency_name))
    say(ledger_words.RUN_AGAIN)
