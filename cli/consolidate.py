"""`tonghop consolidate`: the master workbook."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from catalogue.wording import cli as words
from catalogue.wording import preview as preview_words
from cli.check import FINDINGS
from cli.desk import Desk
from cli.options import DEFAULT_WAIT, Json, RoundFolder, Wait
from cli.output import complain, print_json, say
from cli.preview import print_preview
from consolidate import Merged, Shown, UnitState, keep_previous, save


def consolidate(
    context: typer.Context,
    folder: RoundFolder,
    *,
    preview: Annotated[bool, typer.Option("--preview", help=preview_words.OPTION)] = False,
    previous: Annotated[
        Path | None, typer.Option("--previous", metavar="DIR", help=words.PREVIOUS_OPTION)
    ] = None,
    wait: Wait = DEFAULT_WAIT,
    json: Json = False,
) -> None:
    """Check everything again, merge what is accepted, and write the master."""
    desk = replace(Desk.open(folder, context.obj), previous=previous)
    if preview:
        print_preview(desk.preview(desk.merge(desk.check())), json=json)
        return
    with desk.writing(wait):
        merged = write_master(desk)
    if json:
        print_json(as_json(desk, merged))
    else:
        say(states_line(merged))
        say(rows_line(merged))
        say(words.CONSOLIDATE_DONE.format(path=desk.round.master_path))
    if any(submission.errors for submission in merged.unsettled):
        raise typer.Exit(FINDINGS)


def write_master(desk: Desk) -> Merged:
    """Write the master of a round and return what went into it; the ledger learns what is new.

    Raises:
        TongHopError: The round has no deadline, somebody else writes to it, or the master is open in
            another program.
    """
    with desk.writing():
        merged = desk.merge(desk.check())
        content = desk.build_master(merged)
        desk.record(merged)
        for sentence in keep_previous(desk.round.master_path):
            complain(sentence)
        save(desk.round.master_path, content)
    return merged


def state_counts(merged: Merged) -> dict[UnitState, int]:
    """Return how many units stand in each state."""
    states = [standing.state for standing in merged.standings]
    return {state: states.count(state) for state in UnitState}


def row_counts(merged: Merged) -> dict[str, int]:
    """Return how many rows were read, and what became of them."""
    total = merged.total
    return {
        "read": total.read,
        "merged": total.merged,
        "refused": total.refused,
        "superseded": total.superseded,
        "supplement": total.supplement,
    }


def states_line(merged: Merged) -> str:
    """Return in words how units stand in each state, of those that must report, and how many need not."""
    counts = {state.value: count for state, count in state_counts(merged).items()}
    line = words.STATES_LINE.format(owing=len(merged.owing), **counts)
    waived = counts[UnitState.WAIVED.value]
    return f"{line} {words.STATES_WAIVED.format(count=waived)}" if waived else line


def rows_line(merged: Merged) -> str:
    """Return in words how many rows were read, and what became of them."""
    template = words.ROWS_LINE_CLOSED if merged.closing else words.ROWS_LINE
    return template.format(**row_counts(merged))


def as_json(desk: Desk, merged: Merged) -> dict[str, object]:
    """Return a merged round as `--json` prints it."""
    late = [standing for standing in merged.standings if standing.is_late]
    return {
        "plan": desk.plan.id,
        "period": desk.round.period.code,
        "master": desk.round.master_path,
        "submissions": {
            "files": len(merged.submissions),
            **{state.value: count for state, count in state_counts(merged).items()},
            "late": len(late),
            "warned": sum(standing.shown is Shown.WARNED for standing in merged.standings),
            "excepted": sum(standing.exception is not None for standing in merged.standings),
            "thin": sum(standing.is_thin for standing in merged.standings),
            "waiting": sum(standing.waiting is not None for standing in merged.standings),
            "supplements": sum(len(standing.supplements) for standing in merged.standings),
            "unrecognised": sum(not submission.unit_code for submission in merged.submissions),
        },
        "rows": row_counts(merged),
    }
