"""`tonghop plan lint`: exit 0 clean, 1 findings, 2 cannot go on."""

import pytest

from tests.commands import ask, run
from tests.second_plan import write_second_plan

SMALL = "thu-2026-ke-hoach-nho"


@pytest.fixture
def catalogue(tmp_path):
    return write_second_plan(tmp_path)


def rewrite(catalogue, file, old, new):
    path = catalogue / "plans" / SMALL / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_the_three_orphans_of_binh_duong_stand_on_one_line():
    done = run("plan", "lint", "bd-2018-tang-truong-xanh")

    assert done.returncode == 1
    assert "Nhiệm vụ 51, 52, 53" in done.stdout
    assert "4 lỗi, 1 cảnh báo, 1 ghi chú" in done.stdout


def test_as_json_every_place_is_a_finding_of_its_own():
    answer = ask("plan", "lint", "bd-2018-tang-truong-xanh")

    orphans = [each["place"] for each in answer["findings"] if each["code"] == "P001"]
    assert orphans == ["51", "52", "53"]
    assert (answer["errors"], answer["warnings"], answer["notes"]) == (4, 1, 1)
    assert {each["part"] for each in answer["findings"]} == {"tasks", "about"}


def test_a_clean_plan_exits_with_0(catalogue):
    rewrite(catalogue, "tasks.csv", "Thường xuyên,,,", "Năm 2027,,2027-12-31,")

    done = run("plan", "lint", SMALL, catalogue=catalogue)

    assert done.returncode == 0
    assert done.stdout == f"Kế hoạch {SMALL}: không có gì phải sửa.\n"


def test_notes_alone_leave_a_plan_clean(catalogue):
    rewrite(catalogue, "tasks.csv", "Thường xuyên,,,", "Năm 2028,,2028-12-31,")

    done = run("plan", "lint", SMALL, catalogue=catalogue)

    assert done.returncode == 0
    assert "0 lỗi, 0 cảnh báo, 1 ghi chú" in done.stdout


def test_names_nobody_knows_are_listed_instead_of_stopping(catalogue):
    rewrite(catalogue, "mentions.csv", "Sở Thử Nghiệm", "Sở Thử Nghiêm")

    done = run("plan", "lint", SMALL, "--json", catalogue=catalogue)

    assert done.returncode == 1
    assert "“Sở Thử Nghiệm”" in done.stdout
    assert run("plans", catalogue=catalogue).returncode == 1


def test_an_unknown_plan_cannot_be_linted():
    done = run("plan", "lint", "khong-co")

    assert done.returncode == 2
    assert "khong-co" in done.stderr


def test_many_places_of_one_finding_are_cut_short():
    assert "và 76 chỗ khác" in " ".join(run("plan", "lint", "qt-2023-tang-truong-xanh").stdout.split())
