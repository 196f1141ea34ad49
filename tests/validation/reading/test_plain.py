"""However a sheet is spelled, the quick way either reads it as the exact way does or leaves it alone."""

import io
import re
import zipfile
from collections import Counter
from random import Random

import pytest

from benchmarks.hostile_files import book, parts_of, zipped
from catalogue import Code
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
    "two values": '<row r="1"><c r="A1"><v>1</v><v>2</v></c><c r="B1"><v>1</v><v/></c></row>',
    "an attribute of newer programs": '<row r="1"><c r="A1" cm="1"><f>A2</f><v>1</v></c></row>',
    "an attribute of the value": '<row r="1"><c r="A1" t="str"><v xml:space="preserve"> a </v></c></row>',
    "a formula shared by cells": (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">C1</f><v>1</v></c>'
        '<c r="B1"><f t="shared" si="0"/></c></row>'
    ),
    "spaces between elements": '<row r="1">\n <c r="A1" ><v>1</v></c>\n <c r="B1"> <v>2</v> </c>\n</row>',
    "blank cells of all kinds": (
        '<row r="1"><c r="A1"/><c r="B1" s="0"/><c r="C1" s="0" /><c r="D1"></c><c r="E1" t="s"/>'
        '<c r="F1"><v></v></c></row><row r="2"/><row r="3"></row>'
    ),
    "a format that is not there": '<row r="1"><c r="A1" s="999"><v>1</v></c></row>',
    "small letters": '<row r="1"><c r="a1"><v>1</v></c></row>',
    "no such row": '<row r="1"><c r="A0"><v>1</v></c></row>',
    "more than a cell": '<row r="1"><c r="A1"><v>1</v><extLst><ext/></extLst></c><x>2</x></row>',
    "an instruction": '<row r="1"><?a <c r="B1"><v>2</v></c>?><c r="A1"><v>1</v></c></row>',
    "a prefix": '<row r="1"><c r="A1"><v>1</v></c><x:c r="B1"><x:v>2</x:v></x:c></row>',
    "a number that is a number of a text": '<row r="1"><c r="A1" t="s"><v> 0 </v></c></row>',
    "a number with blanks": '<row r="1"><c r="A1"><v> 1.50E+1 </v></c></row>',
    "an empty kind": '<row r="1"><c r="A1" t=""><v>1</v></c></row>',
    "a column beyond any form": '<row r="1"><c r="GS1"><v>1</v></c></row>',
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


MERGED = {
    "as written": '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
    "an attribute before": '<mergeCells><mergeCell x="1" ref="A1:B2"/><mergeCell ref="C1"/></mergeCells>',
    "single quotes": "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>",
    "one cell": '<mergeCells><mergeCell ref="A1"/></mergeCells>',
    "none": "<mergeCells/>",
}


@pytest.mark.parametrize("merged", MERGED.values(), ids=MERGED)
def test_both_ways_tell_the_same_merged_areas(merged):
    content = book(A1, tail=merged)
    quick, exact = (told(read, content) for read in (read_workbook, read_bounded))

    assert quick == exact
    assert bool(quick[2]) == ("B2" in merged)


TOKENS = (
    *(b"<", b">", b"/", b'"', b"=", b" ", b"1", b"?", b"&", b"&amp;", b"&#233;", b"\xff", b"\r", b"_x000D_"),
    *(b"</c>", b"<v>", b"</v>", b"<v/>", b"<f>", b"</f>", b"</row>", b'<row r="9">', b"<is><t>x</t></is>"),
    *(
        b"<!-- ",
        b" -->",
        b"<![CDATA[",
        b"]]>",
        b"<?p ?>",
        b' t="s"',
        b' t="e"',
        b' t="str"',
        b' s="5"',
        b' cm="1"',
    ),
)


def cells_damaged(part, dice):
    """Return a sheet's part with a few tokens put in, put over others or taken away among its cells."""
    first, last = part.index(b"<sheetData>") + len(b"<sheetData>"), part.index(b"</sheetData>")
    damaged, rest = part[:last], part[last:]
    for _ in range(dice.choice([1, 1, 2])):
        signs = [match.start() for match in re.finditer(rb'[<>"/]', damaged[first:])]
        at = first + dice.choice(signs) + dice.choice([0, 1])
        until, token = at + dice.choice([0, 0, 1, 5]), dice.choice([b"", *TOKENS])
        damaged = damaged[:at] + token + damaged[until:]
    return damaged + rest


def test_both_ways_read_the_same_of_a_damaged_sheet_unless_it_is_no_xml(desk):
    with zipfile.ZipFile(io.BytesIO(desk.form("11311"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    dice, sheet, outcomes = Random(20261121), "xl/worksheets/sheet3.xml", Counter()
    for _ in range(200):
        content = zipped(parts | {sheet: cells_damaged(parts[sheet], dice)})
        quick, exact = told(read_workbook, content), told(read_bounded, content)
        outcomes["same" if quick == exact else exact if exact is Code.E001 else "different"] += 1

    assert not outcomes["different"]
    assert outcomes["same"] > 100


@pytest.mark.parametrize("texts", ["<si><t>a</t></si>", "<si><r><t>a</t></r><r><t>b</t></r></si>", "<si/>"])
@pytest.mark.parametrize(
    "more", ["", "<si><t>&amp;lt; &#10;</t></si>", "<si><t>a\rb</t></si>", "<!-- <si> -->"]
)
def test_both_ways_read_the_same_shared_texts(texts, more):
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    content = zipped(parts_of(rows, texts=texts + more))

    assert told(read_workbook, content) == told(read_bounded, content)
