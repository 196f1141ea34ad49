"""However a sheet is spelled, the quick way either reads it as the exact way does or leaves it alone."""

import pytest

from benchmarks.hostile_files import book, parts_of, zipped
from validation.reading import RefusedFileError, read_bounded, read_workbook

A1 = '<row r="1"><c r="A1"><v>1</v></c></row>'
SPELLINGS = {
    "plain": A1,
    "text by number": '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
    "a text that is not there": '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
    "a text before the first": '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
    "a comment around a cell": f'<!--{A1}--><row r="2"><c r="A2"><v>2</v></c></row>',
    "a section of plain text": '<row r="1"><c r="A1" t="str"><v><![CDATA[a]]></v></c></row>',
    "names of signs": '<row r="1"><c r="A1" t="str"><v>&lt;a &amp;amp; b&gt; &quot;&apos;</v></c></row>',
    "numbers of signs": '<row r="1"><c r="A1" t="str"><v>a&#10;b&#xE0;&#128;</v></c></row>',
    "unknown names of signs": '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>',
    "line ends of other systems": '<row r="1"><c r="A1" t="str"><v>a\r\nb</v></c></row>',
    "text of its own": '<row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c></row>',
    "rich text of its own": (
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>'
    ),
    "cells without a place": "<row><c><v>1</v></c><c><v>2</v></c></row>",
    "single quotes": "<row r='1'><c r='A1'><v>1</v></c></row>",
    "a space before the end": '<row r="1"><c r="A1"><v>1</v></c ></row>',
    "attributes in another order": '<row r="1"><c t="str" r="A1"><v>a</v></c></row>',
    "one cell twice": '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
    "rows out of order": '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
    "no number": '<row r="1"><c r="A1"><v>1_0</v></c><c r="B1"><v>inf</v></c><c r="C1"><v>abc</v></c></row>',
    "an error": '<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
    "formulas never calculated": '<row r="1"><c r="A1"><f>1+1</f><v></v></c><c r="B1"><f>2</f></c></row>',
    "the same blank result twice": '<row r="1"><c r="A1"><f>1</f><v/></c><c r="B1"><f>2</f><v/></c></row>',
    "a blank text as result": '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row>',
    "a far row": '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "truth": '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>',
    "a day": '<row r="1"><c r="A1" t="d"><v>2026-05-01</v></c></row>',
}


def told(read, content):
    """Return cells with their types, or why there are none."""
    try:
        workbook = read(content)
    except RefusedFileError as refused:
        return refused.code
    cells = {
        (name, row, column): (type(value), value)
        for name, grid in workbook.sheets.items()
        for row, each in enumerate(grid)
        for column, value in enumerate(each)
        if value is not None
    }
    return cells, dict(workbook.strays), dict(workbook.merged)


@pytest.mark.parametrize("rows", SPELLINGS.values(), ids=SPELLINGS)
def test_both_ways_read_the_same(rows):
    content = book(rows)

    assert told(read_workbook, content) == told(read_bounded, content)


@pytest.mark.parametrize("texts", ["<si><t>a</t></si>", "<si><r><t>a</t></r><r><t>b</t></r></si>", "<si/>"])
@pytest.mark.parametrize(
    "more", ["", "<si><t>&amp;lt; &#10;</t></si>", "<si><t>a\rb</t></si>", "<!-- <si> -->"]
)
def test_both_ways_read_the_same_shared_texts(texts, more):
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    content = zipped(parts_of(rows, texts=texts + more))

    assert told(read_workbook, content) == told(read_bounded, content)
