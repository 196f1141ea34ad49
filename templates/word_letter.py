"""The template of letters (công văn): one letter, or many in one document for printing."""

from catalogue.wording import letters as words
from templates.word_package import section, section_end, word_package
from templates.word_report import (
    addressed,
    appendix_head,
    columns_of,
    drawn_line,
    letterhead,
    notice,
    signature,
)
from templates.word_styles import APPENDIX_LINE_MM, STYLES, TEXT_WIDTH_MM, ParagraphStyle, styles_xml
from templates.word_xml import paragraph, prose, rows_table, tag, when

LETTER_STYLES = STYLES | {"LetterSubject": ParagraphStyle(size=12, align="center", before=6)}


def build_letter_template() -> bytes:
    """Return the template of letters; each letter begins on a page of its own, numbered from 1."""
    return word_package(_letters, styles=styles_xml(LETTER_STYLES), title=words.LETTER)


def _letters(headers: str) -> str:
    one = "".join(
        (
            tag("set head = letter.head"),
            letterhead(paragraph("LetterSubject", "{{ head.subject }}")),
            notice(),
            addressed(),
            prose("letter.paragraphs"),
            paragraph("Lead", "{{ letter.closing }}"),
            signature(),
            _listed(headers, "letter.forms", words.FORMS_LIST, _forms()),
            _listed(headers, "letter.reminded", words.REMINDED_LIST, _reminded()),
            when("not loop.last", section_end(headers)),
        )
    )
    return tag("for letter in letters") + one + tag("endfor") + section(headers)


def _listed(headers: str, rows: str, name: str, content: str) -> str:
    """Return an appendix in a section of its own, where the letter has one."""
    line = drawn_line("AppendixLine", APPENDIX_LINE_MM, room_mm=TEXT_WIDTH_MM)
    return when(rows, section_end(headers) + appendix_head(words.APPENDIX, name, line=line) + content)


def _forms() -> str:
    columns = columns_of(words.FORMS_TABLE, (12.0, 50.0, 17.0, 17.0, 69.0), "ctcct")
    return rows_table("letter.forms", columns, description=words.FORMS_LIST)


def _reminded() -> str:
    columns = columns_of(words.REMINDED_TABLE, (12.0, 48.0, 34.0, 71.0), "cttt")
    return rows_table("letter.reminded", columns, description=words.REMINDED_LIST)
