"""`tonghop close`: freeze a round and keep a sealed copy; verify the copy; open the round again."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from catalogue import ROUND_FILE, DecisionError
from catalogue.wording import cli as words
from catalogue.wording import ledger as ledger_words
from cli.desk import Desk
from cli.log import entry_as_json
from cli.options import DEFAULT_WAIT, By, Json, RoundFolder, Wait, Why
from cli.output import print_json, say
from consolidate import (
    Entry,
    Merged,
    SealProblem,
    Signature,
    UnitState,
    closed,
    reopened,
    require_open,
    rulings_of,
    seal_problems,
    sealed_files,
    sealed_folder,
    sign,
    write_sealed,
)

BROKEN = 1


def close(
    context: typer.Context,
    folder: RoundFolder,
    *,
    why: Why = "",
    by: By = "",
    verify: Annotated[bool, typer.Option("--verify", help=words.VERIFY_SEAL_OPTION)] = False,
    reopen: Annotated[bool, typer.Option("--reopen", help=words.REOPEN_OPTION)] = False,
    wait: Wait = DEFAULT_WAIT,
    json: Json = False,
) -> None:
    """Close a round, verify what was sealed, or open it again."""
    desk = Desk.open(folder, context.obj)
    if verify:
        _verify(desk, json=json)
        return
    reason = why or ("" if reopen else ledger_words.CLOSE_WHY)
    signature = sign(who=by, when=datetime.now(UTC), why=reason)
    with desk.writing(wait):
        entry = _reopen(desk, signature) if reopen else _close(desk, signature, is_quiet=json)
    if json:
        print_json(entry_as_json(entry))


def _reopen(desk: Desk, signature: Signature) -> Entry:
    entry = desk.ledger.append(reopened(rulings_of(desk.ledger.events()), signature))
    say(ledger_words.REOPENED)
    return entry


def _close(desk: Desk, signature: Signature, *, is_quiet: bool) -> Entry:
    """Seal the round as it stands; what leadership saw is what is sealed, so nothing is made anew here."""
    rulings = rulings_of(desk.ledger.events())
    require_open(rulings)
    merged = desk.merge(desk.check())
    _require_master(desk, merged)
    desk.record(merged)
    number = len(rulings.closings) + 1
    head = next(iter(desk.ledger.entries()[-1:]), None)
    files = sealed_files(merged, documents(desk), head=head, signature=signature, number=number)
    target = sealed_folder(desk.round.folder, number)
    write_sealed(target, files)
    entry = desk.ledger.append(closed(merged, files, signature))
    if not is_quiet:
        _say_closed(desk, merged, target, number)
    return entry


def _say_closed(desk: Desk, merged: Merged, target: Path, number: int) -> None:
    accepted = sum(each.state is UnitState.ACCEPTED for each in merged.standings)
    counts = {"merged": merged.total.merged, "units": accepted, "files": len(merged.submissions)}
    say(ledger_words.CLOSED.format(number=number, folder=target, **counts))
    if not desk.round.report_path.exists():
        say(ledger_words.CLOSED_WITHOUT_REPORT)


def _require_master(desk: Desk, merged: Merged) -> None:
    """Refuse to close over a master that is not what the submissions and decisions give now."""
    if not desk.round.master_path.exists():
        raise DecisionError(ledger_words.NO_MASTER_TO_CLOSE)
    preview = desk.preview(merged)
    if not preview.is_empty:
        raise DecisionError(
            ledger_words.STALE_MASTER.format(what=", ".join(table.title for table in preview.tables))
        )


def documents(desk: Desk) -> dict[str, bytes]:
    """Return what is kept of a round as it is: the settings, the master, and the report if there is one."""
    round_ = desk.round
    paths = (round_.folder / ROUND_FILE, round_.master_path, round_.report_path)
    return {path.name: path.read_bytes() for path in paths if path.exists()}


def _verify(desk: Desk, *, json: bool) -> None:
    rulings = rulings_of(desk.ledger.events())
    entries = desk.ledger.entries()
    present = {each.file: each.sha256 for each in desk.check().submissions}
    problems = [
        problem
        for closing in rulings.closings
        for problem in seal_problems(desk.round.folder, closing, entries=entries, present=present)
    ]
    numbers = [closing.number for closing in rulings.closings]
    if json:
        print_json({"closings": numbers, "is_closed": rulings.is_closed, "problems": _as_json(problems)})
    else:
        _print(desk, numbers, problems)
    if problems:
        raise typer.Exit(BROKEN)


def _as_json(problems: Sequence[SealProblem]) -> list[dict[str, object]]:
    return [{"number": each.number, "kind": each.kind, "file": each.file} for each in problems]


def _print(desk: Desk, numbers: Sequence[int], problems: Sequence[SealProblem]) -> None:
    if not numbers:
        say(ledger_words.NEVER_CLOSED)
    for problem in problems:
        say(ledger_words.SEAL_PROBLEMS[problem.kind].format(number=problem.number, file=problem.file))
    for number in numbers:
        if number not in {problem.number for problem in problems}:
            folder = sealed_folder(desk.round.folder, number)
            say(ledger_words.SEAL_SOUND.format(number=number, folder=folder))
