"""Files that are no Word documents, and the command's exit codes."""

import io
import zipfile

import openpyxl
import pytest

from catalogue import UnreadableFileError
from catalogue.format_rule import Profile
from catalogue.wording import lint_docx as words
from report.lint import lint_docx, read_file
from tests.commands import ask, run
from tests.report.lint.good import letter, party_letter, report
from tests.report.lint.official import docx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def workbook():
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


def damaged_part(name, content):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(report()))) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return stream.getvalue()


REFUSED = {
    "empty": (b"", words.EMPTY_FILE),
    "old word": (OLE, words.OLD_WORD),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), words.ENCRYPTED),
    "text": ("Số: 12/BC-STC".encode(), words.NOT_WORD),
    "workbook": (workbook(), words.NOT_WORD),
    "cut off": (docx(report())[:2000], words.DAMAGED),
    "broken xml": (damaged_part("word/document.xml", b"<w:document"), words.DAMAGED),
    "no types": (damaged_part("[Content_Types].xml", b"<Types/>"), words.DAMAGED),
    "broken head": (damaged_part("word/header1.xml", b"<w:hdr"), words.DAMAGED),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_word_document_is_said_in_one_sentence(kind):
    content, sentence = REFUSED[kind]

    with pytest.raises(UnreadableFileError) as refused:
        lint_docx(content, name="a.docx")
    assert str(refused.value) == sentence.format(file="a.docx")


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(UnreadableFileError, match="Không tìm thấy"):
        read_file(tmp_path / "x.docx")
    with pytest.raises(UnreadableFileError, match="thư mục"):
        read_file(tmp_path)


@pytest.mark.parametrize("make", [report, party_letter])
def test_a_document_that_lost_any_one_line_is_still_checked(make):
    for position in range(len(make().specs())):
        document = make()
        lost = document.specs()[position]
        for cell in (*document.left, *document.right, document.body, *document.receivers, *document.signer):
            cell[:] = [spec for spec in cell if spec is not lost]

        assert lint_docx(docx(document), name="x.docx").profile in Profile


def test_a_document_without_any_word_is_checked():
    document = letter()
    document.remove(*{spec.component for spec in document.specs()})

    assert lint_docx(docx(document), name="x.docx").findings == ()


def test_the_command_ends_with_0_1_or_2(tmp_path):
    good, bad, none = tmp_path / "dung.docx", tmp_path / "sai.docx", tmp_path / "khong.docx"
    good.write_bytes(docx(letter()))
    wrong = letter()
    wrong.specs("number")[0].bold = True
    bad.write_bytes(docx(wrong))

    assert [run("lint-docx", path).returncode for path in (good, bad, none)] == [0, 1, 2]


def test_the_command_answers_programs_with_rule_place_and_source(tmp_path):
    document = letter()
    document.specs("number")[0].bold = True
    path = tmp_path / "sai.docx"
    path.write_bytes(docx(document))
    answer = ask("lint-docx", path)

    (finding,) = answer["findings"]
    assert (answer["profile"], answer["errors"], finding["rule"]) == ("nd30", 1, "nd30.number.bold")
    assert finding["places"][0]["words"] == "Số: 46/STC-QLNS"
    assert "khoản 3 điểm c" in finding["source"]


def test_the_command_prints_place_sentence_and_clause(tmp_path):
    path = tmp_path / "dang.docx"
    path.write_bytes(docx(party_letter()))
    done = run("lint-docx", path, "--profile", "nd30", "--all")

    assert done.returncode == 1
    assert words.PROFILES["nd30"] in done.stdout
    assert "Sai thể thức" in done.stdout
