"""The period before: found beside the round, and read from its master."""

import shutil
from pathlib import Path

import pytest

from catalogue import Period, RoundError, SheetKey, UnreadableFileError, load_round, new_round_text
from consolidate import earlier_rounds, read_history
from tests.conftest import PLAN


@pytest.fixture(scope="module")
def history(master_path):
    return read_history(master_path)


def test_it_knows_its_period(history):
    assert history.period == Period.parse("2026")


def test_tasks_come_back_as_they_were_merged(history, merged):
    then, rows = history.frames[SheetKey.TASKS], merged.rows[SheetKey.TASKS]
    columns = ["unit_code", "row_key", "status", "result_text"]

    assert sorted(then[columns].fillna("").itertuples(index=False, name=None)) == sorted(
        rows[columns].fillna("").itertuples(index=False, name=None)
    )
    assert then["completion_pct"].sum() == rows["completion_pct"].sum()


def test_figures_come_back_as_they_were_merged(history, merged):
    then, rows = history.frames[SheetKey.INDICATORS], merged.rows[SheetKey.INDICATORS]

    assert len(then) == len(rows)
    assert then["figure"].sum() == pytest.approx(rows["value"].sum())


def test_each_row_finds_what_its_unit_said_before(history, merged):
    rows = merged.rows[SheetKey.TASKS].iloc[::-1].reset_index(drop=True)
    beside = history.beside(SheetKey.TASKS, rows)

    assert beside["status"].fillna("").tolist() == rows["status"].fillna("").tolist()


def test_a_row_that_was_not_there_has_no_past(history, merged):
    rows = merged.rows[SheetKey.TASKS].assign(row_key="?")

    assert history.beside(SheetKey.TASKS, rows)["status"].isna().all()


def test_what_is_no_master_is_refused(tmp_path):
    path = tmp_path / "tong-hop.xlsx"
    path.write_bytes(b"x")

    with pytest.raises(UnreadableFileError):
        read_history(path)


@pytest.fixture
def rounds(tmp_path, plan):
    """Make rounds beside each other, each with a master or without."""

    def make(name, period, *, master=True, plan_id=PLAN):
        folder = tmp_path / name
        folder.mkdir()
        text = new_round_text(plan, Period.parse(period), None).replace(PLAN, plan_id)
        (folder / "dot-bao-cao.toml").write_text(text, encoding="utf-8")
        if master:
            (folder / "tong-hop").mkdir()
            (folder / "tong-hop" / "tong-hop.xlsx").write_bytes(b"")
        return load_round(folder)

    return make


def test_the_latest_earlier_period_is_the_one_before(rounds):
    now = rounds("đợt này", "2026-9M")
    rounds("a", "2025")
    before = rounds("b", "2026-H1")
    rounds("c", "2026")
    rounds("d", "2026-9M")

    assert earlier_rounds(now)[-1] == before


@pytest.mark.parametrize("other", [{"master": False}, {"plan_id": "qt-2023-tang-truong-xanh"}])
def test_a_round_without_master_or_of_another_plan_does_not_count(rounds, other):
    now = rounds("đợt này", "2026")
    rounds("a", "2025", **other)

    assert earlier_rounds(now) == ()


@pytest.mark.parametrize(
    ("now", "before"), [("2026-9M", "2026-H1"), ("2026", "2026-9M"), ("2026-07", "2026-H1")]
)
def test_of_periods_that_end_together_the_one_that_starts_alike_is_preferred(rounds, now, before):
    current = rounds("đợt này", now)
    for place, period in enumerate(("2026-Q2", "2026-H1", "2026-06", "2026-Q3", "2026-9M")):
        if period != now:
            rounds(f"{place}", period)

    found = earlier_rounds(current)

    assert found[-1].period.code == before


def test_a_quarter_follows_a_quarter_only_when_there_is_no_longer_period(rounds):
    now = rounds("đợt này", "2026-Q3")
    before = rounds("a", "2026-Q2")

    assert earlier_rounds(now)[-1] == before


def test_folders_that_are_no_rounds_and_broken_settings_are_passed_over(rounds, tmp_path):
    now = rounds("đợt này", "2026")
    before = rounds("a", "2025")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "dot-bao-cao.toml").write_text("?", encoding="utf-8")
    (tmp_path / "c").mkdir()

    assert earlier_rounds(now)[-1] == before
    with pytest.raises(RoundError):
        load_round(tmp_path / "b")


def test_the_round_s_own_folder_may_be_given_as_a_relative_path(rounds, tmp_path, monkeypatch):
    rounds("đợt này", "2026")
    before = rounds("a", "2025")
    monkeypatch.chdir(tmp_path / "đợt này")

    assert earlier_rounds(load_round(Path()))[-1].folder == before.folder.resolve()
    shutil.rmtree(tmp_path / "a")
    assert earlier_rounds(load_round(Path())) == ()
