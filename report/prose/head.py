"""The official frame: agency, number, date, title, addressees, receivers, signer; opening and closing."""

from dataclasses import dataclass

from catalogue import Office
from report.facts import ReportFacts
from report.prose.language import day_text, joined, lower_first, name_line
from report.trace.marks import called
from report.wording import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the frames of a report and of a letter share, as it is printed."""

    number: str
    place_date: str
    subject: str
    notice: str
    addressees: tuple[str, ...]
    receivers: tuple[str, ...]
    authority: tuple[str, ...]
    signer_title: tuple[str, ...]
    signer_name: str
    attached: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Frame):
    """A report's frame; `agency` is the name sentences use."""

    agency: str
    parent_name: str
    agency_name: str


def head_prose(facts: ReportFacts) -> Head:
    """Return the frame; what the office has not given is a dotted blank."""
    office = facts.office
    agency, symbol = office.name or words.BLANK, office.symbol or words.BLANK
    return Head(
        agency=agency,
        parent_name=office.parent_name.upper(),
        agency_name=agency.upper(),
        number=words.NUMBER.format(symbol=symbol),
        place_date=words.PLACE_AND_DATE.format(place=office.place or words.BLANK, year=facts.year),
        subject=words.SUBJECT.format(period=facts.period, plan=facts.plan_title),
        notice=words.INVENTED if facts.is_invented else "",
        addressees=addressees(office.recipients),
        receivers=receivers(office),
        authority=upper_lines(office.authority),
        signer_title=upper_lines(office.signer_title or words.BLANK),
        signer_name=office.signer_name or words.BLANK,
        attached=words.ATTACHED.format(symbol=symbol, year=facts.year, agency=agency),
    )


def upper_lines(text: str) -> tuple[str, ...]:
    """Return for whom somebody signs, or as what, line by line."""
    return tuple(line.strip().upper() for line in text.splitlines() if line.strip())


def addressees(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom a document is addressed to; a blank to fill where nobody is named."""
    return _items(names or (words.BLANK,))


def _items(names: tuple[str, ...]) -> tuple[str, ...]:
    """One addressee stands alone; several are a list."""
    if len(names) == 1:
        return (words.ADDRESSED_TO_ONE.format(name=names[0]),)
    *first, last = names
    return (*(words.ITEM.format(text=name) for name in first), words.LAST_ITEM.format(text=last))


def receivers(office: Office, copies: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Return who receives a document: as addressed, the office's copies or those given, and the file."""
    filed = words.FILED.format(unit=office.drafting_unit or words.BLANK)
    return _items((words.AS_ABOVE, *(office.copies if copies is None else copies), filed))


def opening_prose(facts: ReportFacts) -> tuple[str, ...]:
    """Return the paragraphs before section I: what for, from whom, for which days."""
    agency = facts.office.name or words.BLANK
    bases = joined(
        [*(name_line(base, most=len(base)) for base in facts.legal_bases), called(_plan_cited(facts))]
    )
    first = words.OPENING.format(
        bases=words.BASES.format(bases=bases),
        agency=agency,
        start=day_text(facts.data_from),
        end=day_text(facts.data_to),
    )
    return (first, words.OPENING_REPORTS.format(agency=agency, period=called(facts.period)))


def _plan_cited(facts: ReportFacts) -> str:
    template = words.PLAN_CITED if facts.plan_number else words.PLAN_CITED_WITHOUT_NUMBER
    return template.format(plan=facts.plan_title, number=facts.plan_number, issuer=facts.plan_issuer)


def closing_prose(facts: ReportFacts) -> str:
    """Return the last paragraph."""
    subject = words.SUBJECT.format(period=facts.period, plan=facts.plan_title)
    values = {"subject": called(lower_first(subject)), "agency": facts.office.name or words.BLANK}
    if not facts.office.recipients:
        return words.CLOSING_TO_NOBODY.format(**values)
    return words.CLOSING.format(recipients=joined(facts.office.recipients), **values)
