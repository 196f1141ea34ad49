"""`tonghop report`: the Word report."""

from pathlib import Path
from typing import Annotated

import typer

from catalogue import RoundError
from catalogue.wording import cli as words
from cli.desk import Desk
from cli.output import say
from consolidate import read_master
from report import facts, missing_settings, render, save_report, to_pdf


def report(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=words.ROUND_ARGUMENT)],
    *,
    pdf: Annotated[bool, typer.Option("--pdf", help=words.PDF_OPTION)] = False,
) -> None:
    """Render the master as a Word report."""
    desk = Desk.open(folder, context.obj)
    write_report(desk)
    say(words.REPORT_DONE.format(path=desk.round.report_path))
    if pdf:
        say(words.PDF_DONE.format(path=to_pdf(desk.round.report_path)))
    if blanks := missing_settings(desk.round):
        say(words.REPORT_BLANKS.format(names="; ".join(blanks)))


def write_report(desk: Desk) -> None:
    """Write the report of a round from its master.

    Raises:
        TongHopError: There is no master yet, or the report is open in another program.
    """
    path = desk.round.master_path
    if not path.is_file():
        raise RoundError(words.NO_MASTER.format(path=path))
    save_report(desk.round.report_path, render(facts(read_master(path), desk.plan, desk.round)))
