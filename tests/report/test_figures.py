from datetime import date

import pandas as pd
import pytest

from catalogue import Period, UnreadableFileError
from catalogue.wording import master as words
from consolidate import MasterTables, Shown
from report import facts, missing_settings
from report.figures.cells import printable
from tests.report.making import office, round_of, tables_of

UNIT = {"unit_kind": "Xã", "state": "Hợp lệ", "timeliness": "Đúng hạn"}
TASK = {
    "task_code": "I.1",
    "group_code": "I",
    "name": "Một",
    "overall": "Đang triển khai",
    "due_state": "Chưa đến hạn",
}
ROW = {"task_code": "I.1", "unit_name": "Sở A", "status": "Đang triển khai"}
INDICATOR = {"number": "1.1", "target_year": 2030, "owed_count": 1, "assessment": "Chưa có số liệu"}


def facts_of(plan, **rows):
    return facts(tables_of(**rows), plan, round_of(plan))


def test_units_are_counted_by_state_and_time(plan):
    late, missing = UNIT | {"timeliness": "Quá hạn"}, UNIT | {"state": "Chưa nộp", "timeliness": ""}
    returned = UNIT | {"state": "Trả lại"}
    found = facts_of(plan, submissions=[UNIT, UNIT, late, returned, missing]).gathering

    assert (found.total, found.accepted, found.on_time, found.late) == (5, 3, 2, 1)
    assert (found.returned, found.missing, found.accepted_pct) == (1, 1, 60)


def test_a_unit_that_need_not_report_is_in_no_total_but_its_own(plan):
    waived = UNIT | {"state": "Miễn nộp", "timeliness": ""}
    found = facts_of(plan, submissions=[UNIT, UNIT | {"state": "Trả lại"}, waived]).gathering

    assert (found.total, found.accepted, found.accepted_pct, found.waived) == (2, 1, 50, 1)
    assert [(kind.total, kind.accepted) for kind in found.kinds] == [(2, 1)]
    assert (found.missing, found.on_time, len(found.owing)) == (0, 1, 2)


def test_an_accepted_unit_is_accepted_on_whatever_footing(plan):
    warned, excepted = UNIT | {"state": "Hợp lệ, có cảnh báo"}, UNIT | {"state": "Chấp nhận đặc cách"}
    thin = warned | {"completeness": "Gần như trống"}
    found = facts_of(plan, submissions=[UNIT, warned, excepted, thin]).gathering

    assert (found.accepted, found.on_time, found.returned) == (4, 4, 0)
    assert [len(found.shown_as(shown)) for shown in Shown] == [1, 2, 1, 0, 0, 0]
    assert len(found.thin) == 1


def test_commune_level_kinds_are_counted_together(plan):
    kinds = ["Phường", "Xã", "Đặc khu", "Sở, ban, ngành"]
    found = facts_of(plan, submissions=[UNIT | {"unit_kind": kind} for kind in kinds]).gathering

    assert [(kind.kind, kind.total) for kind in found.kinds] == [
        ("xã, phường, đặc khu", 3),
        ("Sở, ban, ngành", 1),
    ]


def test_the_full_master_has_every_unit_and_task_of_the_plan(full_facts, owed, plan):
    assert full_facts.gathering.total == len(owed) == 121
    assert full_facts.tasks.counts.total == len(plan.reported_tasks) == 33
    assert (full_facts.tasks.plan_count, full_facts.tasks.plan_priority) == (32, 15)


def test_states_and_coverage_add_up_to_all_tasks(full_facts):
    found = full_facts.tasks
    groups = [group.counts.total for group in found.groups]

    assert sum(found.counts.by_state.values()) == found.counts.total == sum(groups)
    assert found.complete + found.partial + found.unreported == found.counts.total


def test_counts_are_those_of_the_master_recounted(full_facts, full_master):
    frame = full_master.tables["tasks"]

    assert full_facts.tasks.counts.by_state == {
        key: int((frame["overall"] == label).sum()) for key, label in words.OVERALL.items()
    }


def test_money_is_summed_in_whole_dong(plan):
    amounts = [(0.1, 0.05), (0.2, 0.1)]
    rows = [
        {"unit_name": "A", "funding_source": "ODA", "planned_vnd": p, "disbursed_vnd": d} for p, d in amounts
    ]
    found = facts_of(plan, budgets=rows).money

    assert (found.total.planned_vnd, found.total.disbursed_vnd) == (300_000, 150_000)
    assert found.total.disbursed_pct == 50


def test_money_of_the_full_master_is_recounted_by_source(full_facts, full_master):
    frame = full_master.tables["budgets"].groupby("funding_source")["planned_vnd"].sum()

    assert {line.source: line.planned_vnd for line in full_facts.money.sources} == {
        source: round(amount * 1_000_000) for source, amount in frame.items()
    }


