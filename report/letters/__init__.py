"""Official letters (công văn): in goes what an office must tell, out come Word documents in its format.

`covering_letter` sends the forms, `returning_letter` a marked copy, `sending_letter` the report; `reminder`
asks one unit for what is missing, `reminder_for_all` all of them at once; `render_letters` prints one or many
in one document.
"""

from report.letters.covering import FormSent, covering_letter
from report.letters.frame import Occasion, missing_in_letters
from report.letters.model import Letter
from report.letters.reminders import Reminded, reminder, reminder_for_all, returning_letter
from report.letters.render import render_letters
from report.letters.sending import sending_letter

__all__ = [
    "FormSent",
    "Letter",
    "Occasion",
    "Reminded",
    "covering_letter",
    "missing_in_letters",
    "reminder",
    "reminder_for_all",
    "render_letters",
    "returning_letter",
    "sending_letter",
]
