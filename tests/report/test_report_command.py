"""`tonghop report` as it is run: figures checked, sources on demand, nothing wrong ever put on disk."""

import io
import zipfile

import docx
import pytest

from catalogue import load_round
from tests.commands import run

PLAN, PERIOD = "bd-2018-tang-truong-xanh", "2019"


@pytest.fixture(scope="module")
def trial(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bao-cao") / "đợt"
    done = run("demo", folder, "--plan", PLAN, "--period", PERIOD)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def report_path(trial):
    return load_round(trial).report_path


def test_a_second_run_writes_the_same_bytes(trial, report_path):
    before = report_path.read_bytes()
    done = run("report", trial)

    assert (done.returncode, report_path.read_bytes()) == (0, before)
    assert "khớp" in done.stdout


def test_sources_come_on_demand_in_a_copy_beside_the_report(trial, report_path):
    done = run("report", trial, "--traced")
    copy = report_path.with_name("bao-cao-doi-chieu.docx")
    comments = [comment.text for comment in docx.Document(str(copy)).comments]

    assert done.returncode == 0
    assert len(comments) > 300
    assert any("ô " in text and ".xlsx" in text for text in comments)


def test_a_number_typed_into_the_office_template_stops_the_command(trial, report_path, tmp_path):
    before, template = report_path.read_bytes(), tmp_path / "mau.docx"
    assert run("report", trial, "--export-template", template).returncode == 0
    type_over(template, "Nơi nhận:", "Đạt 97,5 điểm:")
    done = run("report", trial, "--template", template)

    assert done.returncode == 2
    assert "97,5" in done.stderr
    assert report_path.read_bytes() == before


def type_over(path, old, new):
    stream = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old.encode(), new.encode()))
    path.write_bytes(stream.getvalue())
