"""Occasions and units to write to, made by hand."""

from datetime import date

import pytest

from report.letters import Occasion, Reminded
from tests.report.making import office, round_of


@pytest.fixture(scope="session")
def occasion(plan):
    writer = office(contact="Phòng Tổng hợp, tonghop@example.vn")
    return Occasion(
        plan=plan, round=round_of(plan, office=writer), today=date(2026, 12, 22), due=date(2026, 12, 28)
    )


@pytest.fixture(scope="session")
def missing():
    return Reminded(unit="UBND xã An Biên", tasks=2, indicators=1, form="Bieu-mau_An-Bien.xlsx")
