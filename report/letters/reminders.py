"""Reminders: what exactly is missing from a unit, by when it is wanted, and where to send it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalogue import date_text
from catalogue.wording import letters as words
from report.letters.frame import Occasion, all_named, letter_head
from report.letters.model import Letter
from report.prose.language import capped, count_text, joined, one_line
from report.prose.tables import TableRow
from validation import Finding, Submission

MOST_ERRORS = 10
MOST_IN_LIST = 3
_MESSAGE_LENGTH = 400


@dataclass(frozen=True, kw_only=True)
class Reminded:
    """A unit from which something is missing.

    Attributes:
        unit: The agency's name.
        tasks, indicators: How many it owes.
        form: Its form's file.
        wrong: The submission to correct; None when nothing came.
        marked: The file of the marked copy of that submission.
        in_use: The file of an earlier accepted submission whose figures count meanwhile, blank if none.
    """

    unit: str
    tasks: int
    indicators: int
    form: str
    wrong: Submission | None = None
    marked: str = ""
    in_use: str = ""

    @property
    def owed(self) -> str:
        """What the unit must report, in words."""
        counts = ((words.OWED_TASKS, self.tasks), (words.OWED_INDICATORS, self.indicators))
        return joined(template.format(count=count_text(count)) for template, count in counts if count)


def reminder(occasion: Occasion, reminded: Reminded) -> Letter:
    """Return the letter to one unit."""
    blanks = _blanks(occasion) | {"unit": reminded.unit}
    if reminded.wrong is not None:
        return _correcting(occasion, reminded, reminded.wrong, subject=words.CORRECT_SUBJECT)
    return Letter(
        head=letter_head(occasion, occasion.about(words.REMIND_SUBJECT), (reminded.unit,)),
        paragraphs=(words.REMIND_OPENING.format(**blanks), *_missing(reminded, blanks)),
        closing=words.ASK_MISSING.format(**blanks),
    )


def returning_letter(occasion: Occasion, reminded: Reminded, wrong: Submission) -> Letter:
    """Return the letter that goes with a marked copy: whose, and what is to be corrected in it."""
    return _correcting(occasion, reminded, wrong, subject=words.RETURN_SUBJECT)


def _correcting(occasion: Occasion, reminded: Reminded, wrong: Submission, *, subject: str) -> Letter:
    blanks = _blanks(occasion) | {"unit": reminded.unit}
    return Letter(
        head=letter_head(occasion, occasion.about(subject), (reminded.unit,)),
        paragraphs=(words.REMIND_OPENING.format(**blanks), *_to_correct(reminded, wrong, blanks)),
        closing=words.ASK_CORRECTED.format(**blanks),
    )


def _blanks(occasion: Occasion) -> dict[str, str]:
    return occasion.blanks | {"deadline": date_text(occasion.round.required_deadline())}


def _missing(reminded: Reminded, blanks: dict[str, str]) -> tuple[str, ...]:
    owed = words.REMIND_OWED.format(file=reminded.form, owed=reminded.owed, **blanks)
    return (words.REMIND_MISSING.format(**blanks), owed)


def _to_correct(reminded: Reminded, wrong: Submission, blanks: dict[str, str]) -> Iterator[str]:
    template = words.REMIND_WAITING if reminded.in_use else words.REMIND_RETURNED
    yield template.format(
        received=date_text(wrong.received_on),
        file=_file_name(wrong.file),
        current=_file_name(reminded.in_use),
        errors=count_text(len(wrong.errors)),
        **blanks,
    )
    *shown, last = [error_text(error) for error in wrong.errors[:MOST_ERRORS]]
    for text in shown:
        yield words.DASHED.format(text=text) + words.END_OF_ITEM
    yield words.DASHED.format(text=last) + words.END_OF_LIST
    rest = len(wrong.errors) - MOST_ERRORS
    all_shown = words.REMIND_MARKED if shown else words.REMIND_MARKED_ONE
    yield (words.REMIND_MARKED_MORE if rest > 0 else all_shown).format(
        count=count_text(rest), file=reminded.marked
    )


def _file_name(path: str) -> str:
    """Return a file's name without the folders and archives it was put into."""
    return one_line(path.rpartition("/")[2])


def error_text(error: Finding) -> str:
    """Return an error with its sheet and cell, as a list names it."""
    template = words.ERROR_AT if error.cell else words.ERROR_ON_SHEET if error.sheet else words.ERROR_IN_FILE
    message = one_line(error.message, most=_MESSAGE_LENGTH)
    return template.format(sheet=one_line(error.sheet), cell=error.cell, message=message)


def reminder_for_all(occasion: Occasion, reminded: Sequence[Reminded], *, owing: int) -> Letter:
    """Return one letter to all units from which something is missing, with the list of them.

    Args:
        occasion: When and about what.
        reminded: The units, at least one.
        owing: How many units must report.
    """
    blanks = _blanks(occasion)
    missing = sum(each.wrong is None for each in reminded)
    counts = ((words.COUNT_MISSING, missing), (words.COUNT_RETURNED, len(reminded) - missing))
    parts = joined(template.format(count=count_text(count)) for template, count in counts if count)
    subjects = {0: words.CORRECT_SUBJECT, len(reminded): words.REMIND_SUBJECT}
    return Letter(
        head=letter_head(
            occasion,
            occasion.about(subjects.get(missing, words.REMIND_BOTH_SUBJECT)),
            all_named(tuple(each.unit for each in reminded)),
        ),
        paragraphs=(
            words.REMIND_OPENING.format(**blanks),
            words.REMIND_COUNTS.format(parts=parts, owing=count_text(owing)),
        ),
        closing=words.ASK_ALL.format(**blanks),
        reminded=tuple(_row(number, each) for number, each in enumerate(reminded, start=1)),
    )


def _row(number: int, reminded: Reminded) -> TableRow:
    if reminded.wrong is None:
        state, to_do = words.STATE_MISSING, words.DO_REPORT.format(owed=reminded.owed)
        return TableRow(cells=(str(number), reminded.unit, state, to_do))
    wrong = reminded.wrong
    template = words.STATE_WAITING if reminded.in_use else words.STATE_RETURNED
    state = template.format(received=date_text(wrong.received_on), errors=count_text(len(wrong.errors)))
    errors = "; ".join(error_text(error).rstrip(".") for error in wrong.errors[:MOST_IN_LIST])
    if rest := len(wrong.errors[MOST_IN_LIST:]):
        errors = words.AND_MORE.format(errors=errors, count=count_text(rest))
    return TableRow(cells=(str(number), reminded.unit, state, capped(words.DO_CORRECT.format(errors=errors))))
