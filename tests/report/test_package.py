"""What we write is what Word takes without repair, and what a screen reader can find its way in."""

import io
import re
import shutil
import subprocess
import zipfile

import pytest

from report import rendered, save_report, to_pdf, traced, traced_path
from templates import report_template
from tests.report.schema import problems
from tests.report.words import W, opened, root


@pytest.fixture(scope="module")
def copy(full_facts, full_master):
    return traced(rendered(full_facts), full_master)


def changed(content, old, new, part="word/document.xml"):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, re.sub(old, new, data, count=1, flags=re.DOTALL) if name == part else data)
    return stream.getvalue()


def test_report_traced_copy_and_template_are_strictly_right(full_docx, copy):
    assert problems(full_docx) == problems(copy) == problems(report_template()) == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/styles.xml", rb"(<w:sz [^>]*/>)(<w:szCs [^>]*/>)", rb"\2\1"),
        ("word/styles.xml", rb"(<w:spacing [^>]*/>)(<w:ind [^>]*/>)(<w:jc )", rb"\2\1\3"),
        ("word/document.xml", rb"(<w:tcW [^>]*/>)(<w:vAlign [^>]*/>)", rb"\2\1"),
        ("word/document.xml", rb"(<w:tblW [^>]*/>)(<w:jc [^>]*/>)", rb"\2\1"),
        ("word/document.xml", rb"(<w:pgSz [^>]*/>)(<w:pgMar [^>]*/>)", rb"\2\1"),
        ("word/document.xml", rb'r:embed="rId\d+"', rb'r:embed="rId999"'),
        ("[Content_Types].xml", rb'<Default Extension="png"[^>]*/>', b""),
        ("word/_rels/document.xml.rels", rb"media/image1.png", rb"media/image9.png"),
    ],
)
def test_each_kind_of_damage_is_found(full_docx, part, old, new):
    damaged = changed(full_docx, old, new, part)

    assert damaged != changed(full_docx, b"", b"")
    assert problems(damaged)


def test_a_screen_reader_finds_title_language_headings_and_table_heads(full_docx):
    document = opened(full_docx)
    headings = [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")]
    tables = [
        table
        for table in root(full_docx).iter(f"{W}tbl")
        if table.find(f"{W}tblPr/{W}tblCaption") is not None
    ]

    assert document.core_properties.title
    assert document.core_properties.language == "vi-VN"
    assert {"Heading 1", "Heading 2", "Heading 3"} == set(headings)
    assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in tables)


def test_headings_never_skip_a_level(full_docx):
    levels = [
        int(paragraph.style.name[-1])
        for paragraph in opened(full_docx).paragraphs
        if paragraph.style.name.startswith("Heading")
    ]

    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="needs pdfinfo")
def test_the_traced_copy_prints_on_as_many_pages_as_the_report(full_docx, copy, tmp_path):
    path = tmp_path / "bao-cao.docx"
    save_report(path, full_docx)
    save_report(traced_path(path), copy)
    told = [
        subprocess.run(["pdfinfo", to_pdf(each)], check=True, capture_output=True, text=True).stdout
        for each in (path, traced_path(path))
    ]

    assert len({re.search(r"Pages: +(\d+)", each)[1] for each in told}) == 1
