"""Periods of one plan, one folder beside the other, from the forms to the report."""

import re
import shutil
from datetime import date
from zipfile import ZipFile

import openpyxl
import pytest

from catalogue import SheetKey
from consolidate import read_master
from tests.cli.rounds import UNIT, new_round
from tests.commands import run
from tests.forms import right_answers

WARD = "11311"


@pytest.fixture(scope="module")
def periods(tmp_path_factory, plan, design, owed):
    """The rounds of 2026, 2027 and 2028, consolidated by command."""
    home = tmp_path_factory.mktemp("kỳ") / "Bảo vệ môi trường"
    desks = [new_round(home / str(year), plan, design, owed, year=year) for year in (2026, 2027, 2028)]
    texts = "Đã lập danh mục dự án.", "Đã khởi công hai dự án.", "Đã nghiệm thu một dự án."
    for desk, share, numerator, text in zip(
        desks, (60.0, 40.0, 50.0), (30.0, 45.0, 50.0), texts, strict=True
    ):
        for unit in (UNIT, WARD):
            year = desk.round.period.data_to.year
            answers = told(owed[unit], share=share, numerator=numerator, text=text, year=year)
            desk.receive(desk.form(unit, answers), f"{unit}.xlsx", date(year, 12, 15))
        assert run("consolidate", desk.round.folder).returncode in (0, 1)
    return desks


def told(duty, *, share, numerator, text, year):
    answers = right_answers(duty)
    answers[SheetKey.INFO]["reported_on"] = {"value": date(year, 12, 10)}
    for task in answers[SheetKey.TASKS].values():
        result = f"{text} Năm {year} làm được {share:g} phần trăm."
        task |= {"completion_pct": share, "result_text": result}
    for indicator in answers[SheetKey.INDICATORS].values():
        if "numerator" in indicator:
            indicator["numerator"] = numerator
    return answers


@pytest.fixture(scope="module")
def masters(periods):
    return [read_master(desk.round.master_path).tables for desk in periods]


def by(table, key):
    return table.set_index(key)


def test_what_fell_since_the_period_before_is_asked_about_at_its_cell(masters):
    found = by(masters[1]["findings"], "code").loc["X404"]

    assert set(found["unit_name"]) == {"Sở Xây dựng", "UBND phường Hồng Bàng"}
    assert (
        found["message"].str.startswith("Kỳ trước (năm 2026) tỷ lệ hoàn thành là 60 %, kỳ này là 40 %.").all()
    )
    assert found["cell"].astype(bool).all()
    assert "X404" not in set(masters[0]["findings"]["code"])


def test_the_period_before_is_the_latest_of_those_before(masters):
    second, third = (by(tables["indicators"], "indicator_code") for tables in masters[1:])

    assert "X404" not in set(masters[2]["findings"]["code"])  # 60, 40 and now 50 percent
    assert third.loc["2.1", ["previous", "value"]].tolist() == [second.loc["2.1", "value"], 100]


def test_every_figure_of_the_first_period_is_the_second_ones_period_before(masters):
    before, after = (by(tables["indicators"], "indicator_code") for tables in masters[:2])
    given = before["value"].dropna()

    assert given["2.1"] == 60
    assert after.loc[given.index, "previous"].tolist() == given.tolist()
    assert after["previous"].notna().sum() == len(given)
    assert after.loc["2.1", ["value", "change"]].tolist() == [90, 30]


def test_the_trend_holds_both_periods(masters, periods):
    before, after = (by(tables["trend"], "series") for tables in masters[:2])
    sheet = openpyxl.load_workbook(periods[1].round.master_path)["Xu hướng"]
    headers = {cell.value for cell in sheet[5]}

    assert after["past_11"].dropna().to_dict() == pytest.approx(before["now"].dropna().to_dict())
    assert after.loc["overdue", ["past_11", "now", "change"]].tolist() == [0, 3, 3]
    assert {"Năm 2026", "Năm 2027"} <= headers
    assert sheet._charts


def test_rounds_kept_elsewhere_give_the_same_master(periods, tmp_path):
    there, home = periods[1].round, tmp_path / "nơi khác" / "2027"
    shutil.copytree(there.folder, home)
    alone = run("consolidate", home)
    without = read_master(home / "tong-hop" / "tong-hop.xlsx").tables
    told = run("consolidate", home, "--previous", periods[0].round.folder)
    master = home / "tong-hop" / "tong-hop.xlsx"

    assert (alone.returncode, told.returncode) == (0, 0)
    assert without["indicators"]["previous"].isna().all()
    assert "X404" not in set(without["findings"]["code"])
    assert master.read_bytes() == there.master_path.read_bytes()


def test_a_place_without_earlier_rounds_is_told_and_nothing_is_kept(periods, tmp_path):
    home = tmp_path / "2027"
    shutil.copytree(periods[1].round.folder, home, ignore=shutil.ignore_patterns(".bo-dem"))
    done = run("consolidate", home, "--previous", tmp_path)

    assert done.returncode == 2
    assert str(tmp_path) in done.stderr
    assert not (home / ".bo-dem").exists()


def test_an_earlier_master_that_cannot_be_read_is_named_and_left_out(periods, tmp_path):
    home = tmp_path / "hỏng"
    for desk in periods:
        shutil.copytree(desk.round.folder, home / desk.round.folder.name)
    (home / "2026" / "tong-hop" / "tong-hop.xlsx").write_bytes(b"x")
    done = run("consolidate", home / "2027")

    assert done.returncode == 0
    assert "2026" in done.stderr
    assert read_master(home / "2027" / "tong-hop" / "tong-hop.xlsx").tables["trend"]["past_11"].isna().all()


def test_the_report_draws_the_way_from_the_period_before(periods):
    done = run("report", periods[1].round.folder)
    with ZipFile(periods[1].round.report_path) as package:
        pictures = re.findall(r'descr="([^"]*)"', package.read("word/document.xml").decode())

    assert done.returncode == 0, done.stderr
    (trend,) = [text for text in pictures if "qua 2 kỳ báo cáo" in text]
    assert "Đơn vị nộp hợp lệ: năm 2026 1,7\N{NO-BREAK SPACE}% và năm 2027 1,7\N{NO-BREAK SPACE}%" in trend
