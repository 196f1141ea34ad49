"""What all tests share: the real plan, a round in a temporary folder; skips where LibreOffice is missing."""

import shutil
from datetime import date

import pytest

from catalogue import Catalogue, Office, Period, Round, UnitsInForce, duties, load_design
from tests.corpus import counting

PLAN = "hp-2026-chuyen-doi-xanh"


def pytest_collection_modifyitems(items):
    if shutil.which("soffice") or shutil.which("libreoffice"):
        return
    missing = pytest.mark.skip(reason="LibreOffice is not installed")
    for item in items:
        if "libreoffice" in item.keywords:
            item.add_marker(missing)


def pytest_sessionfinish(session):
    counting.hand_over(session.config)


@pytest.hookimpl(optionalhook=True)  # of pytest-xdist
def pytest_testnodedown(node, error):
    counting.take_over(node)


def pytest_terminal_summary(terminalreporter, config):
    counts = counting.counts_of(config)
    if counts:
        terminalreporter.section("corpus")
        terminalreporter.line(counting.summary(counts))


@pytest.fixture(scope="session")
def corpus_counts(request):
    """How altered forms ended, for the summary."""
    return counting.counts_of(request.config)


@pytest.fixture(scope="session")
def plan():
    return Catalogue().plan(PLAN)


@pytest.fixture(scope="session")
def registry(plan):
    return Catalogue().registry(plan.registry_id)


@pytest.fixture(scope="session")
def design():
    return load_design()


@pytest.fixture(scope="session")
def owed(plan, registry):
    """What every reporting unit owes, by unit code."""
    return {duty.unit.code: duty for duty in duties(plan, UnitsInForce.of(registry))}


@pytest.fixture
def round_(tmp_path):
    """A round of the year 2026 in an empty folder, due on 18/12/2026."""
    folder = tmp_path / "đợt 2026"
    (folder / "nhan-ve").mkdir(parents=True)
    return Round(
        folder=folder,
        plan_id=PLAN,
        period=Period.parse("2026"),
        deadline=date(2026, 12, 18),
        office=Office(name="Ủy ban nhân dân thành phố Hải Phòng", symbol="UBND", place="Hải Phòng"),
    )
