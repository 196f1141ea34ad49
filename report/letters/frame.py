"""What every letter of a round shares: who writes, about which plan and period, by when to answer."""

from dataclasses import dataclass
from datetime import date

from catalogue import Office, Plan, Round, date_text
from catalogue.wording import letters as words
from catalogue.wording import report
from report.layout import agency_lines
from report.letters.model import LetterHead
from report.prose.head import addressees, receivers, upper_lines


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """When and about what an office writes.

    Attributes:
        today: The day the letter is made; only its year is printed, the day is filled in when it is signed.
        due: The day to answer by; None leaves a blank to fill.
    """

    plan: Plan
    round: Round
    today: date
    due: date | None

    @property
    def office(self) -> Office:
        """Who writes."""
        return self.round.office

    @property
    def blanks(self) -> dict[str, str]:
        """What sentences say of the occasion, by the name of their blank."""
        due = words.BLANK_DAY.format(year=self.today.year) if self.due is None else date_text(self.due)
        template = words.PLAN_CITED if self.plan.number else words.PLAN_CITED_WITHOUT_NUMBER
        title, number, issuer = self.plan.short_title, self.plan.number, self.plan.issuer
        period = self.round.period
        return {
            "agency": self.office.name or words.BLANK,
            "contact": self.office.contact or words.BLANK,
            "period": period.label,
            "start": date_text(period.data_from),
            "end": date_text(period.data_to),
            "plan": template.format(plan=title, number=number, issuer=issuer),
            "due": due,
        }

    def about(self, template: str) -> str:
        """Return what a letter is about, by the period and the plan."""
        return template.format(period=self.round.period.label, plan=self.plan.short_title)


def letter_head(
    occasion: Occasion, subject: str, to: tuple[str, ...], *, copies: tuple[str, ...] = ()
) -> LetterHead:
    """Return a letter's frame; what the office has not given is a blank to fill.

    Args:
        occasion: When and about what.
        subject: What the letter is about.
        to: Whom it is addressed to.
        copies: Who else receives it.
    """
    office, year = occasion.office, occasion.today.year
    symbols = {"symbol": office.symbol or words.BLANK, "unit": office.drafting_unit or words.BLANK}
    return LetterHead(
        parent_lines=agency_lines(office.parent_name.upper()),
        agency_lines=agency_lines((office.name or words.BLANK).upper()),
        number=words.NUMBER.format(**symbols),
        subject=words.SUBJECT.format(subject=subject),
        place_date=report.PLACE_AND_DATE.format(place=office.place or words.BLANK, year=year),
        notice=report.INVENTED if occasion.round.is_invented else "",
        addressees=addressees(to),
        receivers=receivers(office, copies),
        authority=upper_lines(office.authority),
        signer_title=upper_lines(office.signer_title or words.BLANK),
        signer_name=office.signer_name or words.BLANK,
        attached=words.ATTACHED.format(year=year, agency=office.name or words.BLANK, **symbols),
    )


def missing_in_letters(occasion: Occasion) -> tuple[str, ...]:
    """Return what a letter leaves blank, in words, with its place in the round's file."""
    blank = [label for name, label in words.SETTINGS.items() if not getattr(occasion.office, name)]
    return (*blank, words.NO_NEW_DAY) if occasion.due is None else tuple(blank)


def all_named(names: tuple[str, ...], *, most: int = 8) -> tuple[str, ...]:
    """Return addressees by name, or the list they stand in when they are many."""
    return names if len(names) <= most else (words.THOSE_LISTED,)
