"""Text blocks: the sentences the report is made of, as a table at the end of the template."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

from catalogue.format_rule import Profile
from catalogue.wording import letters as words
from catalogue.wording import report as ours
from report.party import party_words
from report.template.problem import Problem

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from lxml.etree import _Element

_DOT = "."
_OUTER = re.compile(r"^(\s*).*?(\s*)$", re.DOTALL)


@cache
def text_blocks(profile: Profile = Profile.ND30) -> Mapping[str, str]:
    """Return the sentences staff may word anew, by code; one of a set is named after it ("STATES.done")."""
    if profile is Profile.PARTY:
        texts = party_words()
        return {code: str(texts.get(code, text)) for code, text in text_blocks().items()}
    named = list(vars(ours))
    own = named[named.index(words.FIRST_BLOCK) : named.index(words.AFTER_BLOCKS)]
    found: dict[str, str] = {}
    for name in own:
        match getattr(ours, name):
            case str(text) if name not in words.NO_BLOCKS:
                found[name] = text
            case dict(texts):
                found |= {f"{name}{_DOT}{key}": text for key, text in texts.items()}
    return found


def own_words(blocks: Mapping[str, str], known: Mapping[str, str]) -> dict[str, object]:
    """Return the words staff changed, by their name in the catalogue; `known` are those they were given."""
    changed: dict[str, object] = {}
    for code, text in blocks.items():
        name, dot, key = code.partition(_DOT)
        if text == known[code]:
            continue
        if not dot:
            changed[name] = text
        else:
            changed[name] = {**changed.get(name, getattr(ours, name)), key: text}  # type: ignore[dict-item]
    return changed


def find_blocks(document: "Document") -> "Table | None":
    """Return the table of text blocks, if the template has one."""
    return next((table for table in document.tables if _cells(table, 0) == list(words.BLOCKS_TABLE)), None)


def _cells(table: "Table", row: int) -> list[str]:
    return [" ".join(cell.text.split()) for cell in table.rows[row].cells]


def read_blocks(table: "Table", known: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Return the text blocks of a table by code, and what is wrong with them; `known` are those of ours."""
    blocks: dict[str, str] = {}
    problems: list[Problem] = []
    for row in table.rows[1:]:
        code, *texts = (" ".join(cell.text.split("\n")) for cell in row.cells)
        code, text = code.strip(), "".join(texts[:1])
        if not code and not text.strip():
            continue
        sentences = list(_wrong(code, text, blocks, known))
        problems += [Problem(place=words.IN_BLOCK.format(code=code), sentence=each) for each in sentences]
        if not sentences:
            blocks[code] = _as_ours(text, known[code])
    return blocks, problems


def _wrong(code: str, text: str, before: Mapping[str, str], known: Mapping[str, str]) -> Iterator[str]:
    if code not in known:
        yield words.UNKNOWN_BLOCK
    elif code in before:
        yield words.REPEATED_BLOCK
    else:
        try:
            blanks = list(_blanks(text))
        except ValueError:
            yield words.BROKEN_BLOCK.format()
            return
        wanted = dict.fromkeys(_blanks(known[code]))
        listed = ", ".join(f"{{{name}}}" for name in wanted) or words.NO_BLANKS
        for name in dict.fromkeys(blanks):
            if name not in wanted:
                yield words.UNKNOWN_BLANK.format(name=name, known=listed)


def _blanks(text: str) -> Iterator[str]:
    """Yield the blanks of a sentence as written: a blank that asks for more than a value is none of ours."""
    for _, name, spec, conversion in Formatter().parse(text):
        if name is not None:
            yield name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")


def _as_ours(text: str, our: str) -> str:
    """Return a text with the outer blanks of ours: a cell does not show them."""
    before, after = _OUTER.fullmatch(our).groups()  # type: ignore[union-attr]  # matches every text
    return f"{before}{text.strip()}{after}"


def take_blocks_out(document: "Document", table: "Table") -> None:
    """Remove the table of text blocks, the guide above it and the section they stand in."""
    body = document.element.body
    children = list(body)
    start = children.index(table._tbl)  # noqa: SLF001 - python-docx offers no way to remove a table
    titled = [at for at in range(start) if _text(children[at]) == words.BLOCKS_TITLE]
    start = titled[-1] if titled else start
    last = children[-1]
    for child in children[start:-1]:
        body.remove(child)
    ended = children[start - 1] if start else None
    section = None if ended is None else next(iter(ended.xpath("./w:pPr/w:sectPr")), None)
    if ended is not None and section is not None:
        body.replace(last, section)
        body.remove(ended)


def _text(element: "_Element") -> str:
    return str(element.xpath("string(.)")).strip()
