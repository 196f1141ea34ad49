"""The application: global options, its commands, and the last net under every error."""

import sys
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from catalogue import Catalogue, TongHopError
from catalogue.wording import cli as words
from catalogue.wording.letters import REMIND_HELP
from catalogue.wording.lint_docx import LINT_DOCX_HELP
from catalogue.wording.nation import HELP as NATION_HELP
from cli.dropped import dropped_folder, offer
from cli.error_log import keep_log, log_error
from cli.output import complain

CANNOT_GO_ON = 2

COMMANDS = {
    "plans": words.PLANS_HELP,
    "new": words.NEW_HELP,
    "issue": words.ISSUE_HELP,
    "check": words.CHECK_HELP,
    "accept": words.ACCEPT_HELP,
    "pick": words.PICK_HELP,
    "waive": words.WAIVE_HELP,
    "revisions": words.REVISIONS_HELP,
    "consolidate": words.CONSOLIDATE_HELP,
    "report": words.REPORT_HELP,
    "remind": REMIND_HELP,
    "status": words.STATUS_HELP,
    "log": words.LOG_HELP,
    "close": words.CLOSE_HELP,
    "nation": NATION_HELP,
    "lint-docx": LINT_DOCX_HELP,
    "demo": words.DEMO_HELP,
}
"""Each command's help; its function has its name, in a module of that name."""

GROUPS = {"plan": "plan_app", "addin": "addin_app"}
"""Commands of several words: their application, in a module of the first word's name."""


@cache
def application() -> typer.Typer:
    """Return the application with all its commands."""
    return _application((*COMMANDS, *GROUPS))


def main() -> None:
    """Run the command line; every error ends in a polite sentence and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may use a code page that has no Vietnamese letters.
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    keep_log()
    try:
        if folder := dropped_folder(sys.argv[1:]):
            offer(folder, lambda arguments: application()(arguments, standalone_mode=False))
        else:
            _meant(sys.argv[1:])()
    except TongHopError as error:
        complain(words.ERROR_PREFIX + str(error))
        sys.exit(CANNOT_GO_ON)
    except PermissionError as error:
        log_error(error, sys.argv[1:])
        complain(words.ERROR_PREFIX + words.FILE_HELD.format(file=error.filename))
        sys.exit(CANNOT_GO_ON)
    except Exception as error:  # noqa: BLE001 - the last net: a person never sees a traceback
        complain(words.UNEXPECTED.format(kind=type(error).__name__, log=log_error(error, sys.argv[1:])))
        sys.exit(CANNOT_GO_ON)


def _meant(arguments: list[str]) -> typer.Typer:
    """Return the application with the one command that is called: loading the others takes a second."""
    first = next(iter(arguments), "")
    return _application((first,)) if first in COMMANDS or first in GROUPS else application()


def _application(names: Iterable[str]) -> typer.Typer:
    app = typer.Typer(help=words.APP_HELP, no_args_is_help=True, add_completion=False, rich_markup_mode=None)
    app.callback()(_options)
    for name in names:
        own = name.replace("-", "_")
        module = import_module(f"cli.{own}")
        if name in GROUPS:
            app.add_typer(getattr(module, GROUPS[name]), name=name)
        else:
            app.command(name, help=COMMANDS[name])(getattr(module, own))
    return app


def _options(
    context: typer.Context,
    catalogue: Annotated[
        Path | None,
        typer.Option(help=words.CATALOGUE_OPTION, envvar="TONGHOP_CATALOGUE", file_okay=False, exists=True),
    ] = None,
) -> None:
    """Keep the catalogue for the command."""
    context.obj = Catalogue(catalogue)
