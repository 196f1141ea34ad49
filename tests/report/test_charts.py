"""Charts only where they say something; the same figures give the same picture; each is said in words too."""

import struct
from dataclasses import replace

import pytest

from catalogue.wording import report as words
from catalogue.wording import rollups
from consolidate import SheetCells
from report import check_figures, facts, rendered
from report.charts import charts
from report.charts.targets import MOST_BARS, shown
from report.trace.places import texts_of
from tests.report.making import round_of, tables_of
from tests.report.words import opened, paragraphs, root

PNG_SIZE = struct.Struct(">II")
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TREND = {"kind": rollups.TREND_KINDS["headline"], "unit_of_measure": rollups.PER_CENT}


@pytest.fixture(scope="module")
def pictures(full_facts):
    return charts(full_facts)


def facts_of(plan, tables):
    return facts(tables, plan, round_of(plan))


def with_trend(tables):
    headers = {"past_11": "Năm 2025", "now": "Năm 2026"}
    return replace(tables, cells={"trend": SheetCells(rows=(6,), letters={}, headers=headers)})


def test_the_same_figures_give_the_same_pictures(full_facts, pictures):
    assert charts(full_facts) == pictures


def test_pictures_have_print_resolution_and_text_width(pictures):
    for chart in pictures:
        width, height = PNG_SIZE.unpack_from(chart.picture, 16)

        assert width == pytest.approx(160 / 25.4 * 300, abs=1)
        assert height > 500


def test_pictures_hold_no_time_and_no_program(pictures):
    for chart in pictures:
        assert not [word for word in (b"tEXt", b"tIME", b"Software") if word in chart.picture]


def test_charts_are_numbered_in_order(pictures):
    assert [chart.number for chart in pictures] == [1, 2, 3]
    assert [chart.key for chart in pictures] == ["progress", "targets", "money"]


def test_an_empty_round_has_no_charts(plan):
    assert list(charts(facts_of(plan, tables_of()))) == []


def test_one_group_one_source_and_one_indicator_need_no_chart(plan):
    task = {"task_code": "I.1", "group_code": "I", "overall": "Hoàn thành", "due_state": "Đã hoàn thành"}
    indicator = {"number": "1", "target_year": 2030, "value": 5, "target_low": 10, "assessment": "Chưa đạt"}
    money = {"unit_name": "A", "funding_source": "ODA", "planned_vnd": 1}
    found = facts_of(plan, tables_of(tasks=[task], indicators=[indicator], budgets=[money]))

    assert list(charts(found)) == []


def test_of_many_indicators_those_furthest_from_their_target_are_drawn(plan):
    rows = [
        {
            "number": str(n),
            "target_year": 2030,
            "value": n,
            "target_low": 100,
            "assessment": "Chưa đạt",
        }
        for n in range(1, 30)
    ]
    found = facts_of(plan, tables_of(indicators=rows))

    assert [line.number for line in shown(found)] == [str(n) for n in range(1, MOST_BARS + 1)]


def test_rounds_before_this_one_give_a_trend(plan):
    tables = with_trend(tables_of(trend=[TREND | {"name": "Giải ngân", "past_11": 40.5, "now": 61.5}]))
    made = rendered(facts_of(plan, tables))

    assert check_figures(made, tables)
    assert texts_of(made.content)[-1].words.endswith(
        "Giải ngân: năm 2025 40,5\u00a0% và năm 2026 61,5\u00a0%."
    )


def test_a_first_round_has_no_trend(plan):
    tables = with_trend(tables_of(trend=[TREND | {"name": "Giải ngân", "now": 61.5}]))

    assert facts_of(plan, tables).trend.lines == ()


def test_every_picture_has_words_for_those_who_do_not_see_it(full_docx):
    found = list(root(full_docx).iter(f"{PICTURE}docPr"))

    assert len(found) == 3
    assert all(len(each.get("descr")) > 60 for each in found)
    assert len({each.get("id") for each in found}) == 3


def test_every_picture_stands_above_its_caption(full_docx):
    texts = [(paragraph.style.name, paragraph.text) for paragraph in opened(full_docx).paragraphs]
    captions = [text for style, text in texts if style == words.STYLES["PictureCaption"]]
    after = [texts[n + 1][1] for n, (style, _) in enumerate(texts) if style == words.STYLES["Picture"]]

    assert captions == after
    assert [caption.partition(".")[0] for caption in captions] == ["Biểu đồ 1", "Biểu đồ 2", "Biểu đồ 3"]


def test_the_text_points_to_every_chart(full_docx):
    printed = " ".join(paragraphs(full_docx))

    assert all(printed.count(f"Biểu đồ {number}") >= 2 for number in (1, 2, 3))
