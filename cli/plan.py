"""`tonghop plan …`: plans as workbooks, so that a planning officer can add one without programming."""

import typer

from catalogue.wording import cli as words
from catalogue.wording import draft as draft_words
from catalogue.wording import lint as lint_words
from catalogue.wording import plan_book as plan_book_words
from cli.plan_draft import draft
from cli.plan_export import export_plan
from cli.plan_import import import_plan
from cli.plan_lint import plan_lint

plan_app = typer.Typer(help=words.PLAN_HELP, no_args_is_help=True, rich_markup_mode=None)
plan_app.command("draft", help=draft_words.DRAFT_HELP)(draft)
plan_app.command("lint", help=lint_words.LINT_HELP)(plan_lint)
plan_app.command("export", help=plan_book_words.EXPORT_HELP)(export_plan)
plan_app.command("import", help=plan_book_words.IMPORT_HELP)(import_plan)
