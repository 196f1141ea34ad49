"""Content decides what a file is; whatever it is called, it gives cells or one reason why not."""

import gzip
import io
import zipfile
from pathlib import Path

import docx
import pytest

from benchmarks.hostile_files import book, ods, parts_of, zipped
from catalogue import Code
from catalogue.wording.reading import KINDS
from tests.libreoffice import convert
from validation.reading import Kind, RefusedFileError, kind_of, read_workbook

FIXTURES = Path(__file__).parent / "fixtures"


def refusal(content, name=""):
    with pytest.raises(RefusedFileError) as refused:
        read_workbook(content, name=name)
    return refused.value.code, refused.value.kind


def notes(content, name):
    return [note.code for note in read_workbook(content, name=name).notes]


def word():
    stream = io.BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()


def archive():
    return zipped({"biểu/một.xlsx": book()})


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b"", Kind.EMPTY, Code.E008),
        (b" \r\n\0" * 50, Kind.EMPTY, Code.E008),
        (b"%PDF-1.7\n%", Kind.PDF, Code.E009),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", Kind.PICTURE, Code.E009),
        (b"\x89PNG\r\n\x1a\n", Kind.PICTURE, Code.E009),
        (b"GIF89a\0\0", Kind.PICTURE, Code.E009),
        (b"II*\0\x08\0\0\0", Kind.PICTURE, Code.E009),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Kind.PICTURE, Code.E009),
        (b"\0\0\0\x18ftypheic\0\0\0\0", Kind.PICTURE, Code.E009),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", Kind.VIDEO, Code.E009),
        (b"Rar!\x1a\x07\x01\0", Kind.RAR, Code.E013),
        (b"7z\xbc\xaf\x27\x1c\0\4", Kind.SEVEN_ZIP, Code.E013),
        (gzip.compress(b"x", mtime=0), Kind.GZIP, Code.E013),
        (b"{\\rtf1\\ansi", Kind.WORD, Code.E009),
        (b"<html><body><table><tr><td>1</td></tr></table>", Kind.HTML, Code.E009),
        (b'\xef\xbb\xbf<?xml version="1.0"?><!-- x --><!DOCTYPE html><p>', Kind.HTML, Code.E009),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com"/>', Kind.XML, Code.E009),
        ("Mã,Tên\n1,Sở Xây dựng\n".encode(), Kind.CSV, Code.E009),
        ("Mã\tTên\n1\tSở\n".encode("utf-16"), Kind.CSV, Code.E009),
        ("Kính gửi Sở Xây dựng".encode(), Kind.TEXT, Code.E009),
        (b"\x8a\x00\x91\x03noise\x00" * 9, Kind.DAMAGED, Code.E001),
        (b"PK\3\4truncated", Kind.DAMAGED, Code.E001),
        (book()[:-300], Kind.DAMAGED, Code.E001),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Kind.DAMAGED, Code.E001),
        (word(), Kind.WORD, Code.E009),
        (archive(), Kind.ZIP, Code.E013),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), Kind.WRITER, Code.E009),
        (zipped({"Index/Document.iwa": b"x"}), Kind.NUMBERS, Code.E009),
    ],
)
def test_what_is_no_workbook_gives_one_reason(content, kind, code):
    assert kind_of(content) is kind
    assert refusal(content, "biểu.xlsx") == (code, KINDS[kind])


def test_every_kind_has_a_name():
    assert set(KINDS) == {kind.value for kind in Kind}


def test_a_workbook_without_any_value_is_empty():
    assert refusal(book('<row r="1"><c r="A1" s="0"/></row>'))[0] is Code.E008


@pytest.mark.parametrize(
    ("name", "codes"),
    [("a.xlsx", []), ("A.XLSX", []), ("", []), ("a", []), ("a.xls", [Code.E019]), ("a.pdf", [Code.E019])],
)
def test_the_ending_is_only_compared(name, codes):
    assert notes(book(), name) == codes


def test_another_kind_is_noted_once():
    row = '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'

    assert notes(ods(row), "a.ods") == [Code.E017]
    assert notes(ods(row), "a.xlsx") == [Code.E019]


def test_macros_are_noted_and_never_run():
    content = zipped(parts_of() | {"xl/vbaProject.bin": b"x"})

    assert kind_of(content) is Kind.XLSM
    assert notes(content, "a.xlsm") == [Code.E011]


def test_an_encrypted_open_document_is_protected():
    manifest = '<manifest:manifest><manifest:encryption-data manifest:checksum="x"/></manifest:manifest>'
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": b"\x93\x01",
        "META-INF/manifest.xml": manifest,
    }

    assert refusal(zipped(parts))[0] is Code.E007


def test_a_zip_with_a_password_is_not_read_as_damaged():
    content = bytearray(book())
    for at in range(len(content) - 8):
        if content[at : at + 4] == b"PK\1\2":
            content[at + 8] |= 1

    assert refusal(bytes(content))[0] is Code.E007


@pytest.mark.libreoffice
@pytest.mark.parametrize(("kind", "found"), [("doc", Kind.WORD), ("docx", Kind.WORD), ("odt", Kind.WRITER)])
def test_documents_are_told_from_workbooks(tmp_path, kind, found):
    source = tmp_path / "a.txt"
    source.write_text("Kính gửi", encoding="utf-8")

    assert kind_of(convert(source, tmp_path / "out", kind=kind).read_bytes()) is found


def test_the_names_of_a_package_are_never_paths_on_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    content = zipped(parts_of() | {"../climbed": "x", "/climbed": "x"})

    assert zipfile.is_zipfile(io.BytesIO(content))
    assert read_workbook(content).sheets
    assert not list(tmp_path.parent.rglob("climbed"))
