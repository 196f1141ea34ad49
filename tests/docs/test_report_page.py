"""The page on the Word report: its tags, options and comments are those of the program."""

import re
from pathlib import Path

import pytest
import typer

from catalogue.wording import letters as letter_words
from catalogue.wording import report as words
from cli import app
from report.template.tags import Snippet, check_tags

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "bao-cao-word.md").read_text(encoding="utf-8")
TAG_LINES = [line for line in PAGE.splitlines() if line.startswith("| `{")]


@pytest.mark.parametrize("line", TAG_LINES)
def test_the_tags_of_the_page_are_known(line):
    tags = re.findall(r"`(\{[{%].*?[%}]\})`", line)
    snippets = [Snippet(place="", text=tag) for tag in tags]

    assert tags
    assert list(check_tags(iter(snippets))) == []


def test_the_options_of_the_page_exist():
    command = typer.main.get_command(app)
    known = {option for each in command.commands.values() for param in each.params for option in param.opts}
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE))

    assert told - known == set()


def test_the_comments_of_the_page_are_worded_as_the_program_words_them():
    told = re.findall(r"^\| `(Nguồn: .+?)` \|", PAGE, flags=re.MULTILINE)
    sources = [*words.SOURCES.values(), words.SOURCE_SHARE, *words.GIVEN_BY.values()]
    heads = tuple(f"Nguồn: {source.partition('{')[0]}" for source in sources)

    assert len(told) == len(heads)
    assert all(text.startswith(heads) for text in told)


def test_the_example_of_a_refused_tag_is_what_the_program_says():
    tag = "{{ head.ten }}"
    said = letter_words.UNKNOWN_TAG.format(tag=tag, name="ten").partition(":")[0]

    assert said in PAGE.replace("\n  ", " ")
