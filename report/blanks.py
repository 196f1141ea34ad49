"""What the round's file does not say and the document therefore leaves blank."""

from catalogue import Round
from catalogue.wording import report as words
from report.facts import ReportFacts


def missing_settings(source: ReportFacts | Round) -> tuple[str, ...]:
    """Return the settings of the office that are blank, in words, with their place in the round's file.

    The superior organ and the authority are not among them: not every office has them.
    """
    return tuple(label for name, label in words.SETTINGS.items() if not getattr(source.office, name))
