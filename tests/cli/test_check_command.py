"""`tonghop check` on a round in which one picture came back: what it prints, writes and exits with."""

import json

import pytest

from tests.commands import run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("check") / "đợt 2026"
    run("new", folder, "--plan", "hp-2026-chuyen-doi-xanh", "--period", "2026", "--deadline", "2026-12-18")
    (folder / "nhan-ve").mkdir(exist_ok=True)
    (folder / "nhan-ve" / "ảnh &lt;b&gt;.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    return folder


@pytest.fixture(scope="module")
def both(folder):
    """Return the finished command with --json and --html, and the page it wrote."""
    page = folder.parent / "trang kết quả.html"
    return run("check", folder, "--json", "--html", page), page.read_text(encoding="utf-8")


def test_json_and_a_page_come_from_one_command(both):
    done, page = both

    assert done.returncode == 1
    assert [each["code"] for each in json.loads(done.stdout)["findings"]] == ["E009"]
    assert 'data-code="E009"' in page


def test_json_says_all_there_is_to_say_of_a_finding(both):
    (finding,) = json.loads(both[0].stdout)["findings"]

    assert set(finding) == {
        *("file", "unit_code", "sheet", "cell", "sheet_key", "row_key", "field_key"),
        *("value", "code", "title", "severity", "message", "explanation"),
    }


def test_json_counts_the_findings_of_each_file(both):
    (file,) = json.loads(both[0].stdout)["files"]

    assert (file["errors"], file["warnings"], file["notes"]) == (1, 0, 0)


def test_the_name_of_a_file_is_never_markup_of_the_page(both):
    assert "ảnh &amp;lt;b&amp;gt;.xlsx" in both[1]
    assert "ảnh &lt;b" not in both[1]


def test_without_json_the_command_says_where_the_page_is(folder, tmp_path):
    done = run("check", folder, "--html", tmp_path / "trang.html")

    assert done.returncode == 1
    assert "1 không dùng được; 1 lỗi, 0 cảnh báo, 0 ghi chú." in done.stdout
    assert "trang.html" in done.stdout
