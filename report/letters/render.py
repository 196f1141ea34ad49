"""Print letters through their Word template: one, or many in one document."""

from collections.abc import Sequence

from report.filling import filled, finished
from report.layout import measure_lines
from report.letters.model import Letter
from templates import letter_template


def render_letters(letters: Sequence[Letter]) -> bytes:
    """Return letters as one Word document, each on pages of its own.

    Args:
        letters: At least one, all from the same office.
    """
    made = filled(letter_template(), {"letters": letters})
    first = letters[0].head
    measure_lines(made.docx, agency=first.agency_lines, subject=(), has_many_heads=True)
    return finished(made, title=first.subject, author=" ".join(first.agency_lines))
