"""`tonghop new`: start a round."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from catalogue import ROUND_FILE, Catalogue, Period, RoundError, date_text, new_round_text
from catalogue.wording import cli as words
from catalogue.wording import rounds
from cli.output import say

FOLDERS = ("phat-hanh", "nhan-ve", "tra-lai", "tong-hop", "bao-cao", "don-doc")


def new(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=words.ROUND_ARGUMENT)],
    plan: Annotated[str, typer.Option(help=words.PLAN_OPTION)],
    period: Annotated[str, typer.Option(help=words.PERIOD_OPTION)],
    deadline: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help=words.DEADLINE_OPTION)
    ] = None,
) -> None:
    """Create a round's folders and its file of settings."""
    last_day = deadline.date() if deadline else None
    create_round(context.obj, folder, plan_id=plan, period_code=period, deadline=last_day)
    say(words.NEW_DONE.format(period=Period.parse(period).label, folder=folder, file=ROUND_FILE))
    if last_day and last_day.weekday() in words.WEEKEND:
        say(words.NEW_WEEKEND.format(day=date_text(last_day), weekday=words.WEEKEND[last_day.weekday()]))


def create_round(
    catalogue: Catalogue,
    folder: Path,
    *,
    plan_id: str,
    period_code: str,
    deadline: date | None,
    is_invented: bool = False,
) -> None:
    """Create a round.

    Raises:
        TongHopError: The plan or period is unknown, or the folder already holds a round.
    """
    text = new_round_text(
        catalogue.plan(plan_id), Period.parse(period_code), deadline, is_invented=is_invented
    )
    path = folder / ROUND_FILE
    if path.exists():
        raise RoundError(rounds.FOLDER_NOT_EMPTY.format(folder=folder, file=ROUND_FILE))
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
