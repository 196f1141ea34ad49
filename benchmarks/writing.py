"""What writing takes: the master, forms, a province's whole round, the report."""

from pathlib import Path

from typer.testing import CliRunner

from benchmarks import ways
from benchmarks.pairs import WORKERS, Pair, Row, command, measured, spread
from benchmarks.rounds import build_forms
from catalogue import Catalogue, Duty, Round
from cli import app
from cli.desk import Desk
from cli.invent import Inventor
from consolidate import Merged, UnitState, read_master
from report import facts, render
from templates import Filling, build_form
from validation.cache import cache_path

FORMS = 200
SUBMISSIONS = 135
_SCRIPT = "import sys; from benchmarks import ways; ways.write_script_master(*map(ways.Path, sys.argv[1:]))"
PLAN, PERIOD = "hp-2026-bao-ve-moi-truong", "2026"
"""A plan whose tasks every commune shares: forms of 10 to 60 rows."""


def writing(folder: Path) -> list[Row]:
    """Measure the master, forms, and a province's round from the command to the master on disk."""
    home = folder / "round"
    CliRunner().invoke(app, ["demo", str(home), "--plan", PLAN, "--period", PERIOD], catch_exceptions=False)
    desk = Desk.open(home, Catalogue())
    _send_more(desk, desk.merge(desk.check()))
    merged = desk.merge(desk.check())
    cells = ways.cells_of(desk.build_master(merged))
    by_size = sorted(desk.duties, key=lambda duty: len(duty.tasks) + len(duty.indicators))
    template = build_form(by_size[len(by_size) // 2], desk.plan, desk.round, desk.design)
    script = _SCRIPT, str(home), str(folder / "script.xlsx")
    return [
        measured(
            Pair(
                name="the master / XlsxWriter writing the same cells",
                ours=lambda: desk.build_master(merged),
                other=lambda: ways.write_cells(cells),
                wanted=1.5,
                runs=5,
            )
        ),
        measured(
            Pair(
                name=f"issuing {FORMS} forms / openpyxl load, fill, save",
                ours=lambda: spread(build_forms, [(home, each) for each in _shares(desk.duties, FORMS)]),
                other=lambda: spread(ways.fill_with_openpyxl, [(template, FORMS // WORKERS)] * WORKERS),
                wanted=2.5,
                is_faster=True,
            )
        ),
        measured(
            Pair(
                name=f"a province's round ({len(merged.submissions)} files), the whole command / script",
                ours=lambda: consolidate_anew(desk.round),
                other=lambda: command(*script),
                wanted=8,
                is_faster=True,
                turn_seconds=6,
            )
        ),
        measured(
            Pair(
                name="the report with its appendices / the master it is read from",
                ours=lambda: render(facts(read_master(desk.round.master_path), desk.plan, desk.round)),
                other=lambda: desk.build_master(desk.merge(desk.check())),
                wanted=1,
            )
        ),
    ]


def consolidate_anew(round_: Round) -> None:
    """Run the command on a round of which nothing was kept and no master is there."""
    cache_path(round_.folder).unlink(missing_ok=True)
    round_.master_path.unlink()
    command("import cli; cli.main()", "consolidate", str(round_.folder))


def _send_more(desk: Desk, merged: Merged) -> None:
    """Let units that sent nothing, then some whose form went back, send a right one."""
    missing, returned = (
        [each.duty for each in merged.standings if each.state is state]
        for state in (UnitState.MISSING, UnitState.RETURNED)
    )
    for duty in [*missing, *returned][: SUBMISSIONS - len(merged.submissions)]:
        answers = Inventor(duty, desk.plan, desk.round.period, desk.design).answers()
        form = build_form(duty, desk.plan, desk.round, desk.design, filling=Filling(answers=answers))
        (desk.round.received_dir / f"{duty.unit.code}.xlsx").write_bytes(form)


def _shares(duties: tuple[Duty, ...], count: int) -> list[list[Duty]]:
    wanted = (list(duties) * count)[:count]
    return [wanted[start::WORKERS] for start in range(WORKERS)]
