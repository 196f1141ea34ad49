"""One master of the whole plan for all tests of the report; tests change copies of it."""

import pytest

from report import facts, render
from report.prose.document import document
from tests.report.making import full_tables, round_of


@pytest.fixture(scope="session")
def full_master(plan, registry):
    return full_tables(plan, registry)


@pytest.fixture(scope="session")
def full_facts(full_master, plan):
    return facts(full_master, plan, round_of(plan))


@pytest.fixture(scope="session")
def full_document(full_facts):
    return document(full_facts)


@pytest.fixture(scope="session")
def full_docx(full_facts):
    return render(full_facts)
