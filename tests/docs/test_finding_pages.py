"""A page for every code: what the program says, the pages say too."""

import re
import unicodedata
from pathlib import Path

import pytest

from catalogue import Code
from catalogue.wording.findings import SEVERITY_LABELS
from catalogue.wording.plan_book import PlanCode

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "findings"
ALL = (*Code, *PlanCode)
CODES = [pytest.param(code, id=code.name) for code in ALL]
HEADINGS = ("Khi nào gặp", "Cách sửa", "Ví dụ")
GROUPS = ("E", "T", "C", "R", "X", "P")


def read(name):
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def parts(code):
    """Return what stands under each heading of a code's page."""
    _, *pieces = re.split(r"^## (.+)$", read(code.name), flags=re.MULTILINE)
    return dict(zip(pieces[::2], map(str.strip, pieces[1::2]), strict=True))


def table_rows(text):
    """Return the cells of a table's rows, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[unescaped(cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def unescaped(cell):
    return re.sub(r"\\([|~*])", r"\1", cell.strip()).replace("&lt;", "<")


def pattern(code):
    """Return what every message of a code looks like."""
    literals = re.split(r"\{\w+\}", code.value.sentence)
    return re.compile(".+".join(map(re.escape, literals)))


def test_every_code_has_a_page_and_no_page_is_without_a_code():
    pages = {path.stem for path in FOLDER.glob("*.md")} - {"README"}

    assert pages == {code.name for code in ALL}


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_the_title_and_the_severity_of_its_code(code):
    title, _, severity, *_ = read(code.name).splitlines()

    assert title == f"# {code.name} — {code.value.title}"
    assert severity == f"**Mức độ:** {SEVERITY_LABELS[code.value.severity]}"


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_when_how_and_gives_an_example(code):
    found = parts(code)

    assert tuple(found)[:3] == HEADINGS
    assert set(found) <= {*HEADINGS, "Dành cho cơ quan tổng hợp"}
    assert all(found.values())


@pytest.mark.parametrize("code", CODES)
def test_what_to_do_is_numbered_steps_in_whole_sentences(code):
    steps = parts(code)["Cách sửa"].splitlines()

    assert [step.partition(". ")[0] for step in steps] == [str(at) for at in range(1, len(steps) + 1)]
    assert all(step.endswith((".", ".)")) for step in steps)


@pytest.mark.parametrize("code", CODES)
def test_the_message_of_an_example_is_what_the_program_says(code):
    rows = table_rows(parts(code)["Ví dụ"])

    assert rows
    for found, message, instead in rows:
        assert pattern(code).fullmatch(message)
        assert found
        assert instead


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_composed_text_that_leaves_no_blank_open(code):
    page = read(code.name)

    assert unicodedata.is_normalized("NFC", page)
    assert "{" not in page


def test_no_two_pages_explain_with_the_same_words():
    said = [parts(code)["Khi nào gặp"] for code in ALL]

    assert len(set(said)) == len(said)


def test_the_index_lists_every_code_in_its_group_with_severity_and_title():
    index = re.split(r"^## ", read("README"), flags=re.MULTILINE)[1:]
    told = {section[0]: table_rows(section) for section in index}
    expected = {
        group: [
            [f"[{code.name}]({code.name}.md)", SEVERITY_LABELS[code.value.severity], code.value.title]
            for code in ALL
            if code.name.startswith(group)
        ]
        for group in GROUPS
    }

    assert told == expected


def test_every_link_of_the_pages_leads_somewhere():
    links = {
        (path.name, link)
        for path in FOLDER.glob("*.md")
        for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    }

    assert [each for each in sorted(links) if not (FOLDER / each[1]).exists()] == []
