"""What the form counts as missing or contradictory, before anyone has to send it in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import Catalogue, Period, Round, SheetKey, UnitsInForce, duties, load_design, task_choice_text
from templates import Filling
from templates.model import Order
from templates.selfcheck import Counts, alike_rows, count_formula, counts, info_checks, row_checks
from templates.table import answer_tables

DESIGN = load_design()
PERIOD = Period.parse("2026")
PLAN = Catalogue().plan("hp-2026-chuyen-doi-xanh")
DUTY = next(
    duty
    for duty in duties(PLAN, UnitsInForce.of(Catalogue().registry(PLAN.registry_id)))
    if duty.unit.code == "so-xay-dung"
)
INSIDE = date(2026, 11, 30)


def order(filling=None):
    round_ = Round(folder=None, plan_id=PLAN.id, period=PERIOD, deadline=None, office=None)
    return Order(duty=DUTY, plan=PLAN, round_=round_, design=DESIGN, filling=filling)


TABLES = answer_tables(order())


def judged(sheet, row, row_key=None):
    """Return what is missing and what is wrong in one row, by the fields blamed."""
    table = TABLES[SheetKey(sheet)]
    line = next(line for line in table.lines if row_key in (None, line.key))
    checks = row_checks(table, line, DESIGN, PERIOD)
    return [
        [each.field_key for each in part if each.condition.holds(row)]
        for part in (checks.missing, checks.wrong)
    ]


@pytest.mark.parametrize(
    ("row", "missing", "wrong"),
    [
        ({}, ["status"], []),
        ({"status": "Chưa triển khai"}, [], []),
        ({"status": "Đang triển khai"}, ["completion_pct", "result_text"], []),
        ({"status": "Hoàn thành"}, ["completion_pct", "completed_on", "result_text"], []),
        ({"status": "Tạm dừng", "completion_pct": 20}, ["cause_text"], []),
        ({"status": "Không phát sinh"}, [], []),
        ({"status": "Không phát sinh", "completion_pct": 1}, [], ["completion_pct"]),
        ({"status": "Xong"}, [], ["status"]),
        ({"status": "Chưa triển khai", "completion_pct": 5}, [], ["completion_pct"]),
        ({"status": "Chưa triển khai", "completion_pct": 100}, [], ["status"]),
        ({"status": "Chưa triển khai", "completion_pct": 101}, [], ["completion_pct", "completion_pct"]),
        ({"status": "Đang triển khai", "completion_pct": "x", "result_text": "y"}, [], ["completion_pct"]),
        (
            {"status": "Hoàn thành", "completion_pct": 99, "completed_on": INSIDE, "result_text": "y"},
            [],
            ["completion_pct"],
        ),
        (
            {
                "status": "Hoàn thành",
                "completion_pct": 100,
                "completed_on": date(2026, 12, 15),
                "result_text": "y",
            },
            [],
            ["completed_on"],
        ),
        ({"status": "Chưa triển khai", "completed_on": INSIDE}, [], ["completed_on"]),
        ({"status": "Chưa triển khai", "result_text": "x" * 5001}, [], ["result_text"]),
    ],
)
def test_a_task_is_judged(row, missing, wrong):
    assert judged("tasks", row) == [missing, wrong]


@pytest.mark.parametrize(
    ("row", "missing", "wrong"),
    [
        ({}, ["data_state"], []),
        ({"data_state": "Chưa có số liệu"}, [], []),
        ({"data_state": "Có số liệu"}, ["numerator", "denominator", "source_text"], []),
        ({"data_state": "Không phát sinh", "numerator": 0}, [], ["numerator"]),
        (
            {"data_state": "Có số liệu", "numerator": 0, "denominator": 0, "source_text": "x"},
            [],
            ["denominator"],
        ),
        (
            {"data_state": "Có số liệu", "numerator": 3, "denominator": 2, "source_text": "x"},
            [],
            ["numerator"],
        ),
        (
            {"data_state": "Có số liệu", "numerator": -3, "denominator": 2, "source_text": "x"},
            [],
            ["numerator"],
        ),
    ],
)
def test_a_ratio_is_judged(row, missing, wrong):
    assert judged("indicators", row, "2.1") == [missing, wrong]


def test_a_count_needs_its_value_and_no_parts():
    assert judged("indicators", {"data_state": "Có số liệu"}, "5.2") == [["value", "source_text"], []]


@pytest.mark.parametrize(
    ("row", "missing", "wrong"),
    [
        ({}, [], []),
        ({"note": " "}, [], []),
        ({"note": "x"}, ["task", "funding_source", "planned_vnd", "disbursed_vnd"], []),
        (
            {
                "task": TABLES[SheetKey.BUDGETS].tasks[0],
                "funding_source": "ODA",
                "planned_vnd": 1,
                "disbursed_vnd": 2,
            },
            [],
            ["disbursed_vnd"],
        ),
        (
            {"task": "việc khác", "funding_source": "ODA", "planned_vnd": 1, "disbursed_vnd": 0},
            [],
            ["task"],
        ),
    ],
)
def test_a_budget_row_is_judged_only_when_it_is_used(row, missing, wrong):
    assert judged("budgets", row) == [missing, wrong]


def test_the_information_sheet_lacks_four_answers_when_empty():
    assert counts(info_checks(DESIGN, PERIOD), {}) == Counts(4, 0)


def test_a_report_may_be_dated_after_its_period():
    row = {"contact_name": "a", "contact_phone": "1", "approved_by": "b", "reported_on": date(2026, 12, 20)}

    assert counts(info_checks(DESIGN, PERIOD), row) == Counts(0, 0)


def test_nothing_to_check_counts_zero():
    assert count_formula((), str, when_failing=1) == "=0"


def test_an_empty_form_lacks_who_reports_and_one_answer_per_row(forms, owed):
    duty = owed["so-xay-dung"]

    assert forms.totals() == (4 + len(duty.tasks) + len(duty.indicators), 0)


def test_a_right_form_is_ready_to_send(forms):
    filling = forms.filled()
    texts = [cell.value for cell in forms.workbook(filling=filling, values=True)["Thông tin"]["B"]]

    assert forms.totals(filling) == (0, 0)
    assert "Biểu mẫu đã đủ và không có mâu thuẫn, có thể gửi." in texts


def test_a_contradiction_is_counted_and_said(forms):
    row = {"status": "Hoàn thành", "completion_pct": 80.0, "completed_on": INSIDE, "result_text": "x"}
    filling = forms.filled(tasks={"I.1": row})
    texts = [cell.value for cell in forms.workbook(filling=filling, values=True)["Thông tin"]["B"]]

    assert forms.totals(filling) == (0, 1)
    assert "Chưa đủ điều kiện gửi: còn thiếu 0 ô, mâu thuẫn 1 chỗ. Xem các ô tô màu ở từng trang." in texts


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40
).filter(lambda text: text.strip(" "))
DAYS = st.dates(PERIOD.data_from, PERIOD.data_to)
PARTIAL = st.floats(1, 99)
TASKS = st.one_of(
    st.fixed_dictionaries({"status": st.sampled_from(["Chưa triển khai", "Không phát sinh"])}),
    st.fixed_dictionaries(
        {"status": st.just("Đang triển khai"), "completion_pct": PARTIAL, "result_text": TEXTS}
    ),
    st.fixed_dictionaries({"status": st.just("Tạm dừng"), "completion_pct": PARTIAL, "cause_text": TEXTS}),
    st.fixed_dictionaries(
        {
            "status": st.just("Hoàn thành"),
            "completion_pct": st.just(100),
            "completed_on": DAYS,
            "result_text": TEXTS,
        }
    ),
)
NO_DATA = st.fixed_dictionaries({"data_state": st.sampled_from(["Không phát sinh", "Chưa có số liệu"])})
RATIOS = st.one_of(
    NO_DATA,
    st.fixed_dictionaries(
        {
            "data_state": st.just("Có số liệu"),
            "numerator": st.floats(0, 10),
            "denominator": st.floats(10, 1e6),
            "source_text": TEXTS,
        }
    ),
)
COUNTS = st.one_of(
    NO_DATA,
    st.fixed_dictionaries(
        {"data_state": st.just("Có số liệu"), "value": st.floats(0, 1e9), "source_text": TEXTS}
    ),
)
BUDGETS = st.fixed_dictionaries(
    {
        "task": st.sampled_from([task_choice_text(PLAN, owed.task) for owed in DUTY.tasks]),
        "funding_source": st.sampled_from(list(DESIGN.labels("funding_source").values())),
        "planned_vnd": st.floats(1000, 1e6),
        "disbursed_vnd": st.floats(0, 1000),
    }
)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_rows_checked_alike_count_by_the_formulas_each_would_have_alone(table):
    alike = alike_rows(table, DESIGN, PERIOD, "${}".format)
    alone = [row_checks(table, line, DESIGN, PERIOD) for line in table.lines]

    assert [each.checks for each in alike] == alone
    assert [each.formulas_at(7) for each in alike] == [
        (
            count_formula(own.missing, "${}7".format, when_failing=0),
            count_formula(own.wrong, "${}7".format, when_failing=1),
        )
        for own in alone
    ]


@given(st.data())
def test_legal_answers_lack_nothing_and_contradict_nothing(data):
    answers = {
        SheetKey.TASKS: {owed.task.code: data.draw(TASKS) for owed in DUTY.tasks},
        SheetKey.INDICATORS: {
            each.code: data.draw(RATIOS if each.measure == "ratio" else COUNTS) for each in DUTY.indicators
        },
        SheetKey.BUDGETS: {
            str(number): data.draw(BUDGETS) for number in range(1, data.draw(st.integers(1, 4)))
        },
    }
    found = Counts(0, 0)
    for table in answer_tables(order(Filling(answers=answers))).values():
        for line in table.lines:
            found += counts(row_checks(table, line, DESIGN, PERIOD), line.answers)

    assert found == Counts(0, 0)


@given(DAYS, st.integers(1, 400))
def test_a_completion_date_outside_the_period_is_always_seen(day, days):
    outside = day + timedelta(days=(PERIOD.data_to - day).days + days)
    row = {"status": "Hoàn thành", "completion_pct": 100, "completed_on": outside, "result_text": "x"}

    assert judged("tasks", row) == [[], ["completed_on"]]
