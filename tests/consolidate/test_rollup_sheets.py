"""The master's sheets of roll-ups: groups, money, units, laggards, issues, read back as people see them."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from catalogue import Deadline, SheetKey, UnitsInForce, duties
from consolidate import build_master, merge, read_master
from tests.consolidate.invented import invented_decisions, invented_round
from tests.consolidate.making import DEADLINE

END = date(2026, 6, 30)


@pytest.fixture(scope="module")
def late_plan(plan):
    """The plan with every sixth task, and one of all communes, due before the cut-off."""
    past = Deadline(text="30/6/2026", start=None, end=END, is_open=False)
    tasks = (
        replace(task, deadline=past) if place % 6 == 0 or task.code == "VII.2.2" else task
        for place, task in enumerate(plan.tasks)
    )
    return replace(plan, tasks=tuple(tasks))


@pytest.fixture(scope="module")
def late_merged(late_plan, registry):
    owed = duties(late_plan, UnitsInForce.of(registry))
    return merge(invented_round(owed), owed, deadline=DEADLINE, decisions=invented_decisions(owed))


@pytest.fixture(scope="module")
def path(late_plan, late_merged, registry, design, settings, tmp_path_factory):
    path = tmp_path_factory.mktemp("late") / "tong-hop.xlsx"
    path.write_bytes(
        build_master(late_merged, plan=late_plan, registry=registry, round_=settings, design=design)
    )
    return path


@pytest.fixture(scope="module")
def tables(path):
    return read_master(path).tables


def test_groups_hold_every_reported_task_once(tables, late_plan):
    groups = tables["groups"]

    assert groups.task_count.sum() == len(late_plan.reported_tasks) == len(tables["tasks"])
    statuses = ["done", "in_progress", "not_started", "paused", "none", "no_report"]
    assert (groups[statuses].sum(axis=1) == groups.task_count).all()


def test_money_by_task_is_the_money_of_the_detail(tables):
    for key in ("planned_vnd", "disbursed_vnd"):
        assert tables["money"][key].sum() == pytest.approx(tables["budgets"][key].sum(), abs=1e-6)
    assert tables["money"].line_count.sum() == len(tables["budgets"])


def test_a_task_without_money_shows_no_zero(tables):
    without = tables["money"][tables["money"].line_count == 0]

    assert len(without)
    assert without[["planned_vnd", "disbursed_vnd", "disbursed_pct"]].isna().all(axis=None)


def test_units_add_up_to_the_tasks(tables):
    units, tasks = tables["units"], tables["tasks"]

    for key in ("owed_count", "reported_count", "done_count", "paused_count", "none_count"):
        assert units[key].sum() == tasks[key].sum()
    assert units.overdue_count.sum() == tasks.overdue_units.sum() == len(tables["laggards"]) > 0


def test_the_best_unit_ranks_first_and_units_that_did_not_report_have_no_rank(tables):
    units = tables["units"]

    assert units.done_pct[units["rank"] == 1].min() == units.done_pct.max()
    assert units["rank"].isna().tolist() == (units.reported_count == 0).tolist()


def test_laggards_are_overdue_and_not_done_the_least_advanced_first(tables):
    laggards = tables["laggards"]
    advanced = laggards.completion_pct.fillna(-1)

    assert not set(laggards.status) & {"Hoàn thành", "Không phát sinh"}
    assert set(laggards.days_overdue) == {(date(2026, 12, 14) - END).days}
    assert advanced.is_monotonic_increasing


def test_a_unit_that_sent_nothing_is_late_too(tables, late_merged):
    missing = {each.duty.unit.code for each in late_merged.standings if each.state == "missing"}
    silent = tables["laggards"][tables["laggards"].status == "Chưa có báo cáo"]

    assert missing & set(silent.unit_code)
    assert (silent.source == "").all()


def test_every_difficulty_and_proposal_stands_in_one_issue_with_its_unit(tables, late_merged):
    tasks, proposals = late_merged.rows[SheetKey.TASKS], late_merged.rows[SheetKey.PROPOSALS]
    said = tasks.difficulty_text.notna().sum() + tasks.proposal_text.notna().sum() + len(proposals)
    issues, rows = tables["issues"], tables["issue_rows"]

    assert len(rows) == issues.statement_count.sum() == said
    assert issues.unit_count.tolist() == rows.groupby("number").unit_code.nunique().tolist()
    assert (rows.source != "").all()


def test_summaries_lead_to_their_detail_however_it_is_sorted(path):
    sheet = openpyxl.load_workbook(path)["Nhóm nhiệm vụ"]
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == "detail")
    link = sheet[f"{letter}6"].value

    assert "HYPERLINK(\"#'Nhiệm vụ'!C\"&(MATCH($A6," in link
    assert link.startswith("=IF(COUNTIFS(")


def places(sheet):
    """Return where the links of a sheet lead within the workbook, formulas aside."""
    return {cell.hyperlink.location for row in sheet.iter_rows(max_row=60) for cell in row if cell.hyperlink}


@pytest.mark.parametrize(
    ("detail", "summary"),
    [
        ("Nhiệm vụ - chi tiết", "Nhiệm vụ"),
        ("Chỉ tiêu - chi tiết", "Chỉ tiêu"),
        ("Vấn đề - chi tiết", "Vấn đề"),
        ("Nhiệm vụ", "Nhóm nhiệm vụ"),
        ("Kinh phí", "Tổng quan"),
    ],
)
def test_titles_lead_back_to_the_summary(path, detail, summary):
    assert places(openpyxl.load_workbook(path)[detail]) == {f"'{summary}'!A1"}


def test_titles_of_the_overview_lead_to_their_tables(path):
    tables = ("Tình trạng nộp", "Nhiệm vụ", "Chỉ tiêu", "Nhóm nhiệm vụ", "Kinh phí")

    assert places(openpyxl.load_workbook(path)["Tổng quan"]) >= {f"'{title}'!A1" for title in tables}
