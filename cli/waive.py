"""`tonghop waive`: a unit need not report in this round, or must again; recorded in the ledger."""

from typing import Annotated

import typer

from catalogue.wording import cli as words
from catalogue.wording import ledger as ledger_words
from cli.deciding import deciding, tell
from cli.options import DEFAULT_WAIT, By, Json, RoundFolder, UnitName, Wait, Why
from consolidate import require_open, rulings_of
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
    case = deciding(context, folder, unit, why=why, by=by)
    with case.desk.writing(wait):
        rulings = rulings_of(case.desk.ledger.events())
        require_open(rulings)
        entry = case.desk.ledger.append(waiver_of(case.unit, rulings, case.signature, undo=undo))
    template = ledger_words.UNWAIVED if undo else ledger_words.WAIVED
    tell(entry, template.format(unit=case.unit.agency_name), json=json)
