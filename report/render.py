"""Render a report's facts through the Word template; the same facts give the same bytes."""

from report.charts import charts
from report.charts.place import place_pictures
from report.facts import ReportFacts
from report.filling import filled, finished
from report.layout import (
    BY_DECREE,
    Look,
    agency_lines,
    measure_lines,
    stand_upright,
    subject_lines,
)
from report.prose.document import document
from report.trace.marks import collecting
from report.trace.places import Rendered, take_out
from report.wording import words
from templates import report_template


def render(facts: ReportFacts) -> bytes:
    """Return the report as a Word document.

    What agencies wrote comes out as text whatever it holds.
    """
    return fill(report_template(), facts)


def fill(template: bytes, facts: ReportFacts) -> bytes:
    """Return a template filled with a report.

    Raises:
        jinja2.UndefinedError: A tag of the template names nothing; it is never printed as a blank.
    """
    return rendered(facts, template).content


def rendered(facts: ReportFacts, template: bytes | None = None, *, look: Look = BY_DECREE) -> Rendered:
    """Return a filled template with the places of its figures, names and quotes.

    Raises:
        jinja2.TemplateError: A tag of the template is broken, or names nothing.
    """
    with collecting() as pieces:
        pictures = charts(facts)
        text = document(facts, pictures)
    agency, subject = agency_lines(text.head.agency_name, look), subject_lines(text.head.subject)
    head = {name: getattr(text.head, name) for name in text.head.__dataclass_fields__} | {
        "parent_lines": agency_lines(text.head.parent_name, look),
        "agency_lines": agency,
        "subject_lines": subject,
    }
    made = filled(template or report_template(), {"head": head, "body": text.body, "appendix": text.appendix})
    measure_lines(made.docx, agency=agency, subject=subject)
    stand_upright(made.docx)
    title = words.DOCUMENT_TITLE.format(subject=report_subject(facts))
    place_pictures(made.docx, pictures)
    places = take_out(made.docx.element, pieces)
    return Rendered(content=finished(made, title=title, author=facts.office.name), places=places)


def report_subject(facts: ReportFacts) -> str:
    """Return what the report is about, as a sentence names it."""
    subject = words.SUBJECT.format(period=facts.period, plan=facts.plan_title)
    return subject[:1].lower() + subject[1:]
