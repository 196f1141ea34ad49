"""`tonghop remind`: letters to the units from which something is missing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

import typer

from catalogue.wording import letters as words
from cli.desk import Desk
from cli.letters import occasion_of, say_blanks
from cli.options import DEFAULT_WAIT, Json, RoundFolder, Wait
from cli.output import print_json, say
from cli.send_back import marked_copy_name, send_back, to_correct
from consolidate import Merged, UnitStanding, UnitState, save
from report.letters import Letter, Occasion, Reminded, reminder, reminder_for_all, render_letters
from templates import form_file_name


def remind(
    context: typer.Context,
    folder: RoundFolder,
    *,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help=words.UNTIL_OPTION)] = None,
    one_letter: Annotated[bool, typer.Option("--one-letter", help=words.ONE_LETTER_OPTION)] = False,
    json: Json = False,
    wait: Wait = DEFAULT_WAIT,
) -> None:
    """Write reminders, and the marked copies they go with, into the round's folder."""
    desk = Desk.open(folder, context.obj)
    with desk.writing(wait):
        merged = desk.merge(desk.check())
        desk.record(merged)
        send_back(desk, merged)
        occasion = occasion_of(desk, until=until.date() if until else None)
        late = reminded_units(desk, merged)
        letters = _letters(occasion, merged, late, is_one=one_letter)
        _write(desk, letters, is_one=one_letter)
    if json:
        print_json(_as_json(desk, letters, late))
    else:
        _print(desk, occasion, letters, late)


def reminded_units(desk: Desk, merged: Merged) -> dict[str, Reminded]:
    """Return the units from which something is missing, by the stem of their letter's file."""
    return {
        standing.duty.unit.file_stem: _reminded(desk, standing)
        for standing in merged.owing
        if standing.state is UnitState.MISSING or to_correct(standing)
    }


def _reminded(desk: Desk, standing: UnitStanding) -> Reminded:
    duty, period = standing.duty, desk.round.period
    in_use = standing.current.file if standing.waiting and standing.current else ""
    return Reminded(
        unit=duty.unit.agency_name,
        tasks=len(duty.tasks),
        indicators=len(duty.indicators),
        form=form_file_name(duty, period),
        wrong=to_correct(standing),
        marked=marked_copy_name(duty, period),
        in_use=in_use,
    )


def _letters(
    occasion: Occasion, merged: Merged, late: Mapping[str, Reminded], *, is_one: bool
) -> dict[str, Letter]:
    """Return the letters by file name."""
    if not late:
        return {}
    if is_one:
        letter = reminder_for_all(occasion, tuple(late.values()), owing=len(merged.owing))
        return {words.REMINDER_FOR_ALL_FILE: letter}
    return {words.REMINDER_FILE.format(stem=stem): reminder(occasion, each) for stem, each in late.items()}


def _write(desk: Desk, letters: Mapping[str, Letter], *, is_one: bool) -> None:
    """Write letters; those of an earlier day to units that have answered since are removed."""
    folder = desk.round.letters_dir
    for name, letter in letters.items():
        save(folder / name, render_letters([letter]))
    if is_one and letters:
        return
    if letters:
        save(folder / words.PRINT_FILE, render_letters(list(letters.values())))
    names = [words.REMINDER_FILE.format(stem=duty.unit.file_stem) for duty in desk.duties]
    for name in {*names, words.PRINT_FILE, words.REMINDER_FOR_ALL_FILE}:
        if not letters or name in set(names) - set(letters):
            (folder / name).unlink(missing_ok=True)


def _print(
    desk: Desk, occasion: Occasion, letters: Mapping[str, Letter], late: Mapping[str, Reminded]
) -> None:
    if not letters:
        say(words.REMIND_NOBODY)
        return
    folder = desk.round.letters_dir
    say(words.REMIND_DONE.format(count=len(letters), units=len(late), folder=folder))
    if (folder / words.PRINT_FILE).exists() and len(letters) > 1:
        say(words.REMIND_PRINT.format(path=folder / words.PRINT_FILE))
    say_blanks(occasion)


def _as_json(desk: Desk, letters: Mapping[str, Letter], late: Mapping[str, Reminded]) -> dict[str, object]:
    return {
        "letters": [desk.round.letters_dir / name for name in letters],
        "units": [
            {
                "unit": each.unit,
                "file": each.wrong.file if each.wrong else None,
                "errors": len(each.wrong.errors) if each.wrong else 0,
                "in_use": each.in_use or None,
            }
            for each in late.values()
        ],
    }
