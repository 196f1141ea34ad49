"""`tonghop nation`: the masters of several provinces, put together."""

from pathlib import Path
from typing import Annotated

import typer

from catalogue import load_design
from catalogue.wording import nation as words
from cli.options import Json
from cli.output import print_json, progress, say
from consolidate import Nation, Shown, UnitState, build_nation, gather_nation, province_rounds, save


def nation(
    context: typer.Context,
    folders: Annotated[list[Path], typer.Argument(metavar="DIR...", help=words.FOLDERS_ARGUMENT)],
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", dir_okay=False, help=words.OUT_OPTION)] = Path(
        words.OUT_FILE
    ),
    json: Json = False,
) -> None:
    """Add up the masters of several provinces' rounds of one plan and period."""
    rounds = province_rounds(folders)
    with progress(words.READING, len(rounds)) as step:
        found = gather_nation(rounds, context.obj, on_master=step)
    design = load_design(found.period.data_to)
    save(out, build_nation(found, design=design, home=out.absolute().parent))
    if json:
        print_json({"workbook": out, "plan": found.plan.id, "period": found.period.code, **_counts(found)})
        return
    say(words.DONE.format(**_counts(found)))
    say(words.WRITTEN.format(path=out))


def _counts(found: Nation) -> dict[str, int]:
    states = found.states
    return {
        "provinces": len(found.provinces),
        "owing": states.total() - states[Shown.WAIVED],
        "accepted": sum(count for shown, count in states.items() if shown.state is UnitState.ACCEPTED),
        "tasks": len(found.tasks),
        "indicators": len(found.indicators),
    }
