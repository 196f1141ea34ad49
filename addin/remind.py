"""The button “Thư đôn đốc”: a letter to each unit that has not reported, or must correct."""

from datetime import date, datetime

from addin.busy import writing
from addin.dialogs import ask_text
from addin.seat import Seat
from addin.showing import open_document
from catalogue import RoundError, date_text
from catalogue.wording import addin as words
from catalogue.wording import letters as letter_words
from cli.desk import Desk
from cli.letters import occasion_of
from cli.remind import Reminders, remind_units, told


def write_letters(seat: Seat) -> str:
    """Write the letters and open the one that holds them all, ready to print."""
    desk = seat.desk()
    until = _until(seat, desk)
    with writing(seat.app, desk):
        reminders = remind_units(desk, until=until)
    if reminders.letters:
        _open(desk, reminders)
    return seat.told(desk, *told(desk, reminders))


def _until(seat: Seat, desk: Desk) -> date | None:
    """Return the day to answer by: asked for once the deadline has passed; None leaves it to the letter."""
    occasion = occasion_of(desk)
    if occasion.due is not None or seat.app is None:
        return None
    question = words.ASK_UNTIL.format(deadline=date_text(desk.round.required_deadline()))
    answer = ask_text(seat, question, is_needed=False)
    if not answer:
        return None
    try:
        day = datetime.strptime(answer, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise RoundError(words.NOT_A_DAY.format(text=answer)) from None
    if day < occasion.today:
        raise RoundError(words.DAY_PASSED.format(day=date_text(day)))
    return day


def _open(desk: Desk, reminders: Reminders) -> None:
    folder = desk.round.letters_dir
    together = folder / letter_words.PRINT_FILE
    open_document(together if together.is_file() else folder / next(iter(reminders.letters)))
