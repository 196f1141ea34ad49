"""`tonghop log`: the round's ledger, and whether it is as it was written."""

import json as json_text
from collections.abc import Sequence
from typing import Annotated

import typer

from catalogue.wording import cli as words
from catalogue.wording import ledger as ledger_words
from cli.desk import Desk
from cli.options import Json, RoundFolder
from cli.output import moment_text, print_json, say, table
from consolidate import Entry, Problem

BROKEN = 1


def log(
    context: typer.Context,
    folder: RoundFolder,
    *,
    verify: Annotated[bool, typer.Option("--verify", help=words.VERIFY_OPTION)] = False,
    json: Json = False,
) -> None:
    """Print the ledger and verify its chain."""
    desk = Desk.open(folder, context.obj)
    entries, problems = desk.ledger.entries(), desk.ledger.verify()
    if json:
        shown = [] if verify else [entry_as_json(entry) for entry in entries]
        print_json(
            {"entries": shown, "count": len(entries), "problems": [_problem(each) for each in problems]}
        )
    else:
        if not verify:
            _print(desk, entries)
        say(_verdict(desk, entries, problems))
    if problems:
        raise typer.Exit(BROKEN)


def entry_as_json(entry: Entry) -> dict[str, object]:
    """Return an entry of the ledger as `--json` prints it."""
    return {
        "seq": entry.seq,
        "when": entry.happened_at,
        "who": entry.who,
        "what": entry.what,
        "unit_code": entry.unit_code,
        "file": entry.file,
        "sha256": entry.sha256,
        "details": _details(entry),
        "previous": entry.previous,
        "hash": entry.hash,
    }


def _details(entry: Entry) -> object:
    """Return an entry's details; as the text they are when somebody damaged them."""
    try:
        return json_text.loads(entry.details)
    except ValueError:
        return entry.details


def _print(desk: Desk, entries: Sequence[Entry]) -> None:
    if not entries:
        say(ledger_words.LOG_EMPTY)
        return
    rows = [
        [
            str(entry.seq),
            moment_text(entry.happened_at),
            entry.who,
            ledger_words.EVENTS.get(entry.what, entry.what),
            _unit_name(desk, entry.unit_code),
            entry.file,
            _reason(entry),
        ]
        for entry in entries
    ]
    table(ledger_words.LOG_TITLE, ledger_words.LOG_COLUMNS, rows, numbers=(0,))


def _unit_name(desk: Desk, code: str) -> str:
    return desk.by_unit[code].unit.agency_name if code in desk.by_unit else code


def _reason(entry: Entry) -> str:
    details = _details(entry)
    if not isinstance(details, dict):
        return str(details)
    phase = ledger_words.PHASES.get(str(details.get("phase")))
    if phase and "errors" in details:
        counts = {key: details.get(key, "?") for key in ("errors", "warnings", "notes")}
        return ledger_words.SIGHTING.format(phase=phase, **counts)
    return str(details.get("why", ""))


def _problem(problem: Problem) -> dict[str, object]:
    return {"seq": problem.seq, "kind": problem.kind}


def _verdict(desk: Desk, entries: Sequence[Entry], problems: Sequence[Problem]) -> str:
    if not problems:
        return ledger_words.LOG_SOUND.format(count=len(entries))
    first = ledger_words.PROBLEMS[problems[0].kind].format(seq=problems[0].seq)
    return ledger_words.LOG_BROKEN.format(problem=first, file=desk.round.ledger_path)
