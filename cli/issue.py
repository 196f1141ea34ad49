"""`tonghop issue`: one form per reporting unit."""

from collections.abc import Iterator

import typer

from catalogue import Role, open_successions, tasks_without_reporter
from catalogue.wording import cli as words
from catalogue.wording import letters
from cli.desk import Desk
from cli.letters import blanks_in, occasion_of
from cli.options import RoundFolder
from cli.output import progress, say
from consolidate import save
from report.letters import FormSent, Occasion, covering_letter, render_letters
from templates import archived, build_form, form_file_name


def issue(
    context: typer.Context,
    folder: RoundFolder,
) -> None:
    """Write the forms of a round."""
    desk = Desk.open(folder, context.obj)
    write_forms(desk)
    occasion = write_covering_letter(desk)
    say(
        words.ISSUE_DONE.format(
            forms=len(desk.duties),
            task_rows=sum(len(duty.tasks) for duty in desk.duties),
            indicator_rows=sum(len(duty.indicators) for duty in desk.duties),
            folder=desk.round.issued_dir,
        )
    )
    issued = desk.round.issued_dir
    letter, archive = issued / letters.COVERING_FILE, issued / letters.FORMS_ARCHIVE
    say(letters.ISSUE_LETTER.format(letter=letter, archive=archive))
    for sentence in (*remarks(desk), *blanks_in(occasion)):
        say(sentence)


def write_forms(desk: Desk) -> None:
    """Write every unit's form into `phat-hanh/`, and an archive of them all.

    Raises:
        TongHopError: The round has no deadline yet, or a form is open in another program.
    """
    desk.round.required_deadline()
    forms = {}
    with progress(words.ISSUING, len(desk.duties)) as step:
        for duty in desk.duties:
            name = form_file_name(duty, desk.round.period)
            forms[name] = build_form(duty, desk.plan, desk.round, desk.design)
            save(desk.round.issued_dir / name, forms[name])
            step()
    save(desk.round.issued_dir / letters.FORMS_ARCHIVE, archived(forms))


def write_covering_letter(desk: Desk) -> Occasion:
    """Write the letter that goes with the forms beside them, and return its occasion.

    Raises:
        TongHopError: The round has no deadline yet, or the letter is open in another program.
    """
    occasion = occasion_of(desk, until=desk.round.required_deadline())
    sent = [
        FormSent(
            unit=duty.unit.agency_name,
            tasks=len(duty.tasks),
            indicators=len(duty.indicators),
            file=form_file_name(duty, desk.round.period),
        )
        for duty in desk.duties
    ]
    letter = covering_letter(occasion, sent)
    save(desk.round.issued_dir / letters.COVERING_FILE, render_letters([letter]))
    return occasion


def remarks(desk: Desk) -> list[str]:
    """Return what the officer must still settle about who reports what."""
    return [*_without_reporter(desk), *_open_successions(desk), *_open_groups(desk)]


def _without_reporter(desk: Desk) -> Iterator[str]:
    asked = {indicator.code for duty in desk.duties for indicator in duty.indicators}
    indicators = [each.code for each in desk.plan.indicators if each.code not in asked]
    tasks = [task.code for task in tasks_without_reporter(desk.plan, desk.duties)]
    if tasks:
        yield words.ISSUE_TASKS_WITHOUT_REPORTER.format(count=len(tasks), codes=", ".join(tasks))
    if indicators:
        yield words.ISSUE_NO_REPORTER.format(count=len(indicators), codes=", ".join(indicators))


def _open_successions(desk: Desk) -> Iterator[str]:
    for unit, tasks in open_successions(desk.plan, desk.units).items():
        offers = [
            words.SUCCESSOR_PART.format(name=candidate.agency_name, part=part)
            if part
            else candidate.agency_name
            for candidate, part in desk.units.candidates(unit)
        ]
        yield words.ISSUE_SUCCESSION.format(
            unit=unit.agency_name,
            codes=", ".join(task.code for task in tasks),
            candidates="; ".join(offers) or words.NO_CANDIDATE,
        )


def _open_groups(desk: Desk) -> Iterator[str]:
    roles = (desk.plan.reporting_role, *((Role.COORDINATING,) if desk.round.ask_coordinating else ()))
    found: dict[str, list[str]] = {}
    for task in desk.plan.reported_tasks:
        for mention in (mention for role in roles for mention in task.mentions_in(role)):
            if desk.units.named.resolve(mention.agency) == ():
                found.setdefault(mention.agency, []).append(task.code)
    for agency, codes in found.items():
        yield words.ISSUE_OPEN_GROUP.format(agency=agency, codes=", ".join(dict.fromkeys(codes)))
