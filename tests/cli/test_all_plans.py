"""Each of the other plans runs from its forms to its report, in its own time and in a later one."""

import pytest

from tests.commands import ask, run


@pytest.mark.parametrize(
    ("plan", "period", "forms"),
    [
        ("hp-2014-tang-truong-xanh", "2016", 38),
        ("bd-2018-tang-truong-xanh", "2018", 11),
        ("qt-2023-tang-truong-xanh", "2023", 31),
        ("qt-2023-tang-truong-xanh", "2023-2025", 53),
        ("hp-2026-bao-ve-moi-truong", "2026", 130),
    ],
)
def test_a_plan_runs_to_its_report(plan, period, forms, tmp_path):
    folder = tmp_path / "đợt"

    done = run("demo", folder, "--plan", plan, "--period", period)

    assert done.returncode == 0, done.stderr
    assert len(list((folder / "phat-hanh").glob("*.xlsx"))) == forms
    rows = ask("consolidate", folder)["rows"]
    assert rows["read"] == rows["merged"] + rows["refused"] + rows["superseded"]
    assert rows["merged"] > 0
    assert (folder / "bao-cao" / "bao-cao.docx").stat().st_size > 10_000
