"""Another plan, written only as data, runs through the same commands."""

import pytest

from tests.commands import ask, run
from tests.second_plan import write_second_plan

PLAN = "thu-2026-ke-hoach-nho"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return write_second_plan(tmp_path_factory.mktemp("catalogue"))


def test_it_is_listed_beside_the_plans_of_the_package(catalogue):
    plans = {each["id"]: each for each in ask("plans", catalogue=catalogue)["plans"]}

    assert set(plans) > {PLAN, "hp-2026-chuyen-doi-xanh"}
    assert (plans[PLAN]["tasks"], plans[PLAN]["reporting_units"]) == (3, 8)


def test_it_runs_from_the_forms_to_the_report(catalogue, tmp_path):
    folder = tmp_path / "đợt"

    done = run("demo", folder, "--plan", PLAN, "--period", "2026-H1", catalogue=catalogue)

    assert done.returncode == 0, done.stderr
    assert len(list((folder / "phat-hanh").glob("*.xlsx"))) == 8
    rows = ask("consolidate", folder, catalogue=catalogue)["rows"]
    assert rows["read"] == rows["merged"] + rows["refused"] + rows["superseded"] > 0
    assert (folder / "bao-cao" / "bao-cao.docx").stat().st_size > 10_000


def test_its_coordinating_units_report_when_the_round_asks_them(catalogue, tmp_path):
    folder = tmp_path / "đợt"
    run("new", folder, "--plan", PLAN, "--period", "2026", "--deadline", "2026-12-18", catalogue=catalogue)
    settings = folder / "dot-bao-cao.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("hoi-don-vi-phoi-hop = false", "hoi-don-vi-phoi-hop = true"), encoding="utf-8"
    )

    done = run("issue", folder, catalogue=catalogue)

    assert "16 dòng nhiệm vụ" in done.stdout


def test_a_plan_that_cannot_be_read_is_named_and_hides_no_other(tmp_path):
    folder = write_second_plan(tmp_path)
    mentions = folder / "plans" / PLAN / "mentions.csv"
    mentions.write_text(mentions.read_text(encoding="utf-8").replace("Các xã", "Các bản"), encoding="utf-8")

    done = run("plans", catalogue=folder)

    assert done.returncode == 1
    assert "Các bản" in done.stdout
    assert "hp-2026-chuyen-doi-xanh" in done.stdout
