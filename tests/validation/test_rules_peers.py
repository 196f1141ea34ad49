"""Rules that hold units against each other, and totals against their parts."""

import pytest

from catalogue import SheetKey, Total
from tests.validation.rounds import Desk, made_indicators

INDICATORS = "unit file key measure data_state numerator denominator value source_text"


@pytest.fixture
def indicators(design):
    return Desk(design, SheetKey.INDICATORS, INDICATORS)


def ratios(*shares):
    return [f"u{at} f{at} A ratio has_data {share} 100 . báo-cáo" for at, share in enumerate(shares)]


def counts(*values):
    return [f"u{at} f{at} A count has_data . . {value} báo-cáo" for at, value in enumerate(values)]


SEVEN = (90, 91, 92, 90, 89, 88, 90)


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((*SEVEN, 40), []),
        ((*SEVEN, 39.9), ["8 X408 value"]),
        ((*SEVEN[:6], 1), []),
        ((10, 30, 50, 60, 70, 80, 90, 1), []),
        ((72, 72, 80, 80, 80, 88, 88, 25), []),  # half lie 8 or more away: up to 5 × 1,4826 × 8 is usual
        ((72, 72, 80, 80, 80, 88, 88, 20), ["8 X408 value"]),
    ],
)
def test_a_ratio_far_from_the_other_units_is_asked_about(plan, indicators, shares, expected):
    given = made_indicators(plan, A={"measure": "ratio", "across": "ratio_of_sums"})

    assert indicators.codes(ratios(*shares), indicators=given) == expected


def test_it_says_the_middle_and_how_many_units(plan, indicators):
    given = made_indicators(plan, A={"measure": "ratio", "across": "ratio_of_sums"})
    (failure,) = indicators.failures(ratios(*SEVEN, 1), indicators=given)

    assert [failure.facts[name] for name in ("value", "expected", "count")] == ["1", "90", "8"]


def test_one_far_off_figure_does_not_hide_another(plan, indicators):
    given = made_indicators(plan, A={"measure": "ratio", "across": "ratio_of_sums"})

    assert indicators.codes(ratios(*SEVEN, 90, 1, 2), indicators=given) == ["9 X408 value", "10 X408 value"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((*[100] * 7, 1048), []),  # 1.6 to the fifth power is 10.49
        ((*[100] * 7, 1049), ["8 X408 value"]),
        ((*[100] * 7, 9), ["8 X408 value"]),
        ((*[100] * 7, 0), []),
        ((2, 5, 10, 20, 50, 100, 200, 900), []),
    ],
)
def test_a_number_many_times_another_size_is_asked_about(plan, indicators, values, expected):
    given = made_indicators(plan, A={"measure": "count", "across": "sum"})

    assert indicators.codes(counts(*values), indicators=given) == expected


def test_the_middle_of_numbers_is_told_as_a_number(plan, indicators):
    given = made_indicators(plan, A={"measure": "count", "across": "sum"})
    (failure,) = indicators.failures(counts(*[100] * 7, 100000), indicators=given)

    assert (failure.facts["expected"], failure.facts["value"]) == ("100", "100.000")


def test_a_figure_that_can_only_come_from_one_unit_has_no_peers(plan, indicators):
    given = made_indicators(plan, A={"measure": "count", "across": "single"})

    assert indicators.codes(counts(*[100] * 7, 100000), indicators=given) == []


def test_an_indicator_the_plan_does_not_know_has_no_peers(indicators):
    assert indicators.codes(counts(*[100] * 7, 100000), indicators={}) == []


def test_only_the_file_that_counts_speaks_for_its_unit(plan, indicators):
    given = made_indicators(plan, A={"measure": "count", "across": "sum"})
    standing = frozenset(f"f{at}" for at in range(7))

    assert indicators.codes(counts(*[100] * 7, 100000), indicators=given, standing_files=standing) == []


