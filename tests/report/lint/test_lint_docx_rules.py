"""Every rule is broken once, alone, in a document that is right in all others."""

import os

import pytest

from catalogue.format_rule import Profile, load_components, load_format_rules
from catalogue.wording import lint_docx as words
from report.lint import lint_docx
from tests.report.lint import tables
from tests.report.lint.good import GOOD
from tests.report.lint.official import docx

RULES = [rule for profile in Profile for rule in load_format_rules(profile)]


@pytest.mark.parametrize("make", [make for makers in GOOD.values() for make in makers])
def test_a_good_document_is_clean(make):
    assert lint_docx(docx(make()), name="x.docx").findings == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_breaking_one_rule_is_seen_and_nothing_else(rule):
    findings = tables.findings_of(rule)

    assert [finding.rule.id for finding in findings] == [rule.id]
    assert len(findings[0].spots) == 1 or rule.id in SPREAD


SPREAD = {
    f"{profile}.{key}"
    for profile in Profile
    for key in (
        "table.header_rows",
        "table.whole_rows",
        "page_number.present",
        "appendix_of.present",
        "appendix_line.present",
    )
}
"""Rules that a single change of the document breaks in several places."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_its_clause_its_component_and_its_words(rule):
    assert rule.document in words.DOCUMENTS
    assert rule.clause
    assert rule.component in load_components(rule.profile)
    assert rule.trait in words.PROPERTIES
    assert rule.required or rule.pattern or rule.minimum is not None


def test_no_rule_stands_twice_in_the_table():
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_every_rule_of_the_party_says_it_was_read_in_an_extract():
    assert {rule.is_unofficial for rule in RULES if rule.profile is Profile.PARTY} == {True}
    assert {rule.is_unofficial for rule in RULES if rule.profile is Profile.ND30} == {False}


@pytest.mark.parametrize("name", ["nd30", "dang", "mau-thuan"])
def test_the_golden_tables_of_the_documentation_are_the_rules(name):
    if os.environ.get("TONGHOP_GOLDEN"):
        tables.retell()

    assert tables.told(name) == tables.tables()[name]
