"""`tonghop new`: start a round."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from catalogue import (
    ROUND_FILE,
    Catalogue,
    Office,
    Period,
    Plan,
    RoundError,
    UnitsInForce,
    date_text,
    new_round_text,
)
from catalogue.wording import cli as words
from catalogue.wording import rounds
from cli.options import RoundFolder
from cli.output import say

FOLDERS = ("phat-hanh", "nhan-ve", "tra-lai", "tong-hop", "bao-cao", "don-doc")


def new(
    context: typer.Context,
    folder: RoundFolder,
    plan: Annotated[str, typer.Option(help=words.PLAN_OPTION)],
    period: Annotated[str, typer.Option(help=words.PERIOD_OPTION)],
    deadline: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help=words.DEADLINE_OPTION)
    ] = None,
) -> None:
    """Create a round's folders and its file of settings."""
    span = Period.parse(period)
    last_day = deadline.date() if deadline else context.obj.plan(plan).deadline_for(span)
    create_round(context.obj, folder, plan_id=plan, period_code=period, deadline=last_day)
    say(words.NEW_DONE.format(period=span.label, folder=folder, file=ROUND_FILE))
    if last_day and not deadline:
        say(words.NEW_PLAN_DEADLINE.format(day=date_text(last_day)))
    if last_day and last_day <= span.data_to:
        say(words.NEW_EARLY.format(day=date_text(last_day), end=date_text(span.data_to)))
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
    plan, period = catalogue.plan(plan_id), Period.parse(period_code)
    office = office_on(catalogue, plan, period.data_to)
    text = new_round_text(plan, period, deadline, office=office, is_invented=is_invented)
    path = folder / ROUND_FILE
    if path.exists():
        raise RoundError(rounds.FOLDER_NOT_EMPTY.format(folder=folder, file=ROUND_FILE))
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def office_on(catalogue: Catalogue, plan: Plan, day: date) -> Office:
    """Return the office that runs a round on a day: the plan's, or the one that succeeded it by then.

    The symbol of a successor is not in the plan, so it is left blank; an unclear succession changes nothing.
    """
    named, current = catalogue.registry(plan.registry_id), catalogue.registry_on(plan.registry_id, day)
    successors = UnitsInForce(named, current, {}).resolve(plan.office.name) or ()
    if len(successors) != 1 or successors[0].instead_of is None:
        return plan.office
    return replace(plan.office, name=successors[0].unit.agency_name, symbol="")
