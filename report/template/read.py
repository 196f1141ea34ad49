"""Write the template staff edit, and read back what they made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from catalogue import TongHopError
from catalogue.format_rule import Profile
from catalogue.wording import letters as words
from report.lint.opening import open_document
from report.template.blocks import find_blocks, own_words, read_blocks, take_blocks_out, text_blocks
from report.template.parts import snippets_of
from report.template.problem import Problem
from report.template.repair import repair
from report.template.tags import check_tags
from templates import party_template, repacked, report_template, with_text_blocks

if TYPE_CHECKING:
    from docx.document import Document

MOST_PROBLEMS = 20


class TemplateError(TongHopError):
    """A template of the office cannot be used; the message names every reason with its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTemplate:
    """A template ready to be filled, and the office's own words by their name in the catalogue."""

    name: str
    content: bytes
    words: Mapping[str, object]


def exported_template(profile: Profile = Profile.ND30) -> bytes:
    """Return our template of the report, or of the Party's, with its text blocks, to be edited in Word."""
    template = party_template() if profile is Profile.PARTY else report_template()
    return with_text_blocks(template, text_blocks(profile))


def read_template(content: bytes, *, name: str, profile: Profile = Profile.ND30) -> OwnTemplate:
    """Return the office's template, checked.

    Args:
        content: The file's bytes.
        name: What messages call the file.
        profile: Which report it is the template of.

    Raises:
        UnreadableFileError: It is no Word document.
        TemplateError: A tag or text block is broken, unknown or not allowed.
    """
    document = open_document(content, name=name)
    repair(document)
    table = find_blocks(document)
    blocks, problems = read_blocks(table, text_blocks(profile)) if table is not None else ({}, [])
    if table is not None:
        take_blocks_out(document, table)
    problems += _wrong_tags(document)
    if problems:
        raise TemplateError(words.BAD_TEMPLATE.format(file=name, problems="\n".join(_lines(problems))))
    stream = BytesIO()
    document.save(stream)
    return OwnTemplate(
        name=name, content=repacked(stream.getvalue()), words=own_words(blocks, text_blocks(profile))
    )


def _wrong_tags(document: "Document") -> list[Problem]:
    return [problem for part in snippets_of(document) for problem in check_tags(iter(part))]


def _lines(problems: list[Problem]) -> Iterator[str]:
    yield from map(str, problems[:MOST_PROBLEMS])
    if len(problems) > MOST_PROBLEMS:
        yield words.MORE_PROBLEMS.format(count=len(problems) - MOST_PROBLEMS)
