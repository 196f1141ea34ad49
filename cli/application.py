"""The application: global options, its commands, and the last net under every error."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from catalogue import Catalogue, TongHopError
from catalogue.wording import cli as words
from catalogue.wording.letters import REMIND_HELP
from catalogue.wording.lint_docx import LINT_DOCX_HELP
from cli.accept import accept
from cli.addin import addin_app
from cli.check import check
from cli.close import close
from cli.consolidate import consolidate
from cli.demo import demo
from cli.error_log import log_error
from cli.issue import issue
from cli.lint_docx import lint_docx
from cli.log import log
from cli.new import new
from cli.output import complain
from cli.pick import pick
from cli.plan import plan_app
from cli.plans import plans
from cli.remind import remind
from cli.report import report
from cli.revisions import revisions
from cli.status import status
from cli.waive import waive

CANNOT_GO_ON = 2

app = typer.Typer(help=words.APP_HELP, no_args_is_help=True, add_completion=False, rich_markup_mode=None)
for _command, _help in (
    (plans, words.PLANS_HELP),
    (new, words.NEW_HELP),
    (issue, words.ISSUE_HELP),
    (check, words.CHECK_HELP),
    (accept, words.ACCEPT_HELP),
    (pick, words.PICK_HELP),
    (waive, words.WAIVE_HELP),
    (revisions, words.REVISIONS_HELP),
    (consolidate, words.CONSOLIDATE_HELP),
    (report, words.REPORT_HELP),
    (remind, REMIND_HELP),
    (status, words.STATUS_HELP),
    (log, words.LOG_HELP),
    (close, words.CLOSE_HELP),
    (lint_docx, LINT_DOCX_HELP),
    (demo, words.DEMO_HELP),
):
    app.command(help=_help)(_command)
app.add_typer(plan_app, name="plan")
app.add_typer(addin_app, name="addin")


@app.callback()
def options(
    context: typer.Context,
    catalogue: Annotated[
        Path | None,
        typer.Option(help=words.CATALOGUE_OPTION, envvar="TONGHOP_CATALOGUE", file_okay=False, exists=True),
    ] = None,
) -> None:
    """Keep the catalogue for the command."""
    context.obj = Catalogue(catalogue)


def main() -> None:
    """Run the command line; every error ends in a polite sentence and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may use a code page that has no Vietnamese letters.
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    try:
        app()
    except TongHopError as error:
        complain(words.ERROR_PREFIX + str(error))
        sys.exit(CANNOT_GO_ON)
    except Exception as error:  # noqa: BLE001 - the last net: a person never sees a traceback
        complain(words.UNEXPECTED.format(kind=type(error).__name__, log=log_error(error, sys.argv[1:])))
        sys.exit(CANNOT_GO_ON)
