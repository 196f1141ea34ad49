"""`tonghop report`: the Word report."""

from pathlib import Path
from typing import Annotated

import typer

from catalogue import RoundError, Severity
from catalogue.wording import cli as words
from catalogue.wording import letters
from cli.desk import Desk
from cli.letters import occasion_of
from cli.options import RoundFolder
from cli.output import say
from consolidate import read_master, save
from report import (
    Rendered,
    check_figures,
    check_unchanged,
    facts,
    missing_party_settings,
    missing_settings,
    party_office,
    rendered,
    rendered_for_party,
    save_report,
    to_pdf,
    traced,
    traced_path,
)
from report.letters import render_letters, sending_letter
from report.lint import lint_docx, read_file
from report.template import OwnTemplate, exported_template, read_template, rendered_own


def report(
    context: typer.Context,
    folder: RoundFolder,
    *,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="FILE", help=letters.TEMPLATE_OPTION)
    ] = None,
    export_template: Annotated[
        Path | None,
        typer.Option("--export-template", metavar="FILE", help=letters.EXPORT_TEMPLATE_OPTION),
    ] = None,
    with_letter: Annotated[bool, typer.Option("--letter", help=letters.REPORT_LETTER_OPTION)] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help=words.PDF_OPTION)] = False,
    with_sources: Annotated[bool, typer.Option("--traced", help=words.TRACED_OPTION)] = False,
) -> None:
    """Render the master as a Word report."""
    if export_template:
        _export(export_template)
        return
    desk = Desk.open(folder, context.obj)
    own = read_template(read_file(template), name=template.name) if template else None
    made, figures = write_report(desk, own)
    say(words.REPORT_DONE.format(path=desk.round.report_path))
    say(words.FIGURES_CHECKED.format(count=figures))
    if with_sources:
        copy = traced_path(desk.round.report_path)
        save_report(copy, traced(made, read_master(desk.round.master_path)))
        say(words.TRACED_DONE.format(path=copy))
    written = [desk.round.report_path]
    if party := party_office(desk.plan, desk.round):
        written.append(desk.round.party_report_path)
        say(letters.PARTY_DONE.format(path=desk.round.party_report_path))
    if with_letter:
        written.append(_write_letter(desk))
        say(letters.REPORT_LETTER_DONE.format(path=written[-1]))
    for path in written:
        _say_format(path)
    if pdf:
        for path in written:
            say(words.PDF_DONE.format(path=to_pdf(path)))
    if blanks := missing_settings(desk.round):
        say(words.REPORT_BLANKS.format(names="; ".join(blanks)))
    if party and (blanks := missing_party_settings(party)):
        say(letters.PARTY_BLANKS.format(names="; ".join(blanks)))


def _export(path: Path) -> None:
    if path.exists():
        raise RoundError(letters.TEMPLATE_EXISTS.format(path=path))
    save(path, exported_template())
    say(letters.TEMPLATE_EXPORTED.format(path=path))


def _write_letter(desk: Desk) -> Path:
    """Write the letter that goes with the report beside it, and return its place."""
    told = facts(read_master(desk.round.master_path), desk.plan, desk.round)
    path = desk.round.report_path.with_name(letters.REPORT_LETTER_FILE)
    save_report(path, render_letters([sending_letter(occasion_of(desk), told)]))
    return path


def _say_format(path: Path) -> None:
    """Say in one line that a document deviates from the official format, when it does."""
    verdict = lint_docx(read_file(path), name=path.name)
    if not verdict.is_clean:
        counts = {f"{severity}s": verdict.count(severity) for severity in Severity}
        say(letters.NOT_CLEAN.format(file=path, **counts))


def write_report(desk: Desk, own: OwnTemplate | None = None) -> tuple[Rendered, int]:
    """Write the report of a round from its master; return it with the number of figures found right.

    Where the plan wants a second report in the Party's format, it is written too.

    Raises:
        TongHopError: There is no master yet, a figure is not the master's, or the report is open in
            another program.
    """
    path = desk.round.master_path
    if not path.is_file():
        raise RoundError(words.NO_MASTER.format(path=path))
    before = read_master(path)
    told = facts(before, desk.plan, desk.round)
    made = rendered_own(told, own) if own else rendered(told)
    now = read_master(path)
    figures = check_figures(made, now)
    check_unchanged(before, now)
    save_report(desk.round.report_path, made.content)
    if party := party_office(desk.plan, desk.round):
        second = rendered_for_party(told, party)
        check_figures(second, now)
        save_report(desk.round.party_report_path, second.content)
    return made, figures
