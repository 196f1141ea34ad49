"""`tonghop consolidate`: the master workbook."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from catalogue import LockedFileError
from catalogue.wording import cli as words
from catalogue.wording import preview as preview_words
from cli.desk import Desk
from cli.options import DEFAULT_WAIT, FINDINGS, Cluster, Json, RoundFolder, Wait
from cli.output import complain, print_json, say
from consolidate import Merged, Shown, UnitState, save

MOST_ATTEMPTS = 3
"""How often the master is built again because somebody saved it meanwhile."""


def consolidate(
    context: typer.Context,
    folder: RoundFolder,
    *,
    preview: Annotated[bool, typer.Option("--preview", help=preview_words.OPTION)] = False,
    previous: Annotated[
        Path | None, typer.Option("--previous", metavar="DIR", help=words.PREVIOUS_OPTION)
    ] = None,
    wait: Wait = DEFAULT_WAIT,
    cluster: Cluster = "",
    json: Json = False,
) -> None:
    """Check everything again, merge what is accepted, and write the master."""
    desk = replace(Desk.open(folder, context.obj), previous=previous, cluster=cluster)
    if preview:
        from cli.preview import print_preview  # what few runs need is loaded for those only

        print_preview(desk.preview(desk.merge(desk.check(keeps=False))), json=json)
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
            another program or saved there again and again.
    """
    with desk.writing():
        merged = desk.merge(desk.check())
        save_master(desk, merged)
    return merged


def save_master(desk: Desk, merged: Merged) -> None:
    """Write the master of what was put together, with what staff put into the one that is there.

    Whoever saves that one while the new one is made finds what they typed in the new one.

    Raises:
        TongHopError: As `write_master`.
    """
    from consolidate import is_as_read, keep_previous  # loads while files are read

    path = desk.round.master_path
    for _ in range(MOST_ATTEMPTS):
        staff = desk.staff_work()
        content = desk.build_master(merged, staff)
        desk.record(merged)
        told = keep_previous(path, staff)
        if is_as_read(path, staff):
            save(path, content)
            _remember(desk, content)
            for sentence in told:
                complain(sentence)
            return
    raise LockedFileError(words.MASTER_KEEPS_CHANGING.format(file=path, count=MOST_ATTEMPTS))


def _remember(desk: Desk, content: bytes) -> None:
    """Keep the master as it was written; without that nothing is seen that staff type over."""
    with suppress(LockedFileError):
        save(desk.written_path, content)


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
