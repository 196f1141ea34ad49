"""Templates as staff save them: ours with one thing changed."""

import io
from functools import cache

import docx

from report.template import exported_template


@cache
def exported():
    """Return the template as exported, once for all tests."""
    return exported_template()


def edited(change):
    """Return the exported template after a change to it as a document."""
    document = docx.Document(io.BytesIO(exported()))
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_paragraph(text):
    """Return the exported template with a paragraph of its own before the first heading."""
    return edited(lambda document: first_heading(document).insert_paragraph_before(text))


def with_block(code, text):
    """Return the exported template with one text block worded anew."""

    def change(document):
        row = next(row for row in document.tables[-1].rows if row.cells[0].text == code)
        row.cells[1].paragraphs[0].runs[0].text = text

    return edited(change)


def first_heading(document):
    return next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("I. "))
