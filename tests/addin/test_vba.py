"""The VBA as text: what Excel is known to refuse, and what must never be in it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.coded import coded, decoded
from addin.vba_source import vba_modules

MODULES = vba_modules()
LONGEST_LINE = 1023
# What would let a workbook, its folder or the environment decide what runs.
FORBIDDEN = (
    "ThisWorkbook",
    ".Path",
    ".FullName",
    "Environ",
    "Dir(",
    "GetAttr",
    "ChDir",
    "Sheets",
    "Range",
    "Evaluate",
    "cmd.exe",
    "Declare",
    "HKLM",
    "HKEY",
)


@pytest.fixture(params=sorted(MODULES))
def module(request):
    return request.param, MODULES[request.param]


def test_vba_text_is_ascii_with_windows_line_ends(module):
    _, text = module

    assert text.isascii()
    assert text.count("\n") == text.count("\r\n") == text.count("\r") > 0
    assert text.endswith("\r\n")


def test_a_module_name_is_one_excel_takes(module):
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,30}", module[0])


def test_every_module_declares_its_variables(module):
    assert module[1].startswith("Option Explicit\r\n")


def test_no_line_is_longer_than_vba_takes(module):
    assert max(map(len, module[1].splitlines())) <= LONGEST_LINE


def test_nothing_in_a_workbook_or_its_folder_decides_what_runs(module):
    code = re.sub(r"(?m)^\s*'.*$", "", module[1])

    assert [word for word in FORBIDDEN if word.lower() in code.lower()] == []


def test_of_the_workbook_in_front_only_the_name_is_looked_at():
    uses = re.findall(r"ActiveWorkbook(\.?\w*)", "".join(MODULES.values()))

    assert set(uses) == {"", ".Name"}


def test_blocks_that_are_opened_are_closed(module):
    code = module[1]
    for opened, closed in (
        (r"(?m)^(?:Public |Private )?Sub \w", r"(?m)^End Sub\r"),
        (r"(?m)^(?:Public |Private )?Function \w", r"(?m)^End Function\r"),
        (r"(?m)^ +If .* Then\r", r"(?m)^ +End If\r"),
        (r"(?m)^ +For ", r"(?m)^ +Next "),
        (r"(?m)^ +Select Case", r"(?m)^ +End Select"),
    ):
        assert len(re.findall(opened, code)) == len(re.findall(closed, code)), opened


@given(st.text())
def test_any_name_comes_back_from_safe_letters(name):
    assert re.fullmatch(r"[A-Za-z0-9._~-]*", coded(name))
    assert decoded(coded(name)) == name


def test_a_parser_of_vba_accepts_every_module(module):
    from pyopenvba.interpreter import parse_module

    assert parse_module(module[1])
