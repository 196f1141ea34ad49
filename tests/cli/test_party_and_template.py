import shutil

import docx
import pytest

from report.lint import lint_docx
from tests.commands import run


@pytest.fixture
def round_folder(demo, tmp_path):
    return shutil.copytree(demo, tmp_path / "đợt")


def exported(round_folder, tmp_path, change):
    """Return a template as staff would save it: exported, opened, changed, saved."""
    path = tmp_path / "mẫu.docx"
    assert run("report", round_folder, "--export-template", path).returncode == 0
    document = docx.Document(path)
    change(document)
    document.save(path)
    return path


def heading(document, text):
    return next(paragraph for paragraph in document.paragraphs if paragraph.text == text)


def test_a_plan_of_the_party_gets_a_second_report_in_its_format(demo):
    path = demo / "bao-cao" / "bao-cao-dang.docx"

    assert lint_docx(path.read_bytes(), name="x").is_clean
    assert lint_docx(path.read_bytes(), name="x").profile == "dang"


def test_a_letter_goes_with_the_report(round_folder):
    done = run("report", round_folder, "--letter")
    letter = round_folder / "bao-cao" / "cong-van-gui-bao-cao.docx"

    assert done.returncode == 0, done.stderr
    assert lint_docx(letter.read_bytes(), name="x").findings == ()


def test_a_template_edited_in_word_is_used(round_folder, tmp_path):
    def change(document):
        heading(document, "II. KẾT QUẢ THỰC HIỆN").runs[0].text = "II. KẾT QUẢ ĐẠT ĐƯỢC"

    done = run("report", round_folder, "--template", exported(round_folder, tmp_path, change))
    texts = [each.text for each in docx.Document(round_folder / "bao-cao" / "bao-cao.docx").paragraphs]

    assert done.returncode == 0, done.stderr
    assert "II. KẾT QUẢ ĐẠT ĐƯỢC" in texts
    assert "KHỐI LỜI VĂN" not in texts


def test_a_broken_template_is_refused_in_a_sentence_and_the_report_stays(round_folder, tmp_path):
    def change(document):
        heading(document, "II. KẾT QUẢ THỰC HIỆN").runs[0].text = "II. {{ head.ten }}"

    before = (round_folder / "bao-cao" / "bao-cao.docx").read_bytes()
    done = run("report", round_folder, "--template", exported(round_folder, tmp_path, change))

    assert done.returncode == 2
    assert "đoạn “II. {{ head.ten }}”: thẻ “{{ head.ten }}” không có trong báo cáo" in done.stderr
    assert "Traceback" not in done.stderr
    assert (round_folder / "bao-cao" / "bao-cao.docx").read_bytes() == before


def test_a_template_off_the_format_is_said_in_one_line(round_folder, tmp_path):
    def change(document):
        for run_ in heading(document, "BÁO CÁO").runs:
            run_.text = "Báo cáo"

    done = run("report", round_folder, "--template", exported(round_folder, tmp_path, change))

    assert "chưa đúng thể thức" in done.stdout


def test_an_export_never_writes_over_a_template(round_folder, tmp_path):
    path = exported(round_folder, tmp_path, str)

    assert run("report", round_folder, "--export-template", path).returncode == 2


def test_the_partys_template_is_exported_edited_and_used_with_its_own_words(round_folder, tmp_path):
    path = tmp_path / "mẫu đảng.docx"
    done = run("report", round_folder, "--export-template", path, "--profile", "dang")
    document = docx.Document(path)
    heading(document, "II. KẾT QUẢ THỰC HIỆN").runs[0].text = "II. KẾT QUẢ ĐẠT ĐƯỢC"
    row = next(row for row in document.tables[-1].rows if row.cells[0].text == "DEADLINE")
    row.cells[1].paragraphs[0].runs[0].text = "Thời hạn báo cáo: ngày {deadline}."
    document.save(path)
    made = run("report", round_folder, "--party-template", path)
    texts = [each.text for each in docx.Document(round_folder / "bao-cao" / "bao-cao-dang.docx").paragraphs]

    assert (done.returncode, made.returncode) == (0, 0), made.stderr
    assert "--party-template" in done.stdout
    assert "II. KẾT QUẢ ĐẠT ĐƯỢC" in texts
    assert any("Thời hạn báo cáo: ngày 18/12/2026." in text for text in texts)
    assert "kết quả năm 2026 thực hiện Chương trình hành động về" in texts
