"""`tonghop remind`: letters to the units from which something is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

import typer

from catalogue.wording import letters as words
from cli.desk import Desk
from cli.letters import blanks_in, occasion_of
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
        reminders = remind_units(desk, until=until.date() if until else None, is_one=one_letter)
    if json:
        print_json(_as_json(desk, reminders))
    else:
        for sentence in told(desk, reminders):
            say(sentence)


@dataclass(frozen=True, kw_only=True)
class Reminders:
    """Reminders that were written.

    Attributes:
        letters: The letters by file name.
        late: What is missing from whom, by the stem of the unit's letter.
    """

    occasion: Occasion
    letters: Mapping[str, Letter]
    late: Mapping[str, Reminded]


def remind_units(desk: Desk, *, until: date | None = None, is_one: bool = False) -> Reminders:
    """Check everything again and write reminders, and the marked copies they go with.

    Args:
        desk: The round, held for writing.
        until: The day to answer by; by default the round's deadline while it has not passed.
        is_one: One letter for all instead of one each.

    Raises:
        TongHopError: The round has no deadline, or a letter is open in another program.
    """
    merged = desk.merge(desk.check())
    desk.record(merged)
    send_back(desk, merged, until=until)
    occasion = occasion_of(desk, until=until)
    late = reminded_units(desk, merged)
    letters = write_reminders(desk, occasion, late, owing=len(merged.owing), is_one=is_one)
    return Reminders(occasion=occasion, letters=letters, late=late)


def told(desk: Desk, reminders: Reminders) -> tuple[str, ...]:
    """Return what to tell about reminders that were written, in sentences."""
    if not reminders.letters:
        return (words.REMIND_NOBODY,)
    folder, count = desk.round.letters_dir, len(reminders.letters)
    sentences = [words.REMIND_DONE.format(count=count, units=len(reminders.late), folder=folder)]
    if count > 1 and (folder / words.PRINT_FILE).exists():
        sentences.append(words.REMIND_PRINT.format(path=folder / words.PRINT_FILE))
    return (*sentences, *blanks_in(reminders.occasion))


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
    """Write letters; those of an earlier day that were not written again are removed."""
    folder = desk.round.letters_dir
    written = {name: render_letters([letter]) for name, letter in letters.items()}
    if letters and not is_one:
        written[words.PRINT_FILE] = render_letters(list(letters.values()))
    for name, content in written.items():
        save(folder / name, content)
    ours = {words.REMINDER_FILE.format(stem=duty.unit.file_stem) for duty in desk.duties}
    for name in (ours | {words.PRINT_FILE, words.REMINDER_FOR_ALL_FILE}) - written.keys():
        (folder / name).unlink(missing_ok=True)


def _as_json(desk: Desk, reminders: Reminders) -> dict[str, object]:
    return {
        "letters": [desk.round.letters_dir / name for name in reminders.letters],
        "units": [
            {
                "unit": each.unit,
                "file": each.wrong.file if each.wrong else None,
                "errors": len(each.wrong.errors) if each.wrong else 0,
                "in_use": each.in_use or None,
            }
            for each in reminders.late.values()
        ],
    }
