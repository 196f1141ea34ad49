"""What each command answers, and its exit code: 0 fine, 1 findings, 2 cannot go on."""

import json
import shutil

import pytest

from tests.commands import ask, run


@pytest.fixture
def fresh(tmp_path):
    """A round of the real plan with its forms issued and nothing received."""
    folder = tmp_path / "đợt 2026"
    run("new", folder, "--plan", "hp-2026-chuyen-doi-xanh", "--period", "2026", "--deadline", "2026-12-18")
    return folder


def test_plans_are_listed_with_their_counts():
    (plan,) = [each for each in ask("plans")["plans"] if each["id"] == "hp-2026-chuyen-doi-xanh"]

    assert (plan["groups"], plan["tasks"], plan["reported_tasks"]) == (7, 32, 33)
    assert (plan["indicators"], plan["reporting_units"]) == (23, 121)


def test_a_round_without_a_deadline_is_not_issued(tmp_path):
    folder = tmp_path / "đợt"
    assert run("new", folder, "--plan", "hp-2026-chuyen-doi-xanh", "--period", "2026").returncode == 0

    done = run("issue", folder)

    assert done.returncode == 2
    assert "han-nop" in done.stderr


def test_a_round_is_never_made_over_another(fresh):
    done = run("new", fresh, "--plan", "hp-2026-chuyen-doi-xanh", "--period", "2027")

    assert done.returncode == 2
    assert 'ky = "2026"' in (fresh / "dot-bao-cao.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("issue", "không-có"), "không có tệp dot-bao-cao.toml"),
        (("new", "x", "--plan", "khong-co", "--period", "2026"), "khong-co"),
        (("new", "x", "--plan", "hp-2026-chuyen-doi-xanh", "--period", "mùa xuân"), "mùa xuân"),
        (("check", "không-có.xlsx"), "Không tìm thấy"),
    ],
)
def test_what_cannot_go_on_says_why_in_one_sentence_and_exits_with_2(arguments, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(__import__("pathlib").Path(__file__).parents[2]))

    done = run(*arguments)

    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_round_with_nothing_received_is_fine_and_all_missing(fresh):
    assert run("check", fresh).returncode == 0
    assert ask("consolidate", fresh)["submissions"]["missing"] == 121


def test_a_report_needs_a_master(fresh):
    done = run("report", fresh)

    assert done.returncode == 2
    assert "tonghop consolidate" in done.stderr


def test_findings_make_check_and_consolidate_exit_with_1(demo, tmp_path):
    copy = shutil.copytree(demo, tmp_path / "copy")

    assert run("check", copy).returncode == 1
    assert run("consolidate", copy).returncode == 1


def test_one_file_can_be_checked_alone(demo):
    unit = next(unit for unit in ask("status", demo)["units"] if unit["state"] == "returned")

    answer = ask("check", demo / "nhan-ve" / unit["file"])

    assert [file["unit_code"] for file in answer["files"]] == [unit["unit_code"]]
    assert {finding["file"] for finding in answer["findings"]} == {unit["file"]}


def test_every_finding_says_where_and_what_to_do(demo):
    for finding in ask("check", demo)["findings"]:
        assert finding["message"].endswith(".")
        assert "{" not in finding["message"]
        assert finding["code"].startswith("E") or (finding["sheet"] and finding["cell"])


def test_status_is_printed_as_a_board_by_kind_of_unit(demo):
    board = run("status", demo).stdout

    assert "Đặc khu" in board
    assert "Chưa nộp: " in board


def test_json_keeps_vietnamese_letters(demo):
    assert (
        "Phường" in json.dumps(ask("status", demo), ensure_ascii=False)
        or "phường" in run("status", demo, "--json").stdout
    )


def test_a_new_round_takes_the_plans_own_deadline_and_says_when_it_precedes_the_cut_off(tmp_path):
    done = run("new", tmp_path / "đợt", "--plan", "qt-2023-tang-truong-xanh", "--period", "2024")

    assert "10/12/2024" in done.stdout
    assert "ngày chốt số liệu 14/12/2024" in done.stdout
    assert "han-nop = 2024-12-10" in (tmp_path / "đợt" / "dot-bao-cao.toml").read_text(encoding="utf-8")


def test_a_deadline_on_a_weekend_says_so(tmp_path):
    plan = ("--plan", "hp-2026-chuyen-doi-xanh", "--period", "2026", "--deadline", "2026-12-20")

    assert "Chủ nhật" in run("new", tmp_path / "đợt", *plan).stdout
