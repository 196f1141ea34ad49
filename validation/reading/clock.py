"""The country's clocks."""

from datetime import timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
"""The country has one time zone; what a moment is must not depend on where the program runs."""
