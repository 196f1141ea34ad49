"""Every number a sentence states is one of the facts, or stands in a name or in a unit's own words."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from catalogue import number_text
from catalogue.wording import report as words
from report.prose.language import count_text, million, million_cell, per_cent
from tests.report.words import strings

NUMBER = re.compile(r"\d[\d.,/]*\d|\d")


def values(fact):
    """Yield every number, date and text of the facts, at any depth."""
    if is_dataclass(fact):
        for field in fields(fact):
            yield from values(getattr(fact, field.name))
    elif isinstance(fact, Mapping):
        for value in fact.values():
            yield from values(value)
    elif isinstance(fact, tuple):
        yield len(fact)
        for item in fact:
            yield from values(item)
    elif fact is not None:
        yield fact


def spellings(value):
    """Return the ways a fact may be written."""
    if isinstance(value, bool):
        return set()
    if isinstance(value, date):
        return {f"{value:%d/%m/%Y}", str(value.year)}
    if isinstance(value, str):
        return set(NUMBER.findall(value))
    written = {number_text(value), str(value), per_cent(value)}
    if isinstance(value, int):
        written |= {count_text(value), million(value), million_cell(value)}
    return {number for text in written for number in NUMBER.findall(text)}


def known_numbers(facts):
    known = {number for value in values(facts) for number in spellings(value)}
    fixed = [getattr(words, name) for name in dir(words) if name.isupper()]
    return known | {number for text in fixed if isinstance(text, str) for number in NUMBER.findall(text)}


def is_known(number, known):
    """Tell whether a number, or both parts of "98/114", are facts."""
    number = number.rstrip(".,/")
    return number in known or all(part in known for part in number.split("/"))


def test_every_number_in_the_sentences_is_a_fact(full_facts, full_document):
    known = known_numbers(full_facts)
    said = [(number, text) for text in strings(full_document.body) for number in NUMBER.findall(text)]
    strange = [(number, text) for number, text in said if not is_known(number, known)]

    assert len(said) > 200
    assert [(number, text) for number, text in strange if not stands_for_a_rest(number, text, known)] == []


def stands_for_a_rest(number, text, known):
    """Tell whether a number counts what a sentence leaves out, adds up two states, or numbers a clause."""
    return bool(
        re.search(rf"và {number} (đơn vị|nhiệm vụ|chỉ tiêu) khác", text)
        or text.startswith((f"{number}. ", f"{number} nội dung khác", f"{number} kiến nghị"))
        or re.search(rf"(hoàn thành đúng hạn|Tiếp tục thực hiện|triển khai|Đôn đốc) {number} ", text)
        or re.search(rf"{number}/\d+ xã, phường|{number} xã, phường", text)
        or f"Bảng {number}" in text
    )


def test_every_number_in_the_tables_is_a_fact(full_facts, full_document):
    known = known_numbers(full_facts) | {str(number) for number in range(1, 1000)}
    said = [(number, text) for text in strings(full_document.appendix) for number in NUMBER.findall(text)]

    assert len(said) > 500
    assert [(number, text) for number, text in said if not is_known(number, known)] == []
