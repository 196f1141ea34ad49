"""An invented round on the real plan, put together and built once for all tests that only look at it."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from catalogue import Office, Period, Round
from consolidate import build_master, merge
from tests.consolidate.invented import invented_decisions, invented_round
from tests.consolidate.making import DEADLINE
from tests.consolidate.odd import odd_plan, odd_round


@pytest.fixture(scope="session")
def every_duty(owed):
    return tuple(owed.values())


@pytest.fixture(scope="session")
def invented(every_duty):
    """About 100 of 121 units accepted, two of them by exception; others late, returned or missing."""
    return invented_round(every_duty)


@pytest.fixture(scope="session")
def merged(invented, every_duty):
    decisions = invented_decisions(every_duty)
    return merge(invented, every_duty, deadline=DEADLINE, decisions=decisions)


@pytest.fixture(scope="session")
def settings(plan):
    """The round's settings; nothing of its folder is touched."""
    return Round(
        folder=Path("dot"),
        plan_id=plan.id,
        period=Period.parse("2026"),
        deadline=DEADLINE,
        office=Office(name="ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG"),
        is_invented=True,
    )


@pytest.fixture(scope="session")
def build(plan, registry, design, settings):
    """Build a master; `change` replaces settings of the round."""

    def build(merged, **change):
        return build_master(
            merged, plan=plan, registry=registry, round_=replace(settings, **change), design=design
        )

    return build


@pytest.fixture(scope="session")
def master_path(build, merged, tmp_path_factory):
    """The master of the invented round, on disk; tests do not write to it."""
    path = tmp_path_factory.mktemp("tong-hop") / "tong-hop.xlsx"
    path.write_bytes(build(merged))
    return path


@pytest.fixture(scope="session")
def odd_master(plan, registry, design, settings, every_duty, tmp_path_factory):
    """The master of two units that report indicators of every rule, with codes that look like numbers."""
    odd = odd_plan(plan)
    path = tmp_path_factory.mktemp("odd") / "odd.xlsx"
    merged = odd_round(odd, every_duty)
    path.write_bytes(build_master(merged, plan=odd, registry=registry, round_=settings, design=design))
    return path


@pytest.fixture(scope="module")
def workbook(master_path):
    """The same, its formulas as openpyxl reads them."""
    return openpyxl.load_workbook(master_path)


@pytest.fixture(scope="module")
def values(master_path):
    """The same, its cached values."""
    return openpyxl.load_workbook(master_path, data_only=True)
