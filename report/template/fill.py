"""Fill the office's own template with a report, worded with its own words."""

from jinja2 import TemplateError as JinjaError
from lxml.etree import LxmlError

from catalogue import Office
from catalogue.wording import letters as words
from report.facts import ReportFacts
from report.party import rendered_for_party
from report.render import rendered
from report.template.read import OwnTemplate, TemplateError
from report.trace.places import Rendered
from report.wording import worded


def rendered_own(facts: ReportFacts, own: OwnTemplate, *, party: Office | None = None) -> Rendered:
    """Return the report printed through the office's template; `party` issues it when it is the Party's.

    Raises:
        TemplateError: A tag cannot be filled after all.
    """
    try:
        if party:
            return rendered_for_party(facts, party, template=own.content, own=own.words)
        with worded(own.words):
            return rendered(facts, own.content)
    except (JinjaError, LxmlError, ValueError, KeyError, IndexError) as error:
        reason = words.TEMPLATE_FAILED.format(reason=error)
        raise TemplateError(words.BAD_TEMPLATE.format(file=own.name, problems=reason)) from error
