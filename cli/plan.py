"""`tonghop plan …`: plans as workbooks, so that a planning officer can add one without programming."""

import typer

from catalogue.wording import cli as words

plan_app = typer.Typer(help=words.PLAN_HELP, no_args_is_help=True, rich_markup_mode=None)
