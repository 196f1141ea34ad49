"""Render a report's facts through the Word template; the same facts give the same bytes."""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from catalogue.wording import report as words
from report.facts import ReportFacts
from report.layout import agency_lines, measure_lines, stand_upright, subject_lines
from report.prose.document import document
from templates import repacked, report_template

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_CORE_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - Word's own dates have no zone; a fixed one keeps bytes equal


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
    from docxtpl import DocxTemplate
    from jinja2 import Environment, StrictUndefined

    text = document(facts)
    agency, subject = agency_lines(text.head.agency_name), subject_lines(text.head.subject)
    head = {name: getattr(text.head, name) for name in text.head.__dataclass_fields__} | {
        "parent_lines": agency_lines(text.head.parent_name),
        "agency_lines": agency,
        "subject_lines": subject,
    }
    filled = DocxTemplate(BytesIO(template))
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    filled.render({"head": head, "body": text.body, "appendix": text.appendix}, environment, autoescape=True)
    measure_lines(filled.docx, agency=agency, subject=subject)
    stand_upright(filled.docx)
    _set_properties(filled, facts)
    stream = BytesIO()
    filled.save(stream)
    return repacked(stream.getvalue())


def _set_properties(filled: "DocxTemplate", facts: ReportFacts) -> None:
    properties = filled.docx.core_properties
    subject = words.SUBJECT.format(period=facts.period, plan=facts.plan_title)
    properties.title = words.DOCUMENT_TITLE.format(subject=subject[:1].lower() + subject[1:])[:255]
    properties.author = properties.last_modified_by = facts.office.name[:255]
    properties.created = properties.modified = _CORE_TIME
