"""The tables of docs/the-thuc.md, as the rules and their broken documents make them."""

import functools
from pathlib import Path

from catalogue.format_rule import Profile, load_format_rules, load_inconsistencies
from catalogue.wording import lint_docx as words
from report.lint import lint_docx, name_of, requirement_text, source_text
from tests.report.lint.breaking import broken
from tests.report.lint.official import docx

PAGE = Path(__file__).resolve().parents[3] / "docs" / "the-thuc.md"
BEGIN, END = "<!-- bảng {name}: lập từ dữ liệu, không sửa tay -->", "<!-- hết bảng {name} -->"


@functools.cache
def findings_of(rule):
    """Return what is found in the document that breaks just one rule."""
    return lint_docx(docx(broken(rule)), name="x.docx", profile=rule.profile).findings


def tables():
    """Return every table by its name."""
    return {profile.value: _rules(profile) for profile in Profile} | {"mau-thuan": _inconsistencies()}


def _rules(profile):
    head = ("Thành phần", "Yêu cầu", "Mức", "Căn cứ", "Bản làm sai riêng quy tắc này thì báo")
    return _table(head, [_rule(rule) for rule in load_format_rules(profile)])


def _rule(rule):
    trait = words.PROPERTIES[rule.trait]
    found = "; ".join(each.found for each in findings_of(rule))
    required = rule.requirement or f"{trait} {requirement_text(rule)}"
    return (name_of(rule), required, words.SEVERITIES[rule.severity], source_text(rule), f"{trait} {found}")


def _inconsistencies():
    rows = [(each.what, each.treatment, each.place) for each in load_inconsistencies()]
    return _table(("Chỗ không thống nhất", "Cách xử lý", "Ở đâu"), rows)


def _table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def told(name):
    """Return a table as the page tells it."""
    text = PAGE.read_text(encoding="utf-8")
    return text.split(BEGIN.format(name=name))[1].split(END.format(name=name))[0].strip()


def retell():
    """Write the tables into the page again."""
    text = PAGE.read_text(encoding="utf-8")
    for name, table in tables().items():
        begin, end = BEGIN.format(name=name), END.format(name=name)
        text = f"{text.split(begin)[0]}{begin}\n\n{table}\n\n{end}{text.split(end)[1]}"
    PAGE.write_text(text, encoding="utf-8")
