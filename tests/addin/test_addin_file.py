"""The add-in as bytes: the same every time, and what independent readers find in it."""

import json
import subprocess
import sys
import zipfile
from importlib.resources import files
from io import BytesIO

import olefile
import pytest

from addin.build import ADDIN_FILE, SOURCE_ONLY, build_addin
from addin.ribbon import ribbon_xml
from addin.vba_source import vba_modules
from tests.addin.ovba import decompressed

ATTRIBUTE = b'Attribute VB_Name = "%s"\r\n'


@pytest.fixture(scope="module")
def content():
    return build_addin()


@pytest.fixture(scope="module")
def package(content):
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(scope="module")
def project(package):
    with olefile.OleFileIO(BytesIO(package["xl/vbaProject.bin"]), raise_defects=olefile.DEFECT_UNSURE) as ole:
        yield ole


def test_building_again_in_another_process_gives_the_same_bytes(content, tmp_path):
    again = tmp_path / "again.xlam"
    subprocess.run([sys.executable, "-m", "addin.build", again], check=True)

    assert again.read_bytes() == content


def test_the_committed_add_in_is_the_one_its_sources_make(content):
    assert (files("addin") / ADDIN_FILE).read_bytes() == content


def test_the_container_has_no_defect(project):
    assert project.parsing_issues == []


def test_a_plain_reader_of_the_format_finds_our_source(project):
    for name, text in vba_modules().items():
        stream = project.openstream(["VBA", name]).read()

        assert decompressed(stream) == ATTRIBUTE % name.encode() + text.encode()


@pytest.fixture(scope="module")
def told(content, tmp_path_factory):
    """What olevba, run as a program of its own, tells of the file."""
    path = tmp_path_factory.mktemp("olevba") / ADDIN_FILE
    path.write_bytes(content)
    command = [sys.executable, "-W", "ignore", "-m", "oletools.olevba", "--json", path]
    answer = json.loads(subprocess.run(command, check=False, capture_output=True).stdout)
    return next(part for part in answer if part.get("macros"))


def test_olevba_gives_back_the_source(told):
    found = {each["vba_filename"].removesuffix(".bas"): each["code"] for each in told["macros"]}

    for name, text in vba_modules().items():
        assert found[name].splitlines() == text.splitlines()


def test_olevba_sees_no_macro_that_starts_by_itself(told):
    kinds = [each["type"] for each in told["analysis"]]

    assert kinds
    assert "AutoExec" not in kinds


def test_nothing_compiled_is_in_the_project(project):
    assert project.openstream(["VBA", "_VBA_PROJECT"]).read() == SOURCE_ONLY


def test_the_modules_declared_are_the_modules_there(project):
    declared = project.openstream("PROJECT").read().decode("ascii")

    assert [line for line in declared.splitlines() if line.startswith("Module=")] == [
        f"Module={name}" for name in vba_modules()
    ]


def test_document_modules_have_the_code_names_of_workbook_and_sheet(package, project):
    assert b'codeName="ThisWorkbook"' in package["xl/workbook.xml"]
    assert b'codeName="Sheet1"' in package["xl/worksheets/sheet1.xml"]
    assert project.exists("VBA/ThisWorkbook")
    assert project.exists("VBA/Sheet1")


def test_office_takes_it_for_an_add_in_with_a_ribbon(package):
    assert b"application/vnd.ms-excel.addin.macroEnabled.main+xml" in package["[Content_Types].xml"]
    assert b'Target="customUI/customUI.xml"' in package["_rels/.rels"]
    assert package["customUI/customUI.xml"] == ribbon_xml()


def test_parts_are_stored_so_that_no_compressor_changes_the_bytes(content):
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert {entry.compress_type for entry in package.infolist()} == {zipfile.ZIP_STORED}
