"""The letter that sends the report to whom it is addressed."""

from catalogue.wording import letters as words
from report.facts import ReportFacts
from report.letters.frame import Occasion, letter_head
from report.letters.model import Letter
from report.prose.language import count_text, joined
from report.render import report_subject


def sending_letter(occasion: Occasion, facts: ReportFacts) -> Letter:
    """Return the letter that goes with the report."""
    office = occasion.office
    blanks = occasion.blanks | {
        "subject": report_subject(facts),
        "recipients": joined(office.recipients) or words.BLANK,
        "accepted": count_text(facts.gathering.accepted),
        "total": count_text(facts.gathering.total),
    }
    return Letter(
        head=letter_head(
            occasion,
            words.SEND_SUBJECT.format(subject=blanks["subject"]),
            office.recipients,
            copies=office.copies,
        ),
        paragraphs=(words.SEND_OPENING.format(**blanks), words.SEND_BASIS.format(**blanks)),
        closing=words.SEND_CLOSING.format(**blanks),
    )
