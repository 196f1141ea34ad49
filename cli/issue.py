"""`tonghop issue`: one form per reporting unit."""

from pathlib import Path
from typing import Annotated

import typer

from catalogue import Role
from catalogue.wording import cli as words
from cli.desk import Desk
from cli.output import progress, say
from consolidate import save
from templates import build_form, form_file_name


def issue(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=words.ROUND_ARGUMENT)],
) -> None:
    """Write the forms of a round."""
    desk = Desk.open(folder, context.obj)
    write_forms(desk)
    say(
        words.ISSUE_DONE.format(
            forms=len(desk.duties),
            task_rows=sum(len(duty.tasks) for duty in desk.duties),
            indicator_rows=sum(len(duty.indicators) for duty in desk.duties),
            folder=desk.round.issued_dir,
        )
    )
    for sentence in remarks(desk):
        say(sentence)


def write_forms(desk: Desk) -> None:
    """Write every unit's form into `phat-hanh/`.

    Raises:
        TongHopError: The round has no deadline yet, or a form is open in another program.
    """
    desk.round.required_deadline()
    with progress(words.ISSUING, len(desk.duties)) as step:
        for duty in desk.duties:
            content = build_form(duty, desk.plan, desk.round, desk.design)
            save(desk.round.issued_dir / form_file_name(duty, desk.round.period), content)
            step()


def remarks(desk: Desk) -> list[str]:
    """Return what the officer must still settle about who reports what."""
    asked = {indicator.code for duty in desk.duties for indicator in duty.indicators}
    unasked = [indicator.code for indicator in desk.plan.indicators if indicator.code not in asked]
    sentences = []
    if unasked:
        sentences.append(words.ISSUE_NO_REPORTER.format(count=len(unasked), codes=", ".join(unasked)))
    if desk.round.ask_coordinating:
        sentences += [
            words.ISSUE_OPEN_GROUP.format(task=task.code, agency=mention.agency)
            for task in desk.plan.reported_tasks
            for mention in task.mentions_in(Role.COORDINATING)
            if desk.units.named.resolve(mention.agency) == ()
        ]
    return sentences
