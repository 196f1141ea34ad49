import json

import pytest
from typer.testing import CliRunner

from catalogue import TongHopError
from cli import app
from validation import read_plan_book

TABLE = (
    "Phụ lục\nSTT\tNội dung\tCơ quan chủ trì\tThời hạn\n"
    "I\tNhóm\t\t\n1\tMột\tSở Y tế, Sở Nội vụ\tTháng 12/2027\n2\tHai\tSở Lạ\t\n"
)


@pytest.fixture
def run(tmp_path):
    (tmp_path / "phu-luc.txt").write_text(TABLE, encoding="utf-8")

    def run(*options, source="phu-luc.txt"):
        arguments = ["plan", "draft", str(tmp_path / source), "--id", "thu-nghiem"]
        out = ["--out", str(tmp_path / "du-thao.xlsx")]
        return CliRunner().invoke(app, [*arguments, *out, *options], catch_exceptions=False)

    return run


def test_a_draft_is_a_workbook_that_lacks_only_what_the_table_does_not_say(run, tmp_path):
    assert run("--registry", "hai-phong-2025").exit_code == 0

    verdict = read_plan_book((tmp_path / "du-thao.xlsx").read_bytes(), file="du-thao.xlsx")

    assert {(finding.sheet, finding.code.name) for finding in verdict.errors} == {("Kế hoạch", "P104")}


def test_json_lists_what_a_person_must_settle(run):
    answer = json.loads(run("--registry", "hai-phong-2025", "--json").stdout)

    assert (answer["tasks"], answer["mentions"]) == (2, 3)
    assert {"table": "tasks", "row": 1, "column": "deadline_to", "guess": "Không có thời hạn."} in (
        answer["to_settle"]
    )


def test_a_draft_somebody_may_have_corrected_is_not_overwritten(run):
    run()

    with pytest.raises(TongHopError, match="đã có"):
        run()


def test_a_text_without_a_task_table_says_so(run, tmp_path):
    (tmp_path / "khac.txt").write_text("Không có bảng", encoding="utf-8")

    with pytest.raises(TongHopError, match="Không tìm thấy bảng nhiệm vụ"):
        run(source="khac.txt")
