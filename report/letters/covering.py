"""The letter that sends the forms: what to fill in, how, by when, to whom to send it."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.wording import letters as words
from report.letters.frame import Occasion, all_named, letter_head
from report.letters.model import Letter
from report.prose.tables import TableRow


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSent:
    """One form: whose it is, how much it asks, its file's name."""

    unit: str
    tasks: int
    indicators: int
    file: str


def covering_letter(occasion: Occasion, forms: Sequence[FormSent]) -> Letter:
    """Return the letter that sends the forms, all of them listed."""
    blanks = occasion.blanks
    points = (
        words.NUMBERED.format(number=number, text=point.format(**blanks))
        for number, point in enumerate(words.FORMS_POINTS, start=1)
    )
    return Letter(
        head=letter_head(
            occasion, occasion.about(words.FORMS_SUBJECT), all_named(tuple(form.unit for form in forms))
        ),
        paragraphs=(words.FORMS_OPENING.format(**blanks), words.FORMS_ASKED.format(**blanks), *points),
        closing=words.FORMS_CLOSING.format(**blanks),
        forms=tuple(
            TableRow(cells=(str(number), form.unit, str(form.tasks), str(form.indicators), form.file))
            for number, form in enumerate(forms, start=1)
        ),
    )
