import shutil
import subprocess
from pathlib import Path

import pytest

from catalogue import TongHopError
from report import pdf, save_report, to_pdf


@pytest.fixture(scope="module")
def made(full_docx, tmp_path_factory):
    path = tmp_path_factory.mktemp("báo cáo & pdf") / "bao-cao.docx"
    save_report(path, full_docx)
    return to_pdf(path)


def told(command, path):
    return subprocess.run([command, path], check=True, capture_output=True, text=True).stdout


@pytest.mark.libreoffice
def test_libreoffice_opens_the_report_and_prints_all_of_it(made):
    lines = dict(line.split(":", 1) for line in told("pdfinfo", made).splitlines())

    assert made.name == "bao-cao.pdf"
    assert int(lines["Pages"]) > 20
    assert lines["Title"].strip().startswith("Báo cáo kết quả năm 2026")


@pytest.mark.libreoffice
def test_no_font_but_times_or_its_twin_is_used(made):
    fonts = {line.split()[0].rpartition("+")[2] for line in told("pdffonts", made).splitlines()[2:]}

    assert fonts
    assert {font.partition("-")[0] for font in fonts} <= {
        "LiberationSerif",
        "TimesNewRomanPS",
        "TimesNewRoman",
        "Tinos",
    }


@pytest.mark.libreoffice
def test_the_signature_is_never_alone_on_its_page(made):
    text = subprocess.run(
        ["pdftotext", "-layout", made, "-"], check=True, capture_output=True, text=True
    ).stdout
    page = next(page for page in text.split("\f") if "Nơi nhận:" in page)

    assert "./." in page
    assert "Nguyễn Văn A" in page


@pytest.mark.libreoffice
def test_the_first_page_has_no_number_and_every_appendix_counts_anew(made):
    text = subprocess.run(
        ["pdftotext", "-layout", made, "-"], check=True, capture_output=True, text=True
    ).stdout
    first_lines = [page.strip().split("\n")[0].strip() for page in text.split("\f")]
    appendices = [index for index, line in enumerate(first_lines) if line.startswith("Phụ lục")]

    assert len(appendices) == 5
    assert not first_lines[0].isdigit()
    assert [first_lines[index + 1] for index in (0, appendices[0], appendices[3])] == ["2", "2", "2"]


def test_without_libreoffice_the_user_is_told_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf, "find_office", lambda: None)

    with pytest.raises(TongHopError, match="cài LibreOffice"):
        to_pdf(tmp_path / "bao-cao.docx")


def fake_office(tmp_path, script):
    path = tmp_path / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_a_conversion_that_makes_nothing_is_told_with_its_reason(monkeypatch, tmp_path):
    office_ = fake_office(tmp_path, "echo 'no such filter' >&2")
    monkeypatch.setattr(pdf, "find_office", lambda: office_)

    with pytest.raises(TongHopError, match="no such filter"):
        to_pdf(tmp_path / "bao-cao.docx")


def test_a_conversion_that_hangs_is_given_up(monkeypatch, tmp_path):
    office_ = fake_office(tmp_path, "exec sleep 30")
    monkeypatch.setattr(pdf, "find_office", lambda: office_)
    monkeypatch.setattr(pdf, "TIMEOUT_SECONDS", 0.2)

    with pytest.raises(TongHopError, match=r"quá 0.2 giây"):
        to_pdf(tmp_path / "bao-cao.docx")


def test_a_program_that_cannot_run_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf, "find_office", lambda: tmp_path / "nothing")

    with pytest.raises(TongHopError, match="không chuyển được"):
        to_pdf(tmp_path / "bao-cao.docx")


def test_libreoffice_is_found_on_the_path_or_where_windows_installs_it(monkeypatch, tmp_path):
    usual = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    usual.parent.mkdir(parents=True)
    usual.touch()
    monkeypatch.setattr(shutil, "which", {}.get)
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))

    assert pdf.find_office() == usual
    monkeypatch.setattr(shutil, "which", lambda command: f"/usr/bin/{command}")
    assert pdf.find_office() == Path("/usr/bin/soffice")
