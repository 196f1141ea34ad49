"""What staff adjusted is told in the report: each figure with what the unit reported and why."""

from tests.report.test_prose import INDICATOR, ROW, TASK, UNIT, document_of

ADJUSTED = {"is_adjusted": "x", "number": "1", "name": "Tuyến một", "unit_name": "Sở A"}
STATED = ROW | ADJUSTED | {"adjusted_why": "Theo công văn 12"}
STATED |= {"reported_completion_pct": 35, "completion_pct": 55, "adjusted_completion_pct": "55"}
UNSTATED = ADJUSTED | {"value": 4.5, "adjusted_value": "4.5"}
BUDGET = {"is_adjusted": "x", "unit_name": "Sở A", "task_name": "Tuyến một", "funding_source": "ODA"}
BUDGET |= {"reported_disbursed_vnd": 1.5, "disbursed_vnd": 2.25, "adjusted_disbursed_vnd": "2.25"}


def told(plan, **rows):
    """Return the last paragraph on how units reported, and the appendix's rows without their numbers."""
    document = document_of(plan, submissions=[UNIT], tasks=[TASK], indicators=[INDICATOR], **rows)
    return document.body.gathering[-1], [row.cells[1:] for row in document.appendix.adjusted]


def test_an_adjusted_figure_stands_beside_the_reported_one_with_its_reason(plan):
    paragraph, rows = told(plan, task_rows=[STATED])

    assert paragraph.startswith("Cơ quan tổng hợp đã điều chỉnh 01 số liệu của các đơn vị;")
    assert "chưa nêu lý do" not in paragraph
    assert rows == [("Sở A", "1. Tuyến một", "Tỷ lệ hoàn thành (%)", "35", "55", "Theo công văn 12")]


def test_a_figure_without_a_report_or_a_reason_says_so(plan):
    paragraph, rows = told(plan, task_rows=[STATED], indicator_rows=[UNSTATED])

    assert "đã điều chỉnh 02 số liệu" in paragraph
    assert paragraph.endswith("Trong đó có 01 số liệu chưa nêu lý do điều chỉnh.")
    assert rows[1][3:] == ("Không có", "4,5", "Chưa nêu")


def test_adjusted_money_is_told_to_the_dong(plan):
    _, rows = told(plan, budgets=[BUDGET])

    assert rows[0][3:5] == ("1,5", "2,25")


def test_what_cannot_be_used_and_what_is_not_adjusted_is_not_told(plan):
    useless = STATED | {"adjusted_completion_pct": "nhiều", "completion_pct": 35}
    typed_since = ROW | {"adjusted_completion_pct": "35"}  # the master was not made again with it
    paragraph, rows = told(plan, task_rows=[useless, typed_since, ROW])

    assert "điều chỉnh" not in paragraph
    assert rows == []
