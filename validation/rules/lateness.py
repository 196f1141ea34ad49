"""Whether a submission came in time."""

from datetime import date

from catalogue import Code, date_text
from validation.reading import Note


def late_note(received_on: date, deadline: date | None) -> Note | None:
    """Return the finding on a file saved after the deadline, None when it is in time or none is set."""
    if deadline is None or received_on <= deadline:
        return None
    return Note(Code.E016, {"value": date_text(received_on), "end": date_text(deadline)})
