"""Where we do less than docxtpl, the document is the one docxtpl would have made."""

import io
from dataclasses import dataclass

import docx
import pytest
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2.exceptions import SecurityError, UndefinedError
from lxml import etree

from report.filling import environment, filled

TEXTS = ("một dòng", "hai\ndòng", "có\tcột", "<b> & {{ x }}", "")


@dataclass(frozen=True)
class Line:
    text: str

    def shout(self):
        return self.text.upper()


def template(*cells):
    """Return a document with a table whose second row is printed for each line."""
    document = docx.Document()
    document.core_properties.title = "Một tệp"
    table = document.add_table(rows=3, cols=len(cells))
    table.cell(0, 0).text, table.cell(2, 0).text = "{%tr for line in lines %}", "{%tr endfor %}"
    for column, text in enumerate(cells):
        table.cell(1, column).text = text
    document.add_paragraph("{{ lines[1].text }}")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_docxtpl_fills(content, values):
    made = DocxTemplate(io.BytesIO(content))
    made.render(values, environment(), autoescape=True)
    return made


@pytest.mark.parametrize(
    "cells", [("{{ line.text }}", "x"), ("{%tc if loop.first %}", "{{ line.text }}", "{%tc endif %}")]
)
def test_a_template_is_filled_as_docxtpl_fills_it(cells):
    values = {"lines": [Line(text) for text in TEXTS]}
    ours, theirs = filled(template(*cells), values), as_docxtpl_fills(template(*cells), values)

    assert etree.tostring(ours.docx.element) == etree.tostring(theirs.docx.element)


def test_columns_a_tag_takes_away_leave_the_tables_grid_too():
    made = filled(template("{%tc if false %}", "x", "{%tc endif %}", "y"), {"lines": [Line("")] * 2})

    assert len(made.docx.tables[0]._tbl.tblGrid.findall(qn("w:gridCol"))) == 1


def test_a_template_used_again_is_filled_anew():
    first, second = (filled(template("x"), {"lines": [Line(text)] * 2}) for text in ("một", "hai"))

    assert [made.docx.paragraphs[-1].text for made in (first, second)] == ["một", "hai"]


def test_fields_are_read_and_nothing_else_of_a_value_is():
    assert environment().from_string("{{ x.text }}").render(x=Line("a")) == "a"
    for text in ("{{ x.__class__ }}", "{{ x.__dataclass_fields__ }}", "{{ x.shout.__func__ }}"):
        with pytest.raises(SecurityError):
            environment().from_string(text).render(x=Line("a"))
    with pytest.raises(UndefinedError):
        environment().from_string("{{ x.nothing }}").render(x=Line("a"))
