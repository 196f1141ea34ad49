import shutil
import zipfile

import docx
import pytest

from report.lint import lint_docx
from tests.commands import ask, run


@pytest.fixture
def round_folder(demo, tmp_path):
    """Return a round in which each late unit was reminded before."""
    return shutil.copytree(demo, tmp_path / "đợt")


def letters(folder):
    return sorted(path.name for path in (folder / "don-doc").iterdir())


def text(path):
    return "\n".join(paragraph.text for paragraph in docx.Document(path).paragraphs)


def test_every_unit_that_owes_something_gets_a_letter_and_all_are_printed_at_once(round_folder):
    units = [
        unit for unit in ask("status", round_folder)["units"] if unit["state"] in ("missing", "returned")
    ]
    waiting = [unit for unit in ask("status", round_folder)["units"] if unit["waiting"]]
    answer = ask("remind", round_folder)

    assert len(answer["letters"]) == len(units) + len(waiting)
    assert {unit["unit"] for unit in units} <= {unit["unit"] for unit in answer["units"]}
    assert len(letters(round_folder)) == len(answer["letters"]) + 1


def test_the_letters_follow_the_decree_and_the_marked_copies_they_name_exist(round_folder):
    run("remind", round_folder)

    for path in (round_folder / "don-doc").iterdir():
        assert lint_docx(path.read_bytes(), name=path.name).findings == ()
    returned = next(path for path in (round_folder / "don-doc").iterdir() if "Tra-lai_" in text(path))
    named = text(returned).partition("Tra-lai_")[2].partition(")")[0]
    assert (round_folder / "tra-lai" / f"Tra-lai_{named}").is_file()


def test_one_letter_for_all_has_the_day_asked_for_and_stands_alone(round_folder):
    done = run("remind", round_folder, "--one-letter", "--until", "2027-01-20")

    assert done.returncode == 0, done.stderr
    assert letters(round_folder) == ["cong-van-don-doc.docx"]
    assert "chậm nhất ngày 20/01/2027" in text(round_folder / "don-doc" / "cong-van-don-doc.docx")


def test_a_unit_that_has_answered_since_keeps_no_letter(round_folder):
    unit = next(each for each in ask("status", round_folder)["units"] if each["state"] == "missing")
    before = len(ask("remind", round_folder)["letters"])
    waived = run("waive", round_folder, unit["unit_code"], "--why", "x", "--by", "A")
    after = ask("remind", round_folder)

    assert waived.returncode == 0, waived.stderr
    assert len(after["letters"]) == before - 1
    assert len(letters(round_folder)) == before


def test_what_letters_leave_blank_is_said(round_folder):
    done = run("remind", round_folder)

    assert "noi-nhan-bieu-mau" in done.stdout


def test_every_document_of_another_plans_round_follows_the_decree(tmp_path):
    folder = tmp_path / "đợt"
    commands = (
        ("demo", folder, "--plan", "hp-2014-tang-truong-xanh", "--period", "2016"),
        ("issue", folder),
        ("remind", folder),
        ("report", folder, "--letter"),
    )
    assert [run(*command).returncode for command in commands] == [0, 0, 0, 0]
    documents = sorted(folder.rglob("*.docx"))

    assert len(documents) > 10
    for path in documents:
        assert (path.name, lint_docx(path.read_bytes(), name=path.name).findings) == (path.name, ())


def test_forms_are_issued_with_a_letter_and_an_archive_that_is_always_the_same(round_folder):
    issued = round_folder / "phat-hanh"
    run("issue", round_folder)
    first = (issued / "bieu-mau.zip").read_bytes()
    run("issue", round_folder)

    assert (issued / "bieu-mau.zip").read_bytes() == first
    with zipfile.ZipFile(issued / "bieu-mau.zip") as archive:
        assert set(archive.namelist()) == {path.name for path in issued.glob("*.xlsx")}
    letter = issued / "cong-van-phat-hanh.docx"
    assert lint_docx(letter.read_bytes(), name="x").findings == ()


def test_each_marked_copy_has_a_letter_in_the_official_format_with_the_day_asked_for(round_folder):
    run("remind", round_folder, "--until", "2027-01-20")
    letters_back = sorted((round_folder / "tra-lai").glob("*.docx"))

    assert {path.stem for path in letters_back} - {"in-tat-ca"} == {
        path.stem for path in (round_folder / "tra-lai").glob("*.xlsx")
    }
    for path in letters_back:
        assert lint_docx(path.read_bytes(), name=path.name).findings == ()
        assert "20/01/2027" in text(path)
