"""`tonghop waive`: a unit need not report in this round, or must again; recorded in the ledger."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from catalogue.wording import cli as words
from catalogue.wording import ledger as ledger_words
from cli.desk import Desk
from cli.log import entry_as_json
from cli.options import DEFAULT_WAIT, By, Json, RoundFolder, UnitName, Wait, Why
from cli.output import print_json, say
from consolidate import require_open, rulings_of, sign, unit_meant
from consolidate import waive as waiver_of


def waive(
    context: typer.Context,
    folder: RoundFolder,
    unit: UnitName,
    *,
    why: Why = "",
    by: By = "",
    undo: Annotated[bool, typer.Option("--undo", help=words.UNDO_WAIVER_OPTION)] = False,
    wait: Wait = DEFAULT_WAIT,
    json: Json = False,
) -> None:
    """Record that a unit need not report."""
    desk = Desk.open(folder, context.obj)
    signature = sign(who=by, when=datetime.now(UTC), why=why)
    meant = unit_meant(unit, desk.units.current, [duty.unit for duty in desk.duties])
    with desk.writing(wait):
        rulings = rulings_of(desk.ledger.events())
        require_open(rulings)
        entry = desk.ledger.append(waiver_of(meant, rulings, signature, undo=undo))
    if json:
        print_json(entry_as_json(entry))
        return
    say((ledger_words.UNWAIVED if undo else ledger_words.WAIVED).format(unit=meant.agency_name))
    say(ledger_words.RUN_AGAIN)
