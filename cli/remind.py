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
from cli.send_back import reminded, send_back, to_correct
from consolidate import Merged, UnitState, save
from report.letters import Letter, Occasion, Reminded, reminder, reminder_for_all, render_letters


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
        day = until.date() if until else None
        send_back(desk, merged, until=day)
        occasion = occasion_of(desk, until=day)
        late = reminded_units(desk, merged)
        letters = write_reminders(desk, occasion, late, owing=len(merged.owing), is_one=one_letter)
    if json:
        print_json(_as_json(desk, letters, late))
    else:
        _print(desk, occasion, letters, late)


def reminded_units(desk: Desk, merged: Merged) -> dict[str, Reminded]:
    """Return the units from which something is missing, by the stem of their letter's file."""
    return {
        standing.duty.unit.file_stem: reminded(desk, standing)
        for standing in merged.owing
        if standing.state is UnitState.MISSING or to_correct(standing)
    }


def write_reminders(
    desk: Desk, occasion: Occasion, late: Mapping[str, Reminded], *, owing: int, is_one: bool = False
) -> dict[str, Letter]:
    """Write the reminders and return them by file name; those to units that have answered since are removed.

    Args:
        desk: The round.
        occasion: When and about what.
        late: The units from which something is missing, by the stem of their letter's file.
        owing: How many units must report.
        is_one: Whether one letter goes to all of them, with their list.

    Raises:
        TongHopError: A letter is open in another program.
    """
    letters = _letters(occasion, late, owing=owing, is_one=is_one)
    _write(desk, letters, is_one=is_one)
    return letters


def _letters(
    occasion: Occasion, late: Mapping[str, Reminded], *, owing: int, is_one: bool
) -> dict[str, Letter]:
    if not late:
        return {}
    if is_one:
        return {words.REMINDER_FOR_ALL_FILE: reminder_for_all(occasion, tuple(late.values()), owing=owing)}
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