@pytest.fixture
def tasks(design):
    return Desk(design, SheetKey.TASKS, "unit key role status completion_pct completed_on result_text")


DONE = "100 30/11/2026 Đã~ban~hành~kế~hoạch"


def shared(*statuses, role="lead"):
    return [
        f"u{at} I.1 {role} {status} {DONE if status == 'done' else '. . .'}"
        for at, status in enumerate(statuses)
    ]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (("done", "not_started"), ["1 X409 status", "2 X409 status"]),
        (("done", "none", "done"), ["1 X409 status", "2 X409 status", "3 X409 status"]),
        (("done", "done"), []),
        (("not_started", "none"), []),
    ],
)
def test_units_that_contradict_each_other_on_a_task_are_asked(tasks, statuses, expected):
    assert tasks.codes(shared(*statuses), sharers={"I.1": 5}) == expected


def test_a_task_given_to_many_units_is_each_one_s_own(tasks):
    assert tasks.codes(shared("done", "not_started"), sharers={"I.1": 6}) == []


def test_units_in_different_roles_are_not_compared(tasks):
    lines = [shared("done")[0], shared(".", "none", role="coordinating")[1]]

    assert tasks.codes(lines, sharers={"I.1": 2}) == []


def test_two_files_of_one_unit_do_not_contradict_each_other(tasks):
    lines = [line.replace("u1", "u0") for line in shared("done", "not_started")]

    assert tasks.codes(lines, sharers={"I.1": 2}) == []


def test_a_contradiction_names_the_other_units(tasks):
    names = {"u1": "Sở Xây dựng", "u2": "Sở Tài chính"}
    failures = tasks.failures(shared("done", "none", "none"), sharers={"I.1": 3}, unit_names=names)

    assert failures[0].facts["expected"] == "Sở Xây dựng, Sở Tài chính"
    assert (failures[0].facts["status"], failures[0].facts["choice"]) == ("Hoàn thành", "Không phát sinh")
    assert failures[1].facts["choice"] == "Hoàn thành"


TOTALS = (Total(plan_id="p", total_code="T", part_codes=("A", "B"), source="made up"),)


@pytest.mark.parametrize(
    ("measure", "total", "a", "b", "expected"),
    [
        ("number", "10", "4", "6", []),
        ("number", "11", "4.5", "6", []),  # half of 1, of 0,1 and of 1: 1,05 in all
        ("number", "11.5", "4.4", "6", ["1 R313 value"]),
        ("number", "1.1", "0.5", "0.5", []),  # three halves of 0,1
        ("number", "1.2", "0.5", "0.5", ["1 R313 value"]),
        ("number", "11.05", "4.5", "6", []),  # halves of 0,01, of 0,1 and of 1
        ("number", "0.3", "0.1", "0.2", []),
        ("count", "0.3", "0.1", "0.2", []),  # 0,1 + 0,2 in binary is a little more
        ("count", "11", "4", "6", ["1 R313 value"]),
        ("count", "10", "4", "6", []),
        ("number", "99", "4", ".", []),
    ],
)
def test_a_total_is_the_sum_of_its_parts_within_their_rounding(indicators, measure, total, a, b, expected):
    lines = [
        f"u f {key} {measure} {'not_available' if value == '.' else 'has_data'} . . {value} báo-cáo"
        for key, value in (("T", total), ("A", a), ("B", b))
    ]

    assert indicators.codes(lines, totals=TOTALS) == expected


def test_parts_of_another_file_do_not_count(indicators):
    lines = [
        f"u {file} {key} count has_data . . {value} báo-cáo"
        for file, key, value in (
            ("f", "T", 10),
            ("f", "A", 4),
            ("f", "B", 6),
            ("g", "T", 3),
            ("g", "A", 1),
            ("g", "B", 1),
        )
    ]

    assert indicators.codes(lines, totals=TOTALS) == ["4 R313 value"]
    assert indicators.failures(lines, totals=TOTALS)[0].facts["expected"] == "2"