def test_funding_sources_stand_in_the_order_of_the_form(plan):
    rows = [{"funding_source": source} for source in ("Khác", "ODA", "Ngân sách trung ương")]

    assert [line.source for line in facts_of(plan, budgets=rows).money.sources] == [
        "Ngân sách trung ương",
        "ODA",
        "Khác",
    ]


def test_the_same_difficulty_of_several_units_is_said_once(plan):
    rows = [
        ROW | {"unit_name": name, "difficulty_text": text}
        for name, text in (("A", "Thiếu vốn"), ("B", "thiếu  vốn"))
    ]
    found = facts_of(plan, tasks=[TASK], task_rows=rows).remarks

    assert [(item.text, item.units) for item in found.difficulties] == [("Thiếu vốn", ("A", "B"))]
    assert found.difficulty_units == 2


def test_proposals_come_from_their_table_and_from_task_rows(plan):
    rows = [ROW | {"proposal_text": "Lùi hạn"}]
    own = [{"unit_name": "B", "content": "Cấp vốn", "addressee": "Sở Tài chính", "theme": "Kinh phí"}]
    found = facts_of(plan, tasks=[TASK], task_rows=rows, proposals=own).remarks.proposals

    assert {(item.text, item.addressee, item.units) for item in found} == {
        ("Lùi hạn", "", ("Sở A",)),
        ("Cấp vốn", "Sở Tài chính", ("B",)),
    }


def test_indicators_without_value_are_told_from_those_without_reporter(plan):
    rows = [INDICATOR, INDICATOR | {"owed_count": 0, "assessment": "Chưa xác định đơn vị báo cáo"}]
    found = facts_of(plan, indicators=[*rows, INDICATOR | {"value": 7, "assessment": "Đạt"}]).indicators

    assert (found.total, found.with_data, found.without_data, found.without_reporter) == (3, 1, 1, 1)


def test_a_label_staff_mistyped_is_named_with_its_place(plan):
    with pytest.raises(UnreadableFileError, match=r"Nhiệm vụ.*Trạng thái chung.*Xong.*Hoàn thành"):
        facts_of(plan, tasks=[TASK | {"overall": "Xong"}])


def test_a_number_staff_mistyped_is_named_with_its_place(plan):
    tables = tables_of(tasks=[TASK])
    tables.tables["tasks"]["owed_count"] = pd.Series(["mười"], dtype="object")

    with pytest.raises(UnreadableFileError, match=r"Số đơn vị phải báo cáo.*mười"):
        facts(tables, plan, round_of(plan))


def test_a_master_without_a_table_is_refused(plan):
    with pytest.raises(UnreadableFileError, match="Kinh phí"):
        facts(
            MasterTables(about={}, tables={k: v for k, v in tables_of().tables.items() if k != "budgets"}),
            plan,
            round_of(plan),
        )


def test_a_group_the_plan_does_not_know_is_still_reported(plan):
    found = facts_of(plan, tasks=[TASK | {"group_code": "IX"}, TASK]).tasks

    assert [group.name for group in found.groups] == ["Chuyển đổi xanh giao thông và cảng xanh", "IX"]


def test_invented_answers_are_known_from_the_round_or_the_master(plan):
    tables = tables_of()
    marked = MasterTables(about={"is_invented": "x"}, tables=tables.tables)

    assert facts(marked, plan, round_of(plan)).is_invented
    assert facts(tables, plan, round_of(plan, is_invented=True)).is_invented
    assert not facts(tables, plan, round_of(plan)).is_invented


def test_the_next_deadlines_are_those_of_next_year_only_when_the_year_is_over(plan):
    tables = tables_of()

    assert facts(tables, plan, round_of(plan)).horizon == 2027
    assert facts(tables, plan, round_of(plan, period=Period.parse("2026-H1"))).horizon == 2026


def test_the_document_is_dated_in_the_year_of_the_deadline(plan):
    tables = tables_of()

    assert facts(tables, plan, round_of(plan, deadline=date(2027, 1, 5))).year == 2027
    assert facts(tables, plan, round_of(plan, deadline=None)).year == 2026


def test_settings_left_blank_are_listed_with_their_place(plan):
    given = round_of(plan, office=office(place="", signer_name="", parent_name="", authority=""))

    assert missing_settings(given) == (
        "địa danh ([co-quan] dia-danh)",
        "họ tên người ký ([nguoi-ky] ho-ten)",
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  a\x00\x07b ", "ab"),
        ("a\r\nb\rc\x0bd", "a\nb\nc\nd"),
        ("Thu\u0323y", "Thụy"),
        ("\u202eabc\ufffe", "abc"),
        ("{{ x }} <b> &amp; 🌱", "{{ x }} <b> &amp; 🌱"),
    ],
)
def test_text_of_agencies_keeps_its_words_and_loses_what_cannot_be_printed(typed, shown):
    assert printable(typed) == shown
