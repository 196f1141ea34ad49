"""Fill a Word template: whoever wrote the template and whatever the answers hold, text goes in as text."""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from templates import repacked

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

    from report.word_template import WordTemplate

_CORE_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - Word's own dates have no zone; a fixed one keeps bytes equal
_MOST_PROPERTY = 255
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # what XML may not hold, and what docxtpl would make pages of
    "\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"  # what hides, or turns the words of others round
    "\ud800-\udfff\ufffe\uffff]"
)


@cache
def environment() -> "SandboxedEnvironment":
    """Return the only environment templates are filled in.

    It is sandboxed, for office staff own the template; what a tag does not find is an error, never a blank;
    what agencies wrote is escaped, and loses characters that are no text.
    """
    from jinja2 import StrictUndefined

    from report.word_template import TEMPLATES, Sandbox

    made = Sandbox(undefined=StrictUndefined, autoescape=True, finalize=_as_text)
    made.globals.clear()
    compiled = lru_cache(maxsize=TEMPLATES)(made.from_string)
    made.from_string = compiled  # type: ignore[method-assign, assignment]  # the same, remembered
    return made


def _as_text(value: object) -> object:
    return _NOT_TEXT.sub("", value) if isinstance(value, str) else value


def filled(template: bytes, values: Mapping[str, object]) -> "WordTemplate":
    """Return a template filled with values, open for the last touches.

    Raises:
        jinja2.TemplateError: A tag of the template is broken, or names nothing.
        lxml.etree.XMLSyntaxError: What is filled in does not make a document.
    """
    from report.word_template import WordTemplate

    made = WordTemplate(BytesIO(template))
    made.render(dict(values), environment(), autoescape=True)
    return made


def finished(made: "WordTemplate", *, title: str, author: str) -> bytes:
    """Return the document's bytes; the same words give the same bytes."""
    properties = made.docx.core_properties
    properties.title = str(_as_text(title))[:_MOST_PROPERTY]
    properties.author = properties.last_modified_by = str(_as_text(author))[:_MOST_PROPERTY]
    properties.created = properties.modified = _CORE_TIME
    stream = BytesIO()
    made.save(stream)
    return repacked(stream.getvalue())
