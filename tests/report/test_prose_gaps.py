"""What nobody reports, what is worded, and what there is only one of: each has its own sentence."""

import pytest

from report.prose.language import deadline_text, task_name
from tests.report.test_prose import COMMUNE, INDICATOR, ROW, TASK, UNIT, body_of, document_of

NOBODYS = TASK | {"task_code": "I.2", "owed_count": 0, "reported_count": 0, "overall": "Chưa có báo cáo"}
WORDED = INDICATOR | {"assessment": "Mục tiêu bằng lời, không so bằng số"}
UNASSIGNED = INDICATOR | {"assessment": "Chưa xác định đơn vị báo cáo"}


def test_a_task_nobody_reports_is_told_apart_from_one_not_reported_yet(plan):
    late = NOBODYS | {"task_code": "I.1", "owed_count": 1}
    body = body_of(plan, submissions=[UNIT], tasks=[late, NOBODYS])

    assert "01 nhiệm vụ chưa có báo cáo của đơn vị nào; 01 nhiệm vụ chưa xác định" in body.gathering[-1]
    assert (
        body.groups[0]
        .paragraphs[0]
        .endswith("Trong số nhiệm vụ chưa có báo cáo, 01 nhiệm vụ chưa xác định được đơn vị báo cáo.")
    )
    assert body.outlook[-1].endswith("chưa xác định được đơn vị báo cáo: nhiệm vụ I.2 (Phụ lục I).")


def test_a_group_nobody_reports_needs_one_sentence(plan):
    body = body_of(plan, tasks=[NOBODYS, NOBODYS])

    assert body.groups[0].paragraphs == ("Nhóm có 02 nhiệm vụ, chưa xác định được đơn vị báo cáo.",)


def test_the_appendix_says_that_nobody_reports_a_task(plan):
    rows = document_of(plan, tasks=[NOBODYS, NOBODYS | {"reporters": "Sở được miễn"}]).appendix.tasks

    assert [row.cells[2] for row in rows if row.cells] == ["Chưa xác định", "Sở được miễn"]


@pytest.mark.parametrize(
    ("indicators", "said"),
    [
        ([WORDED, WORDED], "Kế hoạch có 02 chỉ tiêu có mục tiêu nêu bằng lời, không so bằng số (chi"),
        ([UNASSIGNED], "Kế hoạch có 01 chỉ tiêu, chưa xác định được đơn vị báo cáo (chi"),
        ([UNASSIGNED, UNASSIGNED], "Kế hoạch có 02 chỉ tiêu, đều chưa xác định được đơn vị báo cáo (chi"),
        (
            [INDICATOR, WORDED],
            "Kế hoạch có 02 chỉ tiêu; đến thời điểm tổng hợp, chưa có chỉ tiêu nào có số liệu, trong đó 01",
        ),
        (
            [INDICATOR | {"value": 1, "assessment": "Đạt"}, INDICATOR, UNASSIGNED, WORDED],
            (
                "Trong 04 chỉ tiêu, 01 chỉ tiêu đã có số liệu, 01 chỉ tiêu chưa có số liệu, 01 chỉ tiêu chưa "
                "xác định được đơn vị báo cáo và 01 chỉ tiêu có mục tiêu nêu bằng lời"
            ),
        ),
    ],
)
def test_indicators_without_figures_are_all_accounted_for(plan, indicators, said):
    assert body_of(plan, indicators=indicators).indicators[0].startswith(said)


def test_units_of_one_kind_are_counted_once(plan):
    assert body_of(plan, submissions=[UNIT]).gathering[0].startswith("Có 01 sở, ban, ngành phải báo cáo.")
    assert "02 đơn vị phải báo cáo, gồm" in body_of(plan, submissions=[UNIT, COMMUNE]).gathering[0]


def test_a_part_of_a_task_is_told_by_its_own_words(full_facts):
    line = next(iter(full_facts.tasks.lines))
    long = type(line)(
        **{name: getattr(line, name) for name in line.__slots__} | {"name": "Chung " * 40 + ": riêng"}
    )

    assert task_name(long).endswith("…: riêng")
    assert len(task_name(long)) <= 150


def test_a_bare_year_is_called_a_year():
    assert [deadline_text(text) for text in ("2026", "Tháng 12/2026")] == ["năm 2026", "tháng 12/2026"]


def test_the_mark_of_priority_is_explained_only_where_it_stands(plan):
    for shown in (True, False):
        found = document_of(plan, tasks=[TASK | {"is_priority": "Có" if shown else ""}], task_rows=[ROW])

        assert found.appendix.has_priority is shown


def test_money_names_a_task_by_the_number_the_text_has(plan):
    budget = {"unit_name": "A", "task": "8.5.g4. Xây dựng mô hình", "planned_vnd": 1}

    assert document_of(plan, budgets=[budget]).appendix.money[0].cells[2] == "8.5 (ý 4). Xây dựng mô hình"
