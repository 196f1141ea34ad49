"""`tonghop addin …`: the ribbon in this user's Excel."""

import sys
from dataclasses import asdict

import typer

from catalogue.wording import addin as words
from cli.addin_install import (
    Check,
    Profile,
    installation,
    own_interpreter,
)
from cli.addin_install import install as install_addin
from cli.addin_install import uninstall as uninstall_addin
from cli.options import Json
from cli.output import print_json, say

UNFIT = 1

addin_app = typer.Typer(help=words.ADDIN_HELP, no_args_is_help=True, rich_markup_mode=None)


@addin_app.command(help=words.INSTALL_HELP)
def install() -> None:
    """Install the ribbon for this user."""
    profile = Profile.of_user()
    install_addin(profile, own_interpreter())
    say(words.INSTALLED.format(file=profile.addin))
    if sys.platform != "win32":
        say(words.INSTALLED_NOT_WINDOWS)


@addin_app.command(help=words.UNINSTALL_HELP)
def uninstall() -> None:
    """Take the ribbon out again."""
    was_there = uninstall_addin(Profile.of_user())
    say(words.UNINSTALLED if was_there else words.NOTHING_TO_UNINSTALL)


@addin_app.command(help=words.STATUS_HELP)
def status(*, json: Json = False) -> None:
    """Say whether the ribbon is installed right."""
    checks = list(installation(Profile.of_user()))
    if json:
        print_json({"checks": [asdict(check) for check in checks]})
    else:
        for check in checks:
            say(check_line(check))
    if any(check.is_good is False for check in checks):
        raise typer.Exit(UNFIT)


def check_line(check: Check) -> str:
    """Return one line of a health check as people read it."""
    states = {True: words.GOOD, False: words.BAD, None: words.UNKNOWN}
    return words.HEALTH_LINE.format(state=states[check.is_good], text=check.text)
