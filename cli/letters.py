"""What commands that write letters share: the occasion, and saying what stays blank."""

from datetime import date, datetime

from catalogue.wording import letters as words
from cli.desk import Desk
from report.letters import Occasion, missing_in_letters
from validation import VIETNAM


def occasion_of(desk: Desk, *, until: date | None = None) -> Occasion:
    """Return the occasion of a letter made today.

    Args:
        desk: The round.
        until: The day to answer by; by default the round's deadline while it has not passed.
    """
    today = datetime.now(VIETNAM).date()
    deadline = desk.round.required_deadline()
    due = until or (deadline if today <= deadline else None)
    return Occasion(plan=desk.plan, round=desk.round, today=today, due=due)


def blanks_in(occasion: Occasion) -> tuple[str, ...]:
    """Return what the letters leave blank, as a sentence; none when nothing is."""
    blanks = missing_in_letters(occasion)
    return (words.LETTER_BLANKS.format(names="; ".join(blanks)),) if blanks else ()
