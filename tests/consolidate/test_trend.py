"""Earlier rounds beside this one: found, read, compared and drawn."""

from dataclasses import replace

import openpyxl
import pytest

from catalogue import Period, RoundError, load_round, new_round_text
from consolidate import build_master, earlier_rounds, merge, past_of, read_master, read_past
from consolidate.past import Past, before
from consolidate.trend import SLOTS
from tests.conftest import PLAN
from tests.consolidate.making import DEADLINE, checked


@pytest.fixture
def rounds(tmp_path, plan):
    """Make rounds in a folder, each with a master."""

    def make(name, period, *, under="", plan_id=PLAN):
        folder = tmp_path / under / name
        (folder / "tong-hop").mkdir(parents=True)
        text = new_round_text(plan, Period.parse(period), None).replace(PLAN, plan_id)
        (folder / "dot-bao-cao.toml").write_text(text, encoding="utf-8")
        (folder / "tong-hop" / "tong-hop.xlsx").write_bytes(b"")
        return load_round(folder)

    return make


def codes(found):
    return [each.period.code for each in found]


def test_all_earlier_rounds_are_found_the_oldest_first(rounds):
    now = rounds("now", "2026")
    for name, period in (("a", "2025"), ("b", "2026-H1"), ("c", "2023"), ("d", "2027")):
        rounds(name, period)
    rounds("e", "2024", plan_id="qt-2023-tang-truong-xanh")

    assert codes(earlier_rounds(now)) == ["2023", "2025", "2026-H1"]


def test_a_period_that_was_copied_counts_once(rounds):
    now = rounds("now", "2026")
    rounds("a", "2025")
    copy = rounds("b", "2025")

    assert earlier_rounds(now) == (copy,)


def test_rounds_kept_elsewhere_are_found_where_the_officer_says(rounds, tmp_path):
    now = rounds("now", "2026")
    old = rounds("a", "2024", under="kho")
    rounds("b", "2025", under="kho")

    assert codes(earlier_rounds(now, folder=tmp_path / "kho")) == ["2024", "2025"]
    assert codes(earlier_rounds(now, folder=old.folder)) == ["2024"]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_named_folder_without_an_earlier_round_is_refused(rounds, tmp_path, name):
    now = rounds("now", "2026")
    (tmp_path / "empty").mkdir()

    with pytest.raises(RoundError, match="--previous"):
        earlier_rounds(now, folder=tmp_path / name)


@pytest.fixture(scope="module")
def past(master_path):
    return read_past(master_path)


def test_a_round_read_back_says_what_its_own_trend_says(master_path, past):
    trend = read_master(master_path).tables["trend"].set_index("series").now
    known = trend.dropna()

    assert past.period == Period.parse("2026")
    assert dict(known.round(9)) == {key: round(value, 9) for key, value in past.figures.items()}


def test_a_round_nobody_reported_in_has_no_figures_but_counts(build, every_duty, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(build(merge(checked([]), every_duty, deadline=DEADLINE)))
    figures = past_of(read_master(path)).figures

    assert set(figures) == {"units", "overdue"}
    assert figures["units"] == 0


def test_a_figure_the_last_round_did_not_give_is_not_taken_from_an_older_one():
    old = Past(period=Period.parse("2024"), figures={"x": 1.0})
    last = Past(period=Period.parse("2025"), figures={})

    assert before((old,), "x") == 1
    assert before((old, last), "x") is None
    assert before((), "x") is None


@pytest.fixture(scope="module")
def compared(merged, plan, registry, design, settings, past, tmp_path_factory):
    """The master of 2027, with 2025 (nothing known) and 2026 before it."""
    path = tmp_path_factory.mktemp("trend") / "tong-hop.xlsx"
    pasts = (Past(period=Period.parse("2025"), figures={"indicator:1.2": 1.0, "group:I": 10.0}), past)
    path.write_bytes(
        build_master(
            merged,
            plan=plan,
            registry=registry,
            round_=replace(settings, period=Period.parse("2027")),
            design=design,
            pasts=pasts,
        )
    )
    return path


def test_the_roll_ups_show_the_round_before_and_the_change(compared, past):
    tables = read_master(compared).tables
    groups, indicators = tables["groups"], tables["indicators"]

    assert groups.previous_pct.round(9).tolist() == [
        round(past.figures[f"group:{code}"], 9) for code in groups.group_code
    ]
    assert (groups.change == 0).all()
    assert (indicators.change.dropna() == 0).all()
    assert indicators.previous.notna().sum() == sum(key.startswith("indicator:") for key in past.figures)


def hidden(sheet):
    """Return the keys of the columns that are not shown."""
    spans = [one for one in sheet.column_dimensions.values() if one.hidden]
    return {cell.value for cell in sheet[1] if any(one.min <= cell.column <= one.max for one in spans)}


def test_the_trend_has_a_column_for_each_round_and_hides_the_others(compared):
    sheet = openpyxl.load_workbook(compared)["Xu hướng"]
    letters = {cell.value: cell.column_letter for cell in sheet[1]}
    headers = [sheet[f"{letters[key]}5"].value for key in (*SLOTS[-2:], "now")]

    assert headers == ["Năm 2025", "Năm 2026", "Năm 2027"]
    assert hidden(sheet) >= set(SLOTS[:-2])
    assert not hidden(sheet) & {*SLOTS[-2:], "now"}


def test_of_many_rounds_the_latest_are_shown(build_with):
    pasts = tuple(
        Past(period=Period.parse(str(year)), figures={"units": float(year)}) for year in range(2010, 2026)
    )
    shown = read_master(build_with(pasts)).tables["trend"].set_index("series").loc["units"]

    assert [shown[slot] for slot in SLOTS] == [float(year) for year in range(2015, 2026)]


@pytest.fixture
def build_with(merged, plan, registry, design, settings, tmp_path):
    def build(pasts):
        path = tmp_path / "tong-hop.xlsx"
        path.write_bytes(
            build_master(merged, plan=plan, registry=registry, round_=settings, design=design, pasts=pasts)
        )
        return path

    return build


def test_trends_are_drawn_only_when_there_is_a_past(compared, master_path):
    first, later = openpyxl.load_workbook(master_path), openpyxl.load_workbook(compared)

    assert [len(book[name]._charts) for book in (first, later) for name in ("Tổng quan", "Xu hướng")] == [
        4,
        0,
        5,
        1,
    ]


def test_a_first_round_shows_no_column_of_earlier_ones(master_path):
    sheet = openpyxl.load_workbook(master_path)["Chỉ tiêu"]

    assert {"previous", "change", "so_far", "so_far_basis", "expected", "pace"} <= hidden(sheet)
