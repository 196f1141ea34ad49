"""LibreOffice loads the add-in and runs our VBA: a second compiler's opinion, and real results."""

import json
import os
import subprocess

import pytest

from addin.build import ADDIN_FILE, build_addin
from addin.coded import coded, decoded
from addin.vba_source import ribbon_tags
from catalogue.wording import addin as words
from tests import libreoffice
from tests.addin import uno_vba

PYTHON = r"C:\Users\Nguyễn Văn A\AppData\Local\Programs\TongHop\python\pythonw.exe"
NAMES = (
    "tong-hop.xlsx",
    "Bảng tổng & hợp 100%.xlsx",
    "%TEMP%.xlsx",
    'a" --x=1 "b.xlsx',
    "a=b;c|d>e^f`g.xlsx",
    "\U0001f600.xlsx",
    "",
)
TAGS = (*ribbon_tags(), "rm -rf", "Check", "check ", "", "quit", "check --x")
INTERPRETERS = (
    PYTHON,
    r"\\may-chu\chung\python.exe",
    r"C:\%TEMP%\pythonw.exe",
    'C:\\a" & calc & "\\pythonw.exe',
    r"pythonw.exe",
    r"C:\a\calc.exe",
    "",
)
FIT = INTERPRETERS[:2]
WINDOWS = ("12345", "", "1 2", "-1", "1&2")

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What VBA's functions give, by function and arguments; all asked for in one session."""
    folder = tmp_path_factory.mktemp("vba")
    path, asked = folder / ADDIN_FILE, folder / "calls.json"
    path.write_bytes(build_addin())
    calls = list(questions())
    asked.write_text(json.dumps(calls), encoding="utf-8")
    pipe = f"tonghopvba{os.getpid()}"
    with libreoffice._profile() as profile, libreoffice._listening(pipe, profile):
        command = [libreoffice.python_with_uno(), uno_vba.__file__, pipe, path.as_uri(), asked]
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=180)
    results = json.loads(done.stdout)
    return {(name, *given): result for (_, name, given), result in zip(calls, results, strict=True)}


def questions():
    yield from (("TongHopCommand", "TongHopCoded", [name]) for name in NAMES)
    yield from (("TongHopTags", "TongHopIsTag", [tag]) for tag in TAGS)
    yield from (("TongHopCommand", "TongHopIsInterpreter", [path]) for path in INTERPRETERS)
    for path in INTERPRETERS:
        yield ("TongHopCommand", "TongHopCommandLine", [path, "check", "a.xlsx", "1"])
    yield from (("TongHopCommand", "TongHopCommandLine", [PYTHON, tag, "a.xlsx", "1"]) for tag in TAGS)
    yield from (
        ("TongHopCommand", "TongHopCommandLine", [PYTHON, "check", "a.xlsx", each]) for each in WINDOWS
    )
    yield from (("TongHopCommand", "TongHopCommandLine", [PYTHON, "check", name, "7"]) for name in NAMES)
    yield ("TongHopCommand", "TongHopFolder", [PYTHON])
    yield from (
        ("TongHopWords", name, []) for name in ("TongHopTitle", "TongHopNotInstalled", "TongHopNotStarted")
    )


def test_vba_codes_names_as_python_reads_them(answers):
    found = [answers["TongHopCoded", name] for name in NAMES]

    assert found == [coded(name) for name in NAMES]
    assert [decoded(text) for text in found] == list(NAMES)


def test_vba_takes_the_ribbons_tags_and_no_other(answers):
    assert [tag for tag in TAGS if answers["TongHopIsTag", tag]] == list(ribbon_tags())


def test_only_a_python_by_its_whole_path_is_an_interpreter(answers):
    assert tuple(path for path in INTERPRETERS if answers["TongHopIsInterpreter", path]) == FIT


def test_the_command_line_is_what_python_takes_apart_again(answers):
    line = answers["TongHopCommandLine", PYTHON, "check", "Bảng tổng & hợp 100%.xlsx", "7"]
    name = coded("Bảng tổng & hợp 100%.xlsx")

    assert line == f'"{PYTHON}" -I -m addin check --from_xl=1 --hwnd=7 --wb={name}'


def test_no_name_of_a_workbook_changes_anything_but_the_last_argument(answers):
    lines = [answers["TongHopCommandLine", PYTHON, "check", name, "7"] for name in NAMES]

    assert {line.rpartition("=")[0] for line in lines} == {
        f'"{PYTHON}" -I -m addin check --from_xl=1 --hwnd=7 --wb'
    }
    assert not set("%&|<>^\"' ;`") & set("".join(line.rpartition("=")[2] for line in lines))


def test_a_command_line_with_anything_wrong_is_blank(answers):
    wrong = [answers["TongHopCommandLine", PYTHON, tag, "a.xlsx", "1"] for tag in TAGS[len(ribbon_tags()) :]]
    wrong += [answers["TongHopCommandLine", path, "check", "a.xlsx", "1"] for path in INTERPRETERS[2:]]
    wrong += [answers["TongHopCommandLine", PYTHON, "check", "a.xlsx", each] for each in WINDOWS[1:]]

    assert set(wrong) == {""}


def test_sentences_are_vietnamese_although_the_source_is_ascii(answers):
    assert answers["TongHopTitle",] == words.TITLE
    assert answers["TongHopNotInstalled",] == words.NOT_INSTALLED
    assert answers["TongHopNotStarted",] == words.NOT_STARTED


def test_the_folder_of_the_interpreter_keeps_its_last_backslash(answers):
    assert answers["TongHopFolder", PYTHON] == PYTHON.removesuffix("pythonw.exe")
