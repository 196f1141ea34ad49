from datetime import date

import pytest

from catalogue import Deadline, Period, RoundError


@pytest.mark.parametrize(
    ("code", "start", "end", "label"),
    [
        ("2026", date(2025, 12, 15), date(2026, 12, 14), "năm 2026"),
        ("2026-H1", date(2025, 12, 15), date(2026, 6, 14), "6 tháng đầu năm 2026"),
        ("2026-H2", date(2026, 6, 15), date(2026, 12, 14), "6 tháng cuối năm 2026"),
        ("2026-9M", date(2025, 12, 15), date(2026, 9, 14), "9 tháng đầu năm 2026"),
        ("2026-Q3", date(2026, 6, 15), date(2026, 9, 14), "quý III năm 2026"),
        ("2026-11", date(2026, 10, 15), date(2026, 11, 14), "tháng 11 năm 2026"),
        ("2026-01", date(2025, 12, 15), date(2026, 1, 14), "tháng 1 năm 2026"),
        ("2023-2025", date(2022, 12, 15), date(2025, 12, 14), "giai đoạn 2023 - 2025"),
    ],
)
def test_a_period_runs_from_the_15th_to_the_14th(code, start, end, label):
    period = Period.parse(code)

    assert (period.data_from, period.data_to, period.label) == (start, end, label)


@pytest.mark.parametrize(
    "code",
    ["", "26", "2026-13", "2026-00", "2026-Q5", "2026-H3", "năm 2026", "2026-1", "2026-2025", "2026-2026"],
)
def test_what_is_no_period_is_refused_with_the_ways_to_write_one(code):
    with pytest.raises(RoundError, match="2026-Q3"):
        Period.parse(code)


@pytest.mark.parametrize(
    ("end", "is_open", "binding"),
    [
        (date(2026, 12, 14), False, date(2026, 12, 14)),
        (date(2026, 12, 14), True, date.max),
        (None, True, date.max),
        (None, False, None),
    ],
)
def test_a_task_that_goes_on_after_its_end_is_never_overdue(end, is_open, binding):
    assert Deadline(text="", start=None, end=end, is_open=is_open).binding_end == binding
