"""Add the text blocks to a template: a section of its own at the end, with a table to be edited in Word."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from io import BytesIO

from catalogue.wording import letters as words
from templates.repack import repacked
from templates.word_styles import TEXT_WIDTH_MM
from templates.word_xml import cell, paragraph, row, table

_CODE_MM = 55.0
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def with_text_blocks(template: bytes, blocks: Mapping[str, str]) -> bytes:
    """Return a template with a table of text blocks, by code, behind its last page."""
    import docx
    from docx.oxml.parser import parse_xml

    document = docx.Document(BytesIO(template))
    body = document.element.body
    first, last = document.sections[0]._sectPr, body.sectPr  # noqa: SLF001 - python-docx cannot end a section
    ended = '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/></w:pPr></w:p>'
    added = list(parse_xml(f"<w:body {_NAMESPACE}>{ended}{_blocks(blocks)}</w:body>"))
    added[0][0].append(deepcopy(last))
    for element in added:
        last.addprevious(element)
    body.replace(last, deepcopy(first))
    stream = BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def _blocks(blocks: Mapping[str, str]) -> str:
    widths = (_CODE_MM, TEXT_WIDTH_MM - _CODE_MM)
    header = _row(words.BLOCKS_TABLE, widths, style="TableHead", is_header=True)
    rows = [_row(block, widths, style="TableText") for block in blocks.items()]
    content = table(widths, [header, *rows], has_lines=True, description=words.BLOCKS_TITLE)
    return (
        paragraph("AppendixName", words.BLOCKS_TITLE)
        + paragraph("Prose", words.BLOCKS_GUIDE)
        + content
        + paragraph("Gap")
    )


def _row(texts: Sequence[str], widths: Sequence[float], *, style: str, is_header: bool = False) -> str:
    cells = [cell(paragraph(style, text), width) for text, width in zip(texts, widths, strict=True)]
    return row(cells, is_header=is_header)
