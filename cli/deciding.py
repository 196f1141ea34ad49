"""What the commands share that decide about one unit: who decides about whom, and what they say."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import typer

from catalogue import Unit
from catalogue.wording import ledger as words
from cli.desk import Desk
from cli.log import entry_as_json
from cli.output import print_json, say
from consolidate import Entry, Signature, sign, unit_meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """The round, the unit it is decided about, and the officer's signature."""

    desk: Desk
    unit: Unit
    signature: Signature


def deciding(context: typer.Context, folder: Path, unit: str, *, why: str, by: str) -> Deciding:
    """Return what a decision needs, from what the officer typed.

    Raises:
        TongHopError: The folder is no round, the unit is not clear, or reason or name is blank.
    """
    desk = Desk.open(folder, context.obj)
    signature = sign(who=by, when=datetime.now(UTC), why=why)
    meant = unit_meant(unit, desk.units.current, [duty.unit for duty in desk.duties])
    return Deciding(desk=desk, unit=meant, signature=signature)


def tell(entry: Entry, sentence: str, *, json: bool) -> None:
    """Say what was decided, and that the master does not know it yet; or print the entry."""
    if json:
        print_json(entry_as_json(entry))
    else:
        say(sentence)
        say(words.RUN_AGAIN)
