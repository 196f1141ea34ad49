from pathlib import Path

import openpyxl
import pytest

from catalogue import Catalogue, read_plan, read_plan_tables
from templates import plan_book
from tests.commands import ask, run

PLAN = "qt-2023-tang-truong-xanh"


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    path = tmp_path_factory.mktemp("xuất kế hoạch") / "kế hoạch.xlsx"
    done = run("plan", "export", PLAN, path)
    assert done.returncode == 0, done.stderr
    assert "98 nhiệm vụ" in done.stdout
    return path


def spoilt(exported, folder, changes):
    book = openpyxl.load_workbook(exported)
    for (sheet, cell), value in changes.items():
        book[sheet][cell].value = value
    path = Path(folder) / "sửa.xlsx"
    book.save(path)
    return path


def renamed(exported, folder, plan_id):
    return spoilt(exported, folder, {("Kế hoạch", "C6"): plan_id})


def test_importing_what_was_exported_gives_the_same_plan(exported, tmp_path):
    done = run("plan", "import", exported, "--into", tmp_path)
    folder = tmp_path / "plans" / PLAN

    assert done.returncode == 0, done.stderr
    assert read_plan(folder) == Catalogue().plan(PLAN)
    assert plan_book(read_plan_tables(folder)) == exported.read_bytes()


def test_a_plan_of_the_users_own_goes_to_the_folder_of_the_catalogue_and_out_again(exported, tmp_path):
    path = renamed(exported, tmp_path, "qt-2027-moi")
    again = tmp_path / "again.xlsx"
    answer = ask("plan", "import", path, catalogue=tmp_path)
    done = run("plan", "export", "qt-2027-moi", again, catalogue=tmp_path)

    assert (answer["plan"], answer["rows"]["tasks"], answer["findings"]) == ("qt-2027-moi", 98, [])
    assert done.returncode == 0, done.stderr
    assert "qt-2027-moi" in [plan["id"] for plan in ask("plans", catalogue=tmp_path)["plans"]]


def test_export_import_export_is_byte_identical(exported, tmp_path):
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    own = renamed(exported, tmp_path, "qt-2027-moi")
    for path, source in ((first, own), (second, first)):
        assert run("plan", "import", source, catalogue=tmp_path).returncode == 0
        assert run("plan", "export", "qt-2027-moi", path, catalogue=tmp_path).returncode == 0

    assert first.read_bytes() == second.read_bytes()


def test_errors_are_told_at_their_cells_and_nothing_is_written(exported, tmp_path):
    changes = {("Nhiệm vụ", "C6"): "99", ("Cơ quan", "E6"): "Sở Không Có"}
    path = spoilt(exported, tmp_path, changes)
    done = run("plan", "import", path, "--into", tmp_path)
    answer = ask("plan", "import", path, "--into", tmp_path)

    assert done.returncode == 1
    assert "2 lỗi" in done.stdout
    assert not (tmp_path / "plans").exists()
    assert [(each["sheet"], each["cell"], each["code"]) for each in answer["findings"]] == [
        ("Nhiệm vụ", "C6", "P116"),
        ("Cơ quan", "E6", "P118"),
    ]


def test_the_users_catalogue_does_not_replace_a_plan_of_the_package(exported, tmp_path):
    answer = ask("plan", "import", exported, catalogue=tmp_path)

    assert [(each["cell"], each["code"]) for each in answer["findings"]] == [("C6", "P124")]
    assert not (tmp_path / "plans").exists()


def test_a_registry_nobody_has_is_a_warning(exported, tmp_path):
    book = openpyxl.load_workbook(exported)
    row = next(cell.row for cell in book["Kế hoạch"]["A"] if cell.value == "registry")
    path = spoilt(exported, tmp_path, {("Kế hoạch", f"C{row}"): "tinh-moi-2027"})
    answer = ask("plan", "import", path, "--into", tmp_path)

    assert [(each["cell"], each["code"]) for each in answer["findings"]] == [(f"C{row}", "P126")]
    assert (tmp_path / "plans" / PLAN / "plan.toml").is_file()


def test_importing_needs_to_know_where_to(exported):
    done = run("plan", "import", exported)

    assert done.returncode == 2
    assert "--into" in done.stderr


def test_exporting_an_unknown_plan_or_into_no_folder_says_so(tmp_path):
    unknown = run("plan", "export", "khong-co", tmp_path / "a.xlsx")
    nowhere = run("plan", "export", PLAN, tmp_path / "b" / "a.xlsx")

    assert (unknown.returncode, nowhere.returncode) == (2, 2)
    assert "khong-co" in unknown.stderr
    assert not (tmp_path / "b").exists()
